"""From the names of a text, each taken for a place or not, to the place of every mention."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from dateline.coding.where.mention import PlaceMention
from dateline.coding.where.precision import place_at, place_beside, place_between, place_inside
from dateline.coding.where.ranking import Name, lies_in
from dateline.coding.where.sense import means_division, means_town
from dateline.coding.where.surroundings import Surroundings, frame
from dateline.knowledge.gazetteer import Candidate, Gazetteer
from dateline.knowledge.gazetteer.geometry import distance_km
from dateline.knowledge.gazetteer.kinds import split_type
from dateline.knowledge.gazetteer.names import fold
from dateline.model.claim import Place
from dateline.model.span import Span

_INSIDE = re.compile(
    r"^(?P<what>.*?)\s+(?P<word>in|of|near|outside|at|inside)\s+(?:the\s+)?(?P<where>[A-Z].*)$"
)

UNKNOWN = "not in the gazetteer"
ONLY_ALIKE = "only places elsewhere, or that merely sound alike, are known"

BETWEEN_KM = 300.0
"""Places further apart are not the ends of a road: "ties between Moscow and Paris" is no place."""


BESIDE_KM = 150.0
"""Places further apart than this do not lie beside one another."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its mentions in order, what is said of each, and the name (key into ``names``) of each.

    ``holders``: the mentions that other mentions are said to lie in; ``home``: the country that the report is set in.
    """

    text: str
    mentions: Sequence[PlaceMention]
    said: Sequence[Surroundings]
    keys: Sequence[str]
    names: Mapping[str, Name]
    holders: frozenset[int]
    home: Candidate | None = None

    def name(self, i: int) -> Name:
        """The name of mention ``i``."""
        return self.names[self.keys[i]]


def place_of(reading: Reading, i: int, gazetteer: Gazetteer) -> Place:
    """The place of mention ``i``; unresolved, with a reason, where nothing is known of it."""
    span, around = reading.mentions[i].span, reading.said[i]
    if (between := _middle(reading, i)) is not None:
        return between
    chosen = _sense(reading, i, i in reading.holders)
    outer, part = _container(reading, i)
    anchor = _anchor(reading, i)
    held_elsewhere = outer is not None and around.stated and chosen is not None and _contradicts(chosen, outer)
    if chosen and not held_elsewhere and not (anchor and _far_off(chosen, anchor)):
        return place_at(span, chosen, around)
    if held := _named_inside(reading, span, gazetteer):
        reason = f"{UNKNOWN}; placed at {held.name}, which its name holds"
        return place_inside(span, held, None, around, reason)
    if outer:
        where = f"{part}ern {outer.name}" if part else outer.name
        return place_inside(span, outer, part, around, f"{UNKNOWN}; the text says it lies in {where}")
    if anchor is not None:
        reason = f"{UNKNOWN}; the text says it lies at or near {anchor.name}"
        return place_beside(span, anchor, around, reason)
    if reading.home and around.kind in ("district", "admin1"):
        return place_inside(span, reading.home, None, around, f"{UNKNOWN}; the report is set in {reading.home.name}")
    reason = ONLY_ALIKE if reading.name(i).candidates else UNKNOWN
    return Place(around.relation, span.text, span, reason=reason)


def _sense(reading: Reading, i: int, holds_others: bool) -> Candidate | None:
    """What mention ``i`` was taken for: the town or the division, where its name stands for both."""
    name, around = reading.name(i), reading.said[i]
    if not (name.town and name.division):
        return name.chosen
    if means_division(around, holds_others):
        return name.division
    if means_town(around):
        return name.town
    return name.division if name.as_division else name.town


def _middle(reading: Reading, i: int) -> Place | None:
    """The middle of "between A and B", for both of its mentions."""
    other_end = reading.said[i].between
    if other_end is None:
        return None
    first, last = sorted((i, other_end))
    one, other = (reading.name(j).town or reading.name(j).chosen for j in (first, last))
    if not one or not other or one.id == other.id or not _could_be_ends(one, other):
        return None
    whole = Span.of(reading.text, reading.mentions[first].span.start, reading.mentions[last].span.end)
    return place_between(whole, one, other)


def _could_be_ends(one: Candidate, other: Candidate) -> bool:
    areas = one.feature.startswith("PCL") or other.feature.startswith("PCL")
    return not areas and distance_km(one.lat, one.lon, other.lat, other.lon) <= BETWEEN_KM


def _container(reading: Reading, i: int) -> tuple[Candidate | None, str | None]:
    """What the text says that mention ``i`` lies in, here or at another mention of the name, and which part
    of it.
    """
    name = reading.name(i)
    for j in chain((i,), (j for j in name.stated if j != i)):
        around = reading.said[j]
        if around.container is None or reading.keys[around.container] == reading.keys[i]:
            continue
        if around.stated or j == i:
            outer = _sense(reading, around.container, True)
            if outer is not None and (outer.is_area or around.stated):
                return outer, around.container_part
            if outer is None and around.container != i and (further := _further_out(reading, around.container)):
                return further, None
    return (name.outer[0], None) if name.outer else (_scene(reading, i), None)


def _further_out(reading: Reading, i: int) -> Candidate | None:
    """What the container at mention ``i``, itself unknown, is said to lie in."""
    beyond = reading.said[i].container
    outer = _sense(reading, beyond, True) if beyond is not None and reading.keys[beyond] != reading.keys[i] else None
    return outer if outer is not None and outer.is_area else None


def _scene(reading: Reading, i: int) -> Candidate | None:
    """The region with which the sentence of mention ``i`` opens."""
    j = frame(reading.text, reading.mentions, i)
    found = _sense(reading, j, True) if j is not None and reading.keys[j] != reading.keys[i] else None
    return found if found is not None and found.is_area else None


def _anchor(reading: Reading, i: int) -> Candidate | None:
    """The place that mention ``i`` is said to lie beside, here or at another mention of its name."""
    for j in (i, *(j for j in reading.name(i).mentions if j != i)):
        beside = reading.said[j].beside
        if beside is not None and reading.keys[beside] != reading.keys[i]:
            return _sense(reading, beside, False)
    return None


def _named_inside(reading: Reading, span: Span, gazetteer: Gazetteer) -> Candidate | None:
    """The place that a longer name holds: Khan Younis for "a hospital in Khan Younis"."""
    match = _INSIDE.match(span.text)
    if match is None:
        return None
    known = reading.names.get(fold(split_type(match["where"])[0]))
    if known and known.chosen:
        return known.chosen
    found = gazetteer.candidates(match["where"], 1)
    return found[0] if found and found[0].match != "key" else None


def _far_off(chosen: Candidate, anchor: Candidate) -> bool:
    """The text says that the name lies beside ``anchor``, and what it was taken for lies nowhere near."""
    away = distance_km(chosen.lat, chosen.lon, anchor.lat, anchor.lon)
    return not chosen.is_area and away > BESIDE_KM + 1.5 * (anchor.radius_km or 0.0)


def _contradicts(chosen: Candidate, outer: Candidate) -> bool:
    """The text says "in Y", and what the name was taken for lies in another country than Y."""
    if chosen.is_area or not outer.is_area or lies_in(chosen, outer):
        return False
    return chosen.country != outer.country if outer.country else False
