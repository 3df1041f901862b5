"""Who speaks where no verb of saying tells it: whoever raises a toll, a spokesman's body, an office's holder."""

from __future__ import annotations

import re

from dateline.model.claim import Source

_FIGURE = r"(?:toll|figure|figures|count|number|statement|claim|report)"
ANNOUNCES = re.compile(
    r"(?:(?:the|an?)\s+)?(?!no\b|nobody\b|neither\b|none\b)(?P<who>[^.;:\"“]{3,80}?),?\s+(?:on\s+\w+day,?\s+|has\s+|have\s+|later\s+)*"
    r"(?:(?:correct\w*|revis\w*|retract\w*|withdr[ae]w\w*|rais\w*|lower\w*|put|updat\w*|increas\w*|reduc\w*)\s+"
    rf"(?:its|the|their|his|her|an)\s+(?:\w+\s+){{0,2}}{_FIGURE}\b"
    r"|claim(?:ed|s)\s+(?:responsibility|the\s+(?:\w+\s+)?(?:attack|bombing|ambush|blast|assault|killing)))",
    re.IGNORECASE,
)
"""A clause that opens with one who corrects a figure or owns to a deed. Source: own list."""

_BEFORE = re.compile(r"(?:^|[\s,“\"])(?P<body>(?:[\w-]+[ ]){0,3}[\w-]+?)(?:['’]s)?\s+spokes(?:man|woman|person),?\s+$")
_AFTER = re.compile(
    r"^,?\s*(?:(?:who|and)\s+\w+\s+)?(?:an?\s+|the\s+)?(?:\w+\s+)?spokes(?:man|woman|person)\s+(?:for|of)\s+(?:the\s+)?"
    r"(?P<body>[\w-]+(?:\s(?!in\b|at\b|on\b|said\b|told\b)[\w-]+){0,4})"
)
_GENERIC = frozenset("group movement force forces team a its their his her".split())
_LEADING = re.compile(r"^(?:.*\b(?:the|a|an|by|to|said|told|dead|figure)\s+)", re.IGNORECASE)
_NAME = re.compile(r"^,\s+((?:[A-Z][\w’'-]+)(?:\s(?:[a-z]{2,3}\s)?[A-Z][\w’'-]+){1,3})")
_REACH = 70


def body_spoken_for(text: str, source: Source) -> str | None:
    """The body whose spokesperson the source is by the words around its name, ``None`` where it is not one, or
    where they only point back ("the group's spokesman")."""
    if source.span is None or not source.name:
        return None
    start = text.find(source.name, max(0, source.span.start - _REACH), source.span.end + _REACH)
    if start < 0:
        return None
    before, after = text[max(0, start - _REACH) : start], text[start + len(source.name) :][:_REACH]
    found = _BEFORE.search(before) or _AFTER.search(after)
    if found is None:
        return None
    body = _LEADING.sub("", found["body"]).strip()
    return None if not body or body.split()[-1].casefold() in _GENERIC else body


def name_behind(text: str, source: Source) -> str | None:
    """The person's name that follows the office which the source is read as: "the governor of the state, Ann Lee"."""
    if source.span is None or source.kind not in ("official", "person"):
        return None
    if not source.name or any(map(str.isupper, source.name)):
        return None
    found = _NAME.match(text[source.span.end :][:_REACH])
    return found[1] if found else None
