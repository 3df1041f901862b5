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

_EXPLODING = frozenset({"Explosions/Remote violence"})
_UNREST = frozenset({"Protests", "Riots"})
_HARMING = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians", "Riots"})
_OF_ARMED_MEN = frozenset({"Looting/property destruction"})
_KINDS: tuple[tuple[frozenset[str], str], ...] = (
    (_HARMING, "operation onslaught massacre incursion"),
    (_HARMING | _OF_ARMED_MEN, "attack assault raid"),
    (_HARMING | _OF_ARMED_MEN | _UNREST, "incident violence"),
    (_HARMING | frozenset({"Excessive force against protesters"}), "killing shooting bloodshed death"),
    (_EXPLODING | frozenset({"Battles"}), "exchange"),
    (_EXPLODING, "blast explosion detonation bombing strike airstrike bombardment shelling barrage salvo"),
    (
        frozenset({"Battles", "Riots", "Violent demonstration", "Protest with intervention"}),
        "clash fight fighting battle battling conflict confrontation skirmish gunfight firefight shootout engagement "
        "hostility ambush offensive",
    ),
    (frozenset({"Abduction/forced disappearance"}), "abduction kidnapping kidnap"),
    (
        frozenset({"Non-state actor overtakes territory", "Government regains territory", "Non-violent transfer of territory"}),
        "takeover capture seizure fall",
    ),
    (frozenset({"Arrests", "Protest with intervention"}), "arrest detention crackdown"),
    (_UNREST, "protest demonstration rally march unrest riot crackdown sit-in vigil"),
    (frozenset({"Blockade"}), "siege blockade roadblock"),
    (frozenset({"Looting/property destruction"}), "looting arson"),
    (frozenset({"Agreement"}), "agreement deal truce ceasefire accord pact"),
    (frozenset({"Talks"}), "talk negotiation meeting"),
    (frozenset({"Displacement"}), "displacement exodus"),
    (frozenset({"Investigation"}), "investigation inquiry probe"),
    (frozenset({"Order"}), "order"),
    (frozenset({"Threat"}), "threat"),
    (frozenset({"Accusation"}), "accusation"),
    (frozenset({"Request"}), "request demand appeal"),
    (frozenset({"Movement of forces"}), "deployment withdrawal"),
)
STANDS_FOR: dict[str, frozenset[str]] = {
    noun: frozenset().union(*(kinds for kinds, nouns in _KINDS if noun in nouns.split()))
    for _, some in _KINDS
    for noun in some.split()
}
"""Nouns by which a report points back at an event, with the types and sub-types that it can be of."""

MUTUAL: frozenset[str] = frozenset(
    "clash fighting fight brawl feud skirmish battle battling gunfight gunbattle firefight shootout confrontation".split()
)
"""Nouns for violence that both sides do: whatever they shoot with and whomever it hurts, it is a clash."""

DEVICES: frozenset[str] = frozenset({"bomb", "device", "mine", "landmine", "explosive", "ied", "charge", "grenade", "bomber"})
"""Things that explode, and whoever carries them."""

AFTERMATH: dict[str, frozenset[str]] = {
    "Abduction/forced disappearance": frozenset({"take", "capture", "seize", "detain"}),
    "Arrests": frozenset({"take", "capture", "seize", "detain"}),
    "Looting/property destruction": frozenset({"destroy", "burn", "wreck"}),
    "Disrupted weapons use": frozenset({"destroy"}),
}
"""What fighters do to the other side's men and vehicles in a fight, by the sub-type that it would have by itself."""

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

PUBLIC: frozenset[str] = frozenset(
    "citizen citizens resident public people person motorist driver traveller national passenger tourist compatriot parent "
    "community population everyone inhabitant visitor employee fisherman everybody local villager".split()
)
"""Whom the authorities ask to behave with care."""
CONDUCT: frozenset[str] = frozenset(
    "keep stay remain avoid report inform exercise cooperate beware refrain heed observe follow contact share call abide "
    "notify provide verify trust spread believe check use take carry be help come".split()
)
"""What the public is asked to do: "to stay indoors", "to report suspicious persons"; no request between parties."""

MOVERS: frozenset[str] = frozenset(
    "convoy column reinforcement troop troops force forces unit battalion brigade regiment division army tank vehicle "
    "soldier fighter militant paratrooper contingent squadron fleet coalition patrol peacekeeper".split()
)
"""Nouns for forces that move: a verb of motion with one of them as subject tells a movement of forces."""

EVENT_OF: frozenset[str] = frozenset(
    "attempt operation campaign spree wave spate series incident scene site victim toll blast case zone".split()
)
"""Nouns that stand for the event which the noun before them names: "an abduction attempt", "the bombing site"."""

CARRYING_OUT: frozenset[str] = frozenset(
    "launch carry conduct stage mount commit perpetrate execute make begin start open hold do undertake wage fight take "
    "suffer face come endure sustain impose initiate unleash lead join continue resume announce declare inflict set".split()
)
"""Verbs that add nothing to the event that is their object but that it happened (light verbs; Brown and others, PropBank)."""

TOPICAL: frozenset[str] = frozenset({"Talks", "Request", "Agreement"})
"""Sub-types whose noun for an agreement says what they are about: "talks on a truce"."""

ENTERING: frozenset[str] = frozenset({"invade", "raid", "storm", "enter", "burst", "break", "descend", "swoop"})
"""Verbs of entering a place by force."""

TRYING: frozenset[str] = frozenset({"try", "attempt", "manage", "begin", "start", "continue", "help"})
"""Verbs that name the event which the infinitive below them names."""

MEANS: frozenset[str] = frozenset(
    "hit strike target destroy damage use fire burn pound set wreck demolish level flatten".split()
)
"""Verbs that, as a participle, say what an attack consisted of or did: "shelled the town, hitting two houses"."""

DAMAGING: frozenset[str] = frozenset({"damage", "shatter", "break", "hit"})
"""Verbs that in the passive, with no doer, say what an act told before did to things."""

SELDOM_FATAL: frozenset[str] = frozenset(
    {"Looting/property destruction", "Arrests", "Disrupted weapons use", "Abduction/forced disappearance"}
)
"""Sub-types that a death told in the same sentence is least likely due to."""

PROTEST_WORDS: frozenset[str] = frozenset(
    "protest protester protestor demonstration demonstrator demonstrate march marcher rally crowd mob riot rioter procession "
    "picket sit-in vigil unrest".split()
)
"""Words of which a report of a protest has one."""
