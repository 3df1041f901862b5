"""How many were hurt."""

from __future__ import annotations

from math import log

from dateline.incidents.episode import Episode
from dateline.incidents.features.compared import NOTHING, Compared

_TELLING = 4
"""A number from which on an agreement is hardly by chance: most attacks that are reported kill fewer (UCDP GED: the
median of best estimates is 1 to 3)."""


def toll(one: Episode, other: Episode) -> Compared:
    """Killed and injured: the same number speaks for one incident, the more the larger it is; numbers that
    exclude one another speak against, by their ratio, since accounts of one event differ too. Where a report gives
    several counts, the one that the other gives as well."""
    best = NOTHING
    for what in ("killed", "injured"):
        common = max((number for kind, number in one.numbers & other.numbers if kind == what), default=None)
        if common is not None:
            found = _same(common, what)
            best = found if best is NOTHING or abs(found.value) > abs(best.value) else best
            continue
        if what not in one.tolls or what not in other.tolls:
            continue
        a, b = one.tolls[what], other.tolls[what]
        found = _compared(a, b, what)
        if best is NOTHING or abs(found.value) > abs(best.value):
            best = found
    return best


def _same(number: int, what: str) -> Compared:
    return Compared(min(1.0, (number + 1) / (_TELLING + 1)), f"the same number {what} ({number})")


def _compared(a: tuple[int, int | None], b: tuple[int, int | None], what: str) -> Compared:
    if a[0] == b[0]:
        return _same(a[0], what)
    (low, open_to), (high, _) = sorted((a, b), key=lambda t: t[0])
    if open_to is None:
        return Compared(0.1, f"numbers {what} that do not exclude one another (at least {low}; {high})")
    ratio = log((high + 1) / (low + 1)) / log(10)
    return Compared(-min(1.0, ratio), f"different numbers {what} ({low}; {high})")
