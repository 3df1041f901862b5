"""Whether two actors are one, or belong together, by the registry."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache

from dateline.knowledge.actors import load_actors


def same_root(one: str, other: str) -> bool:
    """Whether two actors are one, or one is a part of the other."""
    return one == other or other in _above(one) or one in _above(other)


def related(actor: str, others: Collection[str]) -> bool:
    """Whether ``actor`` is one of ``others``, or a part or a parent of one of them."""
    return any(same_root(actor, other) for other in others)


def akin(one: str, other: str) -> bool:
    """Whether the registry knows of any tie: a common parent, an alliance, or one being part of the other."""
    if same_root(one, other) or _above(one) & _above(other):
        return True
    mine, theirs = ({actor, *_above(actor)} for actor in (one, other))
    return bool(_allies(one) & theirs) or bool(_allies(other) & mine)


@cache
def _above(actor: str) -> frozenset[str]:
    return frozenset(a.id for a in load_actors().ancestors(actor))


@cache
def _allies(actor: str) -> frozenset[str]:
    found = load_actors().by_id(actor)
    return frozenset(found.affiliates) if found else frozenset()
