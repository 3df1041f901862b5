"""Names in common beside the actors and towns."""

from __future__ import annotations

from functools import lru_cache

from dateline.incidents.episode import Episode
from dateline.incidents.features.compared import NOTHING, Compared

_SHOWN = 5

_MANY = 8
"""Names that a report of ordinary length writes: only from there on does it say something that none is shared."""


def names(one: Episode, other: Episode) -> Compared:
    """Proper names that both reports write: persons, streets, villages, hospitals. Every event has its own;
    two of the same kind in the same town share few."""
    if not one.details or not other.details:
        return NOTHING
    common = common_names(one, other)
    if not common:
        return Compared(-0.3 * min(1.0, min(len(one.details), len(other.details)) / _MANY), "no name in common")
    value = len(common) / (len(common) + 3)
    listed = ", ".join(sorted(common, key=lambda name: (-len(name), name))[:_SHOWN])
    return Compared(value, f"names in common: {listed}")


def common_names(one: Episode, other: Episode) -> set[str]:
    """Names that both write; a family name is the person's whose full name the other report writes."""
    common = set(one.details & other.details)
    for mine, theirs in ((one.details, other.details), (other.details, one.details)):
        last = _by_family_name(theirs)
        common |= {last[name] for name in mine if name in last and last[name] not in common}
    return common


@lru_cache(maxsize=10_000)
def _by_family_name(names: frozenset[str]) -> dict[str, str]:
    return {name.split()[-1]: name for name in sorted(names) if " " in name}
