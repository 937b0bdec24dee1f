"""The sizes in which the extractor of features is trained. They differ in nothing else."""

from dataclasses import dataclass

TYPES = ["car", "van", "truck", "bus"]
COLOURS = ["white", "silver", "grey", "black", "red", "blue", "green", "yellow", "orange", "brown"]
STRIDE = 8
FEATURES = 10
MOST_WORDS = 20


@dataclass(frozen=True)
class Variant:
    """Input in pixels, channels at strides 4, 8, 16 and 32, channels of the neck."""

    name: str
    height: int
    width: int
    channels: tuple[int, int, int, int]
    neck: int

    @property
    def extractor(self) -> str:
        return f"question-features-{self.name}"

    @property
    def answerer(self) -> str:
        return f"question-answers-{self.name}"

    @property
    def rows(self) -> int:
        return self.height // STRIDE

    @property
    def columns(self) -> int:
        return self.width // STRIDE


VARIANTS = {
    variant.name: variant
    for variant in (
        Variant("s", 96, 160, (16, 16, 32, 32), 16),
        Variant("m", 128, 224, (16, 32, 48, 64), 32),
        Variant("l", 192, 320, (32, 48, 64, 80), 40),
    )
}
QUANTIZED = ("m", "l")
