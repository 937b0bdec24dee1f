"""The trained network as an ONNX file with its manifest and its reference."""

from pathlib import Path

import numpy as np
import torch
from torch import nn

from common import manifest, onnx_file, reference

from .data import PADDING, LabelledFrames
from .network import Detector
from .variants import LABELS

REFERENCE_REPEAT = (1, 4, 4, 1)


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


def runner(exported: Exported):
    """Runs the network on arrays, as the ONNX file will."""

    @torch.no_grad()
    def run(images: np.ndarray) -> np.ndarray:
        return exported(torch.from_numpy(images)).numpy()

    return run


def export(exported: Exported, onnx: Path, frames: LabelledFrames) -> None:
    """Writes the ONNX file and, with two of the frames, its reference."""
    shape = frames.images.shape[1:]
    example = torch.zeros(1, *shape, dtype=torch.uint8)
    onnx_file.export(exported, (example,), onnx, {"images": {0: "batch"}}, {"output0": {0: "batch"}})
    images = reference.stored(frames.images[:2], repeat=REFERENCE_REPEAT)
    reference.write(onnx, {"images": images}, {"output0": runner(exported)(images.array())}, onnx.parent / "reference")


def describe(onnx: Path, frames: LabelledFrames, measured: dict, training: dict) -> None:
    """Writes the manifest."""
    manifest.write(
        onnx,
        "detect",
        manifest.image_input(*frames.images.shape[1:3], PADDING),
        {"tensor": "output0", "decoding": "yolov8"},
        measured,
        training,
        LABELS,
    )
