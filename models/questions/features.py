"""The features of many images at once."""

from contextlib import nullcontext
from pathlib import Path
from typing import Callable

import numpy as np
import onnx
import torch

from common.interpreter import Interpreter

from .data import Frames
from .extractor import Extractor

BATCH = 32

Extract = Callable[[np.ndarray], np.ndarray]
"""From images uint8 [n, h, w, 3] to features float32 [n, FEATURES, rows, columns]."""


def fast() -> torch.autocast:
    """Convolutions in bfloat16 where the processor has instructions for it: they take less than half the time."""
    cpuinfo = Path("/proc/cpuinfo")
    return torch.autocast("cpu", torch.bfloat16, cpuinfo.exists() and "avx512_bf16" in cpuinfo.read_text())


def by_network(network: Extractor, precisely: bool = True) -> Extract:
    """By a network of PyTorch's; not precisely, but fast, where the features are to be learned from."""

    @torch.no_grad()
    def extract(images: np.ndarray) -> np.ndarray:
        pixels = torch.from_numpy(np.ascontiguousarray(images)).permute(0, 3, 1, 2).float() / 255
        with nullcontext() if precisely else fast():
            features = network.eval()(pixels.contiguous(memory_format=torch.channels_last))
        return features.float().contiguous().numpy()

    return extract


def by_graph(file: Path) -> Extract:
    """By an ONNX file, such as a quantized one."""
    interpreter = Interpreter(onnx.load(str(file)))
    return lambda images: interpreter.run({"images": np.ascontiguousarray(images)})["features"]


class Cached:
    """The features of all frames and of their mirror images: float16 [2 * frames, FEATURES, rows, columns]."""

    def __init__(self, frames: Frames, extract: Extract):
        self.frames = len(frames.images)
        self.values = np.concatenate([of_all(images, extract) for images in (frames.images, frames.images[:, :, ::-1])])


def of_all(images: np.ndarray, extract: Extract) -> np.ndarray:
    parts = [extract(images[start : start + BATCH]).astype(np.float16) for start in range(0, len(images), BATCH)]
    return np.concatenate(parts)
