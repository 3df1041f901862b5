"""The part of the day at which an attack is told to have been made."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.knowledge.incident_words import incident_words

_PART_OF = {word: number for number, words in enumerate(incident_words().parts_of_day) for word in words}
_FOUND = re.compile(rf"\b(?:{'|'.join(sorted(_PART_OF, key=len, reverse=True))})\b", re.IGNORECASE)

_NEXT = 1
"""Parts that outlets take for one another: what one calls evening another calls night."""


def hours_in(texts: Iterable[str]) -> frozenset[int]:
    """The parts of the day that ``texts`` name, by their place in the day."""
    return frozenset(_PART_OF[match[0].casefold()] for text in texts for match in _FOUND.finditer(text))


def hours_differ(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether both are told and no part of the one is near a part of the other; night is next to dawn."""
    return bool(one and other) and all(_between(a, b) > _NEXT for a in one for b in other)


def _between(one: int, other: int) -> int:
    apart = abs(one - other)
    return min(apart, len(incident_words().parts_of_day) - apart)
