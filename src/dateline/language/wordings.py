"""A linear reader of a sentence's wording: which stems stand in it, beside which others, and between its two
sides. What such a reader gets wrong is not what a transformer gets wrong, so ``types`` hears both.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

SIDES = ("", "<s>", "<t>")
"""What stands for a word that is marked 1, in the source, or 2, in the target: names say little of an act."""

STEM = 6
"""Letters of a word that are read; long enough to tell "accuse" from "account", short enough to join its forms."""

SCALE = 8.0
"""Length of the vector of a text's grams, rarer ones weighing more."""


def grams(words: Sequence[str], marks: Sequence[int]) -> set[str]:
    """Stems of ``words``, pairs of them side by side or with one between, and stems between the sides (and
    which side comes first); ``marks`` 1 in the source, 2 in the target, 0 elsewhere.
    """
    stems: list[str] = []
    for word, mark in zip(words, marks, strict=True):
        stem = SIDES[mark] or word.lower()[:STEM]
        if (mark and stems[-1:] != [stem]) or (not mark and word[:1].isalpha()):
            stems.append(stem)
    found = {*stems, *_pairs(stems), *(f"{a} * {b}" for a, b in zip(stems, stems[2:], strict=False))}
    first = next((s for s in stems if s in SIDES[1:]), None)
    if first:
        start = stems.index(first) + 1
        ends = [i for i, s in enumerate(stems) if i >= start and s in SIDES[1:] and s != first]
        between = stems[start : ends[0] if ends else None]
        found |= {f"{first} {x}" for x in (*between, *_pairs(between))}
        found |= {f"{first} + {x}" for x in between[:4]}
    return found


def _pairs(stems: Sequence[str]) -> Iterable[str]:
    return (f"{a} {b}" for a, b in pairwise(stems))


@dataclass(frozen=True, slots=True)
class Wordings:
    """Weights of the grams, ``[grams, labels]``, and how rare each gram is."""

    rows: dict[str, int]
    rarity: NDArray[np.float32]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def read(self, found: set[str]) -> NDArray[np.float32]:
        """Scores of the labels for the grams of a text, to be made chances by a softmax."""
        at = [self.rows[gram] for gram in sorted(found) if gram in self.rows]
        if not at:
            return self.bias
        x = self.rarity[at]
        scores = SCALE * (x / np.linalg.norm(x)) @ self.weights[at] + self.bias
        return scores.astype(np.float32)

    def saved(self) -> dict[str, NDArray[np.generic]]:
        """Arrays for ``np.savez``, the weights as bytes with one scale a label."""
        scale = np.abs(self.weights).max(0).clip(1e-9) / 127
        return {
            "grams": np.frombuffer("\n".join(self.rows).encode(), dtype=np.uint8),
            "rarity": self.rarity.astype(np.float16),
            "weights": np.round(self.weights / scale).astype(np.int8),
            "scale": scale.astype(np.float32),
            "bias": self.bias,
        }


def load(path: Path) -> dict[str, Wordings]:
    """The readers of a file by head, as ``save`` wrote it; raises ``OSError``, ``KeyError`` or ``ValueError``."""
    with np.load(path, allow_pickle=False) as stored:
        arrays = dict(stored)
    found = {}
    for head in {name.split("/")[0] for name in arrays}:
        words = arrays[f"{head}/grams"].tobytes().decode().split("\n")
        found[head] = Wordings(
            {gram: i for i, gram in enumerate(words)},
            arrays[f"{head}/rarity"].astype(np.float32),
            arrays[f"{head}/weights"].astype(np.float32) * arrays[f"{head}/scale"],
            arrays[f"{head}/bias"],
        )
    return found


def save(readers: dict[str, Wordings], path: Path) -> None:
    """The readers as one file."""
    arrays = {f"{head}/{name}": a for head, r in readers.items() for name, a in r.saved().items()}
    np.savez_compressed(path, **arrays)  # type: ignore[arg-type]
