"""Words by which a report points back at an event or sets a new one apart, and things that stand for those who hold them."""

from __future__ import annotations

from dateline.knowledge.word_file import WordFile

_RAW = WordFile("references.json", "codebook")

GENERIC_EVENTS: frozenset[str] = _RAW.words("generic_events")
"""Nouns that can stand for an event told before, in the singular."""

STANDS_FOR: dict[str, frozenset[str]] = {
    noun: frozenset(kind for group in _RAW["stands_for"] if noun in group["nouns"] for kind in group["of"])
    for noun in dict.fromkeys(noun for group in _RAW["stands_for"] for noun in group["nouns"])
}
"""Nouns by which a report points back at an event, with the types and sub-types that it can be of."""

MUTUAL: frozenset[str] = _RAW.words("mutual")
"""Nouns for violence that both sides do: whatever they shoot with and whomever it hurts, it is a clash."""

DEVICES: frozenset[str] = _RAW.words("devices")
"""Things that explode, and whoever carries them."""

AFTERMATH: dict[str, frozenset[str]] = {kind: frozenset(verbs) for kind, verbs in _RAW["aftermath"].items()}
"""What fighters do to the other side's men and vehicles in a fight, by the sub-type that it would have by itself."""

ANOTHER: frozenset[str] = _RAW.words("another")
"""Words that tell an event from the one before."""

MILITARY_PROPERTY: frozenset[str] = _RAW.words("military_property")
"""Things that ACLED codes as an attack on the armed group that holds them (codebook, "actors")."""

ANONYMITY: tuple[tuple[str, ...], ...] = tuple(tuple(phrase.split()) for phrase in _RAW["anonymity"])
"""What a source asks for itself (in lemmas): a custom of reporting, no event."""

PUBLIC: frozenset[str] = _RAW.words("public")
"""Whom the authorities ask to behave with care."""
CONDUCT: frozenset[str] = _RAW.words("conduct")
"""What the public is asked to do: "to stay indoors", "to report suspicious persons"; no request between parties."""

MOVERS: frozenset[str] = _RAW.words("movers")
"""Nouns for forces that move: a verb of motion with one of them as subject tells a movement of forces."""

EVENT_OF: frozenset[str] = _RAW.words("event_of")
"""Nouns that stand for the event which the noun before them names: "an abduction attempt", "the bombing site"."""

CARRYING_OUT: frozenset[str] = _RAW.words("carrying_out")
"""Verbs that add nothing to the event that is their object but that it happened (light verbs; Brown and others, PropBank)."""

TOPICAL: frozenset[str] = _RAW.words("topical")
"""Sub-types whose noun for an agreement says what they are about: "talks on a truce"."""

ENTERING: frozenset[str] = _RAW.words("entering")
"""Verbs of entering a place by force."""

TRYING: frozenset[str] = _RAW.words("trying")
"""Verbs that name the event which the infinitive below them names."""

MEANS: frozenset[str] = _RAW.words("means")
"""Verbs that, as a participle, say what an attack consisted of or did: "shelled the town, hitting two houses"."""

DAMAGING: frozenset[str] = _RAW.words("damaging")
"""Verbs that in the passive, with no doer, say what an act told before did to things."""

SELDOM_FATAL: frozenset[str] = _RAW.words("seldom_fatal")
"""Sub-types that a death told in the same sentence is least likely due to."""

PROTEST_WORDS: frozenset[str] = _RAW.words("protest_words")
"""Words of which a report of a protest has one."""
