"""What the words beside a place name say of it: the relation, an offset, a part of it, what it lies in.

The cues are the ordinary prepositions of place in English news; every pattern reads at most ``REACH``
characters.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.coding.where.mention import PlaceMention
from dateline.coding.where.roads import are_ends
from dateline.knowledge.gazetteer.geometry import BEARINGS
from dateline.knowledge.gazetteer.kinds import Kind, kind_around, split_type
from dateline.knowledge.number_words import number_words
from dateline.model.span import Span

REACH = 70
"""Characters read on each side of a name."""

TRAVEL = 200
"""Characters before a name within which the words of motion of "from X and Y … to Z" may stand."""

MILE_KM = 1.609344
AWAY_KM = 15.0
"""Taken for "north of X" with no distance: about half way to the next town, with as large a radius."""

_POINT = (
    r"(?:north|south)(?:[\s-]?(?:north|south)?[\s-]?(?:east|west))?(?:ern)?|"
    r"(?:east|west)(?:[\s-](?:north|south)(?:east|west))?(?:ern)?"
)
_COUNTS = "|".join(number_words().units)
_DISTANCE = re.compile(
    rf"(?P<n>\d+(?:[.,]\d+)?|a few|several|some|\b(?:{_COUNTS}))\s*[- ]?(?P<unit>km|kms|kilometers?|kilometres?|miles?|mi|"
    rf"meters?|metres?|m)\.?"
    rf"(?:\s+\([^)]*\))?\s+(?:(?:away|out|outside|"
    rf"off)\s+)?(?:to\s+the\s+)?(?P<point>{_POINT})?\s*(?:away\s+)?(?:of|from|outside)\s+"
    r"(?:the\s+)?(?:(?:city|town|village|center|centre|border|capital)\s+(?:of\s+)?)?[\"“‘']?$",
    re.I,
)
_BEARING = re.compile(
    rf"\b(?:(?:just|immediately)\s+)?(?:to\s+the\s+)?(?P<point>{_POINT})\s+of\s+(?:the\s+)?(?:(?:city|town|"
    rf"village|capital)\s+(?:of\s+)?)?[\"“‘']?$",
    re.I,
)
_PART = re.compile(
    rf"\b(?P<point>{_POINT}|central|upper|lower|rural)\s+(?:parts?\s+of\s+(?:the\s+)?|countryside\s+of\s+|"
    rf"areas?\s+of\s+|(?P<noun>province|region|district|city|town)\s+of\s+)?[\"“‘']?$",
    re.I,
)
_PART_INSIDE = re.compile(
    rf"^(?P<point>{_POINT}|central|rural)\s+(?:parts?\s+of\s+(?:the\s+)?)?(?=[A-Z“\"a])"
)
_NEAR = re.compile(
    r"\b(?:near(?:by)?|close to|next to|adjacent to|around|outside(?: of)?|(?:the )?vicinity of|(?:the "
    r")?outskirts of|surrounding|"
    r"(?:the )?suburbs of|not far from|opposite|off|beside|(?:the )?edge of|(?:the )?entrance (?:to|of)|"
    r"approaching|overlooking|"
    r"besieg(?:ed|ing)|bordering|(?:villages|areas|towns|farms|fields) around)\s+",
    re.I,
)
_NEAR_AFTER = re.compile(r"^[’']?s?\s+(?:outskirts|vicinity|suburbs|surroundings|environs|area\b)", re.I)
_COUNTRYSIDE_OF = re.compile(r"\b(?:countryside|hinterland|suburbs) of\s+", re.I)
_VIA = re.compile(
    r"\b(?:via|through|along|across|by way of|passing|crossing|on the road (?:through|past))\s+", re.I
)
_TO = re.compile(
    r"\b(?:to|towards?|into|onto|in the direction of|for)\s+", re.I
)
_FROM = re.compile(
    r"\b(?:(?:from|out of)\s+(?:[a-z-]+\s+){1,4}?(?:in|at|around)|from|out of|leaving|left|departed|departing|quit|vacated|"
    r"fled|fleeing)\s+",
    re.I,
)
"""Also "from its units in X": those who come from a place where they stand."""
_FROM_NAME = re.compile(r"\bfrom\s+(?:[a-z-]+\s+){0,6}[\"“‘']?(?:al-)?[A-Z]")
_OUTSKIRTS_TO = re.compile(
    r"\b(?:to|towards?|into)\s+(?:(?:the\s+)?(?:outskirts|vicinity|suburbs|edge|environs|outer\s+districts)\s+of|near)\s+", re.I
)
_MOVING = re.compile(
    r"\b(?:mov|travel|head|advanc|march|drov|driv|sent|send|deploy|arriv|fled|flee|return|transfer|depart|"
    r"withdr|retreat|enter|cross|"
    r"reinforc|convoy|transport|flown|fly|flew|sail|went|go(?:es|ing)?\b|come|came|coming|escap|evacuat|"
    r"reloc|displac|en route|way|route|"
    r"road|highway|bound|push|pour|bring|brought|carr|ship|smuggl|infiltrat|launched|fired|walk|march|"
    r"airlift|rushed|taken|took|transferr|redeploy|dispatch|destined|redirect|made for|making for|shift|"
    r"pull(?:ed|ing) (?:back|out))\w*",
    re.I,
)
_NOT_MOTION = re.compile(
    r"\b(?:according|due|linked|loyal|belong\w*|close|next|adjacent|respons\w+|damage|thanks|threat|"
    r"relat\w+|equal)\s+to\s+",
    re.I,
)
_AROUND_AFTER = re.compile(
    r"^[\"”’']?\s+(?:and|with)\s+(?:its\s+|the\s+|some\s+|several\s+)?(?:surrounding|nearby|neighbou?ring|adjacent|outlying)\s+"
    r"(?:villages?|areas?|towns|districts?|hamlets|countryside|settlements|farms?|farmland|hills|neighbou?rhoods)\b",
    re.I,
)
_LEAD = (
    r"(?:the\s+)?(?:(?:city|cities|town|towns|village|villages|province|provinces|region|district|districts|"
    r"governorate|areas?|capital|port|camp|border)\s+(?:of\s+)?)?[\"“‘']?$"
)
_LIST_GAP = re.compile(
    r"^[\"”’']?(?:,|;|,?\s+(?:and|or|as well as)|/)\s*(?:in\s+|to\s+|from\s+)?(?:the\s+)?(?:(?:town|village|"
    r"city)s?\s+of\s+)?[\"“‘']?$",
    re.I,
)

_APPOSITIONS = (
    "towns?|villages?|city|district|area|suburb|hamlet|settlement|county|community|locality|commune|municipality|township|"
    "neighbou?rhood|island|outpost|port|camp"
)
_HOLDER = "(?:countryside|parts?|suburbs?|district|area|region|province|state|governorate|oblast|city|town)"
_IN_GAP = re.compile(
    r"^[\"”’']?(?:\s+(?:city|cities|towns?|villages?|districts?|areas?|camps?|refugee|oil|gas|field|fields|"
    r"base|air|dam|crossing|is|are|lies|lying|located|"
    r"situated|based|near|neighbou?rhoods?|suburbs?|settlements?|province|governorate|region|market|"
    r"hospital)){0,4}(?:,?\s+and\s+(?:their|its|the|other|several|some)\s+[a-z ]{0,30}?)?"
    rf"(?:,\s+(?:an?|the)\s+(?:[a-z-]+\s+){{0,3}}?(?:{_APPOSITIONS}))?"
    rf"(?:\s+{_HOLDER}\s+of|,?\s*(?:in|within|inside))\s+(?:the\s+)?(?:(?P<point>{_POINT}|central|"
    rf"rural)\s+)?(?:{_HOLDER}\s+(?:of\s+)?)?"
    r"(?:the\s+)?(?:[a-z-]+\s+){0,2}?[\"“‘']?$"
)
_BESIDE_GAP = re.compile(
    rf"^[\"”’']?(?:\s+(?:{_APPOSITIONS}|base|airport|dam|field|camp))?(?:,\s+(?:an?|the)\s+(?:[a-z-]+\s+){{0,3}}?(?:{_APPOSITIONS}))?"
    r",?\s+(?:[a-z]+\s+){0,2}?(?:on\s+the\s+(?:[a-z]+\s+)?(?:shores?|banks?|coast|edges?|outskirts|border)\s+(?:of|with)|"
    r"off(?:\s+the\s+(?:[a-z]+\s+)?coast\s+of)?|near(?:by)?|outside|close\s+to|above|below|overlooking|along|opposite|"
    rf"[^,;.]{{0,30}}\b(?:km|kms|kilomet(?:er|re)s?|miles?)\s+[^,;.]{{0,30}}(?:of|from)|(?:{_POINT})\s+of)"
    r"\s+(?:the\s+)?(?:(?:city|town|village|capital|port)\s+of\s+)?[\"“‘']?$",
    re.I,
)
"""What stands between a name and the one that it is said to lie beside: "X on the shore of Y", "X, a village 10 km from Y"."""
_THEN_GAP = re.compile(
    rf"^[\"”’']?(?:[’']s)?(?:\s+{_HOLDER})?,\s+(?:in|at)\s+(?:the\s+)?(?:[a-z-]+\s+){{0,2}}?(?:{_APPOSITIONS})\s+of\s+[\"“‘']?$"
)
"""Between a region and what is named in it next: "in X province, in the village of Y"."""
_FRAMING = re.compile(
    rf"(?:^|[.!?][\"”’']?\s+|\n)(?:In|Across|Elsewhere in)\s+(?:the\s+)?(?:neighbou?ring\s+)?"
    rf"(?:(?:{_POINT}|central)\s+)?(?:{_HOLDER}\s+of\s+)?[\"“‘']?$"
)
"""Before the place with which a sentence sets its scene."""
_COMMA_GAP = re.compile(
    rf"^[\"”’']?,\s+(?:in\s+)?(?:the\s+)?(?:(?P<point>{_POINT}|central)\s+)?[\"“‘']?$|^\s+\($", re.I
)
_OWNER_GAP = re.compile(
    rf"^[’']s?\s+(?:[a-z-]+\s+){{0,3}}?(?:(?:town|city|village|province|region|district|governorate|oblast|"
    rf"state|island|port|capital)\s+(?:of\s+)?)?(?:(?:{_POINT})\s+)?[\"“‘']?$"
    r"|^\s+(?:province|governorate|oblast|state|region)?[’']?s?\s*(?:[a-z-]+\s+){0,2}(?:town|city|village|"
    r"district|suburb|neighbou?rhood)s?\s+of\s+[\"“‘']?$"
)
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
        listed = i - 1 if i and _LIST_GAP.match(_gap(text, mentions[i - 1].span, mention.span)) else None
        read.append(_read(text, mentions, i, listed, read))
    return _share_containers(read)


def _gap(text: str, left: Span, right: Span) -> str:
    return text[left.end : right.start] if 0 <= right.start - left.end <= REACH else "\n\n"


def _read(
    text: str, mentions: Sequence[PlaceMention], i: int, listed: int | None, read: Sequence[Surroundings]
) -> Surroundings:
    span = mentions[i].span
    before, after = text[max(0, span.start - REACH) : span.start], text[span.end : span.end + REACH]
    travel = _sentence(text[max(0, span.start - TRAVEL) : span.start])
    kind = split_type(span.text)[1] or kind_around(before, after)
    moving = bool(_MOVING.search(_sentence(before)) or (_FROM_NAME.search(travel) and _MOVING.search(travel)))
    relation, km, bearing = _relation(before, after, moving)
    outskirts = relation == "near" and moving and _last_before_name(_OUTSKIRTS_TO, _sentence(before)) is not None
    if outskirts:
        relation = "to"
    if listed is not None and relation == "at" and read[listed].container != i:
        relation = read[listed].relation
    part = _PART.search(before) or _PART_INSIDE.match(span.text)
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
        _point(part["point"]) if part else None,
        container,
        container_part,
        stated,
        apposed["name"] if apposed else None,
        between,
        listed,
        part is not None and "ern" in part["point"].lower(),
        _AROUND_AFTER.match(after) is not None,
        outskirts,
        beside,
        beside_km,
        beside_bearing,
    )


def without_part(name: str) -> str:
    """A name without the point of the compass before it: "northern Aleppo" is Aleppo."""
    match = _PART_INSIDE.match(name)
    return name[match.end() :] if match else name


def _point(words: str) -> str:
    return re.sub(r"ern$", "", re.sub(r"[\s-]", "", words.lower())).replace("ern", "")


def _sentence(before: str) -> str:
    """What stands before a name in its own sentence."""
    return re.split(r"(?<=[.!?])\s+(?=[A-Z])", before)[-1]


def _relation(before: str, after: str, moving: bool) -> tuple[str, float | None, float | None]:
    sentence = _sentence(before)
    if match := _DISTANCE.search(sentence):
        return "near", _kilometres(match["n"], match["unit"]), _bearing(match["point"])
    if match := _BEARING.search(sentence):
        return "near", AWAY_KM, _bearing(match["point"])
    for relation, cue in (("near", _NEAR), ("via", _VIA), ("from", _FROM), ("to", _TO)):
        found = _last_before_name(cue, sentence)
        if found is None:
            continue
        if relation == "to" and (
            _NOT_MOTION.search(sentence[: found.end()][-30:]) or not moving
        ):
            continue
        if (
            relation == "from"
            and found.group().lower().startswith(("from", "out"))
            and not _MOVING.search(sentence + after[:40])
        ):
            continue
        if relation == "near" and _COUNTRYSIDE_OF.search(sentence[found.start() :]):
            break
        return relation, None, None
    if _NEAR_AFTER.match(after):
        return "near", None, None
    return "at", None, None


def _last_before_name(cue: re.Pattern[str], sentence: str) -> re.Match[str] | None:
    for match in reversed(list(cue.finditer(sentence))):
        rest = sentence[match.end() :]
        if re.fullmatch(
            rf"(?:the\s+)?(?:(?:{_POINT}|central|besieged|nearby|neighbou?ring|embattled|occupied|border|[a-z]+-held)\s+)*{_LEAD}"[
                :-1
            ]
            + "$",
            rest,
            re.I,
        ):
            return match
    return None


def _kilometres(number: str, unit: str) -> float:
    value = {"a few": 3.0, "several": 5.0, "some": 5.0, **number_words().units}.get(number.lower())
    value = float(number.replace(",", ".")) if value is None else value
    unit = unit.lower()
    if unit.startswith("mi"):
        return value * MILE_KM
    return value if unit.startswith("k") else value / 1000


def _bearing(words: str | None) -> float | None:
    if not words:
        return None
    return BEARINGS.get(_point(words)) or (0.0 if _point(words) == "north" else None)


def _container(text: str, mentions: Sequence[PlaceMention], i: int) -> tuple[int | None, str | None, bool]:
    span = mentions[i].span
    if i + 1 < len(mentions):
        gap = _gap(text, span, mentions[i + 1].span)
        if match := _IN_GAP.match(gap):
            if i + 2 < len(mentions) and _OWNER_GAP.match(_gap(text, mentions[i + 1].span, mentions[i + 2].span)):
                return i + 2, None, True
            return i + 1, _point(match["point"]) if match["point"] else None, True
        if match := _COMMA_GAP.match(gap):
            return i + 1, _point(match["point"]) if match["point"] else None, False
    if i:
        before = _gap(text, mentions[i - 1].span, span)
        if _OWNER_GAP.match(before) or _THEN_GAP.match(before):
            return i - 1, None, False
    return None, None, False


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
        if _FRAMING.search(opening) and "," in between:
            return j
    return None


def _beside(
    text: str, mentions: Sequence[PlaceMention], i: int
) -> tuple[int | None, float | None, float | None]:
    """The next mention, where mention ``i`` is said to lie beside it, with kilometres and bearing."""
    gap = _gap(text, mentions[i].span, mentions[i + 1].span) if i + 1 < len(mentions) else "\n\n"
    if not _BESIDE_GAP.match(gap):
        return None, None, None
    if away := _DISTANCE.search(gap):
        return i + 1, _kilometres(away["n"], away["unit"]), _bearing(away["point"])
    point = _BEARING.search(gap)
    return i + 1, AWAY_KM if point else None, _bearing(point["point"]) if point else None


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
