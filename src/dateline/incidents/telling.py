"""The events that one report tells apart, each with the claims that belong to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.incidents.days import gap
from dateline.incidents.episode import ANSWERS, Episode, at_other_hours, episode_of
from dateline.incidents.ground import clear, is_found
from dateline.incidents.kinship import related
from dateline.incidents.written_names import written_names
from dateline.knowledge.codebook.types import CONTEXT
from dateline.model.claim import Claim
from dateline.model.record import Record
from dateline.model.report import Report

ANOTHER = re.compile(
    r"\b(?:(?:an)?other|separate(?:ly)?|second|third|unrelated|different)\s+(?:\w+\s+)?(?:attack|incident|strike|raid|"
    r"ambush|bomb\w*|blast|explosion|clash\w*|shelling|shooting|event|assault|case|killing)s?\b"
    r"|\b(?:elsewhere|separately|meanwhile)\b",
    re.IGNORECASE,
)
"""Words that set an event apart from the one before. Source: own list after the annotation rules for event
coreference of ECB+ (Cybulska and Vossen 2014)."""

ANSWERED_WITHIN = 30
"""Days within which they are: a month, ACLED's coarsest time precision."""

WEEK = 7

_DEFINITE = re.compile(r"\b(?:the|this|these|those)\s$", re.IGNORECASE)

FAR = 40.0
"""Kilometres between the edges of two places from which on one report is taken to tell of two events: beyond
UCDP's "within about 25 km of a known point" for both."""


def episodes_of(record: Record) -> tuple[Episode, ...]:
    """The episodes of ``record``, in text order; every claim belongs to one.

    A claim joins the latest event before it that nothing tells it apart from. Apart are: an event that the
    text sets off ("in a separate attack"), one of another day, one in a far place, the past told as
    background. Whatever is linked as cause, or shares its ``event_ref``, stays together. Statements, tolls,
    displacement and movements go with the event they follow.
    """
    groups = _linked(record.claims)
    details = written_names(record.report.text)
    found: list[list[Claim]] = []
    set_off: dict[int, list[Claim]] = {}
    waiting: list[Claim] = []
    for group in groups:
        if all(c.event.type == CONTEXT for c in group) and not any(c.background for c in group):
            if found and not all(c.background for c in found[-1]):
                found[-1].extend(group)
            else:
                waiting.extend(group)
            continue
        marks = _set_off(group)
        home = next((set_off[mark] for mark in marks if mark in set_off), None)
        if home is None and not (marks and found):
            home = _home(record.report, group, found)
        if home is None:
            home = []
            found.append(home)
        set_off |= dict.fromkeys(marks, home)
        home.extend(group)
    if waiting:
        # Statements before any event belong to the first that comes.
        fresh = next((event for event in found if not all(c.background for c in event)), None)
        if fresh is None:
            found.append(waiting)
        else:
            fresh.extend(waiting)
    marked = [id(event) for event in set_off.values()]
    told = [episode_of(record.report, sorted(event, key=_number), details, set_off=id(event) in marked) for event in found]
    return tuple(replace(episode, recalled=any(_recalls(later, episode) for later in told)) for episode in told)


def _recalls(later: Episode, earlier: Episode) -> bool:
    """Whether a report tells of ``earlier`` as of what happened a week or more before its news."""
    if later.background or later.days is None or earlier.days is None or earlier.days[1] > later.days[0]:
        return False
    known = earlier.days[1] if earlier.days_known else earlier.days[0]
    return later.days[0] - known >= WEEK


def _number(claim: Claim) -> int:
    digits = re.sub(r"\D", "", claim.id)
    return int(digits) if digits else 0


def _linked(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Claims joined by a common event or by a cause, in text order; background only with background."""
    group_of: dict[str, list[Claim]] = {}
    by_event: dict[tuple[str, bool], list[Claim]] = {}
    for claim in claims:
        group = by_event.setdefault((claim.event_ref, claim.background), [])
        group.append(claim)
        group_of[claim.id] = group
    for claim in claims:
        for cause in claim.causes:
            one, other = group_of[claim.id], group_of.get(cause.claim)
            if other is None or one is other or one[0].background != other[0].background:
                continue
            one.extend(other)
            for moved in other:
                group_of[moved.id] = one
    unique = {id(group): group for group in group_of.values()}
    return sorted(unique.values(), key=lambda group: min(map(_number, group)))


def _set_off(group: Sequence[Claim]) -> list[int]:
    """Where in the text words stand that set the event of ``group`` apart from those before."""
    return [
        span.start + match.start()
        for claim in group
        for span in claim.evidence[:1]
        if (match := ANOTHER.search(span.text))
    ]


def _home(report: Report, group: list[Claim], found: list[list[Claim]]) -> list[Claim] | None:
    """The event that ``group`` belongs to, the latest first, or ``None`` where it is one of its own."""
    for event in reversed(found):
        if any(_points_back(report, claim, event) for claim in group):
            return event
    mine = episode_of(report, group, frozenset())
    for event in reversed(found):
        if not apart(mine, episode_of(report, event, frozenset())):
            return event
    return None


def _points_back(report: Report, claim: Claim, event: Sequence[Claim]) -> bool:
    """Whether a claim names with an article what ``event`` has named before: "clashes … the clashes"."""
    trigger = claim.event.trigger
    if not _DEFINITE.search(report.text[max(0, trigger.start - 6) : trigger.start]):
        return False
    word = trigger.text.casefold().rstrip("s")
    return any(c.event.trigger.text.casefold().rstrip("s") == word and c.background == claim.background for c in event)


def apart(one: Episode, other: Episode) -> bool:
    """Whether two events of one report are told as two."""
    if one.background != other.background:
        return True
    if one.days and other.days and _other_day(one, other):
        return True
    if at_other_hours(one, other) and not one.targets & other.targets:
        return True
    reach = _reach(one, other)
    if reach and min(reach) > FAR:
        shared = any(related(actor, other.actors) for actor in one.actors)
        return not shared or bool(one.tolls and other.tolls)
    return False


def firmly_apart(one: Episode, other: Episode) -> bool:
    """Whether nothing that other reports say can make two events of one report one: the report sets one off, or
    they lie a week or more apart, were made at other hours, or far from one another, each with its toll."""
    if one.set_off or other.set_off or at_other_hours(one, other):
        return True
    if one.days and other.days and gap(one.days, other.days) >= WEEK:
        return True
    reach = _reach(one, other)
    return bool(reach and min(reach) > FAR and one.tolls and other.tolls)


def _reach(one: Episode, other: Episode) -> list[float]:
    """Kilometres between the edges of the places; none where one of two is only known by what stands around it."""
    pairs = [(a, b) for a in one.places for b in other.places]
    if not all(is_found(place) for pair in pairs for place in pair):
        return []
    return [d for a, b in pairs if (d := clear(a, b)) is not None]


def _other_day(one: Episode, other: Episode) -> bool:
    """Whether the days tell two events apart: the day before or after does so only where each has a toll of its
    own, and arrests, seizures and the like are the trigger or the answer of what is near them in time."""
    assert one.days and other.days
    days = gap(one.days, other.days)
    if set(one.kinds) <= ANSWERS or set(other.kinds) <= ANSWERS:
        return days > ANSWERED_WITHIN
    if days == 1:
        return any(kind in other.tolls and other.tolls[kind] != toll for kind, toll in one.tolls.items())
    return days > 1
