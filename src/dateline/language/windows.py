"""Sentences into the windows that the encoder reads, and batches of like length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.language.sentences import Stretch
from dateline.language.tokens import Token

MOST_WORDS = 160
"""Words of a window, as in training."""
BATCH_WORDS = 1600
"""Padded words that go through the encoder at once: bounds memory, whatever the length of the report."""


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences ``first`` to ``last`` (exclusive), words ``begin`` to ``end`` (exclusive)."""

    first: int
    last: int
    begin: int
    end: int


def words_of(stretches: Sequence[Stretch], tokens: Sequence[Token]) -> list[list[str]]:
    """The words of each sentence."""
    return [[t.text for t in tokens[s.first : s.last]] for s in stretches]


def windows(stretches: Sequence[Stretch]) -> list[Window]:
    """Runs of whole sentences of at most ``MOST_WORDS`` words, in order; a longer sentence stands alone."""
    found: list[Window] = []
    i = 0
    while i < len(stretches):
        j = i + 1
        while j < len(stretches) and stretches[j].last - stretches[i].first <= MOST_WORDS:
            j += 1
        found.append(Window(i, j, stretches[i].first, stretches[j - 1].last))
        i = j
    return found


def batches(found: Sequence[Window]) -> list[list[Window]]:
    """Windows of like length together, longest first."""
    out: list[list[Window]] = []
    for w in sorted(found, key=lambda w: w.begin - w.end):
        if out and (len(out[-1]) + 1) * (out[-1][0].end - out[-1][0].begin) <= BATCH_WORDS:
            out[-1].append(w)
        else:
            out.append([w])
    return out
