"""The trained network as an ONNX file with its manifest and its reference."""

from pathlib import Path

import torch
from torch import nn

from common import manifest, reference

from .data import PADDING, LabelledFrames
from .network import Detector
from .variants import LABELS, Variant

OPSET = 13
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


def export(
    network: Detector,
    variant: Variant,
    directory: Path,
    measured: dict,
    training: dict,
    frames: LabelledFrames,
) -> None:
    """Writes `<id>.onnx`, `<id>.json` and, with two of the frames, the reference."""
    onnx = directory / f"{variant.id}.onnx"
    exported = Exported(network).eval()
    torch.onnx.export(
        exported,
        torch.zeros(1, variant.height, variant.width, 3, dtype=torch.uint8),
        str(onnx),
        opset_version=OPSET,
        input_names=["images"],
        output_names=["output0"],
        dynamic_axes={"images": {0: "batch"}, "output0": {0: "batch"}},
    )
    manifest.write(
        onnx,
        "detect",
        manifest.image_input(variant.height, variant.width, PADDING),
        {"tensor": "output0", "decoding": "yolov8"},
        measured,
        training,
        LABELS,
    )
    images = reference.stored(frames.images[:2], repeat=REFERENCE_REPEAT)
    with torch.no_grad():
        output = exported(torch.from_numpy(images.array())).numpy()
    reference.write(onnx, {"images": images}, {"output0": output}, directory / "reference")
