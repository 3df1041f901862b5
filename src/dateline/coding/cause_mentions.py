"""Mentions of events around a word of cause: which of them it links."""

from __future__ import annotations

from typing import NamedTuple

from dateline.coding.attribution.page import Page, Range
from dateline.knowledge.codebook import CONTEXT, TYPE_OF

_BACK = 3
"""Sentences over which an answer reaches back to what it answers."""
_NEW_CLAUSES = frozenset({(",", "and"), (",", "but"), (",", "while"), (",", "whereas")})
NEAR = 14
"""Words between a connective and the event that follows it; twice that before it."""


class Mention(NamedTuple):
    """A mention of the event ``id`` in words ``first`` to ``last`` (exclusive); ``sub_type`` is the codebook's.

    ``doers`` and ``struck`` are the names of those who did it and of those it was done to.
    """

    id: str
    first: int
    last: int
    sub_type: str = ""
    doers: frozenset[str] = frozenset()
    struck: frozenset[str] = frozenset()


def nearest_left(page: Page, cue: Range, inside: list[Mention]) -> Mention | None:
    """The event before the cue that the cue's clause is about: no semicolon between, not the cue itself."""
    near = [e for e in inside if e.last <= cue[0] <= e.last + 2 * NEAR and ";" not in page.low[e.last : cue[0]]]
    head = page.words[cue[0]].head
    tied = [e for e in near if e.first <= head < e.last]
    return tied[0] if tied else (near[-1] if near else None)


def nearest_right(page: Page, cue: Range, inside: list[Mention]) -> Mention | None:
    """The first event after the cue in the same part of the sentence."""
    near = (e for e in inside if cue[1] <= e.first <= cue[1] + NEAR and not _goes_on(page, cue[1], e.first))
    return next(near, None)


def _goes_on(page: Page, first: int, last: int) -> bool:
    """A semicolon, or a comma and a conjunction, behind which another clause begins."""
    between = page.low[first:last]
    return ";" in between or any(between[k : k + 2] in _NEW_CLAUSES for k in range(len(between) - 1))


def governing(page: Page, cue: Range, inside: list[Mention]) -> Mention | None:
    """The event that the phrase or clause opened by the cue hangs on, by the tree."""
    at = page.words[cue[0]].head
    for _ in range(3):
        at = page.words[at].head
        tied = next((e for e in inside if e.first <= at < e.last and e.last <= cue[0]), None)
        if tied:
            return tied
    return None


def subject_of(page: Page, verb: int, inside: list[Mention], *relations: str) -> Mention | None:
    """The event that the subject of ``verb`` names, its head before what hangs on it."""
    subject = page.child(verb, *relations)
    if subject is None:
        return None
    below = page.below(subject)
    return said_of((subject, subject + 1), inside) or next((e for e in inside if e.first in below), None)


def said_of(words: Range, inside: list[Mention]) -> Mention | None:
    """The event that is named by one of the words."""
    return next((e for e in inside if e.first < words[1] and words[0] < e.last), None)


def within_phrase(page: Page, cue: Range, inside: list[Mention]) -> Mention | None:
    """The first event in the phrase or clause that the cue opens, or, of a verb, in its object."""
    last = cue[1] - 1
    governs = page.words[last].upos == "VERB" and page.words[last].deprel not in ("case", "mark")
    opened = page.child(last, "obj") if governs else page.words[last].head
    below = page.below(opened) if opened is not None else set()
    return next((e for e in inside if e.first >= cue[1] and e.first in below), None)


def past_comma(page: Page, cause: Mention, inside: list[Mention]) -> Mention | None:
    """The first event after the comma that ends the phrase of ``cause``."""
    return next((e for e in inside if e.first >= cause.last and "," in page.low[cause.last : e.first]), None)


def headline_of(page: Page, start: int, before: list[Mention]) -> Mention | None:
    """The first event of the nearest sentence that tells of one before ``start``: "in response" answers what that is about."""
    index = page.sentence_of[start]
    for s in reversed(page.analysis.sentences[max(0, index - _BACK) : index]):
        told = [e for e in before if s.first <= e.first < s.last]
        if told:
            return next((e for e in told if TYPE_OF.get(e.sub_type) != CONTEXT), None)
    return None
