"""Weights on disk, so that what was trained once is not trained again."""

from pathlib import Path
from typing import Callable, TypeVar

import torch
from torch import nn

Network = TypeVar("Network", bound=nn.Module)


def kept(file: Path, network: Network, train: Callable[[], nn.Module]) -> Network:
    """The network with the weights in this file; if it is not there, `train` makes them first, and they are kept in it.

    The file's name must say all that decides the weights.
    """
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_suffix(".tmp")
        torch.save(train().state_dict(), unfinished)
        unfinished.replace(file)
    network.load_state_dict(torch.load(file))
    return network.eval()
