"""Weapons by the words that name them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from dateline.knowledge.table import listed, packaged, read_rows, wrong

COLUMNS = ("kind", "phrases")
NOT_A_WEAPON = "not a weapon"
"""Kind of the phrases that hold a weapon word and mean something else ("water tank", "gold mine")."""

_IRREGULAR = {"knives": "knife", "axes": "axe", "gas": "gas", "gases": "gas"}


class Weapons:
    """Phrases to weapon kinds, longest match first."""

    __slots__ = ("_kinds", "_longest", "kinds")

    def __init__(self, phrases: Sequence[tuple[str, str]]) -> None:
        self._kinds: dict[tuple[str, ...], str] = {}
        for phrase, kind in phrases:
            for words in _spellings(phrase):
                self._kinds.setdefault(words, kind)
        # How long a phrase can be that starts with this word: most words start none.
        self._longest: dict[str, int] = {}
        for words in self._kinds:
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))
        self.kinds = frozenset(self._kinds.values()) - {NOT_A_WEAPON}

    def __len__(self) -> int:
        return len(self._kinds)

    def find(self, lemmas: Sequence[str]) -> list[tuple[int, int, str]]:
        """The weapons among ``lemmas`` (lemmas or words): start, end (exclusive) and kind, without overlap.

        The longest phrase wins, and the earlier one of two that overlap. Words may be singular or plural, in
        any case, and a hyphenated word may be one token or three.
        """
        words = [_singular(word.lower()) for word in lemmas]
        found = []
        start = 0
        while start < len(words):
            end = self._end(words, start)
            if end is None:
                start += 1
                continue
            kind = self._kinds[tuple(words[start:end])]
            if kind != NOT_A_WEAPON:
                found.append((start, end, kind))
            start = end
        return found

    def _end(self, words: Sequence[str], start: int) -> int | None:
        last = min(start + self._longest.get(words[start], 0), len(words))
        for end in range(last, start, -1):
            if tuple(words[start:end]) in self._kinds:
                return end
        return None


def _spellings(phrase: str) -> set[tuple[str, ...]]:
    texts = (phrase, phrase.replace("-", " - "), phrase.replace("-", " "))
    return {tuple(_singular(word) for word in text.lower().split()) for text in texts}


def _singular(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("s") and not word.endswith("ss") and (len(word) > 3 or word[:-1].isdigit()):
        return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]
    return word


@cache
def load_weapons() -> Weapons:
    """The built-in weapon words (kinds after ACLED's and UNMAS's terms; phrases from general reference)."""
    source = packaged("weapons", "weapons.csv")
    phrases = []
    for row, cells in read_rows(source, COLUMNS):
        items = listed(cells["phrases"])
        if not cells["kind"] or not items:
            raise wrong(source, row, "phrases", "a kind and at least one phrase are needed.")
        phrases += [(phrase, cells["kind"]) for phrase in items]
    return Weapons(phrases)


def find_weapons(lemmas: Sequence[str]) -> list[tuple[int, int, str]]:
    """``Weapons.find`` of the built-in weapon words."""
    return load_weapons().find(lemmas)
