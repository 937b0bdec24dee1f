"""Pictures of vehicles, cut out of labelled frames exactly as the job does it."""

import csv
from dataclasses import dataclass, fields, replace
from pathlib import Path

import cv2
import numpy as np

MARGIN = 0.15


@dataclass(frozen=True)
class Crops:
    """All vehicles of a set, in the resolution of their frames, each with a margin for boxes that are not exact.

    pixels holds the pictures one after the other: picture i is [heights[i], widths[i], 3] RGB from starts[i] on. boxes [n, 4]
    are left, top, right, bottom in pixels of the picture; identities number the vehicles of all streets through; visible
    says which part of each vehicle is seen, 0..1.
    """

    pixels: np.ndarray
    starts: np.ndarray
    heights: np.ndarray
    widths: np.ndarray
    boxes: np.ndarray
    identities: np.ndarray
    cameras: np.ndarray
    streets: np.ndarray
    visible: np.ndarray

    def __len__(self) -> int:
        return len(self.starts)

    def picture(self, i: int) -> np.ndarray:
        height, width = int(self.heights[i]), int(self.widths[i])
        return self.pixels[self.starts[i] : self.starts[i] + height * width * 3].reshape(height, width, 3)

    def where(self, kept: np.ndarray) -> "Crops":
        """Only those for which `kept` [n] is true."""
        chosen = {field.name: getattr(self, field.name)[kept] for field in fields(self) if field.name != "pixels"}
        return replace(self, **chosen)


def cut(picture: np.ndarray, box: np.ndarray, height: int, width: int) -> np.ndarray:
    """The pixels that the box touches, stretched to the input: uint8 [height, width, 3]."""
    left, top = (max(0, min(int(np.floor(x)), size - 1)) for x, size in zip(box[:2], picture.shape[1::-1]))
    right = max(left + 1, min(int(np.ceil(box[2])), picture.shape[1]))
    bottom = max(top + 1, min(int(np.ceil(box[3])), picture.shape[0]))
    return cv2.resize(picture[top:bottom, left:right], (width, height), interpolation=cv2.INTER_LINEAR)


def load(directory: Path) -> Crops:
    """Reads what `jellybean street` has written; keeps the vehicles in `crops.npz` beside it for the next time."""
    cache = directory / "crops.npz"
    if not cache.exists():
        np.savez(cache, **vars(gather(directory)))
    with np.load(cache) as stored:
        return Crops(**{name: stored[name] for name in stored.files})


def gather(directory: Path) -> Crops:
    labels: dict[str, list[dict[str, str]]] = {}
    with open(directory / "labels.csv", newline="") as file:
        for row in csv.DictReader(file):
            labels.setdefault(row["image"], []).append(row)
    with open(directory / "images.csv", newline="") as file:
        images = list(csv.DictReader(file))
    pixels = bytearray()
    sizes, boxes, cameras, streets, visible = [], [], [], [], []
    identities: list[int] = []
    number_by_vehicle: dict[tuple[str, str], int] = {}
    for image in images:
        if image["image"] not in labels:
            continue
        frame = cv2.cvtColor(cv2.imread(str(directory / "images" / image["image"])), cv2.COLOR_BGR2RGB)
        for row in labels[image["image"]]:
            picture, box = with_margin(frame, *(float(row[name]) for name in ("left", "top", "width", "height")))
            pixels += picture.tobytes()
            sizes.append(picture.shape[:2])
            boxes.append(box)
            vehicle = (image["seed"], row["vehicleId"])
            identities.append(number_by_vehicle.setdefault(vehicle, len(number_by_vehicle)))
            cameras.append(int(image["camera"].split("-")[1]))
            streets.append(int(image["seed"]))
            visible.append(float(row["visibleFraction"]))
    heights, widths = np.array(sizes, np.int64).T
    lengths = heights * widths * 3
    return Crops(
        pixels=np.frombuffer(pixels, np.uint8),
        starts=np.cumsum(lengths) - lengths,
        heights=heights,
        widths=widths,
        boxes=np.array(boxes, np.float32),
        identities=np.array(identities),
        cameras=np.array(cameras),
        streets=np.array(streets),
        visible=np.array(visible, np.float32),
    )


def with_margin(frame: np.ndarray, left: float, top: float, width: float, height: float) -> tuple[np.ndarray, list[float]]:
    """The vehicle with what is around it, as far as the frame reaches, and its box therein."""
    x, y = max(0, int(left - MARGIN * width)), max(0, int(top - MARGIN * height))
    right, bottom = int(np.ceil(left + (1 + MARGIN) * width)), int(np.ceil(top + (1 + MARGIN) * height))
    picture = frame[y : min(bottom, frame.shape[0]), x : min(right, frame.shape[1])]
    return picture, [left - x, top - y, left + width - x, top + height - y]
