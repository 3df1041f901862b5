"""The places that a page draws."""

from __future__ import annotations

from math import cos, radians, sqrt

from dateline.exports.facts import core_claims, facts_of
from dateline.exports.selection import Selection
from dateline.model.claim import Place
from dateline.model.incident import Incident

_ASTRAY_KM = 200.0
"""Kilometres beyond which a place is not drawn with the others: no front or province that accounts share is wider."""
_DEGREE_KM = 111.2


def places_drawn(selection: Selection, incident: Incident) -> list[tuple[Place, tuple[str, ...]]]:
    """The main place first, then the others that accounts name, each with the origins that do."""
    main = facts_of(selection, incident).place
    claims = core_claims(selection, incident) or selection.claims(incident.claims)
    places: dict[tuple[float | None, float | None], Place] = {
        (p.lat, p.lon): p for _, c in claims for p in c.places if p.lat is not None
    }
    if main is not None:
        places = {(main.lat, main.lon): main} | places
    field = incident.fields.get("places")

    def holders(place: Place) -> tuple[str, ...]:
        told = [a for a in field.accounts if isinstance(a.value, dict)] if field else []
        same = [a for a in told if (a.value.get("lat"), a.value.get("lon")) == (place.lat, place.lon)]
        return tuple(dict.fromkeys(origin for account in same for origin in account.origins))

    return _together([(place, holders(place)) for place in places.values()])


def _together(places: list[tuple[Place, tuple[str, ...]]]) -> list[tuple[Place, tuple[str, ...]]]:
    """Without what one origin alone puts hundreds of kilometres from where several put it: a name looked up wrongly."""
    agreed = [place for place, who in places if len(who) > 1]
    if not agreed:
        return places
    return [(p, who) for p, who in places if len(who) > 1 or any(_near(p, other) for other in agreed)]


def _near(one: Place, other: Place) -> bool:
    a, b = ((p.lat or 0.0, p.lon or 0.0) for p in (one, other))
    wide = (one.radius_km or 0.0) + (other.radius_km or 0.0) + _ASTRAY_KM
    degrees = sqrt((a[0] - b[0]) ** 2 + ((a[1] - b[1]) * cos(radians(a[0]))) ** 2)
    return degrees * _DEGREE_KM <= wide
