"""Labelled frames, letterboxed exactly as the job does it."""

import csv
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from .variants import LABELS

PADDING = 114


@dataclass(frozen=True)
class Placement:
    """Where a frame lies within the input: x_input = x_frame * scale_x + left, and the same for y."""

    scale_x: float
    scale_y: float
    left: int
    top: int

    def to_input(self, boxes: np.ndarray) -> np.ndarray:
        """Boxes [n, 4] as left, top, right, bottom in pixels."""
        return boxes * ([self.scale_x, self.scale_y] * 2) + [self.left, self.top] * 2

    def to_frame(self, boxes: np.ndarray) -> np.ndarray:
        return (boxes - np.array([self.left, self.top] * 2)) / np.array([self.scale_x, self.scale_y] * 2)


def letterbox(frame: np.ndarray, height: int, width: int) -> tuple[np.ndarray, Placement]:
    """Keeps every k-th pixel while the result is no smaller than the input, scales the rest evenly, centres it on grey."""
    step = max(1, min(frame.shape[1] // width, frame.shape[0] // height))
    sampled = frame[::step, ::step]
    scale = min(width / sampled.shape[1], height / sampled.shape[0])
    size = (max(1, round(sampled.shape[1] * scale)), max(1, round(sampled.shape[0] * scale)))
    left, top = (width - size[0]) // 2, (height - size[1]) // 2
    image = np.full((height, width, 3), PADDING, np.uint8)
    resized = cv2.resize(sampled, size, interpolation=cv2.INTER_LINEAR)
    image[top : top + size[1], left : left + size[0]] = resized
    return image, Placement(size[0] / sampled.shape[1] / step, size[1] / sampled.shape[0] / step, left, top)


@dataclass(frozen=True)
class LabelledFrames:
    """All frames of a set: images [n, height, width, 3] RGB, and per frame boxes [b, 4] in pixels of the input, classes [b]."""

    images: np.ndarray
    boxes: list[np.ndarray]
    classes: list[np.ndarray]
    placements: list[Placement]
    streets: list[int]


def load(directory: Path, height: int, width: int, every: int = 1) -> LabelledFrames:
    """Reads what `jellybean street` has written, or every so many frames of it."""
    labels: dict[str, list[list[float]]] = {}
    with open(directory / "labels.csv", newline="") as file:
        for row in csv.DictReader(file):
            left, top = float(row["left"]), float(row["top"])
            right, bottom = left + float(row["width"]), top + float(row["height"])
            labels.setdefault(row["image"], []).append([left, top, right, bottom, LABELS.index(row["type"])])
    with open(directory / "images.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    images, drawn = letterboxed(directory, [row["image"] for row in rows], height, width)
    boxes, classes, placements = [], [], []
    for row, values in list(zip(rows, drawn))[::every]:
        placement = Placement(*values[:2], *values[2:].astype(int))
        truth = np.array(labels.get(row["image"], []), np.float64).reshape(-1, 5)
        boxes.append(placement.to_input(truth[:, :4]).astype(np.float32))
        classes.append(truth[:, 4].astype(np.int64))
        placements.append(placement)
    return LabelledFrames(images[::every], boxes, classes, placements, [int(row["seed"]) for row in rows[::every]])


def letterboxed(directory: Path, names: list[str], height: int, width: int) -> tuple[np.ndarray, np.ndarray]:
    """Images [n, height, width, 3] and placements [n, 4]; kept in the directory, so that the next training begins at once."""
    kept = [directory / f"letterboxed-{width}x{height}-{part}.npy" for part in ("images", "placements")]
    if not all(file.exists() and file.stat().st_mtime > (directory / "images.csv").stat().st_mtime for file in kept):
        images, placements = np.empty((len(names), height, width, 3), np.uint8), np.empty((len(names), 4))
        for i, name in enumerate(names):
            frame = cv2.cvtColor(cv2.imread(str(directory / "images" / name)), cv2.COLOR_BGR2RGB)
            images[i], placement = letterbox(frame, height, width)
            placements[i] = placement.scale_x, placement.scale_y, placement.left, placement.top
        np.save(kept[0], images)
        np.save(kept[1], placements)
    return np.load(kept[0], mmap_mode="c"), np.load(kept[1])
