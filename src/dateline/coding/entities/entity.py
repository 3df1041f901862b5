"""Who a noun phrase is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.coding.tree import Range
from dateline.knowledge.actors import Actor

Kind = Literal["person", "group", "state", "people", "thing"]


@dataclass(frozen=True, slots=True)
class Entity:
    """One party, person, crowd or thing of a report.

    ``name`` as a neutral reader writes it; ``actor`` registry id and ``actor_type`` ACLED's, or ``None``;
    ``armed`` where it bears arms; ``civilian`` where it surely bears none; ``mentions`` word ranges of the
    report, in text order; ``called`` the fullest of a registry actor's own names that the report uses, or "";
    ``place`` for a place, which takes no part in anything; ``thing`` for what is neither that nor people.
    """

    name: str
    actor: str | None
    actor_type: str | None
    armed: bool
    civilian: bool
    mentions: tuple[Range, ...]
    called: str = ""
    place: bool = False
    thing: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase says by itself: an ``Entity`` without its mentions.

    ``named`` where a proper name stands behind it; ``noun`` is its head in lower case; ``pointing`` where the
    phrase only means something by what was named before ("the group", "they"); ``many`` for a plural.
    """

    name: str
    kind: Kind
    actor: str | None = None
    actor_type: str | None = None
    armed: bool = False
    civilian: bool = False
    named: bool = False
    noun: str = ""
    pointing: bool = False
    many: bool = False
    called: str = ""
    place: bool = False


UNARMED_TYPES = frozenset({"Civilians", "Protesters"})
"""ACLED's types of those who bear no arms."""


def of_actor(actor: Actor, called: str = "") -> Reading:
    """The reading of a phrase that means a registry actor, there ``called`` by one of its own names."""
    armed = actor.type not in ("Civilians", "Protesters", "Rioters") and not actor.id.startswith(
        "government-"
    )
    kind: Kind = (
        "state" if actor.type == "State Forces" else "people" if actor.type in UNARMED_TYPES else "group"
    )
    return Reading(actor.name, kind, actor.id, actor.type, armed, actor.type in UNARMED_TYPES, True, called=called)
