"""Common words of English, by which a text is told to be in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.word_file import WordFile, read_words


@dataclass(frozen=True, slots=True)
class EnglishWords:
    """In lower case: the ``common`` words, and the ``distinct`` among them that other languages have not."""

    source: str
    common: frozenset[str]
    distinct: frozenset[str]


@cache
def english_words() -> EnglishWords:
    """The built-in words; raises ``KnowledgeError`` where the file does not hold what it must."""
    return read_words(EnglishWords, WordFile("english_words.json"))
