"""A small residual network from a picture to a point on the unit sphere: pictures of one vehicle lie close together."""

import torch
from torch import nn

from .variants import Variant


def convolution(inputs: int, outputs: int, kernel: int = 3, stride: int = 1) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride, (kernel - 1) // 2, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


class Residual(nn.Module):
    """Two 3 x 3 convolutions beside an identity (He et al., 2016)."""

    def __init__(self, channels: int):
        super().__init__()
        self.body = nn.Sequential(convolution(channels, channels), convolution(channels, channels))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.body(x)


class Embedder(nn.Module):
    """Pictures float [n, 3, h, w], 0..1, to embeddings [n, dimensions] of length 1.

    The last map is not averaged but kept place by place: where a mark sits tells vehicles apart.
    """

    def __init__(self, variant: Variant):
        super().__init__()
        c4, c8, c16 = variant.channels
        self.stages = nn.Sequential(
            convolution(3, c4, kernel=6, stride=4),
            Residual(c4),
            convolution(c4, c8, stride=2),
            Residual(c8),
            convolution(c8, c16, stride=2),
            Residual(c16),
            convolution(c16, variant.narrowed, kernel=1),
        )
        with torch.no_grad():
            last = self.stages(torch.zeros(1, 3, variant.height, variant.width))
        self.projection = nn.Linear(last.numel(), variant.dimensions)

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        embeddings = self.projection(self.stages(pictures).flatten(1))
        return embeddings / embeddings.norm(2, 1, True).clamp(min=1e-6)
