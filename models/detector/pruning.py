"""Takes whole channels out of a trained detector: those that count least for the layers that read them.

A channel counts by its BatchNorm scale (Liu et al., 2017) times the L1 norm of the weights that read it (Li et al., 2017),
relative to the other channels of its group. Channels that are added to each other live or die together.
"""

import copy
from dataclasses import dataclass, replace

import torch
from torch import nn

from .network import Detector
from .variants import Variant, Widths

MULTIPLE = 8
"""Widths stay multiples of this: a width of 41 takes as long as one of 48."""


@dataclass(frozen=True)
class Group:
    """Convolutions that make the same channels, and those that read them."""

    makers: list[nn.Sequential]
    readers: list[nn.Conv2d]

    def importance(self) -> torch.Tensor:
        """Per channel, 1 in the mean."""
        scale = sum(maker[1].weight.detach().abs() for maker in self.makers)
        read = sum(reader.weight.detach().abs().sum((0, 2, 3)) for reader in self.readers)
        return scale * read / (scale * read).mean()

    def keep(self, kept: torch.Tensor) -> None:
        for maker in self.makers:
            maker[0].weight = nn.Parameter(maker[0].weight.detach()[kept])
            for name in ("weight", "bias"):
                setattr(maker[1], name, nn.Parameter(getattr(maker[1], name).detach()[kept]))
            for name in ("running_mean", "running_var"):
                setattr(maker[1], name, getattr(maker[1], name)[kept])
        for reader in self.readers:
            reader.weight = nn.Parameter(reader.weight.detach()[:, kept])


def groups(network: Detector) -> list[Group]:
    """In the order of `Widths`."""
    lateral, smooth, heads = network.lateral, network.smooth, network.heads
    found = [Group([network.stem], [network.stages[0][0][0]])]
    for i, (down, residual) in enumerate(network.stages):
        next_stage = [network.stages[i + 1][0][0]] if i + 1 < len(network.stages) else []
        found.append(Group([down, residual.body[1]], [residual.body[0][0], lateral[i][0], *next_stage]))
    found += [Group([residual.body[0]], [residual.body[1][0]]) for _, residual in network.stages]
    found.append(Group([lateral[2], lateral[1]], [smooth[1][0], heads[2].trunk[0]]))
    found.append(Group([smooth[1], lateral[0]], [smooth[0][0], heads[1].trunk[0]]))
    found.append(Group([smooth[0]], [heads[0].trunk[0]]))
    return found + [Group([head.trunk], [head.sides, head.classes]) for head in heads]


def prune(network: Detector, variant: Variant, name: str, share: float) -> tuple[Detector, Variant]:
    """A smaller network of this name that keeps about this share of all channels; to be trained on."""
    network = copy.deepcopy(network)
    parts = groups(network)
    importances = [part.importance() for part in parts]
    threshold = torch.cat(importances).quantile(1 - share)
    widths = []
    for part, importance in zip(parts, importances):
        above = int((importance >= threshold).sum())
        width = min(len(importance), max(MULTIPLE, round(above / MULTIPLE) * MULTIPLE))
        part.keep(importance.topk(width).indices.sort().values)
        widths.append(width)
    stem, stages, inner = widths[0], tuple(widths[1:4]), tuple(widths[4:7])
    pruned = replace(variant, name=name, widths=Widths(stem, stages, inner, tuple(widths[7:10]), tuple(widths[10:13])))
    smaller = Detector(pruned)
    smaller.load_state_dict(network.state_dict())
    return smaller, pruned
