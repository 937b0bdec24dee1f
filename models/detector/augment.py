"""Batches for training: mirrored, shifted, zoomed and lit differently each time."""

import numpy as np
import torch
from torch.nn import functional

from .data import PADDING, LabelledFrames

LEAST_KEPT_AREA = 0.4
LEAST_SIDE = 2.0


def batch(frames: LabelledFrames, chosen: np.ndarray, random: np.random.Generator):
    """Images float [n, 3, h, w] 0..1; truth [n, v, 4], classes [n, v], real [n, v], filled up to the most vehicles."""
    images = torch.from_numpy(frames.images[chosen]).permute(0, 3, 1, 2).float()
    count, _, height, width = images.shape
    mirrored = random.random(count) < 0.5
    zoom = np.exp(random.uniform(-0.3, 0.3, count)) * (random.random(count) < 0.6)
    zoom[zoom == 0] = 1.0
    shift = random.uniform(-0.15, 0.15, (count, 2)) * (zoom != 1.0)[:, None] * [width, height]
    images = warp(images, np.where(mirrored, -zoom, zoom), zoom, shift)
    gain = torch.from_numpy(random.uniform(0.8, 1.2, (count, 3, 1, 1)) * random.uniform(0.7, 1.3, (count, 1, 1, 1)))
    images = (images * gain.float()).clamp(0, 255) / 255
    kept = []
    for i, frame in enumerate(chosen):
        boxes = frames.boxes[frame].copy()
        if mirrored[i]:
            boxes[:, [0, 2]] = width - boxes[:, [2, 0]]
        middle = np.array([width / 2, height / 2] * 2)
        boxes = (boxes - middle) * zoom[i] + middle + np.tile(shift[i], 2)
        kept.append(clip(boxes, frames.classes[frame], width, height))
    return images, *pad(kept)


def warp(images, zoom_x, zoom_y, shift) -> torch.Tensor:
    """Scales about the middle (negative: mirrored), then moves by `shift` pixels; what comes in from outside is grey."""
    count, _, height, width = images.shape
    theta = np.zeros((count, 2, 3), np.float32)
    theta[:, 0, 0], theta[:, 1, 1] = 1 / zoom_x, 1 / zoom_y
    theta[:, 0, 2], theta[:, 1, 2] = -shift[:, 0] * 2 / width / zoom_x, -shift[:, 1] * 2 / height / zoom_y
    grid = functional.affine_grid(torch.from_numpy(theta), list(images.shape), align_corners=False)
    return functional.grid_sample(images - PADDING, grid, align_corners=False) + PADDING


def clip(boxes: np.ndarray, classes: np.ndarray, width: int, height: int):
    """Leaves out what lies mostly outside or has become too small to see."""
    clipped = np.clip(boxes, 0, [width, height] * 2)
    sides = clipped[:, 2:] - clipped[:, :2]
    area = np.maximum((boxes[:, 2:] - boxes[:, :2]).prod(1), 1e-6)
    seen = (sides.prod(1) / area >= LEAST_KEPT_AREA) & (sides >= LEAST_SIDE).all(1)
    return clipped[seen], classes[seen]


def pad(kept):
    """Fills the frames' boxes up to the same number."""
    most = max(1, max(len(boxes) for boxes, _ in kept))
    truth = torch.zeros(len(kept), most, 4)
    classes = torch.zeros(len(kept), most, dtype=torch.long)
    real = torch.zeros(len(kept), most, dtype=torch.bool)
    for i, (boxes, labels) in enumerate(kept):
        truth[i, : len(boxes)] = torch.from_numpy(boxes).float()
        classes[i, : len(boxes)] = torch.from_numpy(labels)
        real[i, : len(boxes)] = True
    return truth, classes, real
