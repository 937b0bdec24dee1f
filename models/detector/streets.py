"""The frames on which detectors are trained and measured."""

from functools import lru_cache
from pathlib import Path

from common.streets import TEST, TRAIN

from .data import LabelledFrames, load

SETS = {street_set.name: street_set for street_set in (TRAIN, TEST)}


class Streets:
    """The sets in a directory, drawn where they are missing."""

    def __init__(self, directory: Path):
        self.directory = directory

    @lru_cache(maxsize=2)  # a variant and what is made of it see the same frames
    def frames(self, name: str, height: int, width: int, every: int = 1) -> LabelledFrames:
        """A set, or every so many frames of it, letterboxed to this size."""
        return load(SETS[name].drawn(self.directory), height, width, every)


def described(name: str, frames: LabelledFrames) -> str:
    """One line for the manifest."""
    return f"simulated streets {SETS[name].seeds}, {len(frames.images)} frames"
