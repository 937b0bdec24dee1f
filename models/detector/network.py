"""A one-stage, anchor-free detector of strides 8, 16 and 32, in the manner of YOLOv8 and FCOS."""

import torch
from torch import nn
from torch.nn import functional

from .variants import LABELS, Variant

STRIDES = (8, 16, 32)


def convolution(inputs: int, outputs: int, kernel: int = 3, stride: int = 1) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride, (kernel - stride + 1) // 2, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


class Residual(nn.Module):
    """Two 3 x 3 convolutions beside an identity (He et al., 2016)."""

    def __init__(self, channels: int, inner: int):
        super().__init__()
        self.body = nn.Sequential(convolution(channels, inner), convolution(inner, channels))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.body(x)


class Head(nn.Module):
    """Per cell: the distances to the four sides in strides (before softplus), and one logit per class."""

    def __init__(self, channels: int, inner: int):
        super().__init__()
        self.trunk = convolution(channels, inner)
        self.sides = nn.Conv2d(inner, 4, 1)
        self.classes = nn.Conv2d(inner, len(LABELS), 1)
        nn.init.constant_(self.sides.bias, 1.0)
        nn.init.constant_(self.classes.bias, -4.5)  # about one cell in a hundred holds a vehicle

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = self.trunk(x)
        return torch.cat([self.sides(x), self.classes(x)], 1).flatten(2)


class Detector(nn.Module):
    """Images float [n, 3, h, w], 0..1, to sides and logits [n, 4 + classes, cells]."""

    def __init__(self, variant: Variant):
        super().__init__()
        stem, stages, inner = variant.widths.stem, variant.widths.stages, variant.widths.inner
        sum16, sum8, bottom = variant.widths.neck
        self.stem = convolution(3, stem, kernel=6, stride=4)  # half the work of two convolutions of stride 2
        self.stages = nn.ModuleList(
            nn.Sequential(convolution(before, after, stride=2), Residual(after, within))
            for before, after, within in zip((stem, *stages), stages, inner)
        )
        self.lateral = nn.ModuleList(convolution(a, b, 1) for a, b in zip(stages, (sum8, sum16, sum16)))
        self.smooth = nn.ModuleList((convolution(sum8, bottom), convolution(sum16, sum8)))
        self.heads = nn.ModuleList(Head(a, b) for a, b in zip((bottom, sum8, sum16), variant.widths.heads))
        centres, strides = cells(variant.height, variant.width)
        self.register_buffer("centres", centres, persistent=False)
        self.register_buffer("strides", strides, persistent=False)

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        at8 = self.stages[0](self.stem(images))
        at16 = self.stages[1](at8)
        at32 = self.stages[2](at16)
        top = self.lateral[2](at32)
        middle = self.smooth[1](self.lateral[1](at16) + functional.interpolate(top, scale_factor=2.0))
        bottom = self.smooth[0](self.lateral[0](at8) + functional.interpolate(middle, scale_factor=2.0))
        return torch.cat([head(x) for head, x in zip(self.heads, (bottom, middle, top))], 2)

    def boxes(self, raw: torch.Tensor) -> torch.Tensor:
        """Left, top, right, bottom in pixels of the input: [n, 4, cells]."""
        sides = functional.softplus(raw[:, :4]) * self.strides
        return torch.cat([self.centres - sides[:, :2], self.centres + sides[:, 2:]], 1)


def cells(height: int, width: int) -> tuple[torch.Tensor, torch.Tensor]:
    """The centres [2, cells] and the strides [1, cells] of all cells, in pixels."""
    centres, strides = [], []
    for stride in STRIDES:
        y, x = torch.meshgrid(torch.arange(height // stride), torch.arange(width // stride), indexing="ij")
        centres.append((torch.stack([x.flatten(), y.flatten()]) + 0.5) * stride)
        strides.append(torch.full((1, x.numel()), float(stride)))
    return torch.cat(centres, 1), torch.cat(strides, 1)
