"""Spoken questions as `jellybean speech` writes them."""

import csv
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from .spectrum import LogMel
from .variants import SAMPLE_RATE, SYMBOLS, Variant

INDEX = {symbol: index for index, symbol in enumerate(SYMBOLS)}


@dataclass
class SpokenSet:
    """Sounds float32 [samples], their texts, and the texts as indexes of symbols."""

    sounds: list[np.ndarray]
    texts: list[str]

    @property
    def targets(self) -> list[np.ndarray]:
        return [np.array([INDEX[letter] for letter in text]) for text in self.texts]


def load(directory: Path) -> SpokenSet:
    with open(directory / "audio.csv", newline="") as lines:
        rows = list(csv.DictReader(lines))
    sounds = [sound(directory / "audio" / row["file"]) for row in rows]
    return SpokenSet(sounds, [row["text"] for row in rows])


def sound(file: Path) -> np.ndarray:
    """The samples of a WAV file of one channel, 16 kHz and 16 bits."""
    with wave.open(str(file)) as content:
        if (content.getframerate(), content.getnchannels(), content.getsampwidth()) != (SAMPLE_RATE, 1, 2):
            raise ValueError(f"{file}: must have one channel of 16 bits at {SAMPLE_RATE} Hz")
        return np.frombuffer(content.readframes(content.getnframes()), "<i2").astype(np.float32) / 32768


def spectra(sounds: list[np.ndarray], variant: Variant) -> list[torch.Tensor]:
    """The log-mel spectrum [bands, frames] of each sound; training changes these instead of the sounds."""
    spectrum = LogMel(variant.hop, variant.bands)
    return [spectrum.of(torch.from_numpy(one)) for one in sounds]
