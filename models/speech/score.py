"""Word error rate, raw and with the lexicon, and the share of questions understood wholly."""

from dataclasses import dataclass

import numpy as np
import torch

from .data import SpokenSet
from .lexicon import Lexicon
from .network import Recogniser
from .variants import SYMBOLS


@dataclass(frozen=True)
class Errors:
    """Per sentence the substituted, missing and superfluous words, and how many words it has."""

    errors: np.ndarray
    words: np.ndarray

    def rate(self) -> float:
        return float(self.errors.sum() / self.words.sum())

    def whole(self) -> float:
        return float((self.errors == 0).mean())

    def interval(self, draws: int = 1000) -> list[float]:
        """The 95 % interval of the rate, by drawing sentences again and again."""
        random = np.random.default_rng(0)
        drawn = random.integers(len(self.words), size=(draws, len(self.words)))
        rates = self.errors[drawn].sum(1) / self.words[drawn].sum(1)
        return [float(bound) for bound in np.percentile(rates, [2.5, 97.5])]


def greedy(logits: np.ndarray) -> str:
    """The most probable symbol of each step of [steps, symbols], without repetitions and blanks."""
    best = logits.argmax(1)
    kept = best[np.r_[True, best[1:] != best[:-1]]]
    return " ".join("".join(SYMBOLS[symbol] for symbol in kept).split())


def distance(truth: list[str], heard: list[str]) -> int:
    """The least number of words to be replaced, left out and put in (Levenshtein)."""
    row = list(range(len(heard) + 1))
    for i, wanted in enumerate(truth):
        diagonal, row[0] = row[0], i + 1
        for j, word in enumerate(heard):
            diagonal, row[j + 1] = row[j + 1], min(row[j + 1] + 1, row[j] + 1, diagonal + (wanted != word))
    return row[-1]


@torch.no_grad()
def recognise(network: Recogniser, speech: SpokenSet) -> list[np.ndarray]:
    """Logits [steps, symbols] of each sound, one at a time, so that none is filled up."""
    network.eval()
    return [network(torch.from_numpy(sound)[None])[0].numpy() for sound in speech.sounds]


def errors(truth: list[str], heard: list[str]) -> Errors:
    wrong = [distance(one.split(), other.split()) for one, other in zip(truth, heard)]
    return Errors(np.array(wrong), np.array([len(text.split()) for text in truth]))


def scores(network: Recogniser, speech: SpokenSet, lexicon: Lexicon) -> tuple[Errors, Errors]:
    """Raw, and with the lexicon."""
    logits = recognise(network, speech)
    raw = errors(speech.texts, [greedy(one) for one in logits])
    return raw, errors(speech.texts, [lexicon.decode(one) for one in logits])
