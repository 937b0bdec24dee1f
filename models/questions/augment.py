"""Batches for the extractor: mirrored, shifted, zoomed and lit differently each time, hues almost kept."""

import numpy as np

from detector.augment import changed

from .data import Frames


def batch(frames: Frames, chosen: np.ndarray, random: np.random.Generator):
    """See `detector.augment.changed`; the vehicles' labels are their codes."""
    count, (height, width) = len(chosen), frames.images.shape[1:3]
    mirrored = random.random(count) < 0.5
    zoom = np.where(random.random(count) < 0.6, np.exp(random.uniform(-0.25, 0.25, count)), 1.0)
    shift = random.uniform(-0.12, 0.12, (count, 2)) * (zoom != 1.0)[:, None] * [width, height]
    gain = random.uniform(0.97, 1.03, (count, 3)) * random.uniform(0.88, 1.12, (count, 1))
    return changed((frames.images, frames.boxes, frames.codes), chosen, mirrored, zoom, shift, gain)
