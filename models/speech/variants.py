"""The sizes in which the speech recogniser is trained. They differ in nothing else."""

from dataclasses import dataclass

SYMBOLS = ["", " ", *"abcdefghijklmnopqrstuvwxyz"]  # the first is the blank of CTC
SAMPLE_RATE = 16_000


@dataclass(frozen=True)
class Variant:
    """Samples between two spectra, their highest frequency in hertz, their bands; channels and number of the blocks.

    Steps of the output are 20 ms long in all variants.
    """

    name: str
    hop: int
    highest: int
    bands: int
    channels: int
    blocks: int

    @property
    def id(self) -> str:
        return f"speech-{self.name}"


VARIANTS = {
    variant.name: variant
    for variant in (
        Variant("s", 320, 4000, 32, 48, 4),
        Variant("m", 160, 5600, 48, 96, 7),
        Variant("l", 160, 7600, 64, 192, 13),
    )
}
