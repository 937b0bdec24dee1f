"""The streets on which detectors are trained and measured."""

import subprocess
from functools import lru_cache
from pathlib import Path

from .data import LabelledFrames, load

STREETS = {"train": ("1-700", 4), "test": ("3001-3060", 5)}
"""Seeds and frames per camera, by set."""

EVERY = 61


class Streets:
    """The sets in a directory, drawn by `jellybean street` where they are missing."""

    def __init__(self, jellybean: Path, directory: Path):
        self.jellybean = jellybean
        self.directory = directory

    @lru_cache(maxsize=2)  # a variant and what is made of it see the same frames
    def frames(self, name: str, height: int, width: int, every: int = 1) -> LabelledFrames:
        """A set, or every so many frames of it, letterboxed to this size."""
        target = self.directory / name
        if not (target / "labels.csv").exists():
            seeds, frames = STREETS[name]
            command = [str(self.jellybean), "street", "--seeds", seeds, "--frames", str(frames)]
            subprocess.run([*command, "--every", str(EVERY), "--out", str(target)], check=True)
        return load(target, height, width, every)


def described(name: str, frames: LabelledFrames) -> str:
    """One line for the manifest."""
    return f"simulated streets {STREETS[name][0]}, {len(frames.images)} frames"
