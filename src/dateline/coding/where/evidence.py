"""What a text says of where it is set: the countries and divisions it names, by how often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from dateline.knowledge.gazetteer import Candidate, Gazetteer

HINT_SHARE = 0.5
"""What a country named by the caller (dateline, outlet) counts, against one for every place in the text."""


@lru_cache(maxsize=4)
def _adjective_pattern(gazetteer: Gazetteer) -> tuple[re.Pattern[str], dict[str, str]]:
    words = {word: c.iso2 for c in reversed(gazetteer.countries()) for word in c.adjectives if len(word) > 3}
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})\b"), words


def place_of_adjective(word: str, gazetteer: Gazetteer) -> Candidate | None:
    """The country that an adjective or people's name stands for ("Syrian", "Malians"); ``None`` for other
    words.
    """
    code = _adjective_pattern(gazetteer)[1].get(word)
    return gazetteer.place(f"country:{code}") if code else None


def countries_by_adjective(text: str, gazetteer: Gazetteer) -> Counter[str]:
    """How often each country (ISO code) is named by an adjective or its people ("Syrian", "Malians")."""
    pattern, words = _adjective_pattern(gazetteer)
    return Counter(words[match.group()] for match in pattern.finditer(text))


def shares(counts: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Weights by key as shares of the largest, dampened by the square root."""
    total: dict[str, float] = {}
    for key, weight in counts:
        total[key] = total.get(key, 0.0) + weight
    top = max(total.values(), default=0.0)
    return {key: (value / top) ** 0.5 for key, value in total.items()} if top > 0 else {}


def sole_country(candidates: Sequence[Candidate]) -> Candidate | None:
    """The country or continent that a name means before anything else, if it does."""
    if candidates and candidates[0].feature.startswith("PCL") and candidates[0].match != "key":
        return candidates[0]
    return None
