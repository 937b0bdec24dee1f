"""From sound to log-mel spectra by convolutions, so that the ONNX file holds all of it."""

import math

import torch
from torch import nn
from torch.nn import functional

from .variants import SAMPLE_RATE

WINDOW = 400
LOWEST_BIN, HIGHEST_BIN = 2, 190  # 80 to 7600 Hz
QUIETEST = 1e-7


def mel(hertz: float) -> float:
    return 2595 * math.log10(1 + hertz / 700)


class LogMel(nn.Module):
    """Sound float [n, samples], -1..1, to the logarithm of the power in each band, [n, bands, 1, frames].

    The waves of the Fourier transform are looked up in one period of a cosine: the runtime does it once, and the file
    needs to hold 400 numbers instead of 150,000.
    """

    def __init__(self, hop: int, bands: int):
        super().__init__()
        self.hop = hop
        period = torch.arange(WINDOW)
        window = 0.5 - 0.5 * torch.cos(2 * math.pi * (period + 0.5) / WINDOW)
        self.register_buffer("cosine", torch.cos(2 * math.pi * period.double() / WINDOW).float(), persistent=False)
        self.register_buffer("window", window / (window.sum() / 2), persistent=False)
        self.register_buffer("frequencies", torch.arange(LOWEST_BIN, HIGHEST_BIN + 1)[:, None])
        self.register_buffer("times", period[None])
        self.register_buffer("triangles", triangles(bands), persistent=False)

    def forward(self, sound: torch.Tensor) -> torch.Tensor:
        parts = functional.conv2d(sound[:, None, None], self.waves()[:, None, None], stride=(1, self.hop))
        return torch.log(functional.conv2d(parts * parts, self.triangles) + QUIETEST)

    def waves(self) -> torch.Tensor:
        """Of each bin, first the real then the imaginary parts, under the window: [2 bins, samples]."""
        turns = self.frequencies * self.times
        real = self.cosine[torch.remainder(turns, WINDOW)] * self.window
        imaginary = self.cosine[torch.remainder(turns + WINDOW // 4, WINDOW)] * self.window
        return torch.cat([real, imaginary])

    @torch.no_grad()
    def of(self, sound: torch.Tensor) -> torch.Tensor:
        """The same for one sound [samples] as [bands, frames], by a fast transform: training needs no graph of it."""
        transformed = torch.fft.rfft(sound.unfold(0, WINDOW, self.hop) * self.window)[:, LOWEST_BIN : HIGHEST_BIN + 1]
        power = transformed.real.square() + transformed.imag.square()
        bins = power.shape[1]
        return torch.log(self.triangles[:, :bins, 0, 0] @ power.T + QUIETEST)


def triangles(bands: int) -> torch.Tensor:
    """How much each bin, first of the real then of the imaginary parts, counts in each band: [bands, 2 bins, 1, 1]."""
    hertz = torch.arange(LOWEST_BIN, HIGHEST_BIN + 1) * SAMPLE_RATE / WINDOW
    least, most = mel(LOWEST_BIN * SAMPLE_RATE / WINDOW), mel(HIGHEST_BIN * SAMPLE_RATE / WINDOW)
    edges = [700 * (10 ** ((least + (most - least) * i / (bands + 1)) / 2595) - 1) for i in range(bands + 2)]
    rows = []
    for low, peak, high in zip(edges, edges[1:], edges[2:]):
        low, high = min(low, peak - 40.0), max(high, peak + 40.0)  # every band has at least one bin
        rows.append(torch.minimum((hertz - low) / (peak - low), (high - hertz) / (high - peak)).clamp(min=0))
    weights = torch.stack(rows)
    return torch.cat([weights, weights], 1)[:, :, None, None]
