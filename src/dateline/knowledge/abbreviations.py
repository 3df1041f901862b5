"""Abbreviations, and whether a sentence may end with them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.word_file import WordFile, read_words


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """As written, without their period.

    ``every`` are titles, ranks, months and the like; ``seldom_final`` those of them that go on to a name, so that a
    capital letter behind them starts no sentence; ``sentence_openers`` are words that open a sentence behind one that
    may also end it ("U.S.", "a.m.").
    """

    source: str
    every: frozenset[str]
    seldom_final: frozenset[str]
    sentence_openers: frozenset[str]


@cache
def abbreviations() -> Abbreviations:
    """The built-in abbreviations; raises ``KnowledgeError`` where the file does not hold what it must."""
    return read_words(Abbreviations, WordFile("abbreviations.json"))
