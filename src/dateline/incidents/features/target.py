"""Who or what was hit."""

from __future__ import annotations

from dateline.incidents.episode import Episode
from dateline.incidents.features.compared import NOTHING, Compared


def target(one: Episode, other: Episode) -> Compared:
    """Words for who or what was hit that both accounts use (a market, a monastery, a patrol), against
    targets that have no word in common."""
    if not one.targets or not other.targets:
        return NOTHING
    common = one.targets & other.targets
    if common:
        value = len(common) / min(len(one.targets), len(other.targets))
        return Compared(value, f"the same target ({', '.join(sorted(common))})")
    return Compared(-0.5, "targets in other words")
