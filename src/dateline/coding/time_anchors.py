"""The time that "two days earlier" or "the next day" counts from: the last day that the report told before it."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date

from dateline.coding.tree import Tree
from dateline.coding.when import resolve_time
from dateline.model.analysis import Analysis
from dateline.model.claim import When
from dateline.model.times import Shift, TimeExpression

REACH = 3
"""Sentences over which such words reach back."""
_MOST_STEPS = 4
"""Times in a row that each count from the one before."""
_A_DAY_OR_A_NIGHT = (1, 2)


def anchor_of(
    t: TimeExpression, analysis: Analysis, tree: Tree, published: date | None, speech: frozenset[int], steps: int = _MOST_STEPS
) -> When | None:
    """The last time before ``t`` that is as exact as a day; of earlier sentences none that only dates a speaker's words."""
    if not (isinstance(t.parsed, Shift) and t.parsed.anchored) or not steps:
        return None
    here = _sentence(t, analysis, tree)
    i = bisect_left(analysis.times, t.span.start, key=lambda x: x.span.start)
    for earlier in reversed(analysis.times[:i]):
        sentence = _sentence(earlier, analysis, tree)
        if here - sentence > REACH:
            return None
        at = analysis.words_at(earlier.span.start, earlier.span.end)
        if sentence < here and tree.clause_head(tree.head_of(at)) in speech:
            continue
        anchor = anchor_of(earlier, analysis, tree, published, speech, steps - 1)
        when = resolve_time(earlier, published, anchor=anchor)
        if when.start and when.end and when.date_prec in _A_DAY_OR_A_NIGHT:
            return when
    return None


def _sentence(t: TimeExpression, analysis: Analysis, tree: Tree) -> int:
    return tree.sentence(analysis.words_at(t.span.start, t.span.end)[0]).index
