"""Words by which a text says that one event brought about another."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.model.errors import KnowledgeError

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CauseWords:
    """Phrases in lower case, the longest first; ``reactions``, ``escaping`` and ``fleeing`` are lemmas.

    ``effect_first`` phrases stand between effect and cause, ``cause_first`` between cause and effect.
    ``weak`` ones order in time and count where the effect is a reaction: one of the ``reactions``, or of a sub-type that is
    ``reacting``. ``openers`` and the verbs of ``answering`` point to what was told before. ``escaping`` verbs tell of
    displacement; those who do it by themselves are ``fleeing``.
    """

    effect_first: tuple[Phrase, ...]
    cause_first: tuple[Phrase, ...]
    onset_after: tuple[Phrase, ...]
    weak: tuple[Phrase, ...]
    openers: tuple[Phrase, ...]
    inquiring: tuple[Phrase, ...]
    answering: tuple[Phrase, ...]
    reactions: frozenset[str]
    reacting: frozenset[str]
    escaping: frozenset[str]
    fleeing: frozenset[str]


@cache
def cause_words() -> CauseWords:
    """The built-in words of cause; raises ``KnowledgeError`` where the file does not hold what it must."""
    raw = json.loads((files("dateline.knowledge") / "cause_words.json").read_text("utf-8"))

    def phrases(key: str) -> tuple[Phrase, ...]:
        return tuple(sorted((tuple(p.split()) for p in raw[key]), key=lambda p: (-len(p), p)))

    try:
        return CauseWords(
            effect_first=phrases("effect_first"),
            cause_first=phrases("cause_first"),
            onset_after=phrases("onset_after"),
            weak=phrases("weak_effect_first"),
            openers=phrases("sentence_openers"),
            inquiring=phrases("inquiring"),
            answering=phrases("answering"),
            reactions=frozenset(raw["reactions"]),
            reacting=frozenset(raw["reacting_sub_types"]),
            escaping=frozenset(raw["escaping"]),
            fleeing=frozenset(raw["fleeing"]),
        )
    except KeyError as missing:
        raise KnowledgeError(f"cause_words.json lacks {missing}") from missing
