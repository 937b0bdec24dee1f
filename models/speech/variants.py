"""The sizes in which the speech recogniser is trained. They differ in nothing else."""

from dataclasses import dataclass

SYMBOLS = ["", " ", *"abcdefghijklmnopqrstuvwxyz"]  # the first is the blank of CTC
SAMPLE_RATE = 16_000


@dataclass(frozen=True)
class Variant:
    """Samples between two spectra, bands of a spectrum, channels and number of the blocks. Steps are 20 ms long in all."""

    name: str
    hop: int
    bands: int
    channels: int
    blocks: int

    @property
    def id(self) -> str:
        return f"speech-{self.name}"


VARIANTS = {
    variant.name: variant
    for variant in (
        Variant("s", 320, 32, 48, 4),
        Variant("m", 160, 48, 96, 7),
        Variant("l", 160, 64, 192, 10),
    )
}
