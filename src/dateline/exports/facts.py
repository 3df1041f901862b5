"""One value where a format has room for one: the day, the place and the sides of an incident, by rules that are named.

An incident keeps every account; ACLED's columns, UCDP's and a map have one cell each. What is chosen here is
always an account that a report gives, never a mean or a guess.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.exports import wording
from dateline.exports.selection import Selection
from dateline.knowledge.codebook.types import CONTEXT
from dateline.model.claim import Claim, Participant, Place, When
from dateline.model.incident import Incident
from dateline.model.record import Record

_HAPPENED = frozenset({"stated", "attributed", "alleged"})
_PLACE_RANK = {"at": 0, "near": 1, "area": 2, "to": 3, "via": 4, "from": 5}
_UNARMED = frozenset({"Civilians", "Protesters"})


@dataclass(frozen=True, slots=True)
class Facts:
    """``core`` are the claims that say that it happened; ``one``/``two`` the names of the first and second side,
    each with ACLED's actor type (``None`` where unknown), leaders first; ``associates`` stand beside side 1 or 2.
    """

    core: tuple[tuple[Record, Claim], ...]
    when: When | None
    place: Place | None
    one: tuple[Participant, ...]
    two: tuple[Participant, ...]


def facts_of(selection: Selection, incident: Incident) -> Facts:
    """The facts of ``incident`` from its claims in ``selection``."""
    core = core_claims(selection, incident)
    typical = [pair for pair in core if pair[1].event.sub_type == incident.sub_event_type] or list(core)
    one, two = _sides(claim for _, claim in typical)
    return Facts(core, _when(selection, incident, core), main_place(claim for _, claim in core), one, two)


def core_claims(selection: Selection, incident: Incident) -> tuple[tuple[Record, Claim], ...]:
    """The claims that say that the event happened: stated, attributed or alleged, not negated, not background, not
    ``Context``; empty where nobody says so.
    """
    return tuple(
        (record, claim)
        for record, claim in selection.claims(incident.claims)
        if claim.stance in _HAPPENED
        and claim.polarity == "+"
        and not claim.background
        and claim.event.type != CONTEXT
    )


def _when(selection: Selection, incident: Incident, core: Sequence[tuple[Record, Claim]]) -> When | None:
    """Of the account with most origins the most exact date; the earliest among equals."""
    field = incident.fields.get("when")
    accounts = sorted(field.accounts, key=lambda a: -len(a.origins)) if field else []
    for account in accounts:
        told = [claim.when for _, claim in selection.claims(account.claims)]
        if found := _sharpest(told):
            return found
    return _sharpest([claim.when for _, claim in core])


def _sharpest(told: Sequence[When]) -> When | None:
    dated = [when for when in told if when.start is not None]
    return min(dated, key=lambda w: (w.date_prec or 9, w.time_precision or 9, w.start or ""), default=None)


def main_place(claims: Iterable[Claim]) -> Place | None:
    """Where it happened: "at" before "near" before "area", then the more exact, then the more often named."""
    places = [place for claim in claims for place in claim.places if place.lat is not None and place.lon is not None]
    often = Counter(place.id for place in places)
    return min(
        places,
        key=lambda p: (_PLACE_RANK[p.relation] > 2, p.where_prec or 9, _PLACE_RANK[p.relation], -often[p.id]),
        default=None,
    )


def _sides(claims: Iterable[Claim]) -> tuple[tuple[Participant, ...], tuple[Participant, ...]]:
    """Side 1 with agents, side 2 with targets, or victims where nothing else was hit; each name once.

    Parties that no report puts on a side fill the sides in the order told.
    """
    one: dict[str, Participant] = {}
    two: dict[str, Participant] = {}
    victims: dict[str, Participant] = {}
    undecided: dict[str, Participant] = {}
    for claim in claims:
        for p in claim.participants:
            if p.role == "agent" or (p.role, p.side) == ("party", 1):
                one.setdefault(_key(p), p)
            elif p.role == "target" or (p.role, p.side) == ("party", 2):
                two.setdefault(_key(p), p)
            elif p.role == "party":
                undecided.setdefault(_key(p), p)
            elif p.role == "victim":
                victims.setdefault(_key(p), p)
    for key, p in undecided.items():
        if key not in one and key not in two:
            (two if one and not two else one if not one else two)[key] = p
    if not two:
        two = {key: p for key, p in victims.items() if key not in one}
    return tuple(one.values()), tuple(p for key, p in two.items() if key not in one)


def _key(participant: Participant) -> str:
    return participant.actor or participant.name


def unarmed(participants: Sequence[Participant]) -> bool:
    """True where all whose type is known are civilians or protesters, and some are."""
    types = {p.actor_type for p in participants if p.actor_type}
    return bool(types) and types <= _UNARMED


def outlets(selection: Selection, incident: Incident) -> tuple[str, ...]:
    """Who published, each once, by date of publication; the address or path stands in for an unknown outlet."""
    reports = (record.report for record in selection.records_of(incident))
    return tuple(dict.fromkeys(report.outlet or report.url or report.ref for report in reports))


def voices(core: Sequence[tuple[Record, Claim]]) -> tuple[str, ...]:
    """The innermost named sources of ``core``, each once."""
    found: list[str] = []
    for _, claim in core:
        deepest = max((s.level for s in claim.attribution if s.name), default=0)
        found.extend(s.name for s in claim.attribution if s.name and s.level == deepest)
    return tuple(dict.fromkeys(found))


def title(selection: Selection, incident: Incident) -> str:
    """``Armed clash near Damboa, 11 Mar 2025``: what, where and when, as far as known."""
    facts = facts_of(selection, incident)
    where = ""
    if facts.place:
        relation = "near" if facts.place.relation == "near" else "in"
        where = f" {relation} {facts.place.name or facts.place.text}"
    day = wording.interval(facts.when) if facts.when else ""
    return f"{incident.sub_event_type}{where}{f', {day}' if day else ''}"
