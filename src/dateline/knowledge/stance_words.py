"""Words that decide whether a text says that something happened: modals, plans, doubts, negation, withdrawal."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.word_file import WordFile, read_words


@dataclass(frozen=True, slots=True)
class StanceWords:
    """Lower case throughout; verbs and nouns as lemmas, adjectives, adverbs and modals as written, phrases with blanks.

    ``doing_verbs`` govern an infinitive that did happen ("began to shell"), ``negative_implicatives`` one that did not ("failed
    to take"). ``light_verbs`` carry a negation on to their noun ("did not carry out an attack"); ``harm_verbs`` under "no one"
    tell a toll of nought and leave the event as it is. ``ceasing`` verbs take an event for granted ("halt the fighting"),
    whoever wills them. ``takes_event`` verbs have what is willed as object ("ordered a raid"), ``needs_preposition`` ones
    behind a preposition only ("warned of").
    """

    source: str
    future: frozenset[str]
    backshifted: frozenset[str]
    modals: frozenset[str]
    conditional_marks: frozenset[str]
    conditional_phrases: frozenset[str]
    possible_adverbs: frozenset[str]
    possible_adjectives: frozenset[str]
    possible_governors: frozenset[str]
    possible_phrases: frozenset[str]
    intended_verbs: frozenset[str]
    intended_nouns: frozenset[str]
    intended_adjectives: frozenset[str]
    intended_phrases: frozenset[str]
    doing_verbs: frozenset[str]
    negators: frozenset[str]
    negating_determiners: frozenset[str]
    negative_implicatives: frozenset[str]
    not_negating_after: frozenset[str]
    light_verbs: frozenset[str]
    harm_verbs: frozenset[str]
    ceasing: frozenset[str]
    no_evidence: frozenset[str]
    alleged_adjectives: frozenset[str]
    reportable: frozenset[str]
    retracting: frozenset[str]
    takes_event: frozenset[str]
    needs_preposition: frozenset[str]


@cache
def stance_words() -> StanceWords:
    """The built-in words of stance; raises ``KnowledgeError`` where the file does not hold what it must."""
    return read_words(StanceWords, WordFile("stance_words.json"))
