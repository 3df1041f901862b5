"""Where the two accounts put it."""

from __future__ import annotations

from math import exp

from dateline.incidents.episode import Episode
from dateline.incidents.features.compared import NOTHING, Compared
from dateline.incidents.ground import between, clear, is_found, radius

_FADES = 25.0
"""Kilometres between edges over which agreement turns into disagreement: UCDP's "near a known point"."""

_TELLING = 25.0
"""Radius in kilometres at which a common place tells half as much as a single town."""

_NAMED = 0.5
"""What a common name says that nothing resolves: a town's value at a radius of 25 km."""


def place(one: Episode, other: Episode) -> Compared:
    """How near the places are, by how exactly each is known: a common town says much, a common province little."""
    found = _distance(one, other)
    return found if found.value > 0 else NOTHING


def far(one: Episode, other: Episode) -> Compared:
    """How far apart the places are, less how inexactly each is known, which speaks against one incident."""
    found = _distance(one, other)
    return found if found.value < 0 else NOTHING


def _distance(one: Episode, other: Episode) -> Compared:
    best = NOTHING
    found = False
    for a in one.places:
        for b in other.places:
            apart, left = between(a, b), clear(a, b)
            if apart is None or left is None:
                continue
            sharpness = _TELLING / (_TELLING + max(radius(a), radius(b)))
            value = 2 * exp(-left / _FADES) - 1
            value = value * sharpness if value > 0 else value
            if value < 0 and not (is_found(a) and is_found(b)):
                continue
            if not found or value > best.value:
                found = True
                how = f"{apart:.0f} km apart" if left > 0 else "the same within what is known"
                best = Compared(value, f"places {how} ({a.name or a.text}, {b.name or b.text})")
    if best.value < 0 and (common := one.place_texts & other.place_texts):
        # One name that was looked up as two places: the words say more than the coordinates.
        return Compared(_NAMED, f"the same place by name ({', '.join(sorted(common))})")
    if not found and one.countries and other.countries and not one.countries & other.countries:
        mine, theirs = (", ".join(sorted(e.countries)) for e in (one, other))
        return Compared(-1.0, f"in different countries ({mine}; {theirs})")
    if not found and (common := one.place_names & other.place_names):
        return Compared(_NAMED, f"the same place by name ({', '.join(sorted(common))})")
    return best
