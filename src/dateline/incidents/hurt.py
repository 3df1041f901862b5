"""Who was hurt, where an account counts all who were shot and those of them who died: "six people were shot, one fatally"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from dateline.incidents.counting import Count, count_of, is_bulletin, is_vague, tolls_of
from dateline.incidents.told import Told
from dateline.model.claim import Toll

_HIT = re.compile(r"\b(?:shot|gunshots?|shootings?|stabb\w+|struck|hit|beaten|burnt|burned)\b", re.IGNORECASE)
"""What hurts without saying whether it killed. Source: own list."""

_FATAL = re.compile(r"\bfatal(?:ly)?\b|\b(?:dead|died|killed)\b", re.IGNORECASE)

_BESIDES = re.compile(r"\b(?:others?|another|additional|further|more)\b", re.IGNORECASE)
"""They are counted beside those who died."""

UNSURE = frozenset({"intended", "possible", "retracted", "denied"})


def hurt(told: Sequence[Told]) -> Iterator[tuple[Told, Count]]:
    """For each report that counts who was hit and nobody as injured, those beyond the dead: of that report, or, where
    it tells of none, of the others. Where nobody tells of any dead, all were hurt."""
    by_report: dict[str, list[Told]] = defaultdict(list)
    for t in told:
        if t.claim.stance not in UNSURE and t.claim.polarity == "+" and not t.claim.background:
            by_report[t.ref.report].append(t)
    deadliest = max((_dead(held) for held in by_report.values()), default=0)
    for held in by_report.values():
        if any(count_of("injured", tolls_of(t.claim)) for t in held):
            continue
        found = [(t, count) for t in held if (count := _beyond(t, _dead(held) or deadliest)) is not None]
        if found:
            yield max(found, key=lambda item: item[1].least or 0)


def _beyond(told: Told, dead: int) -> Count | None:
    """Those whom a claim counts as hit, without ``dead``; ``None`` where nobody is left."""
    words = " ".join(span.text for span in told.claim.evidence)
    people = [t for t in told.claim.tolls if t.kind == "casualties" and t.unit == "persons"]
    tolls = [t for t in people if not t.cumulative and not is_vague(t)]
    if not tolls or _HIT.search(words) is None:
        return None
    hit = max(tolls, key=lambda t: Count.of(t).least or 0)
    count = Count.of(hit)
    if is_bulletin(words) or (count.best == 1 and _FATAL.search(words)):
        return None
    less = 0 if _BESIDES.search(hit.text) else dead
    low, best, high = (None if n is None or n <= less else n - less for n in (count.low, count.best, count.high))
    return None if low is None and best is None else Count(low, best, high, count.approx, count.unit, count.who)


def _dead(held: Sequence[Told]) -> int:
    """The most that a report counts as dead, parts of those who were hit ("two of them died") included."""
    return max((_number(toll) for t in held for toll in tolls_of(t.claim) if toll.kind == "killed"), default=0)


def _number(toll: Toll) -> int:
    return 0 if toll.cumulative or toll.unit != "persons" else Count.of(toll).least or 0
