"""Words by which a release tells whom it may name, and where a person's name ends."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.word_file import WordFile, read_words


@dataclass(frozen=True, slots=True)
class PersonWords:
    """In lower case: ``public_offices`` make a person public ("officer", "doctor", "member" or "source" do not);
    ``particles`` stand inside a name.
    """

    source: str
    public_offices: frozenset[str]
    particles: frozenset[str]


@cache
def person_words() -> PersonWords:
    """The built-in words; raises ``KnowledgeError`` where the file does not hold what it must."""
    return read_words(PersonWords, WordFile("persons.json", "release"))
