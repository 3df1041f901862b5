"""A quick cut of a text into words, figures and marks, for the steps that look for times and numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass

# Figures keep their separators, so that "3,000", "1.5", "14:30" and "2023-08-29" are one piece each.
_PIECE = re.compile(
    r"\d{1,4}([-/.])\d{1,2}\1\d{2,4}(?!\w)|\d{1,2}:\d{2}(?!\d)"
    r"|\d{1,3}(?:,\d{3})+(?!\d)|\d{1,3}(?:[\u00a0\u202f]\d{3})+(?!\d)|\d+(?:\.\d+)?(?:(?:st|nd|rd|th|s)\b)?"
    r"|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*|['’]s\b|[^\w\s]|_"
)


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of ``text`` side by side: as written, in lower case, where each starts and ends (code points)."""

    text: str
    raw: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]


def pieces(text: str) -> Pieces:
    """Cut ``text``; four empty pieces stand at the end, so that a look ahead never leaves the lists."""
    matches = list(_PIECE.finditer(text))
    raw = [m.group() for m in matches] + ["", "", "", ""]
    ends = [m.end() for m in matches] + [len(text)] * 4
    starts = [m.start() for m in matches] + [len(text)] * 4
    return Pieces(text, raw, [r.lower() for r in raw], starts, ends)
