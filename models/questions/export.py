"""The trained networks as ONNX files with their manifests and references."""

from pathlib import Path
from typing import Iterator

import numpy as np
import torch
from torch import nn

from common import manifest, onnx_file, reference
from detector.data import PADDING

from .answerer import Answerer
from .data import Frames, Grammar
from .extractor import Extractor
from .variants import FEATURES, MOST_WORDS, Variant

CALIBRATION_FRAMES, CALIBRATION_BATCH = 192, 16
REFERENCE_REPEAT = (1, 4, 4, 1)
REFERENCE_QUESTION = "is the red car left or right of the blue bus"


class Exported(nn.Module):
    """uint8 [n, h, w, 3] in, float32 [n, FEATURES, rows, columns] out."""

    def __init__(self, network: Extractor):
        super().__init__()
        self.network = network

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        return self.network(images.permute(0, 3, 1, 2).float() / 255)


def write_extractor(network: Extractor, variant: Variant, directory: Path, frames: Frames) -> Path:
    """Writes the ONNX file and, with two of the frames, its reference; the manifest waits for what is measured."""
    onnx = directory / f"{variant.extractor}.onnx"
    exported = Exported(network).eval()
    example = torch.zeros(1, variant.height, variant.width, 3, dtype=torch.uint8)
    onnx_file.export(exported, (example,), onnx, {"images": {0: "batch"}}, {"features": {0: "batch"}})
    images = reference.stored(frames.images[:2], repeat=REFERENCE_REPEAT)
    with torch.no_grad():
        output = exported(torch.from_numpy(images.array())).numpy()
    reference.write(onnx, {"images": images}, {"features": output}, directory / "reference")
    return onnx


def calibration(frames: Frames) -> Iterator[dict[str, np.ndarray]]:
    """Frames from all streets, for the ranges of an int8 network."""
    chosen = np.linspace(0, len(frames.images) - 1, CALIBRATION_FRAMES).astype(int)
    for part in chosen.reshape(-1, CALIBRATION_BATCH):
        yield {"images": frames.images[part]}


def write_answerer(
    network: Answerer, name: str, variant: Variant, directory: Path, grammar: Grammar, extractor: Path, parts: tuple[dict, dict]
) -> None:
    """Writes the ONNX file, its reference, and the manifests of the fusion net and of its extractor."""
    onnx = directory / f"question-answers-{name}.onnx"
    random = np.random.default_rng(0)
    features = reference.stored(random.normal(0, 2, (2, FEATURES, variant.rows, variant.columns)).astype(np.float32), 1 / 4)
    words = reference.stored(np.array([grammar.encode(REFERENCE_QUESTION), grammar.encode("how many ? are there")]))
    onnx_file.export(
        network.eval(),
        (torch.from_numpy(features.array()), torch.from_numpy(words.array())),
        onnx,
        {"features": {0: "batch"}, "words": {0: "batch"}},
        {"answers": {0: "batch"}},
    )
    with torch.no_grad():
        output = network(torch.from_numpy(features.array()), torch.from_numpy(words.array())).numpy()
    reference.write(onnx, {"features": features, "words": words}, {"answers": output}, directory / "reference")
    measured, training = parts
    manifest.write(
        onnx,
        "answer",
        {
            "tensor": "features",
            "layout": "features",
            "channels": FEATURES,
            "rows": variant.rows,
            "columns": variant.columns,
            "words": {"tensor": "words", "length": MOST_WORDS, "vocabulary": grammar.words},
        },
        {"tensor": "answers", "decoding": "classes"},
        measured,
        training,
        grammar.answers,
        features=extractor.stem,
    )
    manifest.write(
        extractor,
        "extract",
        manifest.image_input(variant.height, variant.width, PADDING),
        {"tensor": "features", "decoding": "features"},
        measured,
        training,
    )
