"""Words that speak for or against a text's telling of conflict, with the weights that training gave them."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.word_file import WordFile

_WORD = re.compile(r"[^\W\d_]{3,}")


def features(text: str) -> set[str]:
    """The distinct words of a text as the weights know them: letters only, lower case, without a plural's "s"."""
    return {w[:-1] if len(w) > 4 and w.endswith("s") and not w.endswith("ss") else w for w in _WORD.findall(text.lower())}


@dataclass(frozen=True, slots=True)
class Relevance:
    """A linear model over the set of a text's words."""

    bias: float
    words: dict[str, float]

    def log_odds(self, text: str) -> float:
        """Logarithm of the odds that ``text`` tells of conflict: over 0 rather yes, under 0 rather no."""
        known = [self.words[w] for w in features(text) if w in self.words]
        return self.bias + sum(known) / math.sqrt(max(1, len(known)))


@cache
def load_relevance() -> Relevance:
    """The shipped weights."""
    raw = WordFile("words.json", "relevance")
    return Relevance(raw["bias"], raw["words"])
