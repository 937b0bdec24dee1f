"""Frames with what is to be seen in them and what is asked about them."""

import csv
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from detector.data import letterbox

from .variants import COLOURS, MOST_WORDS, TYPES

LEAST_VISIBLE = 0.5
LEAST_WIDTH, LEAST_HEIGHT = 0.04, 0.05
ANY, NONE = -1, -2
NOUNS = {
    "vehicle": ANY,
    "vehicles": ANY,
    "buses": TYPES.index("bus"),
    **{type + plural: i for i, type in enumerate(TYPES) for plural in ("", "s")},
}
KINDS = ["count", "colour", "type", "presence", "position", "relation", "comparison"]


@dataclass(frozen=True)
class Grammar:
    """The vocabulary, index 0 for padding and 1 for unknown words, and the answers."""

    words: list[str]
    answers: list[str]

    def encode(self, question: str) -> list[int]:
        """MOST_WORDS indices."""
        indices = [self.index.get(word, 1) for word in question.split()]
        return indices + [0] * (MOST_WORDS - len(indices))

    @property
    def index(self) -> dict[str, int]:
        return {word: i for i, word in enumerate(self.words)}


@dataclass(frozen=True)
class Frames:
    """Images [n, height, width, 3] RGB, and per frame boxes [b, 4] in pixels of the input and codes [b], see `code`."""

    images: np.ndarray
    boxes: list[np.ndarray]
    codes: list[np.ndarray]
    streets: np.ndarray


@dataclass(frozen=True)
class Asked:
    """All questions of a set: frame [q], words [q, MOST_WORDS], answer [q], kind [q], and what they name, see `named`."""

    frame: np.ndarray
    words: np.ndarray
    answer: np.ndarray
    kind: np.ndarray
    named: np.ndarray


def code(type: str, colour: str, clear: bool) -> int:
    """Type, colour and whether an observer is sure to see it, as one number."""
    return (TYPES.index(type) * len(COLOURS) + COLOURS.index(colour)) * 2 + clear


def read_grammar(directory: Path) -> Grammar:
    """Reads what `jellybean questions --words` and `--answers` have listed."""
    words, answers = ((directory / name).read_text().split() for name in ("words.txt", "answers.txt"))
    return Grammar(["", "?", *words], answers)


def read_frames(directory: Path, height: int, width: int) -> Frames:
    """Reads what `jellybean street` has written."""
    labels: dict[str, list[dict[str, str]]] = {}
    for row in rows(directory / "labels.csv"):
        labels.setdefault(row["image"], []).append(row)
    listed = rows(directory / "images.csv")
    images = np.empty((len(listed), height, width, 3), np.uint8)
    boxes, codes = [], []
    for i, row in enumerate(listed):
        frame = cv2.cvtColor(cv2.imread(str(directory / "images" / row["image"])), cv2.COLOR_BGR2RGB)
        images[i], placement = letterbox(frame, height, width)
        seen = labels.get(row["image"], [])
        sides = np.array([[float(box[f]) for f in ("left", "top", "width", "height")] for box in seen]).reshape(-1, 4)
        large = (sides[:, 2] >= LEAST_WIDTH * frame.shape[1]) & (sides[:, 3] >= LEAST_HEIGHT * frame.shape[0])
        corners = np.concatenate([sides[:, :2], sides[:, :2] + sides[:, 2:]], 1)
        boxes.append(placement.to_input(corners).astype(np.float32))
        codes.append(
            np.array(
                [
                    code(box["type"], box["colour"], bool(big) and float(box["visibleFraction"]) >= LEAST_VISIBLE)
                    for box, big in zip(seen, large)
                ],
                np.int64,
            )
        )
    return Frames(images, boxes, codes, np.array([int(row["seed"]) for row in listed]))


def read_questions(directory: Path, grammar: Grammar) -> Asked:
    """Reads what `jellybean street --questions` has written, in the order of the frames."""
    frame_by_image = {row["image"]: i for i, row in enumerate(rows(directory / "images.csv"))}
    index, answers = grammar.index, {answer: i for i, answer in enumerate(grammar.answers)}
    listed = rows(directory / "questions.csv")
    words = np.zeros((len(listed), MOST_WORDS), np.int64)
    for i, row in enumerate(listed):
        indices = [index[word] for word in row["question"].split()]
        words[i, : len(indices)] = indices
    return Asked(
        np.array([frame_by_image[row["image"]] for row in listed]),
        words,
        np.array([answers[row["answer"]] for row in listed]),
        np.array([KINDS.index(row["kind"]) for row in listed]),
        np.array([named(row["kind"], row["question"].split()) for row in listed], np.int64),
    )


def named(kind: str, question: list[str]) -> list[list[int]]:
    """Type and colour of the first and of the second vehicle that a question names: ANY if not said, NONE if not named."""
    found = []
    for i, word in enumerate(question):
        colour = COLOURS.index(question[i - 1]) if i and question[i - 1] in COLOURS else ANY
        if word in NOUNS and (kind != "type" or colour != ANY):
            found.append([NOUNS[word], colour])
        elif colour != ANY:
            found.append([ANY, colour])
    if question[-1] in COLOURS:
        found.append([ANY, COLOURS.index(question[-1])])
    return (found + [[NONE, NONE]] * 2)[:2]


def rows(file: Path) -> list[dict[str, str]]:
    with open(file, newline="") as lines:
        return list(csv.DictReader(lines))
