#!/usr/bin/python3
"""Trains the whole zoo from its seeds and writes all ONNX files, manifests and references beside this script.

    models/train_all.py                          # as many trainings at once as there are cores, or six on a GPU
    models/train_all.py --out target/zoo         # leave the models here as they are, and compare them with the new ones

It draws the streets and speaks the questions first, then runs the scripts train_*.py, the longest trainings first, each on
one core, or a few at once on a GPU where there is one. Weights are kept in target/weights: broken off and started again, it
goes on with the variant that it was at.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from pathlib import Path

from common.speed import DEVICE
from common.streets import DRIVES_TEST, DRIVES_TRAIN, TEST, TRAIN
from train_speech import spoken

HERE = Path(__file__).resolve().parent
MOST_DIFFERENCE = 0.01
MOST_ON_A_GPU = 6
"""More would only wait for each other: networks as small as these keep the core busy that feeds the GPU."""
TRAININGS = [
    ["train_questions.py", "l"],
    ["train_detector.py", "l", "pruned", "l-int8"],
    ["train_speech.py", "l"],
    ["train_embedding.py", "l"],
    ["train_questions.py", "m"],
    ["train_detector.py", "m", "m-int8"],
    ["train_questions.py", "s"],
    ["train_speech.py", "m"],
    ["train_embedding.py", "m"],
    ["train_detector.py", "s"],
    ["train_speech.py", "s"],
    ["train_embedding.py", "s"],
]
"""A script and the variants that one run of it makes, the longest first: so that no core waits in the end."""


def run(training: list[str], out: Path, threads: int) -> None:
    """Runs one script to its end on so many cores; what it says goes to our output, line by line."""
    script, *variants = training
    command = [sys.executable, str(HERE / script), "--out", str(out)]
    for variant in variants:
        command += ["--variant", variant]
    environment = {**os.environ, "OMP_NUM_THREADS": str(threads), "PYTHONWARNINGS": "ignore"}
    if subprocess.run(command, env=environment).returncode:
        raise SystemExit(f"{script} --variant {variants[0]} failed; what is trained already is kept")


def accuracy(manifest: Path) -> float:
    return json.loads(manifest.read_text())["measured"]["value"]


def compare(out: Path) -> list[str]:
    """Prints what the models here and those in another folder reach; the variants that differ by more than one point."""
    strayed = []
    for manifest in sorted(out.glob("*.json")):
        here, there = accuracy(HERE / manifest.name), accuracy(manifest)
        print(f"{manifest.stem:28} {here:.3f} here, {there:.3f} trained again, {there - here:+.3f}", flush=True)
        if abs(there - here) > MOST_DIFFERENCE:
            strayed.append(manifest.stem)
    return strayed


def main() -> None:
    cores = len(os.sched_getaffinity(0))
    most = min(cores, MOST_ON_A_GPU) if DEVICE.type == "cuda" else cores
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=most, help=f"trainings at once (default: {most} here)")
    parser.add_argument("--out", type=Path, default=HERE, help="where models and manifests go (default: here)")
    arguments = parser.parse_args()
    started = time.time()
    target = HERE.parent / "target"
    for street_set in (TRAIN, TEST, DRIVES_TRAIN, DRIVES_TEST):
        street_set.drawn(target / "streets")
    for name in ("train", "test"):
        spoken(target / "speech", name)
    jobs = max(1, arguments.jobs)
    threads = max(1, cores // jobs) if DEVICE.type == "cuda" else 1
    with ThreadPoolExecutor(jobs) as pool:
        running = [pool.submit(run, training, arguments.out, threads) for training in TRAININGS]
        failed = [one for one in wait(running, return_when=FIRST_EXCEPTION).done if one.exception()]
        if failed:
            pool.shutdown(cancel_futures=True)
            sys.exit(str(failed[0].exception()))
    print(f"All {len(TRAININGS)} trainings done in {(time.time() - started) / 60:.0f} min", flush=True)
    if arguments.out.resolve() != HERE and (strayed := compare(arguments.out)):
        sys.exit(f"More than {MOST_DIFFERENCE} from the models here: {', '.join(strayed)}")


if __name__ == "__main__":
    main()
