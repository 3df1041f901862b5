"""The region of a name that no list holds: the one that the text speaks of beside it."""

from __future__ import annotations

from dateline.coding.where.reading import Reading, sense
from dateline.knowledge.gazetteer import Candidate, Gazetteer

MOST_NAMES = 4
"""Names before and after within which a region is looked for."""
REACH = 400
"""Characters within which it is looked for: two or three sentences of news."""
_WATERS = ("SEA", "OCN", "STM", "LK", "GULF", "STRT")


def region_spoken_of(reading: Reading, i: int, gazetteer: Gazetteer) -> Candidate | None:
    """The region named last before mention ``i``, or the one division in which the known places around it lie.

    None where another country is named between the two, or the places lie in several divisions.
    """
    found: dict[str, Candidate] = {}
    countries: set[str] = set()
    for j in _around(reading, i):
        place = sense(reading, j, False) if reading.keys[j] != reading.keys[i] else None
        if place is None or place.country is None or place.feature.startswith(_WATERS):
            continue
        countries.add(place.country)
        if place.feature.startswith("PCL"):
            continue
        region = place if place.is_area or reading.said[j].kind == "district" else _division(place, gazetteer)
        if region is None:
            return None
        found[region.id] = region
        if place.is_area and j < i:
            break
    return next(iter(found.values())) if len(found) == 1 and len(countries) == 1 else None


def _around(reading: Reading, i: int) -> list[int]:
    """Mentions before ``i``, the nearest first, then those behind it, all in its paragraph and within reach."""
    before = range(i - 1, max(-1, i - 1 - MOST_NAMES), -1)
    after = range(i + 1, min(len(reading.mentions), i + 1 + MOST_NAMES))
    return [j for j in (*before, *after) if _near(reading, min(i, j), max(i, j))]


def _division(place: Candidate, gazetteer: Gazetteer) -> Candidate | None:
    """The first-order division that a place lies in, where it is on file."""
    return gazetteer.division(place.country, place.admin1_code) if place.country and place.admin1_code else None


def _near(reading: Reading, first: int, last: int) -> bool:
    between = reading.text[reading.mentions[first].span.end : reading.mentions[last].span.start]
    return len(between) <= REACH and "\n" not in between
