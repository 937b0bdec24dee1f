#!/usr/bin/python3
"""Trains the vehicle embedding on simulated streets and writes its ONNX files and manifests beside this script.

    models/train_embedding.py                # all variants, twenty minutes of one core
    models/train_embedding.py --variant s    # one of them; l makes l-int8, too

Trained weights are kept; a variant whose weights are there is not trained again, but measured and written.

It lets `./jellybean street` draw the streets first, if they are not there yet. Needs PyTorch, ONNX, NumPy and OpenCV
(Debian: python3-torch python3-onnx python3-numpy python3-opencv).
"""

import argparse
import sys
import time
from pathlib import Path

import numpy as np
import onnx
import torch

from common import manifest
from common.averaging import WeightAverage
from common.interpreter import Interpreter
from common.keeping import kept
from common.quantization import quantize
from common.speed import DEVICE, fast, prepare
from common.streets import DRIVES_TEST, DRIVES_TRAIN
from embedding.augment import Batches
from embedding.data import Crops, load
from embedding.export import Exported, describe, export, refer
from embedding.loss import loss
from embedding.network import Embedder
from embedding.score import embed, mean_average_precision, stretched, tracks
from embedding.variants import VARIANTS, Variant

HERE = Path(__file__).resolve().parent
STREETS_PER_BATCH = 4
VEHICLES_PER_STREET = 24
CROPS_PER_VEHICLE = 2
LEARNING_RATE = 3e-3
WEIGHT_DECAY = 0.02
BOOTSTRAP_DRAWS = 500
LEAST_VISIBLE = 0.5  # of a vehicle that is searched for or among
CALIBRATION_CROPS = 500
QUANTIZED = {"l"}


def train(variant: Variant, crops: Crops, steps: int, seed: int) -> Embedder:
    """The average of the weights over the last steps."""
    torch.manual_seed(seed)
    batches = Batches(crops, variant.height, variant.width, np.random.default_rng(seed))
    network = Embedder(variant).to(DEVICE, memory_format=torch.channels_last)
    average = WeightAverage(network, keep=0.995)
    decayed = [p for p in network.parameters() if p.ndim > 1]
    others = [p for p in network.parameters() if p.ndim <= 1]
    optimizer = torch.optim.AdamW([{"params": decayed, "weight_decay": WEIGHT_DECAY}, {"params": others, "weight_decay": 0}])
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, LEARNING_RATE, total_steps=steps, pct_start=0.1)
    total, started = 0.0, time.time()
    network.train()
    for step in range(1, steps + 1):
        drawn = batches.draw(STREETS_PER_BATCH, VEHICLES_PER_STREET, CROPS_PER_VEHICLE)
        pictures, identities, cameras = (tensor.to(DEVICE) for tensor in drawn)
        with fast():
            embeddings = network(pictures.contiguous(memory_format=torch.channels_last))
        error = loss(embeddings.float(), identities, cameras)
        optimizer.zero_grad(set_to_none=True)
        error.backward()
        optimizer.step()
        schedule.step()
        average.follow(network)
        total += error.item()
        if step % 100 == 0:
            left = (time.time() - started) * (steps - step) / step / 60
            print(f"{variant.id}: step {step} of {steps}, loss {total / 100:.3f}, {left:.0f} min left", flush=True)
            total = 0.0
    return average.network.cpu()


def measure(run, id: str, variant: Variant, crops: Crops) -> dict:
    embeddings = embed(run, crops, variant.height, variant.width)
    seen = crops.visible >= LEAST_VISIBLE
    value, interval = mean_average_precision(embeddings[seen], crops.where(seen), BOOTSTRAP_DRAWS)
    hidden, _ = mean_average_precision(embeddings, crops)
    tracked, _ = mean_average_precision(*tracks(embeddings[seen], crops.where(seen)))
    print(f"{id}: mAP {value:.3f}, with hidden vehicles {hidden:.3f}, of whole tracks {tracked:.3f}", flush=True)
    return manifest.measured("mAP", value, interval, f"simulated streets {DRIVES_TEST.seeds}, {seen.sum()} vehicles in frames")


def in_torch(network: Embedder):
    exported = Exported(network).eval()

    @torch.no_grad()
    def run(images: np.ndarray) -> np.ndarray:
        return exported(torch.from_numpy(images)).numpy()

    return run


def in_onnx(file: Path):
    interpreter = Interpreter(onnx.load(str(file)))
    return lambda images: interpreter.run({"images": images})["embedding"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--variant", choices=VARIANTS, action="append", help="train only this; may be repeated")
    parser.add_argument("--streets", type=Path, default=HERE.parent / "target" / "streets", help="where the streets are kept")
    parser.add_argument("--weights", type=Path, default=HERE.parent / "target" / "weights", help="where weights are kept")
    parser.add_argument("--steps", type=int, default=5000, help="of the optimizer (default: 5000)")
    parser.add_argument("--seed", type=int, default=1, help="of weights, order and augmentation (default: 1)")
    parser.add_argument("--out", type=Path, default=HERE, help="where models and manifests go (default: here)")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    prepare()
    training_set, test_set = (load(drives.drawn(arguments.streets)) for drives in (DRIVES_TRAIN, DRIVES_TEST))
    training = {
        "set": f"simulated streets {DRIVES_TRAIN.seeds}, {len(training_set)} vehicles in frames",
        "seed": arguments.seed,
        "steps": arguments.steps,
    }
    for name in arguments.variant or VARIANTS:
        variant = VARIANTS[name]
        weights = arguments.weights / f"{variant.id}-{arguments.steps}-steps-seed-{arguments.seed}.pt"
        network = kept(
            weights,
            Embedder(variant).to(memory_format=torch.channels_last),
            lambda: train(variant, training_set, arguments.steps, arguments.seed),
        )
        file = export(network, variant, arguments.out)
        finish(file, variant, measure(in_torch(network), variant.id, variant, test_set), training)
        refer(file, network, stretched(test_set, np.arange(2), variant.height, variant.width))
        if name in QUANTIZED:
            int8 = file.with_name(f"{variant.id}-int8.onnx")
            chosen = np.linspace(0, len(training_set) - 1, CALIBRATION_CROPS).astype(int)
            crops = stretched(training_set, chosen, variant.height, variant.width)
            quantize(file, int8, ({"images": part} for part in np.array_split(crops, 10)))
            finish(int8, variant, measure(in_onnx(int8), int8.stem, variant, test_set), {**training, "quantizedFrom": variant.id})


def finish(file: Path, variant: Variant, measured: dict, training: dict) -> None:
    describe(file, variant, measured, training)
    low, high = measured["confidence95"]
    print(f"{file.stem}: mAP {measured['value']:.3f}, 95 % interval {low:.3f} to {high:.3f}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
