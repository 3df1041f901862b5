"""Nouns of place beside a name, and words that tell where it lies."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.word_file import WordFile, read_words


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Lemmas in lower case.

    ``settlements`` and larger stand beside a name ("the village of X", "X district"), behind those ``named_with_of``
    "of" names a place and nothing else; ``facilities`` are built; ``peoples`` live where their name stands. ``lying``
    verbs, ``distances`` and points of the ``compass`` tell where a place is.
    """

    source: str
    facilities: frozenset[str]
    settlements: frozenset[str]
    named_with_of: frozenset[str]
    peoples: frozenset[str]
    lying: frozenset[str]
    distances: frozenset[str]
    compass: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """The built-in words; raises ``KnowledgeError`` where the file does not hold what it must."""
    return read_words(PlaceWords, WordFile("place_words.json"))
