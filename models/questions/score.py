"""Exact match: the share of questions whose best answer is the right one, in all and for each kind."""

from dataclasses import dataclass

import numpy as np
import torch

from common import manifest

from .answerer import Answerer
from .data import KINDS, Asked, Frames
from .features import BATCH, Extract

BOOTSTRAP_DRAWS = 500


@dataclass(frozen=True)
class Score:
    """Exact match with its 95 % interval, and of each kind; `questions` were asked."""

    value: float
    interval: list[float]
    by_kind: dict[str, float]
    questions: int

    def measured(self, set: str, chance: dict[str, float]) -> dict:
        return {
            **manifest.measured("exactMatch", self.value, self.interval, f"{set}, {self.questions} questions"),
            "kinds": list(self.by_kind),
            "valueByKind": [round(value, 4) for value in self.by_kind.values()],
            "chanceByKind": [round(chance[kind], 4) for kind in self.by_kind],
        }

    def text(self, chance: dict[str, float]) -> str:
        kinds = ", ".join(f"{kind} {value:.3f} ({chance[kind]:.2f})" for kind, value in self.by_kind.items())
        return f"exact match {self.value:.3f}, 95 % interval {self.interval[0]:.3f} to {self.interval[1]:.3f}; {kinds}"


def chance(asked: Asked) -> dict[str, float]:
    """Per kind the share of its most frequent answer: what one reaches without looking."""
    return {
        kind: float(np.bincount(asked.answer[asked.kind == i]).max() / max(1, (asked.kind == i).sum()))
        for i, kind in enumerate(KINDS)
    }


@torch.no_grad()
def measure(answerer: Answerer, extract: Extract, frames: Frames, asked: Asked) -> Score:
    """Asks all questions; the interval comes from drawing whole streets again and again."""
    answerer.eval()
    right = np.zeros(len(asked.answer), bool)
    for start in range(0, len(frames.images), BATCH):
        features = torch.from_numpy(extract(frames.images[start : start + BATCH]))
        for i in range(len(features)):
            chosen = np.flatnonzero(asked.frame == start + i)
            if len(chosen):
                logits = answerer(features[i : i + 1], torch.from_numpy(asked.words[chosen]))
                right[chosen] = logits.argmax(1).numpy() == asked.answer[chosen]
    streets, street = np.unique(frames.streets[asked.frame], return_inverse=True)
    hits, counts = np.bincount(street, right), np.bincount(street)
    random = np.random.default_rng(0)
    drawn = random.integers(0, len(streets), (BOOTSTRAP_DRAWS, len(streets)))
    interval = np.percentile(hits[drawn].sum(1) / counts[drawn].sum(1), [2.5, 97.5])
    by_kind = {kind: float(right[asked.kind == i].mean()) for i, kind in enumerate(KINDS)}
    return Score(float(right.mean()), [float(bound) for bound in interval], by_kind, len(right))
