"""The manifest beside an ONNX file: all that JellyBean has to know in order to run it."""

import hashlib
import json
from pathlib import Path
from typing import Optional

FORMAT = "jellybean-model/1"


def sha256(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def write(
    onnx: Path,
    task: str,
    input: dict,
    output: dict,
    measured: dict,
    training: dict,
    labels: Optional[list[str]] = None,
    **others: object,
) -> Path:
    """Writes `<id>.json` beside `<id>.onnx`. `others` are fields of single tasks, such as `features`.

    `task` is detect, embed, recognise, extract or answer; see README.md for `input` and `output`.
    """
    manifest = {
        "format": FORMAT,
        "id": onnx.stem,
        "task": task,
        "file": onnx.name,
        "sha256": sha256(onnx),
        "sizeBytes": onnx.stat().st_size,
        "input": input,
        "output": output,
        **({"labels": labels} if labels else {}),
        **others,
        "measured": measured,
        "training": training,
    }
    target = onnx.with_suffix(".json")
    target.write_text(json.dumps(manifest, indent=2, ensure_ascii=False) + "\n")
    return target


def read(directory: Path, id: str) -> dict:
    """The manifest of this model."""
    return json.loads((directory / f"{id}.json").read_text())


def measured(metric: str, value: float, interval: list[float], set: str) -> dict:
    """A measured accuracy, 0..1, with its 95 % interval; `set` says on what."""
    return {
        "metric": metric,
        "value": round(value, 4),
        "confidence95": [round(bound, 4) for bound in interval],
        "set": set,
    }


def image_input(height: int, width: int, padding: Optional[int] = None, fit: Optional[str] = None) -> dict:
    """An image `images`, uint8 [batch, height, width, 3], RGB; letterboxed on grey `padding`, or `fit` "stretch"."""
    return {
        "tensor": "images",
        "layout": "uint8-nhwc",
        "height": height,
        "width": width,
        **({} if padding is None else {"padding": padding}),
        **({} if fit is None else {"fit": fit}),
        "colour": "rgb",
    }
