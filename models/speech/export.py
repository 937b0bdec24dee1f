"""The trained network as an ONNX file with its manifest and its reference."""

from pathlib import Path

import numpy as np
import torch

from common import manifest, onnx_file, reference

from .network import Recogniser
from .variants import SAMPLE_RATE, SYMBOLS, Variant


def export(
    network: Recogniser, variant: Variant, directory: Path, measured: dict, training: dict, sound: np.ndarray
) -> None:
    """Writes `<id>.onnx`, `<id>.json` and, with the first second of a sound, the reference."""
    onnx = directory / f"{variant.id}.onnx"
    network = network.eval()
    onnx_file.export(
        network,
        (torch.zeros(1, SAMPLE_RATE),),
        onnx,
        {"audio": {0: "batch", 1: "samples"}},
        {"logits": {0: "batch", 1: "steps"}},
        do_constant_folding=False,  # the waves of the spectrum stay a formula, see LogMel
    )
    manifest.write(
        onnx,
        "recognise",
        {"tensor": "audio", "layout": "float-pcm", "sampleRate": SAMPLE_RATE},
        {"tensor": "logits", "decoding": "ctc"},
        measured,
        training,
        SYMBOLS,
    )
    stored = reference.stored(sound[None, :SAMPLE_RATE], unit=1 / 32768)
    with torch.no_grad():
        logits = network(torch.from_numpy(stored.array())).numpy()
    reference.write(onnx, {"audio": stored}, {"logits": logits}, directory / "reference")
