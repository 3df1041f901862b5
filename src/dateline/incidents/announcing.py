"""Who speaks where no verb of saying tells it: whoever raises a toll, a spokesman's body, an office's holder."""

from __future__ import annotations

import re

from dateline.incidents.bodies import body_of
from dateline.incidents.days import day_number
from dateline.incidents.folding import folded
from dateline.knowledge.incident_words import incident_words
from dateline.model.claim import Claim, Source
from dateline.model.report import Report

_WORDS = incident_words()

_FIGURE = r"(?:toll|figure|figures|count|number|statement|communiqu[eé]|claim|report)"
ANNOUNCES = re.compile(
    r"(?:(?:the|an?)\s+)?(?!no\b|nobody\b|neither\b|none\b)(?P<who>[^.;:\"“]{3,80}?),?\s+(?:on\s+\w+day,?\s+|has\s+|have\s+|later\s+)*"
    r"(?:(?:correct\w*|revis\w*|retract\w*|withdr[ae]w\w*|rais\w*|lower\w*|put|updat\w*|increas\w*|reduc\w*)\s+"
    r"(?:(?:on\s+\w+day|downwards?|upwards?),?\s+)*"
    rf"(?:its|the|their|his|her|an)\s+(?:\w+\s+){{0,2}}{_FIGURE}\b"
    r"|claim(?:ed|s)\s+(?:responsibility|the\s+(?:\w+\s+)?(?:attack|bombing|ambush|blast|assault|killing)))",
    re.IGNORECASE,
)
"""A clause that opens with one who corrects a figure or owns to a deed. Source: own list."""

_SPOKES = r"spokes(?:man|woman|person)"
_RANKS = (
    r"(?:(?:Lieutenant|Lt\.?|Major|Maj\.?|General|Gen\.?|Colonel|Col\.?|Captain|Capt\.?|Brigadier|Brig\.?|Commander|Sergeant|"
    r"Admiral|Commissioner|Superintendent|Dr\.?|Mr\.?|Mrs\.?|Ms\.?)[ -])*"
)
_BEFORE = re.compile(rf"(?:^|[\s,“\"])(?P<body>(?:[\w-]+[ ]){{0,3}}[\w-]+?)(?:['’]s)?\s+{_SPOKES},?\s+{_RANKS}$")
_AFTER = re.compile(
    rf"^,?\s*(?:(?:who|and)\s+\w+\s+)?(?:an?\s+|the\s+)?(?:\w+\s+)?{_SPOKES}\s+(?:for|of)\s+(?:the\s+)?"
    r"(?P<body>[\w-]+(?:['’]s)?(?:\s(?!in\b|at\b|on\b|said\b|told\b)[\w-]+(?:['’]s)?){0,4})"
)
_OF = re.compile(
    rf"{_SPOKES}\s+(?:of|for)\s+(?:the\s+)?(?P<body>[\w-]+(?:\s(?!in\b|at\b|on\b)[\w-]+){{0,5}})"
    rf"(?:\s(?:in|at|on)\s[\w ]+)?,\s+{_RANKS}$",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    rf"^(?:an?\s+|the\s+)?(?:(?P<before>(?:[\w-]+\s){{0,3}}?[\w-]+?)(?:['’]s)?\s+)??{_SPOKES}"
    r"(?:\s+(?:for|of)\s+(?:the\s+)?(?P<after>[\w-]+(?:['’]s)?(?:\s(?!in\b|at\b|on\b)[\w-]+){0,4}))?",
    re.IGNORECASE,
)
_BARE = re.compile(rf"\b{_SPOKES}\b", re.IGNORECASE)
_GROUP = re.compile(r"\b(?:group|movement|rebels?|militia|faction|organi[sz]ation|insurgents?)\b", re.IGNORECASE)
_LEADING = re.compile(r"^(?:.*\b(?:the|a|an|by|to|said|told|dead|figure)\s+)", re.IGNORECASE)
_NAME = re.compile(r"^,\s+((?:[A-Z][\w’'-]+)(?:\s(?:[a-z]{2,3}\s)?[A-Z][\w’'-]+){1,3})")
_APPOSED = re.compile(r"^(?i:the|its|their)\s[^,]+,\s(?P<name>[A-Z][\w’'-]+(?:\s(?:[a-z]{2,3}\s)?[A-Z][\w’'-]+){1,3})$")
_OFFICES = re.compile(
    r"\b(mayor|governor|prefect|administrator|(?:deputy |district )commissioner|police chief|sheriff|president|"
    r"prime minister)\b",
    re.IGNORECASE,
)
"""Offices that one person holds. Source: own list after the officials that ACLED's source list names."""
_BODY_OF = re.compile(r"\b(?:of|for|at)\s+(?:the\s+)?([^,]+?),\s")
_ACCUSES = re.compile(r"^(?:the\s+)?(?P<who>[\w’' -]{3,60}?)\s+(?:has\s+|have\s+)?(?:blam|accus|held\b)", re.IGNORECASE)
_NOBODY = re.compile(r"\b(?:no|nobody|none|neither)\b(?:\s\w+){0,3}\s(?:claim|said|has|have|own|admit)", re.IGNORECASE)
_REACH = 70
_ENDS = (".", "!", "?", "\n")


def is_spokesperson(text: str, source: Source) -> bool:
    """Whether the words right around a source's name call it a spokesperson."""
    around = _around(text, source)
    if around is None:
        return bool(source.name and _BARE.search(source.name))
    before, after = around
    return bool(_BARE.search(before[-40:]) or _BARE.search(after[:40]) or (source.name and _BARE.search(source.name)))


def body_spoken_for(text: str, source: Source) -> str | None:
    """The body whose spokesperson the source is by the words around its name, ``None`` where it is not one, or
    where they only point back ("the group's spokesman")."""
    around = _around(text, source)
    if around is None or not source.name:
        return None
    before, after = around
    unnamed = _UNNAMED.match(source.name)
    if unnamed is not None:
        body = unnamed["after"] or unnamed["before"] or ""
    else:
        found = _BEFORE.search(before) or _OF.search(before) or _AFTER.search(after)
        body = _LEADING.sub("", found["body"]).strip() if found else ""
    return None if not body or body[0].isdigit() or _points_back(body) else body


def _points_back(body: str) -> bool:
    """Whether words for a body only point back to one named before: "the group", "its"."""
    return body.casefold() not in _WORDS.forces and body.rsplit(maxsplit=1)[-1].casefold() in _WORDS.generic_groups


_ITS_HEAD = re.compile(
    r"^(?:its|their)\s+(?:[\w-]+\s+){0,2}(?:director|head|chief|chair(?:man|woman|person)?|president|coordinator|secretary|leader),",
    re.IGNORECASE,
)


def leads_one_before(source: Source) -> bool:
    """Whether the words for a source call it the head of what was named before: "its director, Ann Lee"."""
    return source.span is not None and _ITS_HEAD.match(source.span.text) is not None


def speaks_for_a_group(source: Source) -> bool:
    """Whether a source without a name speaks for "the group", "the rebels": not for a force of a state."""
    return bool(source.name and not any(map(str.isupper, source.name)) and _GROUP.search(source.name))


def _around(text: str, source: Source) -> tuple[str, str] | None:
    """The text before and after a source's name, ``None`` where the name does not stand in its span."""
    if source.span is None or not source.name:
        return None
    start = text.find(source.name, max(0, source.span.start - _REACH), source.span.end + _REACH)
    if start < 0:
        return None
    return text[max(0, start - _REACH) : start], text[start + len(source.name) :][:_REACH]


def name_behind(text: str, source: Source) -> str | None:
    """The person's name that follows the office which the source is read as: "the governor of the state, Ann Lee",
    "Homs governor Ann Lee"."""
    if source.span is None or not source.name or source.kind not in ("official", "person"):
        return None
    inside = re.match(
        rf"(?:the\s+)?{re.escape(source.name)}(?:\s+[a-z][\w-]*){{1,4}}\s+((?:[A-Z][\w’'-]+\s?){{2,4}})$", source.span.text
    )
    if inside and _OFFICES.search(source.span.text):
        return inside[1].strip()
    apposed = _APPOSED.match(source.span.text)
    if apposed and apposed["name"] not in source.name and source.name not in apposed["name"]:
        return apposed["name"]
    if any(map(str.isupper, source.name)):
        return None
    found = _NAME.match(text[source.span.end :][:_REACH])
    return found[1] if found else None


def announcer_words(claim: Claim) -> str:
    """The words for who corrects a figure in a claim, folded; empty where nobody does, or where he owns to a deed."""
    found = ANNOUNCES.match(claim.evidence[0].text) if claim.evidence else None
    if found is None or "claim" in found[0][found.end("who") :].casefold():
        return ""
    return folded(found["who"])


def owns_to_it(claim: Claim) -> bool:
    """Whether a claim tells that someone says he did it: "the Front claimed the attack"."""
    found = ANNOUNCES.match(claim.evidence[0].text) if claim.evidence else None
    return found is not None and "claim" in found[0][found.end("who") :].casefold()


def announces(claim: Claim, text: str) -> bool:
    """Whether a claim tells that a figure or a statement was given, corrected or taken back; also where its words stand
    further on in the sentence of ``text`` that says so."""
    if not claim.evidence:
        return False
    first = claim.evidence[0]
    start = max(text.rfind(mark, 0, first.start) + 1 for mark in _ENDS)
    sentence = text[start : first.end].lstrip()
    return claim.stance == "retracted" or any(ANNOUNCES.match(words) for words in (first.text, sentence))


def dated_by_announcement(claim: Claim, report: Report) -> bool:
    """Whether the day of an announcement was read as that of the event: the day of the report or the one before."""
    day, out = day_number(claim.when.start), day_number(report.published)
    return day is not None and out is not None and out - day <= 1 and announces(claim, report.text)


def office_of(source: Source) -> str:
    """The office that the words for a source name, empty where they name none."""
    words = source.span.text if source.span is not None else source.name or ""
    found = _OFFICES.search(words)
    return found[1].casefold() if found else ""


def body_served(source: Source) -> str:
    """The body that an official is told to be of: "the director of the health ministry, Ann Lee"; empty for none."""
    found = _BODY_OF.search(source.span.text) if source.span is not None and source.kind in ("official", "person") else None
    return found[1] if found else ""


def accuser_of(claim: Claim) -> Source | None:
    """Who accuses, where nobody else is told to say so: "the union blamed the army"."""
    if claim.event.sub_type != "Accusation":
        return None
    agents = [p for p in claim.participants if p.role == "agent"]
    if len(agents) != 1 or not (any(map(str.isupper, agents[0].name)) or _GROUP.search(agents[0].name)):
        return None
    if claim.polarity == "-" or (claim.evidence and _NOBODY.search(claim.evidence[0].text)):
        return None
    found = _ACCUSES.match(claim.evidence[0].text) if claim.evidence else None
    if found is not None and body_of(found["who"]) is not None:
        # Coding counts a ministry as its government; who speaks is the ministry.
        return Source(1, found["who"], "organization")
    mention = agents[0].mentions[0] if agents[0].mentions else None
    return Source(1, agents[0].name, "organization", agents[0].actor, span=mention)
