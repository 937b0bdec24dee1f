"""The recipe by which every variant is trained."""

import time

import numpy as np
import torch

from common.averaging import WeightAverage
from common.speed import DEVICE, fast

from .augment import batch
from .data import LabelledFrames
from .loss import loss
from .network import Detector

BATCH = 16
LEARNING_RATE = 2e-3
WEIGHT_DECAY = 0.02
LARGEST_GRADIENT = 10.0


def train(
    network: Detector, name: str, frames: LabelledFrames, epochs: int, seed: int, rate: float = LEARNING_RATE
) -> Detector:
    """The average of the weights over the last thousand steps or so."""
    random = np.random.default_rng(seed)
    network = network.to(DEVICE, memory_format=torch.channels_last)
    average = WeightAverage(network)
    decayed = [p for p in network.parameters() if p.ndim > 1]
    others = [p for p in network.parameters() if p.ndim <= 1]
    weights = [{"params": decayed, "weight_decay": WEIGHT_DECAY}, {"params": others, "weight_decay": 0}]
    optimizer = torch.optim.AdamW(weights, foreach=True)
    steps = len(frames.images) // BATCH
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=epochs * steps, pct_start=0.05)
    started = time.time()
    for epoch in range(epochs):
        network.train()
        order = random.permutation(len(frames.images))
        total = 0.0
        for chosen in order[: steps * BATCH].reshape(-1, BATCH):
            images, *truth = (tensor.to(DEVICE) for tensor in batch(frames, chosen, random))
            with fast():
                raw = network(images)
            error = loss(network, raw.float(), *truth)
            optimizer.zero_grad(set_to_none=True)
            error.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), LARGEST_GRADIENT)
            optimizer.step()
            schedule.step()
            average.follow(network)
            total += error.item()
        passed = (time.time() - started) / 60
        left = passed * (epochs / (epoch + 1) - 1)
        print(
            f"{name}: epoch {epoch + 1} of {epochs}, loss {total / steps:.3f}, {passed:.0f} min passed, {left:.0f} min left",
            flush=True,
        )
    return average.network.cpu()
