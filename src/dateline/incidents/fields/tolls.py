"""How many, by each account; with the figures of UCDP and of ACLED."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from dateline.incidents.counting import Count, count_of, exclude, is_bulletin, sums_up, together, tolls_of
from dateline.incidents.days import day_number
from dateline.incidents.fields.denials import of_harm, words_of
from dateline.incidents.fields.grouping import accounts_of, agreement_of
from dateline.incidents.hurt import UNSURE, hurt
from dateline.incidents.told import Told
from dateline.knowledge.codebook.types import CONTEXT
from dateline.model.incident import FieldAccounts

KINDS = ("killed", "injured", "casualties", "displaced", "detained", "abducted", "missing", "destroyed")

RULE = (
    "low is the lowest and high the highest count that an origin gives at its latest, best the count that most origins "
    "hold where one does (UCDP GED low, best, high); the conservative figure is the lowest count given (ACLED)"
)


@dataclass(frozen=True, slots=True)
class _Held:
    count: Count
    told: Told


def toll_fields(told: Sequence[Told]) -> dict[str, FieldAccounts]:
    """The field of each kind of toll that anyone tells.

    A toll "since Sunday", or of "three separate attacks", is listed as cumulative and kept out of the figures; a part
    ("four of them children") is no account of its own; an origin's latest count takes the place of its earlier ones.
    """
    found = {}
    types = Counter(t.claim.event.type for t in told if t.claim.event.type != CONTEXT).most_common(1)
    two_sided = not types or types[0][0] == "Battles"
    for kind in KINDS:
        field = _field(kind, told, two_sided=two_sided)
        if field is not None:
            found[kind] = field
    return found


def _of_fighters(kind: str, told: Sequence[Told]) -> bool:
    """Whether any account counts those who fight apart: where none does, all count the same people."""
    counts = [count for t in told if (count := count_of(kind, tolls_of(t.claim), words_of(t))) is not None]
    return any(c.is_of_all and not (c.is_whole or c.is_of_civilians) for c in counts)


def _field(kind: str, told: Sequence[Told], *, two_sided: bool) -> FieldAccounts | None:
    two_sided = two_sided and _of_fighters(kind, told)
    values: list[tuple[Any, Told]] = []
    held: list[_Held] = []
    bulletins: list[_Held] = []
    for t in told:
        for toll in tolls_of(t.claim):
            if toll.kind == kind and sums_up(toll, words_of(t)):
                values.append(({**_plain(Count.of(toll)), "cumulative": True}, t))
        told_count = count_of(kind, tolls_of(t.claim), words_of(t))
        if told_count is None:
            continue
        count = told_count
        if not two_sided and count.is_of_all:
            # Where only one side is hit, whom an account counts is whom it knows of.
            count = replace(count, who=None)
        several = is_bulletin(words_of(t))
        values.append(({**_plain(told_count), "cumulative": True} if several else _plain(told_count), t))
        if t.claim.stance not in UNSURE and t.claim.polarity == "+":
            (bulletins if several else held).append(_Held(count, t))
    if kind == "injured":
        for t, count in hurt(told):
            values.append(({**_plain(count), "reckoned": True}, t))
            held.append(_Held(replace(count, who=None) if count.is_of_all else count, t))
    accounts = accounts_of(values)
    if not accounts:
        return None
    # What a bulletin counts over several events is all there is where nobody counts this one.
    standing = _standing(held or bulletins)
    contested = any(_contradict(a, b) for a, b in combinations(standing, 2)) or _denied(kind, told, standing)
    low, best, high = _ucdp(standing)
    lows = [h.count.least for h in standing if h.count.least is not None]
    conservative = min(lows) if lows else None
    return FieldAccounts(agreement_of(accounts, contested=contested), accounts, low, best, high, conservative, RULE)


def _denied(kind: str, told: Sequence[Told], standing: Sequence[_Held]) -> bool:
    """Whether one denies that anybody came to that harm, and another counts some."""
    denying = {t.origin for t in told if of_harm(t) and any(toll.kind == kind for toll in t.claim.tolls)}
    return any((h.count.least or 0) > 0 and denying - {h.told.origin} for h in standing)


def _standing(held: Sequence[_Held]) -> list[_Held]:
    """The latest word of each origin: the whole of its last report that counts all, the largest where it gives several;
    where it only tells of single persons, how many those are at least."""
    by_origin: dict[str, list[_Held]] = defaultdict(list)
    for item in held:
        by_origin[item.told.origin].append(item)
    latest = []
    for items in by_origin.values():
        counting = [h for h in items if h.count.is_of_all] or items
        last = max(_day(h) for h in counting)
        current = [h for h in counting if _day(h) == last]
        found = max(current, key=lambda h: (h.count.is_whole, h.count.least or 0))
        persons = None if found.count.is_of_all else together([h.count for h in current])
        latest.append(found if persons is None else _Held(persons, found.told))
    return latest


def _day(held: _Held) -> int:
    return day_number(held.told.report.published) or 0


def _contradict(one: _Held, other: _Held) -> bool:
    if not exclude(one.count, other.count):
        return False
    # A count that the earlier report gives and the later one raises in so many words has been overtaken.
    earlier, later = sorted((one, other), key=_day)
    raised = _day(later) > _day(earlier) and later.count.rises and (later.count.least or 0) > (earlier.count.least or 0)
    return not raised


def _ucdp(standing: Sequence[_Held]) -> tuple[int | None, int | None, int | None]:
    # Counts of soldiers alone are no low estimate of all who died where another account counts all.
    counts = [h.count for h in standing]
    counts = [c for c in counts if c.is_of_all] or counts
    whole = [c for c in counts if c.is_whole] or counts
    largest = max(c.least or 0 for c in whole) if whole else 0
    # But more soldiers than another counts of all are a high one.
    whole += [c for c in counts if not c.is_whole and (c.least or 0) > largest and not any(c is w for w in whole)]
    lows = [c.least for c in whole if c.least is not None]
    highs = [c.most for c in whole]
    numbers = [c.best if c.best is not None else c.least for c in whole]
    low = min(lows) if lows else None
    known = [h for h in highs if h is not None]
    open_from = max((c.least or 0 for c in whole if c.most is None), default=None)
    high = max(known) if known else None
    if high is None or (open_from is not None and open_from > high):
        high = None
    ranked = Counter(n for n in numbers if n is not None).most_common(2)
    best = None
    if ranked and (len(ranked) == 1 or ranked[0][1] > ranked[1][1]):
        best = ranked[0][0]
    return low, best, high


def _plain(count: Count) -> dict[str, object]:
    return {"low": count.low, "best": count.best, "high": count.high, "unit": count.unit, "who": count.who}
