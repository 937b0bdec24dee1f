#!/usr/bin/python3
"""Trains the speech recogniser on spoken questions and writes its ONNX files and manifests beside this script.

    models/train_speech.py                 # all variants, a quarter of an hour of one core
    models/train_speech.py --variant s     # one of them

It lets `./jellybean speech` speak the questions first, if they are not there yet. Needs espeak-ng, PyTorch, ONNX and
NumPy (Debian: espeak-ng python3-torch python3-onnx python3-numpy).
"""

import argparse
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from common.averaging import WeightAverage
from common.keeping import kept
from common.manifest import measured
from common.speed import DEVICE, prepare
from speech import augment
from speech.data import SpokenSet, load, spectra
from speech.export import export
from speech.lexicon import Lexicon
from speech.network import Recogniser
from speech.score import scores
from speech.variants import SAMPLE_RATE, VARIANTS, Variant

HERE = Path(__file__).resolve().parent
QUESTIONS = 20_000
SETS = {"train": (4000, 1), "test": (400, 2)}  # utterances, seed
BATCH = 16
LEARNING_RATE = 4e-3
WEIGHT_DECAY = 0.02
REPORT_EVERY = 100


def questions(directory: Path) -> Path:
    """The sentences that are spoken, one on each line."""
    target = directory / "questions.txt"
    if not target.exists():
        directory.mkdir(parents=True, exist_ok=True)
        command = [str(HERE.parent / "jellybean"), "questions", "--count", str(QUESTIONS), "--seed", "1"]
        subprocess.run([*command, "--out", str(target)], check=True)
    return target


def spoken(directory: Path, name: str) -> SpokenSet:
    """The set of this name, spoken if it is missing."""
    utterances, seed = SETS[name]
    target = directory / name
    if not (target / "audio.csv").exists():
        command = [str(HERE.parent / "jellybean"), "speech", "--sentences", str(questions(directory)), "--split", name]
        command += ["--utterances", str(utterances), "--seed", str(seed), "--out", str(target)]
        subprocess.run(command, check=True)
    return load(target)


def spoken_of(name: str) -> str:
    """For the manifest."""
    utterances, seed = SETS[name]
    return f"{utterances} spoken questions of seed {seed}"


def train(variant: Variant, speech: SpokenSet, steps: int, seed: int) -> Recogniser:
    """The average of the weights over the last steps."""
    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    known, targets = spectra(speech.sounds, variant), speech.targets
    lengths = np.array([spectrum.shape[1] for spectrum in known])
    network = Recogniser(variant).to(DEVICE, memory_format=torch.channels_last)
    average = WeightAverage(network, 0.998)
    decayed = [p for p in network.parameters() if p.ndim > 1]
    others = [p for p in network.parameters() if p.ndim <= 1]
    groups = [{"params": decayed, "weight_decay": WEIGHT_DECAY}, {"params": others, "weight_decay": 0}]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, LEARNING_RATE, total_steps=steps, pct_start=0.15)
    waiting: list[np.ndarray] = []
    total, started = 0.0, time.time()
    network.train()
    for step in range(1, steps + 1):
        waiting = waiting or augment.batches(lengths, BATCH, random)
        chosen = waiting.pop()
        heard = augment.batch([known[i] for i in chosen], SAMPLE_RATE / variant.hop, random).to(DEVICE)
        error = loss(network.logits(heard.contiguous(memory_format=torch.channels_last)), [targets[i] for i in chosen])
        optimizer.zero_grad(set_to_none=True)
        error.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
        optimizer.step()
        schedule.step()
        average.follow(network)
        total += error.item()
        if step % REPORT_EVERY == 0:
            left = (time.time() - started) / step * (steps - step) / 60
            mean = total / REPORT_EVERY
            print(f"{variant.id}: step {step} of {steps}, loss {mean:.3f}, {left:.0f} min left", flush=True)
            total = 0.0
    return average.network.cpu()


def loss(logits: torch.Tensor, targets: list[np.ndarray]) -> torch.Tensor:
    """The mean over the batch of the CTC loss per letter (Graves et al., 2006)."""
    likely = logits.log_softmax(2).transpose(0, 1).cpu()
    lengths = torch.tensor([len(target) for target in targets])
    steps = torch.full_like(lengths, likely.shape[0])
    return functional.ctc_loss(likely, torch.from_numpy(np.concatenate(targets)), steps, lengths, zero_infinity=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--variant", choices=VARIANTS, action="append", help="train only this; may be repeated")
    parser.add_argument("--speech", type=Path, default=HERE.parent / "target" / "speech", help="where the sounds are kept")
    parser.add_argument("--weights", type=Path, default=HERE.parent / "target" / "weights", help="where weights are kept")
    parser.add_argument("--steps", type=int, default=2400, help="steps of the optimizer (default: 2400)")
    parser.add_argument("--seed", type=int, default=1, help="of weights, order and augmentation (default: 1)")
    parser.add_argument("--out", type=Path, default=HERE, help="where models and manifests go (default: here)")
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    prepare()
    speech, held_out = spoken(arguments.speech, "train"), spoken(arguments.speech, "test")
    lexicon = Lexicon(questions(arguments.speech).read_text().split())
    for name in arguments.variant or VARIANTS:
        variant = VARIANTS[name]
        weights = arguments.weights / f"{variant.id}-{arguments.steps}-steps-seed-{arguments.seed}.pt"
        network = kept(
            weights,
            Recogniser(variant).to(memory_format=torch.channels_last),
            lambda: train(variant, speech, arguments.steps, arguments.seed),
        )
        raw, with_lexicon = scores(network, held_out, lexicon)
        result = {
            **measured("WER", raw.rate(), raw.interval(), f"{spoken_of('test')}, sentences and speakers held out"),
            "lexiconWer": round(with_lexicon.rate(), 4),
            "lexiconConfidence95": [round(bound, 4) for bound in with_lexicon.interval()],
            "wholeQuestions": round(with_lexicon.whole(), 4),
        }
        training = {
            "set": spoken_of("train"),
            "seed": arguments.seed,
            "steps": arguments.steps,
        }
        export(network, variant, arguments.out, result, training, held_out.sounds[0])
        print(
            f"{variant.id}: word error rate {raw.rate():.3f}, with the lexicon {with_lexicon.rate():.3f}, "
            f"understood wholly {with_lexicon.whole():.3f}",
            flush=True,
        )


if __name__ == "__main__":
    sys.exit(main())
