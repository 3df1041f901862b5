"""Words of number: numerals, quantifiers, hedges, and what makes a figure no count of people or things."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, TypeVar

from dateline.model.errors import KnowledgeError

Hedge = Literal["low", "over", "approx", "high", "under", "exact"]
_T = TypeVar("_T")
Phrases = dict[str, tuple[tuple[tuple[str, ...], int], ...]]


@dataclass(frozen=True, slots=True)
class NumberWords:
    """All keys in lower case; phrases are filed under their first word, longest first.

    ``units``, ``tens`` and ``scales`` build numerals; ``fixed`` are exact, ``indefinite`` give only a lower
    bound; ``labels`` stand before a number that names a thing ("Resolution 2254"); the measures stand after
    one.
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


def _filed(phrases: dict[str, _T]) -> dict[str, tuple[tuple[tuple[str, ...], _T], ...]]:
    filed: dict[str, list[tuple[tuple[str, ...], _T]]] = {}
    for phrase, value in phrases.items():
        words = tuple(phrase.split())
        filed.setdefault(words[0], []).append((words, value))
    return {first: tuple(sorted(found, key=lambda f: -len(f[0]))) for first, found in filed.items()}


@cache
def number_words() -> NumberWords:
    """The built-in words of number; raises ``KnowledgeError`` where the file does not hold what it must."""
    raw = json.loads((files("dateline.knowledge") / "number_words.json").read_text("utf-8"))
    try:
        return NumberWords(
            source=raw["source"],
            units=raw["units"],
            tens=raw["tens"],
            scales=raw["scales"],
            fixed=_filed(raw["fixed"]),
            indefinite=_filed(raw["indefinite"]),
            hedges=_filed(raw["hedges"]),
            labels=frozenset(raw["labels"]),
            measures=frozenset(raw["units_of_measure"])
            | frozenset(raw["currencies"])
            | frozenset(raw["time_units"]),
            after_skip=frozenset(raw["after_skip"]),
        )
    except KeyError as missing:
        raise KnowledgeError(f"number_words.json lacks {missing}") from missing
