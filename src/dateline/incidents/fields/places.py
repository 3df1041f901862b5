"""Where it happened, by each account."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from dateline.incidents.fields.grouping import accounts_of, field_of
from dateline.incidents.folding import folded
from dateline.incidents.ground import clear
from dateline.incidents.told import Told
from dateline.knowledge.codebook.types import CONTEXT
from dateline.model.claim import Place
from dateline.model.incident import FieldAccounts

_WHERE = frozenset({"at", "near", "area"})
"""Relations of a place where it happened; others tell whence, whither and through what."""

APART = 25.0
"""Kilometres between edges from which on two places exclude one another (UCDP's "near a known point")."""


def places_field(told: Sequence[Told]) -> FieldAccounts | None:
    """The places that each account names. Contested where two origins have no place in common or near; a
    region that holds the town agrees with it."""
    here = [t for t in told if t.claim.event.type != CONTEXT and t.claim.places] or [t for t in told if t.claim.places]
    values = [(_value(place), t) for t in here for place in t.claim.places]
    by_origin: dict[str, list[Place]] = {}
    for t in here:
        by_origin.setdefault(t.origin, []).extend(p for p in t.claim.places if p.lat is not None and p.relation in _WHERE)
    located = [places for places in by_origin.values() if places]
    contested = any(not _meet(a, b) for a, b in combinations(located, 2))
    return field_of(accounts_of(values), contested=contested)


def _meet(one: Sequence[Place], other: Sequence[Place]) -> bool:
    """Whether a place of one is near one of the other, or of its name: a town is often called as its province."""
    return any(_named(a) == _named(b) or ((d := clear(a, b)) is not None and d <= APART) for a in one for b in other)


def _named(place: Place) -> str:
    return folded(place.name or place.text)


def _value(place: Place) -> dict[str, object]:
    named = {"name": place.name or place.text, "id": place.id, "lat": place.lat, "lon": place.lon}
    return {"relation": place.relation, **named, "country": place.country, "radius_km": place.radius_km}
