"""The average of a network's weights over its last steps: it scores better than the last weights."""

import copy

import torch
from torch import nn


class WeightAverage:
    """Follows a network in training. `network` is a copy with the averaged weights, ready to be measured and exported.

    Early steps count little: the average spans a ninth of the steps at first and `1 / (1 - keep)` in the end.
    """

    def __init__(self, network: nn.Module, keep: float = 0.999):
        self.network = copy.deepcopy(network).eval()
        self.keep = keep
        self.steps = 0

    @torch.no_grad()
    def follow(self, network: nn.Module) -> None:
        """To be called after each step of the optimizer."""
        self.steps += 1
        keep = min(self.keep, (1 + self.steps) / (10 + self.steps))
        averaged, current = [], []
        for old, new in zip(self.network.state_dict().values(), network.state_dict().values()):
            if old.dtype.is_floating_point:
                averaged.append(old)
                current.append(new)
            else:
                old.copy_(new)
        torch._foreach_mul_(averaged, keep)
        torch._foreach_add_(averaged, current, alpha=1 - keep)
