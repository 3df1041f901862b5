"""The proper names that a text writes: streets, villages, hospitals, persons; what tells one event from its like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dateline.incidents.folding import folded
from dateline.knowledge.actors.demonyms import load_demonyms
from dateline.knowledge.incident_words import incident_words
from dateline.knowledge.outlets import load_outlets
from dateline.knowledge.time_words import time_words

_NO_NAMES = incident_words().seldom_names | time_words().in_full | time_words().months.keys()
"""Words that a capital makes no name of."""

_NAME = re.compile(r"[^\W\d_][\w'’-]*(?:[ ](?:(?:al|el|de|da|la|bin|of)[ -])?[A-Z][\w'’-]*)*")
_POSSESSIVE = re.compile(r"['’]s?(?= )")
_SENTENCE_END = re.compile(r"[.!?:\n\"”“—(]\s*$")
READ = 6000
"""Characters of a report from its beginning that are read for names: news puts what happened first."""


@lru_cache(maxsize=50_000)
def _general(name: str) -> bool:
    """Whether a name says nothing of which event it is: a country, a people, one who publishes."""
    known = load_demonyms()
    return bool(known.named(name) or known.of_adjective(name) or known.of_people(name) or load_outlets().find(name))


def _written(text: str) -> Iterator[tuple[int, list[str]]]:
    """Runs of capitalised words and where they start; "Homs's Old Quarter" is two names."""
    for match in _NAME.finditer(text):
        start = 0
        for part in _POSSESSIVE.split(match[0]):
            yield match.start() + match[0].index(part, start), part.split()
            start += len(part)


def written_names(text: str) -> frozenset[str]:
    """Normalised proper names in the beginning of ``text``, without calendar words, peoples and outlets.

    A capital at the head of a sentence counts only where another capitalised word follows.
    """
    found: set[str] = set()
    head = text[:READ]
    for start, name_words in _written(head):
        words = name_words
        if not words[0][0].isupper():
            words = [word for word in words[1:] if word[0].isupper()]
        elif _SENTENCE_END.search(head[max(0, start - 3) : start] or "\n") and len(words) == 1:
            continue
        while words and words[0].casefold().strip("'’") in _NO_NAMES:
            words = words[1:]
        name = folded(" ".join(words))
        if len(name) > 2 and name not in _NO_NAMES and not _general(name):
            found.add(name)
    return frozenset(found)
