#!/usr/bin/python3
"""Trains the nets that answer questions about a frame and writes their ONNX files and manifests beside this script.

    models/train_questions.py                  # all variants, an hour and a quarter of one core
    models/train_questions.py --variant s      # one of them; m and l bring m-int8 and l-int8

A variant is an extractor of features and the fusion net that answers from them. It lets `./jellybean street` draw the
streets and ask the questions first, if they are not there yet. Needs PyTorch, ONNX, NumPy and OpenCV (Debian:
python3-torch python3-onnx python3-numpy python3-opencv).
"""

import argparse
import copy
import sys
from pathlib import Path
from typing import Optional

from common.quantization import quantize
from common.speed import DEVICE, prepare
from common.streets import TEST, TRAIN
from questions.answerer import Answerer
from questions.data import read_frames, read_grammar, read_questions
from questions.export import calibration, write_answerer, write_extractor
from questions.features import Cached, Extract, Learned, by_graph, by_network
from questions.score import Score, chance, measure
from questions.training import train_answerer, train_extractor, tune_answerer
from questions.variants import QUANTIZED, VARIANTS

HERE = Path(__file__).resolve().parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--variant", choices=VARIANTS, action="append", help="train only this; may be repeated")
    parser.add_argument("--streets", type=Path, default=HERE.parent / "target" / "streets", help="where the streets are kept")
    parser.add_argument("--steps", type=int, default=5000, help="of the extractor's first round; the second has half (default: 5000)")
    parser.add_argument("--answer-steps", type=int, default=4000, help="of the fusion net (default: 4000)")
    parser.add_argument("--seed", type=int, default=1, help="of weights, order and augmentation (default: 1)")
    parser.add_argument("--weights", type=Path, default=HERE.parent / "target" / "weights", help="where weights are kept")
    parser.add_argument("--out", type=Path, default=HERE, help="where models and manifests go (default: here)")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    prepare()
    for name in arguments.variant or VARIANTS:
        Training(arguments, name).run()


class Training:
    """One variant, and the int8 one that is made of it."""

    def __init__(self, arguments: argparse.Namespace, name: str):
        self.arguments = arguments
        self.out = arguments.out
        self.variant = VARIANTS[name]
        train, test = (street_set.drawn(arguments.streets) for street_set in (TRAIN, TEST))
        self.grammar = read_grammar(train)
        self.train_questions = read_questions(train, self.grammar)
        self.test_questions = read_questions(test, self.grammar)
        self.train_frames = read_frames(train, self.variant.height, self.variant.width)
        self.test_frames = read_frames(test, self.variant.height, self.variant.width)
        self.chance = chance(self.test_questions)

    def run(self) -> None:
        variant, arguments = self.variant, self.arguments
        network = train_extractor(variant, self.train_frames, arguments.steps, arguments.seed, arguments.weights)
        onnx = write_extractor(network, variant, self.out, self.test_frames)
        roughly = by_network(copy.deepcopy(network).to(DEVICE), precisely=False)
        answerer = self.answer(variant.name, onnx, Cached(self.train_frames, roughly), by_network(network), None)
        if variant.name in QUANTIZED:
            name = f"{variant.name}-int8"
            target = self.out / f"question-features-{name}.onnx"
            quantize(onnx, target, calibration(self.train_frames))
            extract = by_graph(target)
            self.answer(name, target, Learned(self.train_frames, extract), extract, answerer)

    def answer(self, name: str, onnx: Path, learned: Learned, measured: Extract, parent: Optional[Answerer]) -> Answerer:
        """Trains the fusion net of an extractor; the manifests of both hold what they reach together."""
        steps, seed = self.arguments.answer_steps, self.arguments.seed
        if parent is None:
            answerer = train_answerer(self.variant, self.grammar, learned, self.train_questions, steps, seed)
        else:
            answerer = tune_answerer(parent, self.grammar, learned, self.train_questions, steps // 10, seed)
        score = measure(answerer, measured, self.test_frames, self.test_questions)
        print(f"{name}: {score.text(self.chance)}", flush=True)
        write_answerer(answerer, name, self.variant, self.out, self.grammar, onnx, self.manifest_parts(score))
        return answerer

    def manifest_parts(self, score: Score) -> tuple[dict, dict]:
        """What was measured, and what it was trained on."""
        frames, questions = len(self.train_frames.images), len(self.train_questions.answer)
        tested = f"simulated streets {TEST.seeds}, {len(self.test_frames.images)} frames"
        training = {
            "set": f"simulated streets {TRAIN.seeds}, {frames} frames, {questions} questions",
            "seed": self.arguments.seed,
            "steps": self.arguments.steps,
            "answerSteps": self.arguments.answer_steps,
        }
        return score.measured(tested, self.chance), training


if __name__ == "__main__":
    sys.exit(main())
