"""Words of number: numerals, quantifiers, hedges, and what makes a figure no count of people or things."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, TypeVar

from dateline.knowledge.word_file import WordFile

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
    return NumberWords(
        source=raw["source"],
        units=raw["units"],
        tens=raw["tens"],
        scales=raw["scales"],
        fixed=_filed(raw["fixed"]),
        indefinite=_filed(raw["indefinite"]),
        hedges=_filed(raw["hedges"]),
        labels=raw.words("labels"),
        measures=raw.words("units_of_measure") | raw.words("currencies") | raw.words("time_units"),
        after_skip=raw.words("after_skip"),
        openers=raw.words("openers"),
        number_signs=raw.words("number_signs"),
        shares=raw.words("shares"),
        after_name=raw.words("after_name"),
        no_noun_after_no=raw.words("no_noun_after_no"),
        doubtful_hedges=raw.words("doubtful_hedges"),
        bare_indefinite=raw.words("bare_indefinite"),
        not_counted=raw.words("not_counted"),
    )
