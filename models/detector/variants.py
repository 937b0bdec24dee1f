"""The sizes in which the detector is trained. They differ in nothing else."""

from dataclasses import dataclass

LABELS = ["car", "van", "truck", "bus"]


@dataclass(frozen=True)
class Variant:
    """Input in pixels, channels at strides 4, 8, 16 and 32, channels of the neck."""

    name: str
    height: int
    width: int
    channels: tuple[int, int, int, int]
    neck: int

    @property
    def id(self) -> str:
        return f"vehicle-detector-{self.name}"


VARIANTS = {
    variant.name: variant
    for variant in (
        Variant("s", 96, 160, (16, 16, 32, 32), 16),
        Variant("m", 128, 224, (16, 32, 48, 64), 32),
        Variant("l", 192, 320, (32, 48, 64, 96), 48),
    )
}
