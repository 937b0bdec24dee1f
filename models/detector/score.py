"""AP50: average precision at IoU .5 without regard to class, its interval by drawing streets again and again."""

from typing import Callable

import numpy as np

from .data import LabelledFrames

Run = Callable[[np.ndarray], np.ndarray]
"""uint8 [n, h, w, 3] to float32 [n, 4 + classes, cells], as the ONNX file does it."""

LEAST_SCORE = 0.1
SUPPRESS_ABOVE_IOU = 0.55
MOST_DETECTIONS = 100
BATCH = 32


def iou(box: np.ndarray, others: np.ndarray) -> np.ndarray:
    shared = np.clip(np.minimum(box[2:], others[:, 2:]) - np.maximum(box[:2], others[:, :2]), 0, None).prod(1)
    return shared / ((box[2:] - box[:2]).prod() + (others[:, 2:] - others[:, :2]).prod(1) - shared + 1e-9)


def suppress(boxes: np.ndarray, scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Non-maximum suppression without regard to class, the best first."""
    kept: list[int] = []
    for i in np.argsort(-scores, kind="stable"):
        if scores[i] < LEAST_SCORE or len(kept) == MOST_DETECTIONS:
            break
        if not kept or iou(boxes[i], boxes[kept]).max() <= SUPPRESS_ABOVE_IOU:
            kept.append(i)
    return boxes[kept], scores[kept]


def detect(run: Run, frames: LabelledFrames):
    """Boxes and scores of every frame, in pixels of the input."""
    found = []
    for start in range(0, len(frames.images), BATCH):
        output = run(frames.images[start : start + BATCH]).transpose(0, 2, 1)
        middle, half = output[..., :2], output[..., 2:4] / 2
        boxes, scores = np.concatenate([middle - half, middle + half], 2), output[..., 4:].max(2)
        found += [suppress(boxes[i], scores[i]) for i in range(len(boxes))]
    return found


def hits(boxes: np.ndarray, truth: np.ndarray) -> list[bool]:
    """Whether each box, the best first, takes a vehicle that is still free."""
    free = np.ones(len(truth), bool)
    taken = []
    for box in boxes:
        overlap = iou(box, truth) * free if len(truth) else np.zeros(0)
        best = int(overlap.argmax()) if len(overlap) else -1
        hit = best >= 0 and overlap[best] >= 0.5
        if hit:
            free[best] = False
        taken.append(bool(hit))
    return taken


def average_precision(scores: np.ndarray, hit: np.ndarray, truths: int) -> float:
    """The area under precision over recall, each precision raised to the best at a greater recall."""
    hit = hit[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(hit) / np.arange(1, len(hit) + 1)
    precision = np.maximum.accumulate(precision[::-1])[::-1]
    return float(precision[hit].sum() / truths)


def ap50(run: Run, frames: LabelledFrames, draws: int = 0) -> tuple[float, list[float]]:
    """AP50 and, after `draws` bootstrap draws of whole streets, its 95 % interval."""
    by_street: dict[int, list[tuple[np.ndarray, np.ndarray, int]]] = {}
    for i, (boxes, scores) in enumerate(detect(run, frames)):
        entry = (scores, np.array(hits(boxes, frames.boxes[i]), bool), len(frames.boxes[i]))
        by_street.setdefault(frames.streets[i], []).append(entry)

    def over(streets) -> float:
        entries = [entry for street in streets for entry in by_street[street]]
        scores, hit = (np.concatenate([entry[part] for entry in entries]) for part in (0, 1))
        return average_precision(scores, hit, sum(entry[2] for entry in entries))

    streets = sorted(by_street)
    random = np.random.default_rng(0)
    drawn = [over(random.choice(streets, len(streets))) for _ in range(draws)]
    return over(streets), [float(x) for x in np.percentile(drawn, [2.5, 97.5])] if drawn else []
