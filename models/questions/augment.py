"""Batches for the extractor: mirrored, shifted, zoomed and lit differently each time, hues almost kept."""

import cv2
import numpy as np
import torch

from detector.augment import LEVELS, clip, pad, warp

from .data import Frames


def batch(frames: Frames, chosen: np.ndarray, random: np.random.Generator):
    """Images float [n, 3, h, w] 0..1; boxes [n, v, 4], codes [n, v], real [n, v], filled up to the most vehicles."""
    count, (height, width) = len(chosen), frames.images.shape[1:3]
    mirrored = random.random(count) < 0.5
    zoom = np.where(random.random(count) < 0.6, np.exp(random.uniform(-0.25, 0.25, count)), 1.0)
    shift = random.uniform(-0.12, 0.12, (count, 2)) * (zoom != 1.0)[:, None] * [width, height]
    gain = random.uniform(0.96, 1.04, (count, 3)) * random.uniform(0.8, 1.2, (count, 1))
    images = np.empty((count, height, width, 3), np.float32)
    kept = []
    for i, frame in enumerate(chosen):
        image = warp(frames.images[frame], bool(mirrored[i]), zoom[i], shift[i])
        cv2.LUT(image, np.minimum(LEVELS * gain[i], 1.0).astype(np.float32)[None], images[i])
        boxes = frames.boxes[frame].copy()
        if mirrored[i]:
            boxes[:, [0, 2]] = width - boxes[:, [2, 0]]
        middle = np.array([width / 2, height / 2] * 2)
        boxes = (boxes - middle) * zoom[i] + middle + np.tile(shift[i], 2)
        kept.append(clip(boxes, frames.codes[frame], width, height))
    return torch.from_numpy(images).permute(0, 3, 1, 2), *pad(kept)
