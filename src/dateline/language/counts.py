"""Counted units of time as a text words them: "three weeks ago", "two days earlier", "six weeks".

Readers work as those of :mod:`dateline.language.date_parts`.
"""

from __future__ import annotations

from dateline.knowledge.number_words import number_words
from dateline.language.date_parts import WORDS
from dateline.language.scan import Pieces
from dateline.model.times import Length, Point, Shift, Unit, Unresolved

_NUMBERS = number_words()
_OPEN_COUNTS = frozenset({("more", "than"), ("less", "than"), ("fewer", "than"), ("at", "least")})


def count_at(p: Pieces, i: int) -> tuple[int | None, int] | None:
    """A small count at ``i``; ``None`` as its value where the words leave it open ("several", "a few")."""
    word = p.low[i]
    if word.isascii() and word.isdigit() and len(word) <= 3:
        return int(word), i + 1
    if word in ("a", "an"):
        if p.low[i + 1] == "few":
            return None, i + 2
        if p.low[i + 1] == "couple":
            return 2, i + 3 if p.low[i + 2] == "of" else i + 2
        return 1, i + 1
    if word in ("several", "few", "many", "some"):
        return None, i + 1
    tens = _NUMBERS.tens.get(word)
    if tens is not None:
        more = _NUMBERS.units.get(p.low[i + 2], 0) if p.low[i + 1] == "-" else 0
        return (tens + more, i + 3) if more else (tens, i + 1)
    units = _NUMBERS.units.get(word)
    return (units, i + 1) if units is not None else None


def unit_at(p: Pieces, i: int) -> tuple[Unit, int] | None:
    """The unit of time named at ``i`` and how many of it one such word is ("fortnight": two weeks)."""
    unit = WORDS.units.get(p.low[i])
    return (unit, WORDS.unit_sizes.get(p.low[i], 1)) if unit is not None else None


def counted_units(p: Pieces, i: int) -> tuple[Point | Length | Unresolved, int] | None:
    """ "three weeks ago", "two days earlier", "six weeks"."""
    counted = count_at(p, i)
    if counted is None:
        return None
    count, at = counted
    unit = unit_at(p, at)
    if unit is None or p.low[at + 1] in ("-",):
        return None
    size = None if count is None else count * unit[1]
    after = p.low[at + 1]
    if after in WORDS.directions:
        # "More than a week ago" names no day.
        if size is None or (unit[0] == "hour" and after != "ago") or (after == "ago" and _open_count(p, i)):
            return Unresolved(), at + 2
        return Shift(WORDS.directions[after] * size, unit[0], after != "ago"), at + 2
    if size is not None and (end := _from_now(p, at + 1)) is not None:
        return Shift(size, unit[0]), end
    if p.low[i] in ("a", "an") and p.low[i - 1] not in WORDS.length_before:
        return None
    if after == "old" or (p.low[i] in ("one", "second") and unit[0] == "hour" and p.low[at] in ("second", "minute")):
        return None
    if p.low[i] in ("some", "many", "few") and p.low[i - 1] != "for":
        return None
    return Length(size, unit[0], p.low[i - 1] == "in"), at + 1


def _open_count(p: Pieces, i: int) -> bool:
    """Whether the words before a count leave it open to one side: "more than", "over", "at least"."""
    return i > 0 and (p.low[i - 1] in ("over", "under") or (i > 1 and tuple(p.low[i - 2 : i]) in _OPEN_COUNTS))


def _from_now(p: Pieces, i: int) -> int | None:
    """Where "from now" or "' time" ends that stands behind units at ``i``: "in three days' time"."""
    if p.low[i] == "from" and p.low[i + 1] in ("now", "today"):
        return i + 2
    at = i + 1 if p.low[i] in ("'", "’", "'s", "’s") else i
    return at + 1 if at > i and p.low[at] == "time" else None
