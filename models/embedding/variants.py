"""The sizes in which the embedding is trained. They differ in nothing else."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Variant:
    """Input in pixels, channels at a quarter, an eighth and a sixteenth of it and before the projection, length of the embedding."""

    name: str
    height: int
    width: int
    channels: tuple[int, int, int]
    narrowed: int
    dimensions: int

    @property
    def id(self) -> str:
        return f"vehicle-embedding-{self.name}"


VARIANTS = {
    variant.name: variant
    for variant in (
        Variant("s", 24, 48, (12, 24, 32), 16, 64),
        Variant("m", 32, 64, (20, 40, 56), 24, 64),
        Variant("l", 48, 96, (32, 64, 96), 32, 96),
    )
}
