"""The features of many images at once."""

from contextlib import nullcontext
from pathlib import Path
from typing import Callable

import numpy as np
import onnx
import torch

from common.interpreter import Interpreter
from common.speed import fast

from .data import Frames
from .extractor import Extractor
from .variants import STRIDE

BATCH = 32

Extract = Callable[[np.ndarray], np.ndarray]
"""From images uint8 [n, h, w, 3] to features float32 [n, FEATURES, rows, columns]."""


def by_network(network: Extractor, precisely: bool = True) -> Extract:
    """By a network of PyTorch's; not precisely, but fast, where the features are to be learned from."""

    @torch.no_grad()
    def extract(images: np.ndarray) -> np.ndarray:
        device = next(network.parameters()).device
        pixels = torch.from_numpy(np.ascontiguousarray(images)).to(device).permute(0, 3, 1, 2).float() / 255
        with nullcontext() if precisely else fast():
            features = network.eval()(pixels.contiguous(memory_format=torch.channels_last))
        return features.float().cpu().contiguous().numpy()

    return extract


def by_graph(file: Path) -> Extract:
    """By an ONNX file, such as a quantized one."""
    interpreter = Interpreter(onnx.load(str(file)))
    return lambda images: interpreter.run({"images": np.ascontiguousarray(images)})["features"]


class Learned:
    """The features of all frames and, numbered after them, of their mirror images, made when they are asked for."""

    def __init__(self, frames: Frames, extract: Extract):
        self.images, self.boxes, self.codes, self.extract = frames.images, frames.boxes, frames.codes, extract
        self.frames = len(frames.images)
        self.shape = frames.images.shape[1] // STRIDE, frames.images.shape[2] // STRIDE

    def take(self, chosen: np.ndarray) -> np.ndarray:
        """Features [c, FEATURES, rows, columns]."""
        images = [self.images[i % self.frames][:, :: -1 if i >= self.frames else 1] for i in chosen]
        return self.extract(np.stack(images))


class Cached(Learned):
    """The same, made once and kept as float16."""

    def __init__(self, frames: Frames, extract: Extract):
        super().__init__(frames, extract)
        starts = range(0, 2 * self.frames, BATCH)
        numbers = np.arange(2 * self.frames)
        parts = [super(Cached, self).take(numbers[start : start + BATCH]).astype(np.float16) for start in starts]
        self.values = np.concatenate(parts)

    def take(self, chosen: np.ndarray) -> np.ndarray:
        return self.values[chosen].astype(np.float32)
