"""What PyTorch makes of a few real inputs, so that a test can compare it with ONNX Runtime in Java.

    from common import reference
    frames = reference.stored(images, repeat=(1, 4, 4, 1))         # uint8 [2, h, w, 3], shrunk and blown up again
    sound = reference.stored(samples, unit=1 / 32768)              # float32 -1..1 to 16 bits
    reference.write(onnx, {"images": frames}, {"output0": run(frames.array())}, HERE / "reference")

Take the outputs from `array()`: it is what is stored, not quite what was given. `OnnxReferenceTest` (module operators)
compares all files in models/reference, whatever their task; README.md describes the format.
"""

import base64
import json
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from .manifest import sha256

FORMAT = "jellybean-reference/1"
TOLERANCE = 1e-4
MOST_VALUES = 500
MOST_BYTES = 60_000


@dataclass(frozen=True)
class Stored:
    """A tensor as 16-bit integers [*kept]: the element of the tensor is integer * unit, repeated along each axis."""

    kept: np.ndarray
    unit: float
    repeat: tuple[int, ...]
    type: np.dtype

    def array(self) -> np.ndarray:
        """The tensor that both sides run."""
        values = self.kept.astype(self.type) * self.type.type(self.unit)
        for axis, times in enumerate(self.repeat):
            values = values.repeat(times, axis)
        return values

    def json(self) -> dict:
        return {
            "type": self.type.name,
            "shape": list(self.array().shape),
            "repeat": list(self.repeat),
            "unit": self.unit,
            "deflatedInt16": base64.b64encode(zlib.compress(self.kept.astype("<i2").tobytes(), 9)).decode(),
        }


def stored(tensor: np.ndarray, unit: float = 1.0, repeat: tuple[int, ...] = ()) -> Stored:
    """Keeps every `repeat`-th element of each axis in steps of `unit`, a power of two for exact arithmetic."""
    repeat = repeat or (1,) * tensor.ndim
    if any(size % times for size, times in zip(tensor.shape, repeat)):
        raise ValueError(f"repeat {repeat} must divide the shape {tensor.shape}")
    kept = np.rint(tensor[tuple(slice(times // 2, None, times) for times in repeat)].astype(np.float64) / unit)
    if np.abs(kept).max() > 32767:
        raise ValueError(f"unit {unit} is too fine: {np.abs(kept).max():.0f} of it do not fit into 16 bits")
    return Stored(kept.astype(np.int16), unit, repeat, tensor.dtype)


def sampled(tensor: np.ndarray) -> dict:
    """Every k-th element of the flattened tensor, from the first on; k is odd, so that it wanders over the last axis."""
    every = max(1, -(-tensor.size // MOST_VALUES) | 1)
    values = [float(f"{value:.9g}") for value in tensor.ravel()[::every].astype(np.float64)]
    return {"shape": list(tensor.shape), "every": every, "values": values}


def write(
    onnx: Path,
    inputs: dict[str, Stored],
    outputs: dict[str, np.ndarray],
    directory: Path,
    tolerance: float = TOLERANCE,
) -> Path:
    """Writes `<id>.json`; an output must lie within `tolerance` * max(1, |value|)."""
    content = {
        "format": FORMAT,
        "file": onnx.name,
        "sha256": sha256(onnx),
        "tolerance": tolerance,
        "inputs": {name: tensor.json() for name, tensor in inputs.items()},
        "outputs": {name: sampled(tensor) for name, tensor in outputs.items()},
    }
    text = json.dumps(content) + "\n"
    if len(text) > MOST_BYTES:
        raise ValueError(f"{onnx.stem}: a reference must be {MOST_BYTES} bytes at most, but is {len(text)}. Maybe repeat more.")
    directory.mkdir(exist_ok=True)
    target = directory / f"{onnx.stem}.json"
    target.write_text(text)
    return target
