"""What the words beside a place name say of it: the relation, an offset, a part of it, what it lies in.

The cues are the ordinary prepositions of place in English news; every pattern reads at most ``REACH``
characters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.coding.where.gaps import BESIDE_GAP, COMMA_GAP, FRAMING, IN_GAP, LIST_GAP, OWNER_GAP, PART_OF_GAP, THEN_GAP
from dateline.coding.where.mention import PlaceMention
from dateline.coding.where.relation import (
    AROUND_AFTER,
    AWAY_KM,
    BEARING,
    DISTANCE,
    FROM_NAME,
    MOVING,
    ON_ROAD,
    OUTSKIRTS_FROM,
    OUTSKIRTS_TO,
    PART,
    PART_INSIDE,
    bearing_of,
    kilometres,
    last_before_name,
    own_sentence,
    point_of,
    relation_of,
)
from dateline.coding.where.roads import are_ends
from dateline.knowledge.gazetteer.kinds import Kind, kind_around, split_type
from dateline.model.span import Span

REACH = 70
"""Characters read on each side of a name."""

TRAVEL = 200
"""Characters before a name within which the words of motion of "from X and Y … to Z" may stand."""

_APPOSED = re.compile(r"^[\"”’']?,\s+(?:in\s+)?(?P<name>(?:[A-Z][\w.’'-]*)(?:\s+[A-Z][\w.’'-]*){0,2})")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is said of one mention.

    ``km``/``bearing`` an offset from the place; ``part`` a point of the compass, ``central`` or ``rural``;
    ``container`` the index of the mention it lies in, with the part of that container; ``stated`` is true
        where the
    text says so with "in" or "of", not only with a comma; ``apposed`` words after a comma that no mention
    covers;
    ``around`` where "and surrounding villages" are meant with it;
    ``part_is_region`` where it is written "northern X", not "north X";
    ``outskirts`` where the way leads only near it ("to the outskirts of X");
    ``beside`` the index of the mention that it is said to lie at or near, with distance and bearing where these are told;
    ``between`` the index of the other end; ``listed`` the index of the mention before it in a list.
    """

    kind: Kind | None
    relation: str
    km: float | None = None
    bearing: float | None = None
    part: str | None = None
    container: int | None = None
    container_part: str | None = None
    stated: bool = False
    apposed: str | None = None
    between: int | None = None
    listed: int | None = None
    part_is_region: bool = False
    around: bool = False
    outskirts: bool = False
    beside: int | None = None
    beside_km: float | None = None
    beside_bearing: float | None = None


def read_all(text: str, mentions: Sequence[PlaceMention]) -> list[Surroundings]:
    """The surroundings of every mention; ``mentions`` in text order."""
    read: list[Surroundings] = []
    for i, mention in enumerate(mentions):
        listed = i - 1 if i and LIST_GAP.match(_gap(text, mentions[i - 1].span, mention.span)) else None
        read.append(_read(text, mentions, i, listed, read))
    return _share_containers(read)


def _gap(text: str, left: Span, right: Span) -> str:
    return text[left.end : right.start] if 0 <= right.start - left.end <= REACH else "\n\n"


def _read(
    text: str, mentions: Sequence[PlaceMention], i: int, listed: int | None, read: Sequence[Surroundings]
) -> Surroundings:
    span = mentions[i].span
    before, after = text[max(0, span.start - REACH) : span.start], text[span.end : span.end + REACH]
    travel = own_sentence(text[max(0, span.start - TRAVEL) : span.start])
    kind = split_type(span.text)[1] or kind_around(before, after)
    if kind is None and last_before_name(ON_ROAD, own_sentence(before)) is not None:
        kind = "city"
    moving = bool(MOVING.search(own_sentence(before)) or (FROM_NAME.search(travel) and MOVING.search(travel)))
    relation, km, bearing = relation_of(before, after, moving)
    way = (("to", OUTSKIRTS_TO), ("from", OUTSKIRTS_FROM)) if relation == "near" and moving else ()
    led = [to for to, cue in way if last_before_name(cue, own_sentence(before)) is not None]
    outskirts = bool(led)
    if outskirts:
        relation = led[0]
    if listed is not None and relation == "at" and read[listed].container != i and not _owns_next(text, mentions, i):
        relation = read[listed].relation
    part = PART.search(before) or PART_INSIDE.match(span.text)
    container, container_part, stated = _container(text, mentions, i)
    apposed = _APPOSED.match(after) if container is None else None
    between = None
    if i + 1 < len(mentions):
        end = mentions[i + 1].span
        between = i + 1 if are_ends(before, _gap(text, span, end), text[end.end : end.end + REACH]) else None
    if between is None and i and read[i - 1].between == i:
        between = i - 1
    beside, beside_km, beside_bearing = _beside(text, mentions, i) if container is None else (None, None, None)
    return Surroundings(
        kind,
        relation,
        km,
        bearing,
        point_of(part["point"]) if part else None,
        container,
        container_part,
        stated,
        apposed["name"] if apposed else None,
        between,
        listed,
        part is not None and "ern" in part["point"].lower(),
        AROUND_AFTER.match(after) is not None,
        outskirts,
        beside,
        beside_km,
        beside_bearing,
    )


def without_part(name: str) -> str:
    """A name without the point of the compass before it: "northern Aleppo" is Aleppo."""
    match = PART_INSIDE.match(name)
    return name[match.end() :] if match else name


def _container(text: str, mentions: Sequence[PlaceMention], i: int) -> tuple[int | None, str | None, bool]:
    span = mentions[i].span
    if i + 1 < len(mentions):
        gap = _gap(text, span, mentions[i + 1].span)
        if match := IN_GAP.match(gap):
            if i + 2 < len(mentions) and OWNER_GAP.match(_gap(text, mentions[i + 1].span, mentions[i + 2].span)):
                return i + 2, None, True
            return i + 1, point_of(match["point"]) if match["point"] else None, True
        if PART_OF_GAP.match(gap):
            return i + 1, None, True
        if match := COMMA_GAP.match(gap):
            return i + 1, point_of(match["point"]) if match["point"] else None, False
    if i:
        before = _gap(text, mentions[i - 1].span, span)
        if OWNER_GAP.match(before) or THEN_GAP.match(before):
            return i - 1, None, False
    return None, None, False


def _owns_next(text: str, mentions: Sequence[PlaceMention], i: int) -> bool:
    """"[Burkina Faso]'s Nord region": the mention only tells whose the next is."""
    return i + 1 < len(mentions) and OWNER_GAP.match(_gap(text, mentions[i].span, mentions[i + 1].span)) is not None


SENTENCE = 400
"""Characters within which the opening of a sentence is looked for: texts that are one long list have none."""


def frame(text: str, mentions: Sequence[PlaceMention], i: int) -> int | None:
    """The mention that opens the sentence of mention ``i`` and sets its scene: "In the X region, …"."""
    for j in range(i - 1, -1, -1):
        between = text[mentions[j].span.end : mentions[i].span.start]
        if len(between) > SENTENCE:
            return None
        if re.search(r"[.!?][\"”’']?\s+(?=[A-Z“\"])|\n", between):
            return None
        opening = text[max(0, mentions[j].span.start - REACH) : mentions[j].span.start]
        if FRAMING.search(opening) and "," in between:
            return j
    return None


def _beside(
    text: str, mentions: Sequence[PlaceMention], i: int
) -> tuple[int | None, float | None, float | None]:
    """The next mention, where mention ``i`` is said to lie beside it, with kilometres and bearing."""
    gap = _gap(text, mentions[i].span, mentions[i + 1].span) if i + 1 < len(mentions) else "\n\n"
    if not BESIDE_GAP.match(gap):
        return None, None, None
    if away := DISTANCE.search(gap):
        return i + 1, kilometres(away["n"], away["unit"]), bearing_of(away["point"])
    point = BEARING.search(gap)
    return i + 1, AWAY_KM if point else None, bearing_of(point["point"]) if point else None


def _share_containers(read: list[Surroundings]) -> list[Surroundings]:
    """In "A, B and C in D" all three lie in D."""
    shared = list(read)
    for i in range(len(shared) - 1, 0, -1):
        one, previous = shared[i], shared[i - 1]
        if one.listed == i - 1 and one.stated and not previous.stated and one.container is not None:
            shared[i - 1] = replace(
                previous,
                container=one.container,
                container_part=one.container_part,
                stated=True,
                apposed=None,
            )
    return shared
