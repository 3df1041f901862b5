"""Words into the arrays that the encoder reads; training and run time use the same.

A row holds one or more runs of words. The encoder lets the words of a run see each other and no others.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from dateline.language.wordpiece import WordPiece, shape

MOST_PIECES = 500
"""Word pieces of one run that the encoder reads; it knows positions up to 512."""

Runs = Sequence[Sequence[str]]
"""A row: the words of each of its runs."""


@dataclass
class _Row:
    """One row, piece by piece; then first and last piece of each word."""

    pieces: list[int] = field(default_factory=list)
    shapes: list[int] = field(default_factory=list)
    positions: list[int] = field(default_factory=list)
    runs: list[int] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    lasts: list[int] = field(default_factory=list)

    def add(self, words: Sequence[str], number: int, wordpiece: WordPiece, shape_of: Callable[[str], int]) -> None:
        """One more run, between marks of its own; words beyond ``MOST_PIECES`` stand on its last mark."""
        begin = len(self.pieces)
        ids, shapes = [wordpiece.cls], [0]
        for word in words:
            pieces = wordpiece.pieces(word)
            self.firsts.append(begin + min(len(ids), MOST_PIECES))
            ids += pieces
            shapes += [shape_of(word)] * len(pieces)
            self.lasts.append(begin + min(len(ids) - 1, MOST_PIECES))
        ids = [*ids[:MOST_PIECES], wordpiece.sep]
        self.pieces += ids
        self.shapes += [*shapes[:MOST_PIECES], 0]
        self.positions += range(len(ids))
        self.runs += [number] * len(ids)


def feed(
    rows: Sequence[Runs], wordpiece: WordPiece, shape_of: Callable[[str], int] = shape
) -> dict[str, NDArray[np.int64]]:
    """Inputs of the encoder file: ``pieces``, ``shapes``, ``positions`` (within the run) and ``runs`` (the run's number in the
    row, -1 for padding), each ``[rows, pieces]``; ``firsts`` and ``lasts``, ``[rows, words]``.
    """
    made = []
    for runs in rows:
        row = _Row()
        for number, words in enumerate(runs):
            row.add(words, number, wordpiece, shape_of)
        made.append(row)
    return {
        "pieces": _pad([r.pieces for r in made]),
        "shapes": _pad([r.shapes for r in made]),
        "positions": _pad([r.positions for r in made]),
        "runs": _pad([r.runs for r in made], -1),
        "firsts": _pad([r.firsts for r in made]),
        "lasts": _pad([r.lasts for r in made]),
    }


def _pad(rows: list[list[int]], fill: int = 0) -> NDArray[np.int64]:
    out = np.full((len(rows), max(map(len, rows))), fill, dtype=np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return out
