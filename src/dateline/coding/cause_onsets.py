"""Cues of cause that vary from text to text: "came barely two hours after", "a revenge attack for"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.attribution.page import Page, Range
from dateline.knowledge.cause_words import CauseWords, cause_words

_LONGEST = 8


def measured_onsets(page: Page, bounds: Range, known: CauseWords) -> Iterator[Range]:
    """From the verb to "after" in "came less than a day after"."""
    for phrase in ("after", "following"):
        for at in page.positions.get(phrase, ()):
            if not bounds[0] < at < bounds[1]:
                continue
            first = at - 1
            while first > bounds[0] and at - first < _LONGEST and _measures(page, first):
                first -= 1
            told = any(page.low[i] in cause_words().onset_units for i in range(first + 1, at))
            if told and page.words[first].upos == "VERB" and page.is_any(first, known.beginning):
                yield first, at + 1


def _measures(page: Page, i: int) -> bool:
    return page.low[i] in cause_words().onset_measures | cause_words().onset_units or page.words[i].upos == "NUM"


def named_reprisals(page: Page, bounds: Range, known: CauseWords) -> Iterator[Range]:
    """"A revenge attack for", "retaliatory strikes over": the word behind the first names the event that answers."""
    for word in known.reprisals:
        for at in page.positions.get(word, ()):
            if bounds[0] <= at and at + 2 < bounds[1] and page.low[at + 2] in {"for", "over"}:
                yield at, at + 3
