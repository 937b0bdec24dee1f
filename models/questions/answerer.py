"""The fusion net: a question as two queries of the picture, and an answer from what they find."""

import torch
from torch import nn

from .variants import FEATURES, Variant

WORD, TEXT, CELL, VALUE, HIDDEN = 32, 48, 48, 24, 96
QUERIES = 2
COUNTS = 7
LEAST_RELEVANCE = 0.1  # what is less does not add up over the cells


class Answerer(nn.Module):
    """Features [f, FEATURES, rows, columns] and words [f * q, length], q questions to a frame, to logits [f * q, answers]."""

    def __init__(self, variant: Variant, words: int, answers: int):
        super().__init__()
        self.embedding = nn.Embedding(words, WORD, padding_idx=0)
        self.phrases = nn.ModuleList(nn.Conv1d(c, TEXT, 3, padding=1) for c in (WORD, TEXT, TEXT))
        self.attention = nn.Conv1d(TEXT, QUERIES + 1, 1)
        self.query = nn.Linear(TEXT, CELL + 1)
        self.neighbours = nn.Conv2d(FEATURES, CELL, 3, padding=1)
        self.cells = nn.Conv2d(CELL, CELL + VALUE, 1)
        found = COUNTS + 3 + VALUE
        self.hidden = nn.Linear(QUERIES * found + COUNTS + 1 + TEXT, HIDDEN)
        self.answers = nn.Linear(HIDDEN, answers)
        across = (torch.arange(variant.columns) + 0.5) / variant.columns * 2 - 1
        self.register_buffer("across", across.repeat(variant.rows)[:, None], persistent=False)
        self.register_buffer("steps", torch.arange(COUNTS).float(), persistent=False)
        nn.init.constant_(self.query.bias[CELL], -3.0)

    def forward(self, features: torch.Tensor, words: torch.Tensor) -> torch.Tensor:
        return self.explain(features, words)[0]

    def explain(self, features: torch.Tensor, words: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """The answers, and the logits of how much each cell is what the queries look for: [f, q * QUERIES, cells]."""
        queries, text = self.ask(words)
        keys, values = self.look(features)
        asked = queries.reshape(keys.shape[0], -1, CELL + 1)
        fitting = asked[..., :CELL] @ keys + asked[..., CELL:]
        relevance = (fitting.sigmoid() - LEAST_RELEVANCE).relu() / (1 - LEAST_RELEVANCE)
        found = self.find(relevance, values).reshape(words.shape[0], -1)
        counts = relevance.sum(2).reshape(-1, QUERIES)
        more = (counts[:, :1] - counts[:, 1:]).clamp(-4, 4)
        difference = torch.exp(-2 * (more - self.steps + COUNTS // 2).square())
        positions = found.reshape(-1, QUERIES, found.shape[1] // QUERIES)[:, :, COUNTS]
        beside = positions[:, :1] - positions[:, 1:]
        return self.answers(self.hidden(torch.cat([found, difference, beside, text], 1)).relu()), fitting

    def ask(self, words: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Queries [questions, QUERIES, CELL + 1] and what kind of question it is [questions, TEXT]."""
        text = self.embedding(words).transpose(1, 2)
        for i, phrase in enumerate(self.phrases):
            text = phrase(text).relu() + (text if i else 0)
        there = (words > 0)[:, None].float()
        weights = (self.attention(text) * there - 1e4 * (1 - there)).softmax(2)
        attended = weights @ text.transpose(1, 2)
        return self.query(attended[:, :QUERIES]), attended[:, QUERIES]

    def look(self, features: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Keys [f, CELL, cells] and values [f, cells, VALUE + 1], of which the last is the place across, -1..1."""
        cells = self.cells(self.neighbours(features).relu()).flatten(2)
        values = cells[:, CELL:].transpose(1, 2)
        across = self.across + torch.zeros_like(values[:, :, :1])
        return cells[:, :CELL], torch.cat([across, values], 2)

    def find(self, relevance: torch.Tensor, values: torch.Tensor) -> torch.Tensor:
        """Per query: how many, as a soft choice among COUNTS; where, how near to one; what: [f, q * QUERIES, ...]."""
        count = relevance.sum(2, keepdim=True)
        many = torch.exp(-4 * (count - self.steps).square())
        mean = relevance @ values / (count + 0.01)
        return torch.cat([many, mean[..., :1], relevance.amax(2, keepdim=True), count.clamp(max=8) / 4, mean[..., 1:]], 2)
