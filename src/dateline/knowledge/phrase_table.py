"""Phrases with what they stand for, found in a text by their first word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeVar

from dateline.knowledge.word_file import Phrase

V = TypeVar("V")


class PhraseTable(dict[Phrase, V]):
    """What each phrase, in lower case, stands for; the longest first."""

    def __init__(self, phrases: Mapping[Phrase, V]) -> None:
        super().__init__(sorted(phrases.items(), key=lambda item: -len(item[0])))
        self._by_first: defaultdict[str, list[Phrase]] = defaultdict(list)
        for phrase in self:
            self._by_first[phrase[0]].append(phrase)

    def at(self, words: tuple[str, ...], i: int, stop: int | None = None) -> Phrase | None:
        """The longest phrase that stands at word ``i`` of ``words`` (in lower case) and ends before ``stop``."""
        fitting = (p for p in self._starting_with(words[i]) if stop is None or i + len(p) < stop)
        return next((p for p in fitting if words[i : i + len(p)] == p), None)

    def _starting_with(self, word: str) -> Sequence[Phrase]:
        return self._by_first.get(word, ())
