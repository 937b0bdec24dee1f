"""The most probable way through words of a lexicon: token passing over the states of CTC, as in Java's LexiconDecoder."""

import numpy as np

from .data import INDEX

BLANK, SPACE = 0, INDEX[" "]


class Lexicon:
    """All words side by side. Each letter has a state, and each a state of blanks behind it; words follow spaces freely."""

    def __init__(self, words: list[str]):
        self.words = sorted(set(words))
        letters = [INDEX[letter] for word in self.words for letter in word]
        self.symbols = np.array([symbol for letter in letters for symbol in (letter, BLANK)])
        lengths = np.array([len(word) for word in self.words])
        self.starts = 2 * (np.cumsum(lengths) - lengths)
        self.ends = 2 * np.cumsum(lengths) - 1
        states = np.arange(len(self.symbols))
        is_letter = states % 2 == 0
        self.first = np.isin(states, self.starts)
        doubled = np.zeros(len(states), bool)
        doubled[2:] = self.symbols[2:] == self.symbols[:-2]
        self.skips = is_letter & ~self.first & ~doubled

    def decode(self, logits: np.ndarray) -> str:
        """The text for logits [steps, symbols]."""
        likely = logits - np.logaddexp.reduce(logits, axis=1, keepdims=True)
        score = np.full(len(self.symbols), -np.inf)
        history = np.full(len(self.symbols), -1)
        before, space, gap = 0.0, -np.inf, -np.inf
        space_history = gap_history = -1
        said: list[tuple[int, int]] = []  # the word and what came before it
        for row in likely:
            ended = np.maximum(score[self.ends], score[self.ends - 1])
            word = int(ended.argmax())
            state = self.ends[word] if score[self.ends[word]] >= score[self.ends[word] - 1] else self.ends[word] - 1
            entry, entry_history = max((before, -1), (space, space_history), (gap, gap_history), key=lambda it: it[0])
            gap_next, gap_history_next = max((space, space_history), (gap, gap_history), key=lambda it: it[0])
            if ended[word] > space:
                said.append((word, int(history[state])))
                space, space_history = float(ended[word]), len(said) - 1
            previous = np.r_[-np.inf, score[:-1]]
            previous_history = np.r_[-1, history[:-1]]
            skipped = np.where(self.skips, np.r_[-np.inf, -np.inf, score[:-2]], -np.inf)
            skipped_history = np.r_[-1, -1, history[:-2]]
            previous[self.first] = entry
            previous_history[self.first] = entry_history
            best, best_history = score, history
            for other, other_history in ((previous, previous_history), (skipped, skipped_history)):
                better = other > best
                best = np.where(better, other, best)
                best_history = np.where(better, other_history, best_history)
            score, history = best + row[self.symbols], best_history
            before += max(row[BLANK], row[SPACE])
            space += row[SPACE]
            gap, gap_history = gap_next + row[BLANK], gap_history_next
        ended = np.maximum(score[self.ends], score[self.ends - 1])
        word = int(ended.argmax())
        state = self.ends[word] if score[self.ends[word]] >= score[self.ends[word] - 1] else self.ends[word] - 1
        said.append((word, int(history[state])))
        paths = ((ended[word], len(said) - 1), (space, space_history), (gap, gap_history), (before, -1))
        at = max(paths, key=lambda it: it[0])[1]
        words = []
        while at >= 0:
            words.append(self.words[said[at][0]])
            at = said[at][1]
        return " ".join(reversed(words))
