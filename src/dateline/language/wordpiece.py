"""Words into word pieces, as BERT's uncased vocabulary has them (Wu et al. 2016; Devlin et al. 2019)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

LONGEST_WORD = 64
"""Characters beyond which a word is read as unknown."""
MOST_PIECES = 12
"""Pieces kept of one word."""
_REMEMBERED = 50_000

SHAPES = ("none", "lower", "title", "upper", "mixed", "digit", "other")
"""Case shapes, told to the encoder beside the uncased pieces."""


class WordPiece:
    """Greedy longest-match pieces over a vocabulary; remembers the words it has seen."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        self._ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.pad, self.cls, self.sep, self.unknown = (self._ids[t] for t in ("[PAD]", "[CLS]", "[SEP]", "[UNK]"))
        self._seen: dict[str, tuple[int, ...]] = {}

    @classmethod
    def load(cls, path: Path) -> WordPiece:
        """From a ``vocab.txt``, one piece a line."""
        return cls(path.read_text(encoding="utf-8").splitlines())

    def __contains__(self, word: object) -> bool:
        """True for a word that is one piece of the vocabulary: a common word."""
        return word in self._ids

    def pieces(self, word: str) -> tuple[int, ...]:
        """Piece ids of one word, at least one and at most ``MOST_PIECES``."""
        known = self._seen.get(word)
        if known is None:
            known = self._cut(word)
            if len(self._seen) < _REMEMBERED:
                self._seen[word] = known
        return known

    def _cut(self, word: str) -> tuple[int, ...]:
        if len(word) > LONGEST_WORD:
            return (self.unknown,)
        ids: list[int] = []
        for part in _parts(word):
            ids.extend(self._longest_matches(part))
        return tuple(ids[:MOST_PIECES]) or (self.unknown,)

    def _longest_matches(self, part: str) -> list[int]:
        ids: list[int] = []
        start = 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = part[start:end] if start == 0 else "##" + part[start:end]
                if piece in self._ids:
                    ids.append(self._ids[piece])
                    start = end
                    break
            else:
                return [self.unknown]
        return ids


def _parts(word: str) -> list[str]:
    """Lower-cased, without accents and control characters, cut at punctuation and around CJK characters."""
    parts = [""]
    for ch in unicodedata.normalize("NFD", word.lower()):
        category = unicodedata.category(ch)
        if category == "Mn" or category.startswith("C"):
            continue
        if category[0] in "PS" or "\u4e00" <= ch <= "\u9fff":
            parts += [ch, ""]
        else:
            parts[-1] += ch
    return [p for p in parts if p]


@lru_cache(_REMEMBERED)
def shape(word: str) -> int:
    """Index into ``SHAPES`` of the word's case shape."""
    if any(ch.isdigit() for ch in word):
        return 5
    if not any(ch.isalpha() for ch in word):
        return 6
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    return 2 if word[0].isupper() and word[1:].islower() else 4
