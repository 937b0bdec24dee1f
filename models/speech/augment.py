"""Batches of spectra, each time as if said by another speaker, faster or slower, in another noise."""

import numpy as np
import torch
from torch.nn import functional

LARGEST_WARP = 0.10  # of frequency: the length of the speaker's throat
LARGEST_TEMPO = 0.15
LATEST_START_SECONDS = 0.1
MASKS = 1
WIDEST_TIME_MASK_SECONDS = 0.12
WIDEST_BAND_MASK = 0.12  # of all bands


def batches(lengths: np.ndarray, size: int, random: np.random.Generator) -> list[np.ndarray]:
    """Indexes of all spectra in random batches of nearly equal length."""
    order = np.argsort(lengths * random.uniform(0.95, 1.05, len(lengths)), kind="stable")
    start = random.integers(len(order) % size + 1)
    groups = order[start : start + len(order) // size * size].reshape(-1, size)
    return list(groups[random.permutation(len(groups))])


def batch(chosen: list[torch.Tensor], frames_per_second: float, random: np.random.Generator) -> torch.Tensor:
    """Spectra [n, bands, 1, frames]; each is warped in time and frequency, and its edges go on where it is too short."""
    count, bands = len(chosen), chosen[0].shape[0]
    lengths = np.array([one.shape[1] for one in chosen])
    source = torch.stack([functional.pad(one[None], (0, lengths.max() - one.shape[1]), "replicate")[0] for one in chosen])
    tempo = random.uniform(1 - LARGEST_TEMPO, 1 + LARGEST_TEMPO, count)
    warp = random.uniform(1 - LARGEST_WARP, 1 + LARGEST_WARP, count)
    start = random.uniform(0, LATEST_START_SECONDS, count) * frames_per_second
    frames = int((start + lengths / tempo).max()) + 1
    x = (np.arange(frames)[None] - start[:, None]) * tempo[:, None]
    x = np.minimum(x, lengths[:, None] - 1) / max(1, lengths.max() - 1) * 2 - 1
    y = np.minimum((np.arange(bands)[None] * warp[:, None]) / (bands - 1) * 2 - 1, 1)
    grid = torch.empty(count, bands, frames, 2)
    grid[..., 0] = torch.from_numpy(x)[:, None]
    grid[..., 1] = torch.from_numpy(y)[:, :, None]
    warped = functional.grid_sample(source[:, None], grid, padding_mode="border", align_corners=True)[:, 0]
    masked = mask(noisy(warped, random), frames_per_second, random)
    return masked[:, :, None]


def noisy(spectra: torch.Tensor, random: np.random.Generator) -> torch.Tensor:
    """With stationary noise of any colour, 12 to 50 dB below the loudest part of each spectrum."""
    count, bands, frames = spectra.shape
    loudest = torch.quantile(spectra.flatten(1), 0.98, dim=1)[:, None, None]
    below = torch.from_numpy(random.uniform(12, 50, (count, 1, 1)) / 10 * np.log(10)).float()
    colour = torch.from_numpy(random.uniform(-3, 3, (count, 1, 1))).float() * torch.linspace(-1, 1, bands)[:, None]
    flicker = torch.from_numpy(random.standard_normal((count, bands, frames), dtype=np.float32)) * 0.5
    return torch.logaddexp(spectra, loudest - below + colour + flicker)


def mask(spectra: torch.Tensor, frames_per_second: float, random: np.random.Generator) -> torch.Tensor:
    """With a few moments and bands replaced by the mean (SpecAugment, Park et al., 2019)."""
    count, bands, frames = spectra.shape
    mean = spectra.mean((1, 2))
    for i in range(count):
        for _ in range(MASKS):
            width = int(random.uniform(0, WIDEST_TIME_MASK_SECONDS) * frames_per_second)
            at = random.integers(0, max(1, frames - width))
            spectra[i, :, at : at + width] = mean[i]
            width = int(random.uniform(0, WIDEST_BAND_MASK) * bands)
            at = random.integers(0, bands - width)
            spectra[i, at : at + width] = mean[i]
    return spectra
