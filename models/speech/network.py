"""A residual network of depthwise separable convolutions over time, in the manner of QuartzNet (Kriman et al., 2020)."""

import torch
from torch import nn

from .spectrum import LogMel
from .variants import SYMBOLS, Variant

KERNEL = 11
STEM_KERNEL = 7
STEP = 320  # samples of a step of the output
SPREAD = 2.5  # about the deviation of a log-mel spectrum


class Block(nn.Module):
    """Along time, then across channels, beside an identity."""

    def __init__(self, channels: int, dropout: float):
        super().__init__()
        self.time = nn.Conv2d(channels, channels, (1, KERNEL), padding=(0, KERNEL // 2), groups=channels, bias=False)
        self.across = nn.Conv2d(channels, channels, 1, bias=False)
        self.norm = nn.BatchNorm2d(channels)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x + self.dropout(self.norm(self.across(self.time(x))).relu())


class Recogniser(nn.Module):
    """Sound float [n, samples], -1..1, to logits [n, steps, symbols]."""

    def __init__(self, variant: Variant, dropout: float = 0.0):
        super().__init__()
        self.spectrum = LogMel(variant)
        stride = STEP // variant.hop
        kernel, padding = (1, STEM_KERNEL), (0, STEM_KERNEL // 2)
        self.stem = nn.Sequential(
            nn.Conv2d(variant.bands, variant.channels, kernel, (1, stride), padding, bias=False),
            nn.BatchNorm2d(variant.channels),
            nn.ReLU(),
        )
        self.blocks = nn.Sequential(*(Block(variant.channels, dropout) for _ in range(variant.blocks)))
        self.head = nn.Conv2d(variant.channels, len(SYMBOLS), 1)

    def forward(self, sound: torch.Tensor) -> torch.Tensor:
        return self.logits(self.spectrum(sound))

    def logits(self, spectra: torch.Tensor) -> torch.Tensor:
        """Spectra [n, bands, 1, frames] to logits; the mean of each band over time is taken away: it is the microphone's."""
        spectra = (spectra - spectra.mean(3, keepdim=True)) / SPREAD
        return self.head(self.blocks(self.stem(spectra))).squeeze(2).transpose(1, 2)
