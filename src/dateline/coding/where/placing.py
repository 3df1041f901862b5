"""From the names of a text, each taken for a place or not, to the place of every mention."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import chain

from dateline.coding.where.precision import place_at, place_beside, place_between, place_inside
from dateline.coding.where.ranking import lies_in
from dateline.coding.where.reading import Reading, sense
from dateline.coding.where.region import region_spoken_of
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


OUTSIDE_KM = 60.0
"""A place further than this from the edge of a region, or from a town, does not lie in it."""

BESIDE_KM = 150.0
"""Places further apart than this do not lie beside one another."""


def place_of(reading: Reading, i: int, gazetteer: Gazetteer) -> Place:
    """The place of mention ``i``; unresolved, with a reason, where nothing is known of it."""
    span, around = reading.mentions[i].span, _on_a_road(reading, i)
    if (between := _middle(reading, i)) is not None:
        return between
    chosen = sense(reading, i, i in reading.holders)
    outer, part = _container(reading, i)
    anchor = _anchor(reading, i, around)
    firm = around.stated or around.kind in ("district", "quarter")
    held_elsewhere = outer is not None and firm and chosen is not None and _contradicts(chosen, outer)
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
    reason = ONLY_ALIKE if reading.name(i).candidates else UNKNOWN
    if region := region_spoken_of(reading, i, gazetteer):
        return place_inside(span, region, None, around, f"{reason}; the text speaks of {region.name} beside it")
    if reading.home and around.kind in ("district", "admin1"):
        return place_inside(span, reading.home, None, around, f"{UNKNOWN}; the report is set in {reading.home.name}")
    relation = "area" if around.relation == "at" and around.kind in ("district", "admin1", "water") else around.relation
    return Place(relation, span.text, span, reason=reason)


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
            outer = sense(reading, around.container, True)
            if outer is not None and (outer.is_area or around.stated or _is_district(reading, around.container)):
                return outer, around.container_part
            if outer is None and around.container != i and (further := _further_out(reading, around.container)):
                return further, None
    return (name.outer[0], None) if name.outer else (_scene(reading, i), None)


def _further_out(reading: Reading, i: int) -> Candidate | None:
    """What the container at mention ``i``, itself unknown, is said to lie in."""
    beyond = reading.said[i].container
    outer = sense(reading, beyond, True) if beyond is not None and reading.keys[beyond] != reading.keys[i] else None
    return outer if outer is not None and outer.is_area else None


def _scene(reading: Reading, i: int) -> Candidate | None:
    """The region with which the sentence of mention ``i`` opens."""
    j = frame(reading.text, reading.mentions, i)
    if j is None or reading.keys[j] == reading.keys[i]:
        return None
    found = sense(reading, j, True)
    return found if found is not None and (found.is_area or _is_district(reading, j)) else None


def _is_district(reading: Reading, i: int) -> bool:
    """Whether mention ``i`` is called a district, so that its town stands for what lies around it."""
    return reading.said[i].kind in ("district", "admin1")


def _on_a_road(reading: Reading, i: int) -> Surroundings:
    """What is said of mention ``i``: of "the road between A and B", where only A is known, that both lie near it."""
    around = reading.said[i]
    if around.between is None or {bool(reading.name(j).chosen) for j in (i, around.between)} != {True, False}:
        return around
    return replace(around, relation="near", beside=around.between)


def _anchor(reading: Reading, i: int, around: Surroundings) -> Candidate | None:
    """The place that mention ``i`` is said to lie beside, here or at another mention of its name."""
    for said in (around, *(reading.said[j] for j in reading.name(i).mentions if j != i)):
        beside = said.beside
        if beside is not None and reading.keys[beside] != reading.keys[i]:
            return sense(reading, beside, False)
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
    """The text says "in Y", and what the name was taken for lies in another country than Y, or nowhere near it."""
    if chosen.is_area or lies_in(chosen, outer):
        return False
    if outer.country and chosen.country != outer.country:
        return True
    # Districts are drawn anew more often than lists are: only what lies well outside is another place.
    away = distance_km(chosen.lat, chosen.lon, outer.lat, outer.lon)
    return bool(outer.country) and not outer.feature.startswith("PCL") and away > OUTSIDE_KM + 1.5 * (outer.radius_km or 0.0)
