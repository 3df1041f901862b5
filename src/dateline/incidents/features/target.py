"""Who or what was hit."""

from __future__ import annotations

from dateline.incidents.episode import Episode
from dateline.incidents.features.compared import NOTHING, Compared

_OTHER_WORDS = -0.15
"""Hardly against: what one calls a bazaar another calls a street, and each side of a war names another target."""


def target(one: Episode, other: Episode) -> Compared:
    """Words for who or what was hit that both accounts use (a market, a monastery, a patrol), against
    targets that have no word in common."""
    if not one.targets or not other.targets:
        return NOTHING
    common = one.targets & other.targets
    if common:
        value = len(common) / min(len(one.targets), len(other.targets))
        return Compared(value, f"the same target ({', '.join(sorted(common))})")
    return Compared(_OTHER_WORDS, "targets in other words")
