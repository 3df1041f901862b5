"""The proper names that a text writes: streets, villages, hospitals, persons; what tells one event from its like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dateline.incidents.folding import folded
from dateline.knowledge.actors.demonyms import load_demonyms
from dateline.knowledge.outlets import load_outlets

_NAME = re.compile(r"[^\W\d_][\w'’-]*(?:[ ](?:(?:al|el|de|da|la|bin|of)[ -])?[A-Z][\w'’-]*)*")
_POSSESSIVE = re.compile(r"['’]s?(?= )")
_SENTENCE_END = re.compile(r"[.!?:\n\"”“—(]\s*$")
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_COMMON = frozenset(
    "the a an in on at of he she it they we i this that these those his her their its and but or if as for from to by "
    "with when while after before police officials residents witnesses according mr mrs ms dr officer sgt lt capt "
    "chief one two three four five six seven eight nine ten no not there what who how authorities investigators "
    "updated posted published copyright associated press all rights reserved news am pm est edt cst cdt pst pdt street "
    "avenue road county city hospital department office state north south east west northern southern eastern western "
    "general captain major colonel brigadier governor president minister ministry army government spokesman".split()
)
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
        while words and words[0].casefold().strip("'’") in _COMMON | _CALENDAR:
            words = words[1:]
        name = folded(" ".join(words))
        if len(name) > 2 and name not in _COMMON and name not in _CALENDAR and not _general(name):
            found.add(name)
    return frozenset(found)
