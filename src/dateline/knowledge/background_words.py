"""Words that mark what a text tells as history, court record, anniversary or biography."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from dateline.knowledge.word_file import WordFile


@dataclass(frozen=True, slots=True)
class BackgroundWords:
    """Words and phrases in lower case, as written. ``recent`` ones tie a sentence to the days before publication."""

    anniversary: tuple[str, ...]
    court: tuple[str, ...]
    history: tuple[str, ...]
    phrases: tuple[str, ...]
    recent: tuple[str, ...]


@cache
def background_words() -> BackgroundWords:
    """The built-in words of background; raises ``KnowledgeError`` where the file does not hold what it must."""
    raw = WordFile("background_words.json")
    return BackgroundWords(**{f.name: tuple(raw[f.name]) for f in fields(BackgroundWords)})
