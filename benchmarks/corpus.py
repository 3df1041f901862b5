"""Where the corpora lie and how they are read; benchmarks are skipped where they are absent."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from dateline.language.sentences import Stretch
from dateline.language.tokens import Token

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"


@dataclass(frozen=True)
class Score:
    """One figure: ``value`` by ``metric`` on ``corpus``; ``bar`` is what it must reach, ``published`` what others report.

    ``unit`` is empty for per cent; with ``lower`` less is better.
    """

    what: str
    corpus: str
    metric: str
    value: float
    bar: float | None = None
    published: str = ""
    unit: str = ""
    lower: bool = False

    def holds(self) -> bool:
        """Whether the bar is reached; a figure without one always holds."""
        return self.bar is None or (self.value <= self.bar if self.lower else self.value >= self.bar)

    def shown(self) -> str:
        """The value as the table shows it."""
        return f"{self.value:.2f} {self.unit}" if self.unit else f"{self.value:.1f}"

    def shown_bar(self) -> str:
        """The bar as the table shows it."""
        if self.bar is None:
            return ""
        return f"{'≤' if self.lower else '≥'} {self.bar:g}{f' {self.unit}' if self.unit else ''}"


def jsons(path: Path) -> Iterator[dict[str, Any]]:
    """Objects of a JSON Lines file, gzipped or not."""
    with (
        gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")
    ) as f:
        yield from (json.loads(line) for line in f if line.strip())


def as_text(sentences: Sequence[Sequence[str]]) -> tuple[str, list[Token], list[Stretch]]:
    """Given words as a text (joined by spaces) with those words and sentences, for scoring on gold tokens."""
    tokens: list[Token] = []
    stretches: list[Stretch] = []
    pieces: list[str] = []
    at = 0
    for k, words in enumerate(sentences):
        first = len(tokens)
        for word in words:
            tokens.append(Token(at, at + len(word), word))
            pieces.append(word)
            at += len(word) + 1
        stretches.append(Stretch(first, len(tokens), k))
    return " ".join(pieces), tokens, stretches


Counts = tuple[int, int, int]
"""Right, predicted and gold items."""

Item = TypeVar("Item")


def tally(counts: Mapping[str, Counts], mine: Set[Item], gold: Set[Item], label: Callable[[Item], str]) -> dict[str, Counts]:
    """``counts`` with the items of one text added, by label; items of labels that ``counts`` lacks are left out."""

    def of(items: Set[Item], name: str) -> int:
        return sum(label(item) == name for item in items)

    return {
        name: (a + of(mine & gold, name), b + of(mine, name), c + of(gold, name)) for name, (a, b, c) in counts.items()
    }


def total(counts: Mapping[str, Counts]) -> Counts:
    """The sum over all labels."""
    right, predicted, gold = (sum(column) for column in zip(*counts.values(), strict=True))
    return right, predicted, gold


def prf(right: int, predicted: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall and F1 in per cent."""
    p, r = 100 * right / max(predicted, 1), 100 * right / max(gold, 1)
    return p, r, 2 * p * r / max(p + r, 1e-9)
