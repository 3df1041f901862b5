"""Words by which a text says that one event brought about another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.word_file import Phrase, WordFile


@dataclass(frozen=True, slots=True)
class CauseWords:
    """Phrases in lower case, the longest first; ``reactions``, ``escaping`` and ``fleeing`` are lemmas.

    ``effect_first`` phrases stand between effect and cause, ``cause_first`` between cause and effect.
    ``weak`` ones order in time and count where the effect is a reaction: one of the ``reactions``, or of a sub-type that is
    ``reacting``. ``openers`` and the verbs of ``answering`` point to what was told before. ``escaping`` verbs tell of
    displacement; those who do it by themselves are ``fleeing``. The subject of a ``coming_after`` verb answers its object;
    the subject of a verb of ``beginning`` answers what it began after. ``cause_to`` verbs cause what their infinitive tells
    ("led him to resign"); a word of ``reprisals`` makes the event that the next word names an answer ("revenge attack for").
    Of verbs ``with_over`` "over" is a part, no preposition. What began after ``onset_measures`` of ``onset_units`` ("barely
    two hours after") answers still, what came ``long_after`` does not.
    """

    effect_first: tuple[Phrase, ...]
    cause_first: tuple[Phrase, ...]
    onset_after: tuple[Phrase, ...]
    weak: tuple[Phrase, ...]
    openers: tuple[Phrase, ...]
    inquiring: tuple[Phrase, ...]
    cause_to: tuple[Phrase, ...]
    reprisals: frozenset[str]
    coming_after: tuple[Phrase, ...]
    answering: tuple[Phrase, ...]
    reactions: frozenset[str]
    reacting: frozenset[str]
    escaping: frozenset[str]
    fleeing: frozenset[str]
    beginning: frozenset[str]
    with_over: frozenset[str]
    long_after: frozenset[str]
    onset_measures: frozenset[str]
    onset_units: frozenset[str]


@cache
def cause_words() -> CauseWords:
    """The built-in words of cause; raises ``KnowledgeError`` where the file does not hold what it must."""
    raw = WordFile("cause_words.json")

    def phrases(key: str) -> tuple[Phrase, ...]:
        return tuple(sorted((tuple(p.split()) for p in raw[key]), key=lambda p: (-len(p), p)))

    return CauseWords(
        effect_first=phrases("effect_first"),
        cause_first=phrases("cause_first"),
        onset_after=phrases("onset_after"),
        weak=phrases("weak_effect_first"),
        openers=phrases("sentence_openers"),
        inquiring=phrases("inquiring"),
        cause_to=phrases("cause_to"),
        reprisals=raw.words("reprisals"),
        coming_after=phrases("coming_after"),
        answering=phrases("answering"),
        reactions=raw.words("reactions"),
        reacting=raw.words("reacting_sub_types"),
        escaping=raw.words("escaping"),
        fleeing=raw.words("fleeing"),
        beginning=raw.words("beginning"),
        with_over=raw.words("with_over"),
        long_after=raw.words("long_after"),
        onset_measures=raw.words("onset_measures"),
        onset_units=raw.words("onset_units"),
    )
