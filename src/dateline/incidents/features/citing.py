"""Who cites whom."""

from __future__ import annotations

from dateline.incidents.episode import Episode
from dateline.incidents.features.compared import NOTHING, Compared
from dateline.incidents.folding import folded


def citing(one: Episode, other: Episode) -> Compared:
    """One report names the other's outlet as its source, or both name the same source."""
    for reader, told in ((one, other), (other, one)):
        outlet = folded(told.report.outlet) if told.report.outlet else None
        if outlet and outlet in reader.sources:
            return Compared(1.0, f"{reader.title} cites {told.title}")
    common = one.sources & other.sources
    if common:
        return Compared(0.6, f"both cite {', '.join(sorted(common))}")
    return NOTHING
