"""How the extractor and, on what it has learned, the fusion net are trained."""

import copy
import time
from pathlib import Path
from typing import Callable, Optional

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from common.averaging import WeightAverage
from common.keeping import kept
from common.speed import DEVICE, fast

from .answerer import Answerer
from .augment import batch
from .data import ANY, NONE, Asked, Frames, Grammar
from .extractor import Extractor, Trained
from .features import Learned
from .loss import loss
from .variants import COLOURS, STRIDE, Variant

BATCH = 32
ROUNDS, WEIGHT_DECAY = ((1.0, 3e-3), (0.5, 2e-3)), 0.02
FRAMES_PER_STEP, QUESTIONS_PER_FRAME = 32, 12
ANSWER_LEARNING_RATE, TUNE_LEARNING_RATE = 3e-3, 5e-4
UNKNOWN_WORDS = 0.03
LOOKING_GAIN = 0.5
REPORTS = 10


def train_extractor(variant: Variant, frames: Frames, steps: int, seed: int, weights: Path) -> Extractor:
    """The average of the weights over the last thousand steps or so of the last round; what is kept is not done again."""
    network = Extractor(variant).to(memory_format=torch.channels_last)
    for round, (share, rate) in enumerate(ROUNDS):

        def trained() -> Extractor:
            torch.manual_seed(seed + round)
            return one_round(variant, network if round else None, frames, int(share * steps), rate, seed + round)

        network = kept(weights / f"{variant.extractor}-{steps}-steps-seed-{seed}-round-{round + 1}.pt", network, trained)
    return network


def one_round(variant: Variant, before: Optional[Extractor], frames: Frames, steps: int, rate: float, seed: int) -> Extractor:
    """Goes on from the round before, with a new readout."""
    random = np.random.default_rng(seed)
    network = Trained(variant).to(DEVICE, memory_format=torch.channels_last).train()
    if before:
        network.extractor.load_state_dict(before.state_dict())
    order = Order(len(frames.images), random)

    def error() -> torch.Tensor:
        images, *truth = (tensor.to(DEVICE) for tensor in batch(frames, order.take(BATCH), random))
        with fast():
            outputs = network(images.contiguous(memory_format=torch.channels_last))
        return loss([output.float() for output in outputs], *truth)

    return optimize(f"{variant.extractor}", network, error, steps, rate).extractor


def train_answerer(variant: Variant, grammar: Grammar, features: Learned, asked: Asked, steps: int, seed: int) -> Answerer:
    """Learns from the frames as they are and from their mirror images, in which left and right are swapped."""
    torch.manual_seed(seed)
    network = Answerer(variant, len(grammar.words), len(grammar.answers)).to(DEVICE).train()
    lesson = Lesson(network, grammar, features, asked, seed)
    return optimize(variant.answerer, network, lesson.error, steps, ANSWER_LEARNING_RATE)


def tune_answerer(parent: Answerer, grammar: Grammar, features: Learned, asked: Asked, steps: int, seed: int) -> Answerer:
    """Goes on from a trained one with the features of an extractor that has been made of its own."""
    torch.manual_seed(seed)
    network = copy.deepcopy(parent).to(DEVICE).train()
    lesson = Lesson(network, grammar, features, asked, seed)
    return optimize("fusion net, tuned", network, lesson.error, steps, TUNE_LEARNING_RATE)


class Lesson:
    """Random questions about random frames."""

    def __init__(self, network: Answerer, grammar: Grammar, features: Learned, asked: Asked, seed: int):
        self.network, self.features, self.asked = network, features, asked
        self.random = np.random.default_rng(seed)
        self.order = Order(2 * features.frames, self.random)
        first = np.searchsorted(asked.frame, np.arange(features.frames + 1))
        self.first, self.count = first[:-1], np.diff(first)
        self.mirror = np.arange(len(grammar.answers))
        left, right = grammar.answers.index("left"), grammar.answers.index("right")
        self.mirror[[left, right]] = right, left

    def error(self) -> torch.Tensor:
        seen = [i for i in self.order.take(FRAMES_PER_STEP) if self.count[i % self.features.frames] > 0]
        chosen, answers = [], []
        for i in seen:
            mirrored, frame = divmod(int(i), self.features.frames)
            asked = self.first[frame] + self.random.integers(0, self.count[frame], QUESTIONS_PER_FRAME)
            chosen.append(asked)
            answers.append(self.mirror[self.asked.answer[asked]] if mirrored else self.asked.answer[asked])
        asked = np.concatenate(chosen)
        words = self.asked.words[asked]
        words[(words > 0) & (self.random.random(words.shape) < UNKNOWN_WORDS)] = 1
        features = self.features.take(np.array(seen))
        logits, fitting = self.network.explain(*(torch.from_numpy(part).to(DEVICE) for part in (features, words)))
        wrong = functional.cross_entropy(logits, torch.from_numpy(np.concatenate(answers)).to(DEVICE))
        named = torch.from_numpy(self.asked.named[asked])
        return wrong + LOOKING_GAIN * looking(fitting, *(part.to(DEVICE) for part in (*self.places(seen), named)))

    def places(self, seen: list[int]) -> tuple[torch.Tensor, torch.Tensor]:
        """Codes [f, v] of the frames' vehicles, and the cells [f, v] of their middles; a code of -1 is none."""
        rows, columns = self.features.shape
        kept = []
        for i in seen:
            mirrored, frame = divmod(int(i), self.features.frames)
            boxes = self.features.boxes[frame]
            middle = (boxes[:, :2] + boxes[:, 2:]) / 2 / STRIDE
            x, y = middle.T.astype(int)
            x, y = x.clip(0, columns - 1), y.clip(0, rows - 1)
            kept.append((self.features.codes[frame], y * columns + (columns - 1 - x if mirrored else x)))
        most = max(1, max(len(codes) for codes, _ in kept))
        codes, cells = np.full((len(seen), most), -1), np.zeros((len(seen), most), np.int64)
        for i, (frame_codes, frame_cells) in enumerate(kept):
            codes[i, : len(frame_codes)], cells[i, : len(frame_cells)] = frame_codes, frame_cells
        return torch.from_numpy(codes), torch.from_numpy(cells)


def looking(fitting: torch.Tensor, codes: torch.Tensor, cells: torch.Tensor, named: torch.Tensor) -> torch.Tensor:
    """How wrong it is where the queries [f, q * 2, cells] look for the vehicles that the questions name [f * q, 2, 2].

    The focal loss of CenterNet; where a vehicle is that an observer may overlook, either is right.
    """
    frames, vehicles = codes.shape
    type, colour = (named[..., part].reshape(frames, -1, 1) for part in (0, 1))
    kind = codes[:, None] // 2
    fits = ((type == ANY) | (type == kind // len(COLOURS))) & ((colour == ANY) | (colour == kind % len(COLOURS)))
    fits = fits & (codes >= 0)[:, None]
    clear = (codes % 2 == 1)[:, None]
    index = cells[:, None].expand_as(fits)
    wanted = torch.zeros_like(fitting).scatter_add_(2, index, (fits & clear).float()).clamp(max=1)
    unclear = torch.zeros_like(fitting).scatter_add_(2, index, (fits & ~clear).float()) > 0
    p = fitting.sigmoid()
    gain = torch.where(wanted > 0, (1 - p).square(), p.square())
    gain = gain * ((type != NONE) & (~unclear | (wanted > 0)))
    error = functional.binary_cross_entropy_with_logits(fitting, wanted, reduction="none") * gain
    return error.sum() / wanted.sum().clamp(min=1)


class Order:
    """All of them in random order, again and again."""

    def __init__(self, count: int, random: np.random.Generator):
        self.count, self.random = count, random
        self.left = np.empty(0, np.int64)

    def take(self, wanted: int) -> np.ndarray:
        while len(self.left) < wanted:
            self.left = np.concatenate([self.left, self.random.permutation(self.count)])
        taken, self.left = self.left[:wanted], self.left[wanted:]
        return taken


def optimize(name: str, network: nn.Module, error: Callable[[], torch.Tensor], steps: int, rate: float):
    """Takes the steps and returns the average of the weights."""
    average = WeightAverage(network, 0.998)
    decayed = [p for p in network.parameters() if p.ndim > 1]
    others = [p for p in network.parameters() if p.ndim <= 1]
    optimizer = torch.optim.AdamW([{"params": decayed, "weight_decay": WEIGHT_DECAY}, {"params": others, "weight_decay": 0}])
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=steps, pct_start=0.05)
    started, total = time.time(), 0.0
    every = max(1, steps // REPORTS)
    for step in range(1, steps + 1):
        value = error()
        optimizer.zero_grad(set_to_none=True)
        value.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 10.0)
        optimizer.step()
        schedule.step()
        average.follow(network)
        total += value.item()
        if step % every == 0:
            left = (time.time() - started) * (steps / step - 1) / 60
            print(f"{name}: step {step} of {steps}, loss {total / every:.3f}, {left:.0f} min left", flush=True)
            total = 0.0
    return average.network.cpu()
