"""The sizes in which the detector is trained. They differ in nothing else."""

from dataclasses import dataclass

LABELS = ["car", "van", "truck", "bus"]


@dataclass(frozen=True)
class Variant:
    """Input in pixels, channels after each of the five halvings, channels of the neck."""

    name: str
    height: int
    width: int
    channels: tuple[int, int, int, int, int]
    neck: int

    @property
    def id(self) -> str:
        return f"vehicle-detector-{self.name}"


VARIANTS = {
    variant.name: variant
    for variant in (
        Variant("s", 96, 160, (8, 12, 16, 24, 32), 16),
        Variant("m", 128, 224, (8, 16, 24, 40, 48), 24),
    )
}
