#!/usr/bin/python3
"""Trains the vehicle detector on simulated streets and writes its ONNX files, manifests and references beside this script.

    models/train_detector.py                 # all variants
    models/train_detector.py --variant s     # one of them

s, m and l are trained by one recipe. The pruned one is l without its least important channels, trained on for a while; the
int8 ones are m and l, quantized. It lets `./jellybean street` draw the streets first, if they are not there yet. Needs
PyTorch, ONNX, NumPy and OpenCV (Debian: python3-torch python3-onnx python3-numpy python3-opencv).
"""

import argparse
import sys
from pathlib import Path

import onnx
import torch

from common import manifest
from common.interpreter import Interpreter
from common.keeping import kept
from common.quantization import quantize
from common.speed import prepare
from detector.export import Exported, describe, export, runner
from detector.network import Detector
from detector.pruning import prune
from detector.score import ap50
from detector.streets import Streets, described
from detector.training import LEARNING_RATE, train
from detector.variants import PRUNED, QUANTIZED, TRAINED, Variant

HERE = Path(__file__).resolve().parent
KEPT_SHARE = 0.6
TRAINED_ON_SHARE = 0.3
TRAINED_ON_RATE = LEARNING_RATE / 3
CALIBRATED_EVERY = 16
BOOTSTRAP_DRAWS = 500


class Zoo:
    """Makes one variant after the other; networks are kept as weights, so that others can be made of them."""

    def __init__(self, arguments: argparse.Namespace):
        self.arguments = arguments
        self.streets = Streets(arguments.streets)

    def make(self, name: str) -> None:
        if name in QUANTIZED:
            self.quantized(name, TRAINED[QUANTIZED[name]])
        elif name in PRUNED:
            self.pruned(name, TRAINED[PRUNED[name]])
        else:
            self.trained(TRAINED[name])

    def trained(self, variant: Variant) -> None:
        frames = self.streets.frames("train", variant.height, variant.width)
        self.export(self.network(variant), variant, {"set": described("train", frames), "epochs": self.arguments.epochs})

    def pruned(self, name: str, parent: Variant) -> None:
        network = self.network(parent)
        frames = self.streets.frames("train", parent.height, parent.width)
        epochs = max(1, round(self.arguments.epochs * TRAINED_ON_SHARE))
        smaller, variant = prune(network, parent, name, KEPT_SHARE)
        smaller = train(smaller, variant.id, frames, epochs, self.arguments.seed, TRAINED_ON_RATE)
        self.export(smaller, variant, {"set": described("train", frames), "epochs": epochs, "parent": parent.id})

    def quantized(self, name: str, parent: Variant) -> None:
        frames = self.streets.frames("train", parent.height, parent.width, CALIBRATED_EVERY)
        batches = ({"images": frames.images[i : i + 32]} for i in range(0, len(frames.images), 32))
        target = self.arguments.out / f"vehicle-detector-{name}.onnx"
        quantize(self.arguments.out / f"{parent.id}.onnx", target, batches)
        interpreter = Interpreter(onnx.load(str(target)))
        training = {"set": described("train", frames), "parent": parent.id}
        self.measure(lambda images: interpreter.run({"images": images})["output0"], target, parent, training)

    def export(self, network: Detector, variant: Variant, training: dict) -> None:
        target = self.arguments.out / f"{variant.id}.onnx"
        exported = Exported(network).eval()
        export(exported, target, self.streets.frames("test", variant.height, variant.width))
        self.measure(runner(exported), target, variant, training)

    def measure(self, run, target: Path, variant: Variant, training: dict) -> None:
        frames = self.streets.frames("test", variant.height, variant.width)
        value, interval = ap50(run, frames, BOOTSTRAP_DRAWS)
        measured = manifest.measured("AP50", value, interval, described("test", frames))
        describe(target, frames, measured, {**training, "seed": self.arguments.seed})
        print(f"{target.stem}: AP50 {value:.3f}, 95 % interval {interval[0]:.3f} to {interval[1]:.3f}", flush=True)

    def network(self, variant: Variant) -> Detector:
        epochs, seed = self.arguments.epochs, self.arguments.seed

        def trained() -> Detector:
            torch.manual_seed(seed)
            frames = self.streets.frames("train", variant.height, variant.width)
            return train(Detector(variant), variant.id, frames, epochs, seed)

        return kept(self.arguments.weights / f"{variant.id}-{epochs}-epochs-seed-{seed}.pt", Detector(variant), trained)


def main() -> None:
    names = [*TRAINED, *PRUNED, *QUANTIZED]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    target = HERE.parent / "target"
    parser.add_argument("--variant", choices=names, action="append", help="make only this, after what it is made of; repeatable")
    parser.add_argument("--streets", type=Path, default=target / "streets", help="where the streets are kept")
    parser.add_argument("--weights", type=Path, default=target / "weights", help="where PyTorch's weights are kept")
    parser.add_argument("--epochs", type=int, default=16, help="passes over the training streets (default: 16)")
    parser.add_argument("--seed", type=int, default=1, help="of weights, order and augmentation (default: 1)")
    parser.add_argument("--out", type=Path, default=HERE, help="where models and manifests go (default: here)")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    prepare()
    zoo = Zoo(arguments)
    for name in arguments.variant or names:
        zoo.make(name)


if __name__ == "__main__":
    sys.exit(main())
