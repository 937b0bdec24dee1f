#!/usr/bin/python3
"""Trains the vehicle detector on simulated streets and writes its ONNX files and manifests beside this script.

    models/train_detector.py                 # all variants, some two hours on two cores
    models/train_detector.py --variant s     # one of them

It lets `./jellybean street` draw the streets first, if they are not there yet. Needs PyTorch, ONNX, NumPy and OpenCV
(Debian: python3-torch python3-onnx python3-numpy python3-opencv).
"""

import argparse
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import torch

from common import manifest
from common.averaging import WeightAverage
from detector.augment import batch
from detector.data import LabelledFrames, load
from detector.export import export
from detector.loss import loss
from detector.network import Detector
from detector.score import ap50
from detector.variants import VARIANTS, Variant

HERE = Path(__file__).resolve().parent
STREETS = {"train": ("1-700", 4), "test": ("3001-3060", 5)}
EVERY = 61
BATCH = 32
LEARNING_RATE = 3e-3
WEIGHT_DECAY = 0.02
BOOTSTRAP_DRAWS = 500


def streets(directory: Path, name: str) -> Path:
    """The set of this name, drawn if it is missing."""
    seeds, frames = STREETS[name]
    target = directory / name
    if not (target / "labels.csv").exists():
        command = [str(HERE.parent / "jellybean"), "street", "--seeds", seeds, "--frames", str(frames)]
        subprocess.run([*command, "--every", str(EVERY), "--out", str(target)], check=True)
    return target


def train(variant: Variant, frames: LabelledFrames, epochs: int, seed: int) -> Detector:
    """The average of the weights over the last thousand steps or so."""
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    network = Detector(variant).to(memory_format=torch.channels_last)
    average = WeightAverage(network)
    decayed = [p for p in network.parameters() if p.ndim > 1]
    others = [p for p in network.parameters() if p.ndim <= 1]
    optimizer = torch.optim.AdamW([{"params": decayed, "weight_decay": WEIGHT_DECAY}, {"params": others, "weight_decay": 0}])
    steps = epochs * (len(frames.images) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, LEARNING_RATE, total_steps=steps, pct_start=0.05)
    started = time.time()
    for epoch in range(epochs):
        network.train()
        order = random.permutation(len(frames.images))
        total = 0.0
        for chosen in order[: len(order) // BATCH * BATCH].reshape(-1, BATCH):
            images, *truth = batch(frames, chosen, random)
            error = loss(network, network(images.contiguous(memory_format=torch.channels_last)), *truth)
            optimizer.zero_grad(set_to_none=True)
            error.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 10.0)
            optimizer.step()
            schedule.step()
            average.follow(network)
            total += error.item()
        done = (epoch + 1) / epochs
        left = (time.time() - started) * (1 - done) / done / 60
        mean = total / (len(order) // BATCH)
        print(f"{variant.id}: epoch {epoch + 1} of {epochs}, loss {mean:.3f}, {left:.0f} min left", flush=True)
    return average.network


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--variant", choices=VARIANTS, action="append", help="train only this; may be repeated")
    parser.add_argument("--streets", type=Path, default=HERE.parent / "target" / "streets", help="where the streets are kept")
    parser.add_argument("--epochs", type=int, default=30, help="passes over the training streets (default: 30)")
    parser.add_argument("--seed", type=int, default=1, help="of weights, order and augmentation (default: 1)")
    parser.add_argument("--out", type=Path, default=HERE, help="where models and manifests go (default: here)")
    arguments = parser.parse_args()
    for name in arguments.variant or VARIANTS:
        variant = VARIANTS[name]
        training_set = load(streets(arguments.streets, "train"), variant.height, variant.width)
        network = train(variant, training_set, arguments.epochs, arguments.seed)
        test_set = load(streets(arguments.streets, "test"), variant.height, variant.width)
        value, interval = ap50(network, test_set, BOOTSTRAP_DRAWS)
        measured = manifest.measured(
            "AP50", value, interval, f"simulated streets {STREETS['test'][0]}, {len(test_set.images)} frames"
        )
        training = {
            "set": f"simulated streets {STREETS['train'][0]}, {len(training_set.images)} frames",
            "seed": arguments.seed,
            "epochs": arguments.epochs,
        }
        export(network, variant, arguments.out, measured, training, test_set)
        print(f"{variant.id}: AP50 {value:.3f}, 95 % interval {interval[0]:.3f} to {interval[1]:.3f}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
