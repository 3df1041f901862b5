"""Places that could endanger people, made as coarse as the first-order division that they lie in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dateline.exports.selection import Selection
from dateline.knowledge.gazetteer.candidate import Candidate
from dateline.knowledge.release import load_sensitive
from dateline.model.claim import Claim, Place
from dateline.model.incident import ClaimRef
from dateline.model.record import Record

Division = Callable[[str, str], Candidate | None]
"""Country (ISO alpha-2) and name of a first-order division to its centre; the gazetteer's ``admin1``."""

_REGION = 4
_DIVISION_KM = 100.0
WITHHELD = "[place withheld]"


def endangering(selection: Selection) -> dict[ClaimRef, str]:
    """The claims whose places are withheld, with the reason: those of a sensitive kind, and all others that tell of
    the same event or incident, since they would give the place away.
    """
    reasons: dict[ClaimRef, str] = {}
    for record, claim, _ in selection.each_claim():
        if why := load_sensitive().reason(claim.event.sub_type, _told(claim)):
            reasons[ClaimRef(record.report.id, claim.id)] = why
    incidents = {selection.incident_of[ref]: why for ref, why in reasons.items() if ref in selection.incident_of}
    events = {
        (record.report.id, claim.event_ref): reasons[ref]
        for record, claim, _ in selection.each_claim()
        if (ref := ClaimRef(record.report.id, claim.id)) in reasons
    }
    for record, claim, incident in selection.each_claim():
        ref = ClaimRef(record.report.id, claim.id)
        why = incidents.get(incident or "") or events.get((record.report.id, claim.event_ref))
        if why:
            reasons.setdefault(ref, why)
    return reasons


def _told(claim: Claim) -> tuple[str, ...]:
    who = [text for p in claim.participants for text in (p.name, *(span.text for span in p.mentions))]
    tolls = [text for toll in claim.tolls for text in (toll.who, toll.unit) if text]
    where = [text for place in claim.places for text in (place.text, place.name, place.feature) if text]
    return (*who, *tolls, *where, claim.event.trigger.text)


def sensitive_places(record: Record, reasons: dict[ClaimRef, str]) -> tuple[Place, ...]:
    """The places of ``record`` to withhold: those of its endangering claims that are finer than a division."""
    return tuple(
        place
        for claim in record.claims
        if ClaimRef(record.report.id, claim.id) in reasons
        for place in claim.places
        if is_fine(place)
    )


def is_fine(place: Place) -> bool:
    """Whether ``place`` is more exact than a division; words that could not be located are taken to be."""
    return place.where_prec is None or place.where_prec < _REGION or place.where_prec == 5


def names_of(places: tuple[Place, ...]) -> set[str]:
    """The words by which ``places`` are called, but for those that name their division or country."""
    names = {text for place in places for text in (place.text, place.name) if text and any(map(str.isupper, text))}
    return names - {place.admin1 for place in places if place.admin1}


def same_place(one: Place, other: Place) -> bool:
    """Whether both are one place, by id or by coordinates."""
    if one.id and other.id:
        return one.id == other.id
    return one.lat is not None and (one.lat, one.lon) == (other.lat, other.lon)


def coarse(place: Place, division: Division) -> Place:
    """``place`` as its division: its centre, ACLED precision 3, UCDP precision 4; no coordinates where that is unknown."""
    found = division(place.country, place.admin1) if place.country and place.admin1 else None
    withheld = replace(
        place, relation="area", text=WITHHELD, name=place.admin1, id=None, lat=None, lon=None, feature=None,
        geo_precision=3, where_prec=_REGION if place.admin1 else 6 if place.country else None, radius_km=None,
        reason="withheld: only the division is given",
    )  # fmt: skip
    if found is None:
        return withheld
    radius = found.radius_km or _DIVISION_KM
    return replace(withheld, name=found.name, id=found.id, lat=found.lat, lon=found.lon, feature="ADM1", radius_km=radius)
