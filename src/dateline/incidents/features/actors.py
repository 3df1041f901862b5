"""Who is told to have taken part."""

from __future__ import annotations

from dateline.incidents.episode import Episode
from dateline.incidents.features.compared import NOTHING, Compared
from dateline.incidents.kinship import related
from dateline.incidents.origins import actor_name


def actors(one: Episode, other: Episode) -> Compared:
    """Participants in common: registry actors, a unit counting as the force it is part of, and persons or
    groups of the same name."""
    mine, theirs = one.actors | one.names, other.actors | other.names
    if not mine or not theirs:
        return NOTHING
    known = {actor for actor in one.actors if related(actor, other.actors)}
    named = {name for name in one.names if _named_alike(name, other.names)}
    if not known and not named:
        both = bool(one.actors and other.actors)
        return Compared(-1.0 if both else -0.3, "no participant in common")
    value = (len(known) + len(named)) / min(len(mine), len(theirs))
    shown = ", ".join(sorted({actor_name(actor) for actor in known} | named))
    return Compared(min(1.0, value), f"participants in common: {shown}")


def _named_alike(name: str, others: frozenset[str]) -> bool:
    words = set(name.split())
    return any(words <= set(other.split()) or set(other.split()) <= words for other in others)
