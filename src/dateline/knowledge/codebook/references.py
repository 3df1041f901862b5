"""Words by which a report points back at an event or sets a new one apart, and things that stand for those who hold them.

Source: own list after the annotation rules for event coreference of ECB+ (Cybulska and Vossen 2014).
"""

from __future__ import annotations

GENERIC_EVENTS: frozenset[str] = frozenset(
    "attack assault raid ambush strike airstrike bombing bombardment shelling blast explosion clash fighting fight battle "
    "battling conflict violence incident operation offensive confrontation skirmish gunfight firefight shooting killing "
    "massacre abduction kidnapping protest demonstration rally riot unrest arrest detention siege blockade looting "
    "exchange hostility onslaught incursion barrage salvo detonation crackdown shootout engagement".split()
)
"""Nouns that can stand for an event told before, in the singular."""

ANOTHER: frozenset[str] = frozenset("another second third separate separately elsewhere other different further".split())
"""Words that tell an event from the one before."""

MILITARY_PROPERTY: frozenset[str] = frozenset(
    "base camp post outpost position checkpoint barracks convoy headquarters column patrol depot vehicle tank truck "
    "bunker trench line garrison stronghold hideout unit warship boat drone helicopter plane aircraft".split()
)
"""Things that ACLED codes as an attack on the armed group that holds them (codebook, "actors")."""

ANONYMITY: tuple[tuple[str, ...], ...] = tuple(
    tuple(phrase.split()) for phrase in ("not to be name", "not to be identify", "not to be quote", "to remain anonymous")
)
"""What a source asks for itself (in lemmas): a custom of reporting, no event."""

MOVERS: frozenset[str] = frozenset(
    "convoy column reinforcement troop troops force forces unit battalion brigade regiment division army tank vehicle "
    "soldier fighter militant paratrooper contingent squadron fleet".split()
)
"""Nouns for forces that move: a verb of motion with one of them as subject tells a movement of forces."""
