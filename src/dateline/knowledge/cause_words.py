"""Words by which a text says that one event brought about another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.word_file import Phrase, WordFile, read_words

_PHRASES = (
    "effect_first", "cause_first", "onset_after", "weak", "openers", "inquiring", "cause_to", "coming_after", "answering",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CauseWords:
    """Phrases in lower case, the longest first; ``reactions``, ``escaping`` and ``fleeing`` are lemmas.

    ``effect_first`` phrases stand between effect and cause, ``cause_first`` between cause and effect. ``weak`` ones order in
    time and count where the effect is a reaction: one of the ``reactions``, or of a sub-type that is ``reacting``. ``openers``
    and the verbs of ``answering`` point to what was told before. ``escaping`` verbs tell of displacement; those who do it by
    themselves are ``fleeing``. The subject of a ``coming_after`` verb answers its object; the subject of a verb of
    ``beginning`` answers what it began after. ``cause_to`` verbs cause what their infinitive tells ("led him to resign"); a
    word of ``reprisals`` makes the event that the next word names an answer ("revenge attack for"). Of verbs ``with_over``
    "over" is a part, no preposition. What began after ``onset_measures`` of ``onset_units`` ("barely two hours after") answers
    still, what came ``long_after`` does not.
    """

    source: str
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
    return read_words(CauseWords, WordFile("cause_words.json"), **dict.fromkeys(_PHRASES, _longest_first))


def _longest_first(phrases: list[str]) -> tuple[Phrase, ...]:
    return tuple(sorted((tuple(phrase.split()) for phrase in phrases), key=lambda words: (-len(words), words)))
