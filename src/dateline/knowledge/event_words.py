"""Verbs and nouns around the word that names an event: who does it to whom, who stands by, what answers what."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.word_file import WordFile, read_words


@dataclass(frozen=True, slots=True)
class EventWords:
    """Lemmas in lower case; ``ordering`` words as written.

    Bystanders: verbs of ``helping``, ``leading`` and ``holding``, and words that only say to whom somebody is ``tied``;
    nouns for ``parts`` of a group, for ``help`` and for ``command``.

    Roles: ``reciprocal`` verbs and nouns have the other side behind "with", verbs ``with_two_subjects`` also as a second
    subject, nouns ``fighting_with`` behind them; ``one_sided`` verbs are what one side does. Who is ``firing`` or
    ``launching`` hits what stands behind "at", who is ``taking`` from whom stands behind "from", who is ``repelling`` an
    attack suffers it, who is ``stepping`` on or ``striking`` what is ``buried`` is hit. Verbs of ``calling`` tell whom
    something is asked of, as do ``seeking`` ("from") and ``asking`` verbs. ``suffered`` nouns have as possessor who
    suffers, ``given`` ones behind "from" who gives them. ``measures`` count or gather what follows with "of";
    ``describing`` participles only say who somebody is. ``many`` tell of several events.

    Sequence: ``ordering`` words stand between two events of which one is not the other, ``answering`` nouns say that an
    act answers another, ``causing`` verbs have two events as subject and object.

    Things: verbs of ``losing`` have as object a weapon that changes hands or is lost, nouns for ``storing`` are only
    described by the weapon before them; what is ``of_police`` is told with whose it is.
    """

    source: str
    helping: frozenset[str]
    leading: frozenset[str]
    holding: frozenset[str]
    tied: frozenset[str]
    parts: frozenset[str]
    help: frozenset[str]
    command: frozenset[str]
    reciprocal: frozenset[str]
    firing: frozenset[str]
    taking: frozenset[str]
    stepping: frozenset[str]
    launching: frozenset[str]
    repelling: frozenset[str]
    striking: frozenset[str]
    buried: frozenset[str]
    calling: frozenset[str]
    suffered: frozenset[str]
    given: frozenset[str]
    seeking: frozenset[str]
    asking: frozenset[str]
    ordering: frozenset[str]
    answering: frozenset[str]
    causing: frozenset[str]
    with_two_subjects: frozenset[str]
    one_sided: frozenset[str]
    measures: frozenset[str]
    describing: frozenset[str]
    many: frozenset[str]
    losing: frozenset[str]
    storing: frozenset[str]
    of_police: frozenset[str]
    fighting_with: frozenset[str]


@cache
def event_words() -> EventWords:
    """The built-in words; raises ``KnowledgeError`` where the file does not hold what it must."""
    return read_words(EventWords, WordFile("event_words.json"))
