"""Where a text opens and closes quotation marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model.analysis import Analysis, Word

_CLOSERS = {"“": "”", "«": "»", "„": "“”", "‘": "’", "‹": "›", "「": "」"}
_STRAIGHT = frozenset({'"', "'", "`"})
_LONGEST = 200
"""Words after which an opening mark is taken to have no closing one."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words ``first`` to ``last`` (exclusive) stand between the marks, words ``first - 1`` and ``last``."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """Number of words between the marks."""
        return self.last - self.first


def find_quoted(analysis: Analysis) -> tuple[Quoted, ...]:
    """All stretches between quotation marks within a paragraph, in order; a lone mark gives none."""
    words = analysis.words
    found: list[Quoted] = []
    for first, last in _paragraphs(analysis):
        i = first
        while i < last:
            end = _closing(words, i, last) if _opens(words, i, first, last) else None
            if end is not None and end > i + 1:
                found.append(Quoted(i + 1, end))
                found.extend(_within(words, i + 1, end))
                i = end
            i += 1
    return tuple(sorted(found, key=lambda q: (q.first, -q.last)))


def _within(words: Sequence[Word], first: int, last: int) -> list[Quoted]:
    """Quotations inside a quotation."""
    found: list[Quoted] = []
    i = first
    while i < last:
        end = _closing(words, i, last) if _opens(words, i, first, last) else None
        if end is not None and end > i + 1:
            found.append(Quoted(i + 1, end))
            i = end
        i += 1
    return found


def _paragraphs(analysis: Analysis) -> list[tuple[int, int]]:
    ranges: dict[int, tuple[int, int]] = {}
    for s in analysis.sentences:
        begin = ranges.get(s.paragraph, (s.first, s.last))[0]
        ranges[s.paragraph] = (begin, s.last)
    return list(ranges.values())


def _opens(words: Sequence[Word], i: int, first: int, last: int) -> bool:
    mark = words[i].text
    if i + 1 >= last or (mark not in _CLOSERS and mark not in _STRAIGHT):
        return False
    touches_next = words[i + 1].start == words[i].end
    free_before = i == first or words[i - 1].end < words[i].start or words[i - 1].text in "([—–-/"
    return touches_next and free_before


def _closing(words: Sequence[Word], i: int, last: int) -> int | None:
    mark = words[i].text
    wanted = _CLOSERS.get(mark, mark)
    for j in range(i + 1, min(last, i + _LONGEST)):
        if words[j].text in wanted and words[j].start == words[j - 1].end and _ends(words, j, last):
            return j
        if mark in _CLOSERS and words[j].text == mark and mark not in wanted:
            return None
    return None


def _ends(words: Sequence[Word], j: int, last: int) -> bool:
    """A closing mark is not glued to a letter that follows, as an apostrophe is."""
    return j + 1 >= last or words[j + 1].start > words[j].end or not words[j + 1].text[0].isalnum()
