"""Two places that are the ends of a road: "between A and B", "the road from A to B", "the A-B highway"."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?(?:(?:cities|towns|villages)\s+(?:of\s+)?)?[\"“‘']?$", re.I)
_ROAD_BEFORE = re.compile(
    r"\b(?:road|highway|motorway|route|axis|railway|pipeline)\s+(?:from|linking|connecting|that (?:links|connects))"
    r"\s+(?:the\s+)?$",
    re.I,
)
_ROAD_GAP = re.compile(r"^[\"”’']?\s+(?:to|and|with)\s+(?:the\s+)?$")
_ROAD_AFTER = re.compile(r"^\s+(?:international\s+)?(?:road|highway|motorway|route|axis|railway|railroad|line|pipeline)\b")
_AND = re.compile(r"^[\"”’']?\s+and\s+")


def are_ends(before: str, gap: str, after: str) -> bool:
    """Whether the words before, between and after two names make them the ends of a stretch."""
    if _BETWEEN.search(before):
        return _AND.match(gap) is not None
    if _ROAD_BEFORE.search(before):
        return _ROAD_GAP.match(gap) is not None
    return gap in ("-", "–") and _ROAD_AFTER.match(after) is not None
