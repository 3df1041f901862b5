"""The relation, distance and bearing that the words before a place name tell: the ordinary prepositions of English news."""

from __future__ import annotations

import re

from dateline.knowledge.gazetteer.geometry import BEARINGS
from dateline.knowledge.number_words import number_words

MILE_KM = 1.609344
NAUTICAL_MILE_KM = 1.852
AWAY_KM = 15.0
"""Taken for "north of X" with no distance: about half way to the next town, with as large a radius."""

POINT = (
    r"(?:north|south)(?:[\s-]?(?:north|south)?[\s-]?(?:east|west))?(?:ern)?|"
    r"(?:east|west)(?:[\s-](?:north|south)(?:east|west))?(?:ern)?"
)
_COUNTS = "|".join(number_words().units)
DISTANCE = re.compile(
    rf"(?P<n>\d+(?:[.,]\d+)?|a few|several|some|\b(?:{_COUNTS}))\s*[- ]?(?P<unit>km|kms|kilometers?|kilometres?|"
    rf"nautical[ -]miles?|miles?|mi|meters?|metres?|m)\.?"
    rf"(?:\s+\([^)]*\))?\s+(?:(?:away|out|outside|"
    rf"off)\s+)?(?:to\s+the\s+)?(?P<point>{POINT})?\s*(?:away\s+)?(?:of|from|outside)\s+"
    r"(?:the\s+)?(?:(?:city|town|village|center|centre|border|capital)\s+(?:of\s+)?)?[\"“‘']?$",
    re.I,
)
BEARING = re.compile(
    rf"\b(?:(?:just|immediately)\s+)?(?:to\s+the\s+)?(?P<point>{POINT})\s+of\s+(?:the\s+)?(?:(?:city|town|"
    rf"village|capital)\s+(?:of\s+)?)?[\"“‘']?$",
    re.I,
)
PART = re.compile(
    rf"\b(?P<point>{POINT}|central|upper|lower|rural)\s+(?:parts?\s+of\s+(?:the\s+)?|countryside\s+of\s+|"
    rf"areas?\s+of\s+|(?P<noun>province|region|district|city|town)\s+of\s+)?[\"“‘']?$",
    re.I,
)
PART_INSIDE = re.compile(
    rf"^(?P<point>{POINT}|central|rural)\s+(?:parts?\s+of\s+(?:the\s+)?)?(?=[A-Z“\"a])"
)
_NEAR = re.compile(
    r"\b(?:near(?:by)?|close to|next to|adjacent to|around|outside(?: of)?|(?:the )?vicinity of|(?:the "
    r")?outskirts of|surrounding|"
    r"(?:the )?suburbs of|not far from|opposite|off|beside|(?:the )?edge of|(?:the )?entrance (?:to|of)|"
    r"approaching|overlooking|"
    r"besieg(?:ed|ing)|bordering|(?:villages|areas|towns|farms|fields) around)\s+",
    re.I,
)
NEAR_AFTER = re.compile(
    r"^[’']?s?\s+(?:outskirts|vicinity|suburbs|surroundings|environs|area\b(?!\s+of)|(?:road|highway)\b)", re.I
)
_COUNTRYSIDE_OF = re.compile(r"\b(?:countryside|hinterland|suburbs) of\s+", re.I)
_VIA = re.compile(
    r"\b(?:via|through|along|across|by way of|passing|crossing|on the road (?:through|past))\s+", re.I
)
_TO = re.compile(
    r"\b(?:to|towards?|into|onto|in the direction of|for)\s+", re.I
)
_FROM = re.compile(
    r"\b(?:(?:from|out of)\s+(?-i:[a-z-]+\s+){1,4}?(?:in|at|around)|from|out of|leaving|left|departed|departing|quit|vacated|"
    r"fled|fleeing)\s+",
    re.I,
)
"""Also "from its units in X": those who come from a place where they stand."""
FROM_NAME = re.compile(r"\bfrom\s+(?:[a-z-]+\s+){0,6}[\"“‘']?(?:al-)?[A-Z]")
ON_ROAD = re.compile(
    r"\b(?:on|along)\s+(?:the|a)\s+(?:[a-z]+\s+){0,2}?(?:road|highway|route|track|motorway)\s+(?:to|towards?|from|leading\s+to)\s+",
    re.I,
)
OUTSKIRTS_TO = re.compile(
    r"\b(?:to|towards?|into)\s+(?:(?:the\s+)?(?:outskirts|vicinity|suburbs|edge|environs|outer\s+districts)\s+of|near)\s+", re.I
)
MOVING = re.compile(
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
OUTSKIRTS_FROM = re.compile(
    r"\b(?:from|out of|leaving|left)\s+(?:the\s+)?(?:[a-z]+\s+)?(?:outskirts|vicinity|suburbs|edge|environs)\s+of\s+", re.I
)
AROUND_AFTER = re.compile(
    r"^[\"”’']?\s+(?:and|with)\s+(?:its\s+|the\s+|some\s+|several\s+)?(?:surrounding|nearby|neighbou?ring|adjacent|outlying)\s+"
    r"(?:villages?|areas?|towns|districts?|hamlets|countryside|settlements|farms?|farmland|hills|neighbou?rhoods)\b",
    re.I,
)
_LEAD = (
    r"(?:the\s+)?(?:(?:city|cities|town|towns|village|villages|province|provinces|region|district|districts|"
    r"governorate|areas?|capital|port|camp|border)\s+(?:of\s+)?)?[\"“‘']?$"
)


def relation_of(before: str, after: str, moving: bool) -> tuple[str, float | None, float | None]:
    sentence = own_sentence(before)
    if match := DISTANCE.search(sentence):
        return "near", kilometres(match["n"], match["unit"]), bearing_of(match["point"])
    if match := BEARING.search(sentence):
        return "near", AWAY_KM, bearing_of(match["point"])
    for relation, cue in (("near", _NEAR), ("via", ON_ROAD), ("via", _VIA), ("from", _FROM), ("to", _TO)):
        found = last_before_name(cue, sentence)
        if found is None:
            continue
        if relation == "to" and (
            _NOT_MOTION.search(sentence[: found.end()][-30:]) or not moving
        ):
            continue
        if (
            relation == "from"
            and found.group().lower().startswith(("from", "out"))
            and not MOVING.search(sentence + after[:40])
        ):
            continue
        if relation == "near" and _COUNTRYSIDE_OF.search(sentence[found.start() :]):
            break
        return relation, None, None
    if NEAR_AFTER.match(after):
        return "near", None, None
    return "at", None, None


def last_before_name(cue: re.Pattern[str], sentence: str) -> re.Match[str] | None:
    for match in reversed(list(cue.finditer(sentence))):
        rest = sentence[match.end() :]
        if re.fullmatch(
            rf"(?:the\s+)?(?:(?:{POINT}|central|besieged|nearby|neighbou?ring|embattled|occupied|border|[a-z]+-held)\s+)*{_LEAD}"[
                :-1
            ]
            + "$",
            rest,
            re.I,
        ):
            return match
    return None


def kilometres(number: str, unit: str) -> float:
    value = {"a few": 3.0, "several": 5.0, "some": 5.0, **number_words().units}.get(number.lower())
    value = float(number.replace(",", ".")) if value is None else value
    unit = unit.lower()
    if unit.startswith("nautical"):
        return value * NAUTICAL_MILE_KM
    if unit.startswith("mi"):
        return value * MILE_KM
    return value if unit.startswith("k") else value / 1000


def bearing_of(words: str | None) -> float | None:
    if not words:
        return None
    return BEARINGS.get(point_of(words)) or (0.0 if point_of(words) == "north" else None)


def point_of(words: str) -> str:
    return re.sub(r"ern$", "", re.sub(r"[\s-]", "", words.lower())).replace("ern", "")


def own_sentence(before: str) -> str:
    """What stands before a name in its own sentence."""
    return re.split(r"(?<=[.!?])\s+(?=[A-Z])", before)[-1]
