"""The sizes in which the detector is trained. They differ in nothing else."""

from dataclasses import dataclass

LABELS = ["car", "van", "truck", "bus"]


@dataclass(frozen=True)
class Widths:
    """Channels of every layer: at strides 4, 8, 16 and 32, within the residuals of strides 8, 16 and 32, of the neck's
    sums at strides 16 and 8 and of its bottom, and of the heads of strides 8, 16 and 32."""

    stem: int
    stages: tuple[int, int, int]
    inner: tuple[int, int, int]
    neck: tuple[int, int, int]
    heads: tuple[int, int, int]

    @staticmethod
    def even(stem: int, stages: tuple[int, int, int], neck: int) -> "Widths":
        """As a network begins: residuals as wide as their stages, neck and heads of one width."""
        return Widths(stem, stages, stages, (neck,) * 3, (neck,) * 3)


@dataclass(frozen=True)
class Variant:
    """Input in pixels, and channels."""

    name: str
    height: int
    width: int
    widths: Widths

    @property
    def id(self) -> str:
        return f"vehicle-detector-{self.name}"


TRAINED = {
    variant.name: variant
    for variant in (
        Variant("s", 96, 160, Widths.even(16, (16, 32, 32), 16)),
        Variant("m", 128, 224, Widths.even(16, (32, 40, 48), 32)),
        Variant("l", 224, 384, Widths.even(32, (48, 64, 64), 48)),
    )
}
PRUNED = {"pruned": "l"}
"""Channels are taken out of these, by variant."""

QUANTIZED = {"m-int8": "m", "l-int8": "l"}
"""These become 8-bit networks, by variant."""
