"""One event as one report tells it: the core claims with their parts, and the facts that are compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.incidents.acting import actor_of
from dateline.incidents.announcing import announces, dated_by_announcement
from dateline.incidents.counting import Count, sums_up, tolls_of
from dateline.incidents.days import Interval, day_number, interval
from dateline.incidents.folding import folded
from dateline.incidents.ground import is_fine
from dateline.incidents.hours import hours_differ, hours_in
from dateline.incidents.named import named_sources
from dateline.incidents.written_names import written_names
from dateline.knowledge.codebook.types import CONTEXT
from dateline.knowledge.incident_words import incident_words
from dateline.model.claim import Claim, Place
from dateline.model.incident import ClaimRef
from dateline.model.report import Report

_WORDS = incident_words()

PRECISE = 3
"""Days up to which an interval counts as a day known: "overnight", "the weekend"."""

_TOWN = 50.0
"""Radius in kilometres up to which a place's name stands for it."""

ANSWERS = frozenset(
    {
        "Arrests", "Disrupted weapons use", "Agreement", "Change to group/activity", "Looting/property destruction",
        "Headquarters or base established", "Non-violent transfer of territory", "Other",
    }
)  # fmt: skip
"""Sub-types that are told as what led to an event or what followed it."""

_ONE_SIDED = frozenset({"Explosions/Remote violence", "Violence against civilians"})

_AT = frozenset({"at", "near", "area"})


@dataclass(frozen=True, slots=True)
class Episode:
    """What is compared of an event in a report.

    ``days`` is the interval of its core, ``published`` the day of publication, both as day numbers;
    ``actors`` registry ids, ``names`` of participants normalised, ``targets`` words for who or what was hit,
    ``details`` proper names written in the report, ``sources`` the named sources behind it, ``killed`` and
    ``injured`` (low, high), high ``None`` where open. ``set_off``: the report says in so many words that it is
    another event than the one told before. ``recalled``: it tells of it beside a later one. ``hours``: the parts of the
    day named. ``numbers``: of each kind every count that someone gives in it. ``corrects``: a figure or a statement is
    given anew or taken back.
    """

    report: Report
    claims: tuple[Claim, ...]
    background: bool
    days: Interval | None
    published: int | None
    places: tuple[Place, ...]
    place_names: frozenset[str]
    place_texts: frozenset[str]
    countries: frozenset[str]
    actors: frozenset[str]
    names: frozenset[str]
    targets: frozenset[str]
    kinds: tuple[str, ...]
    types: frozenset[str]
    weapons: frozenset[str]
    tolls: dict[str, tuple[int, int | None]]
    details: frozenset[str]
    sources: frozenset[str]
    set_off: bool = False
    recalled: bool = False
    hours: frozenset[int] = frozenset()
    numbers: frozenset[tuple[str, int]] = frozenset()
    corrects: bool = False

    @property
    def refs(self) -> tuple[ClaimRef, ...]:
        """The claims as members of an incident."""
        return tuple(ClaimRef(self.report.id, claim.id) for claim in self.claims)

    @property
    def days_known(self) -> bool:
        """Whether the day is known to within ``PRECISE`` days."""
        return self.days is not None and self.days[1] - self.days[0] < PRECISE

    @property
    def title(self) -> str:
        """The report as a sentence names it."""
        return self.report.outlet or self.report.title or self.report.ref


def at_other_hours(one: Episode, other: Episode) -> bool:
    """Whether two attacks of one day are told of different parts of it; a battle may last for all of it."""
    same_day = one.days is not None and one.days == other.days and one.days[0] == one.days[1]
    one_sided = all(e.types and e.types <= _ONE_SIDED for e in (one, other))
    return same_day and one_sided and hours_differ(one.hours, other.hours)


def core_of(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims of what happened, without requests, tolls and denials of the side; all where none is left."""
    core = tuple(c for c in claims if c.event.type != CONTEXT and c.stance not in ("intended", "possible"))
    return core or tuple(claims)


def episode_of(
    report: Report, claims: Sequence[Claim], details: frozenset[str] | None = None, *, set_off: bool = False
) -> Episode:
    """The facts of ``claims``, which belong together, of ``report``."""
    core = core_of(claims)
    places = tuple(p for c in core for p in c.places if p.relation in _AT)
    places = places or tuple(p for c in claims for p in c.places)
    fine = tuple(p for p in places if is_fine(p))
    people = [p for c in core for p in c.participants]
    return Episode(
        report=report,
        claims=tuple(claims),
        background=all(c.background for c in claims),
        days=_days([c for c in core if not dated_by_announcement(c, report)]),
        published=day_number(report.published),
        places=_sharpest(fine),
        place_names=frozenset(folded(p.name or p.text) for p in places if (p.radius_km or 0.0) <= _TOWN),
        place_texts=frozenset(folded(p.text) for p in places if (p.radius_km or 0.0) <= _TOWN and p.text),
        countries=frozenset(p.country for c in claims for p in c.places if p.country),
        actors=frozenset(actor for p in people if (actor := actor_of(report, p))),
        names=frozenset(folded(p.name) for p in people if any(map(str.isupper, p.name)) and not actor_of(report, p)),
        targets=frozenset(
            word
            for p in people
            if p.role in ("target", "victim") or p.side == 2
            for word in folded(p.name).split()
            if word not in _WORDS.empty
        ),
        kinds=tuple(c.event.sub_type for c in core),
        types=frozenset(c.event.type for c in core),
        weapons=frozenset(w.kind for c in core for w in c.weapons),
        tolls=_tolls(claims),
        details=written_names(report.text) if details is None else details,
        sources=frozenset(folded(name) for c in claims for name in named_sources(c)),
        set_off=set_off,
        hours=hours_in(span.text for c in core for span in c.evidence),
        numbers=_numbers(claims),
        corrects=any(announces(c, report.text) for c in claims),
    )


def _days(core: Sequence[Claim]) -> Interval | None:
    """The days of the first core claim that names its own, widened by those that touch it; what answers the event (arrests,
    a withdrawal) dates it only where nothing else does."""
    core = [c for c in core if c.event.sub_type not in ANSWERS and interval(c.when)] or core
    told = [i for c in core if c.when.basis in ("explicit", "published") and (i := interval(c.when))]
    told = told or [i for c in core if (i := interval(c.when))]
    if not told:
        return None
    first = min(told[:2], key=lambda i: i[1] - i[0])
    first_day, last_day = first
    for start, end in told:
        if start <= last_day + 1 and end >= first_day - 1 and end - start <= PRECISE:
            first_day, last_day = min(first_day, start), max(last_day, end)
    return first_day, last_day


def _sharpest(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """The places without those that only say in which region they lie."""
    by_size = sorted(places, key=lambda p: p.radius_km or 0.0)
    kept = [p for p in by_size if (p.radius_km or 0.0) <= 5 * ((by_size[0].radius_km or 1.0) + 5.0)]
    unique = {(p.lat, p.lon): p for p in reversed(kept)}
    return tuple(reversed(unique.values()))[:6]


def _tolls(claims: Sequence[Claim]) -> dict[str, tuple[int, int | None]]:
    """The largest toll of each kind that is of this event as a whole."""
    found: dict[str, tuple[int, int | None]] = {}
    for kind, counted in _counts(claims):
        low = counted.least or 0
        if kind not in found or low > found[kind][0]:
            found[kind] = (low, counted.high if not counted.approx else None)
    return found


def _numbers(claims: Sequence[Claim]) -> frozenset[tuple[str, int]]:
    return frozenset((kind, counted.least) for kind, counted in _counts(claims) if counted.least is not None)


def _counts(claims: Sequence[Claim]) -> Iterator[tuple[str, Count]]:
    """Kinds and counts of persons of this event as a whole."""
    for claim in claims:
        words = " ".join(span.text for span in claim.evidence)
        for toll in tolls_of(claim):
            counted = Count.of(toll)
            whole = not sums_up(toll, words) and toll.part_of is None and not counted.is_of_some
            if whole and counted.least is not None and toll.unit == "persons":
                yield toll.kind, counted
