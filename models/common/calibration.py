"""In which range the tensors of a graph lie, seen over a few hundred real inputs."""

from typing import Iterable

import numpy as np
import onnx
import torch

from .interpreter import Interpreter

VALUES_PER_BATCH = 20_000
SHARES = np.linspace(0.3, 1.0, 36)
LEVELS = 255


def ranges(model: onnx.ModelProto, batches: Iterable[dict[str, np.ndarray]]) -> dict[str, tuple[float, float]]:
    """Per float tensor the range whose 8-bit steps come closest to its values, in the mean of squares.

    A range that leaves a few outliers out has finer steps for all others.
    """
    interpreter = Interpreter(model)
    seen: dict[str, list[np.ndarray]] = {}

    def watch(name: str, value: torch.Tensor) -> None:
        if value.dtype == torch.float32 and value.ndim > 1:
            every = max(1, value.numel() // VALUES_PER_BATCH) | 1
            sample = value.reshape(-1)[::every]
            seen.setdefault(name, []).append(np.append(sample.numpy(), [value.min(), value.max()]))

    for feeds in batches:
        interpreter.run(feeds, watch)
    return {name: closest(np.concatenate(values)) for name, values in seen.items()}


def closest(values: np.ndarray) -> tuple[float, float]:
    """The part of the range of these values, 0 included, that loses least."""
    low, high = min(0.0, float(values.min())), max(1e-6, float(values.max()))
    errors = [np.square(rounded(values, low * share, high * share) - values).mean() for share in SHARES]
    share = SHARES[int(np.argmin(errors))]
    return low * share, high * share


def rounded(values: np.ndarray, low: float, high: float) -> np.ndarray:
    step = (high - low) / LEVELS
    zero = np.rint(-low / step)
    return (np.clip(np.rint(values / step) + zero, 0, LEVELS) - zero) * step
