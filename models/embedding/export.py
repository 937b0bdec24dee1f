"""The trained network as an ONNX file with its manifest and its reference."""

from pathlib import Path

import numpy as np
import torch
from torch import nn

from common import manifest, onnx_file, reference

from .network import Embedder
from .variants import Variant

REFERENCE_REPEAT = (1, 2, 2, 1)


class Exported(nn.Module):
    """uint8 [n, h, w, 3] in, float32 [n, dimensions] out."""

    def __init__(self, network: Embedder):
        super().__init__()
        self.network = network

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        return self.network(images.permute(0, 3, 1, 2).float() / 255)


def export(network: Embedder, variant: Variant, directory: Path) -> Path:
    """Writes `<id>.onnx`."""
    onnx = directory / f"{variant.id}.onnx"
    example = torch.zeros(1, variant.height, variant.width, 3, dtype=torch.uint8)
    onnx_file.export(Exported(network).eval(), (example,), onnx, {"images": {0: "batch"}}, {"embedding": {0: "batch"}})
    return onnx


def describe(onnx: Path, variant: Variant, measured: dict, training: dict) -> None:
    """Writes `<id>.json` beside it."""
    input = manifest.image_input(variant.height, variant.width, fit="stretch")
    manifest.write(onnx, "embed", input, {"tensor": "embedding", "decoding": "embedding"}, measured, training)


def refer(onnx: Path, network: Embedder, images: np.ndarray) -> None:
    """Writes what PyTorch makes of two crops, uint8 [2, h, w, 3]."""
    kept = reference.stored(images, repeat=REFERENCE_REPEAT)
    with torch.no_grad():
        output = Exported(network).eval()(torch.from_numpy(kept.array())).numpy()
    reference.write(onnx, {"images": kept}, {"embedding": output}, onnx.parent / "reference")
