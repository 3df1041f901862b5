"""What kind of event is told."""

from __future__ import annotations

from dateline.incidents.episode import Episode
from dateline.incidents.features.compared import NOTHING, Compared
from dateline.knowledge.codebook.types import CONTEXT

_CIVIC = frozenset({"Protests", "Riots"})


def kind(one: Episode, other: Episode) -> Compared:
    """Event types: the same sub-type speaks for one incident; a protest and an air strike against. Kinds of
    attack are compatible with one another, since outlets name them differently."""
    mine, theirs = one.types - {CONTEXT}, other.types - {CONTEXT}
    if not mine or not theirs:
        return NOTHING
    common = set(one.kinds) & set(other.kinds)
    if common:
        return Compared(1.0, f"the same kind of event ({', '.join(sorted(common))})")
    if mine & theirs:
        return Compared(0.3, f"the same type of event ({', '.join(sorted(mine & theirs))})")
    if bool(mine & _CIVIC) != bool(theirs & _CIVIC):
        return Compared(-1.0, f"kinds of event that do not go together ({one.kinds[0]}; {other.kinds[0]})")
    return Compared(0.0, "")
