"""The streets that networks are trained and measured on."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

JELLYBEAN = Path(__file__).resolve().parents[2] / "jellybean"


@dataclass(frozen=True)
class StreetSet:
    """Seeds, frames of each camera and every how many are kept; questions asked about each frame."""

    name: str
    seeds: str
    frames: int
    every: int
    questions: int = 0

    def drawn(self, directory: Path) -> Path:
        """Where it lies in this directory; `jellybean street` draws it if it is missing."""
        target = directory / self.name
        if not (target / ("questions.csv" if self.questions else "labels.csv")).exists():
            command = [str(JELLYBEAN), "street", "--seeds", self.seeds, "--frames", str(self.frames)]
            command += ["--questions", str(self.questions)] if self.questions else []
            subprocess.run([*command, "--every", str(self.every), "--out", str(target)], check=True)
        for listed in ("words", "answers") if self.questions else ():
            if not (target / f"{listed}.txt").exists():
                command = [str(JELLYBEAN), "questions", f"--{listed}", "--out", str(target / f"{listed}.txt")]
                subprocess.run(command, check=True)
        return target


TRAIN = StreetSet("train", "1-700", 4, 61, 28)
TEST = StreetSet("test", "3001-3060", 5, 61, 14)
DRIVES_TRAIN = StreetSet("drives-train", "1-250", 24, 23)
"""Frames 1.5 s apart for long enough to drive past all cameras."""
DRIVES_TEST = StreetSet("drives-test", "3001-3060", 24, 23)
