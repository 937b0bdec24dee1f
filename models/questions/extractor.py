"""The extractor: the detector's trunk, read out once per cell of stride 8, in few channels, because they travel."""

import torch
from torch import nn
from torch.nn import functional

from detector.network import Residual, convolution

from .variants import COLOURS, FEATURES, TYPES, Variant


class Extractor(nn.Module):
    """Images float [n, 3, h, w], 0..1, to features [n, FEATURES, h / 8, w / 8]."""

    def __init__(self, variant: Variant):
        super().__init__()
        c4, c8, c16, c32 = variant.channels
        self.stem = convolution(3, c4, kernel=6, stride=4)
        self.stage8 = nn.Sequential(convolution(c4, c8, stride=2), Residual(c8, c8))
        self.stage16 = nn.Sequential(convolution(c8, c16, stride=2), Residual(c16, c16))
        self.stage32 = nn.Sequential(convolution(c16, c32, stride=2), Residual(c32, c32))
        self.lateral = nn.ModuleList(convolution(c, variant.neck, 1) for c in (c8, c16, c32))
        self.smooth = nn.ModuleList(convolution(variant.neck, variant.neck) for _ in (8, 16))
        self.trunk = convolution(variant.neck, variant.neck)
        self.features = nn.Conv2d(variant.neck, FEATURES, 1)

    def forward(self, images: torch.Tensor) -> torch.Tensor:
        at8 = self.stage8(self.stem(images))
        at16 = self.stage16(at8)
        at32 = self.stage32(at16)
        top = self.lateral[2](at32)
        middle = self.smooth[1](self.lateral[1](at16) + functional.interpolate(top, scale_factor=2.0))
        bottom = self.smooth[0](self.lateral[0](at8) + functional.interpolate(middle, scale_factor=2.0))
        return self.features(self.trunk(bottom))


class Readout(nn.Module):
    """What the extractor is trained for: per cell the logits of a vehicle's middle (1), its type and its colour."""

    def __init__(self) -> None:
        super().__init__()
        self.logits = nn.Conv2d(FEATURES, 1 + len(TYPES) + len(COLOURS), 1)
        nn.init.constant_(self.logits.bias[0], -4.0)

    def forward(self, features: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        middle, type, colour = self.logits(features).split([1, len(TYPES), len(COLOURS)], 1)
        return middle[:, 0], type, colour


class Trained(nn.Module):
    """Extractor and readout, for one optimizer and one average."""

    def __init__(self, variant: Variant):
        super().__init__()
        self.extractor = Extractor(variant)
        self.readout = Readout()

    def forward(self, images: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        return self.readout(self.extractor(images))
