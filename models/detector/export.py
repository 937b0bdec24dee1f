"""The trained network as an ONNX file with its manifest."""

import hashlib
import json
from pathlib import Path

import torch
from torch import nn

from .data import PADDING
from .network import Detector
from .variants import LABELS, Variant

OPSET = 13


class Exported(nn.Module):
    """uint8 [n, h, w, 3] in, float32 [n, 4 + classes, cells] out: centre x, centre y, width, height, probabilities."""

    def __init__(self, network: Detector):
        super().__init__()
        self.network = network

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        raw = self.network(images.permute(0, 3, 1, 2).float() / 255)
        boxes = self.network.boxes(raw)
        middle, size = (boxes[:, :2] + boxes[:, 2:]) / 2, boxes[:, 2:] - boxes[:, :2]
        return torch.cat([middle, size, raw[:, 4:].sigmoid()], 1)


def export(network: Detector, variant: Variant, directory: Path, measured: dict, training: dict) -> None:
    """Writes `<id>.onnx` and `<id>.json`."""
    file = directory / f"{variant.id}.onnx"
    torch.onnx.export(
        Exported(network).eval(),
        torch.zeros(1, variant.height, variant.width, 3, dtype=torch.uint8),
        str(file),
        opset_version=OPSET,
        input_names=["images"],
        output_names=["output0"],
        dynamic_axes={"images": {0: "batch"}, "output0": {0: "batch"}},
    )
    content = file.read_bytes()
    manifest = {
        "format": "jellybean-model/1",
        "id": variant.id,
        "task": "detect",
        "file": file.name,
        "sha256": hashlib.sha256(content).hexdigest(),
        "sizeBytes": len(content),
        "input": {
            "tensor": "images",
            "layout": "uint8-nhwc",
            "height": variant.height,
            "width": variant.width,
            "padding": PADDING,
            "colour": "rgb",
        },
        "output": {"tensor": "output0", "decoding": "yolov8"},
        "labels": LABELS,
        "measured": measured,
        "training": training,
    }
    (directory / f"{variant.id}.json").write_text(json.dumps(manifest, indent=2) + "\n")
