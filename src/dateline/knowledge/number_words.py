"""Words of number: numerals, quantifiers, hedges, and what makes a figure no count of people or things."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeVar

from dateline.knowledge.word_file import WordFile, read_words

Hedge = Literal["low", "over", "approx", "high", "under", "exact"]
_T = TypeVar("_T")
Phrases = dict[str, tuple[tuple[tuple[str, ...], int], ...]]


@dataclass(frozen=True, slots=True)
class NumberWords:
    """All keys in lower case; phrases are filed under their first word, longest first.

    ``units``, ``tens`` and ``scales`` build numerals, and ``openers`` begin them; ``fixed`` are exact, ``indefinite`` give
    only a lower bound, the ``bare_indefinite`` where something else than ``not_counted`` follows; ``doubtful_hedges`` are
    prepositions or determiners as well. ``labels`` and ``number_signs`` stand before a number that names a thing
    ("Resolution 2254", "no. 3"), ``after_name`` behind one ("Conoco 2 in"); the measures and ``shares`` behind a number
    that counts none. ``no_noun_after_no`` follows a "no" that is no count ("no longer").
    """

    source: str
    units: dict[str, int]
    tens: dict[str, int]
    scales: dict[str, int]
    fixed: Phrases
    indefinite: Phrases
    hedges: dict[str, tuple[tuple[tuple[str, ...], Hedge], ...]]
    labels: frozenset[str]
    measures: frozenset[str]
    after_skip: frozenset[str]
    openers: frozenset[str]
    number_signs: frozenset[str]
    shares: frozenset[str]
    after_name: frozenset[str]
    no_noun_after_no: frozenset[str]
    doubtful_hedges: frozenset[str]
    bare_indefinite: frozenset[str]
    not_counted: frozenset[str]


def _filed(phrases: dict[str, _T]) -> dict[str, tuple[tuple[tuple[str, ...], _T], ...]]:
    filed: dict[str, list[tuple[tuple[str, ...], _T]]] = {}
    for phrase, value in phrases.items():
        words = tuple(phrase.split())
        filed.setdefault(words[0], []).append((words, value))
    return {first: tuple(sorted(found, key=lambda f: -len(f[0]))) for first, found in filed.items()}


@cache
def number_words() -> NumberWords:
    """The built-in words of number; raises ``KnowledgeError`` where the file does not hold what it must."""
    raw = WordFile("number_words.json")
    raw["measures"] = [*raw.take("units_of_measure"), *raw.take("currencies"), *raw.take("time_units")]
    return read_words(NumberWords, raw, fixed=_filed, indefinite=_filed, hedges=_filed)
