"""By what means."""

from __future__ import annotations

from dateline.incidents.episode import Episode
from dateline.incidents.features.compared import NOTHING, Compared


def weapon(one: Episode, other: Episode) -> Compared:
    """Weapons in common, against weapons that have nothing in common."""
    if not one.weapons or not other.weapons:
        return NOTHING
    common = one.weapons & other.weapons
    if common:
        return Compared(1.0, f"the same means ({', '.join(sorted(common))})")
    return Compared(-0.5, f"different means ({', '.join(sorted(one.weapons))}; {', '.join(sorted(other.weapons))})")
