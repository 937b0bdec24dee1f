"""Batches for training: mirrored, shifted, zoomed and lit differently each time."""

import cv2
import numpy as np
import torch

from common.light import lit

from .data import PADDING, LabelledFrames

LEAST_KEPT_AREA = 0.4
LEAST_SIDE = 2.0


def batch(frames: LabelledFrames, chosen: np.ndarray, random: np.random.Generator):
    """See `changed`; the vehicles' labels are their classes."""
    count, (height, width) = len(chosen), frames.images.shape[1:3]
    mirrored = random.random(count) < 0.5
    zoom = np.exp(random.uniform(-0.3, 0.3, count)) * (random.random(count) < 0.6)
    zoom[zoom == 0] = 1.0
    shift = random.uniform(-0.15, 0.15, (count, 2)) * (zoom != 1.0)[:, None] * [width, height]
    gain = random.uniform(0.8, 1.2, (count, 3)) * random.uniform(0.7, 1.3, (count, 1))
    return changed((frames.images, frames.boxes, frames.classes), chosen, mirrored, zoom, shift, gain)


def changed(frames, chosen: np.ndarray, mirrored: np.ndarray, zoom: np.ndarray, shift: np.ndarray, gain: np.ndarray):
    """The chosen of `frames` (images, boxes, labels), each mirrored, zoomed, shifted and lit as said for it.

    Images float [n, 3, h, w] 0..1; boxes [n, v, 4], labels [n, v], real [n, v], filled up to the most vehicles.
    """
    pictures, truth, labels = frames
    height, width = pictures.shape[1:3]
    images = np.empty((len(chosen), height, width, 3), np.float32)
    kept = []
    for i, frame in enumerate(chosen):
        lit(warp(pictures[frame], bool(mirrored[i]), zoom[i], shift[i]), gain[i], images[i])
        boxes = truth[frame].copy()
        if mirrored[i]:
            boxes[:, [0, 2]] = width - boxes[:, [2, 0]]
        middle = np.array([width / 2, height / 2] * 2)
        boxes = (boxes - middle) * zoom[i] + middle + np.tile(shift[i], 2)
        kept.append(clip(boxes, labels[frame], width, height))
    return torch.from_numpy(images).permute(0, 3, 1, 2), *pad(kept)


def warp(image: np.ndarray, mirrored: bool, zoom: float, shift: np.ndarray) -> np.ndarray:
    """Mirrors, scales about the middle, then moves by `shift` pixels; what comes in from outside is grey."""
    height, width = image.shape[:2]
    if zoom == 1.0:
        return np.ascontiguousarray(image[:, ::-1]) if mirrored else image
    middle = np.array([width / 2, height / 2]) - 0.5  # between the pixels' centres
    scale = np.array([-zoom if mirrored else zoom, zoom])
    moved = middle + shift - scale * middle
    matrix = np.array([[scale[0], 0, moved[0]], [0, scale[1], moved[1]]])
    return cv2.warpAffine(image, matrix, (width, height), borderValue=(PADDING,) * 3)


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
