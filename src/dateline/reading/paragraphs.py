"""Lines of a printed page made paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Sequence

_SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")
_ITEM = re.compile(r"(?:[•▪‣·*–—-]|\d{1,2}[.)]|\([a-z0-9]\))\s")
_BROKEN = re.compile(r"(\w+)[-\u00ad\u2010]$")
_SHORT_LINE = 0.75


def join_lines(lines: Sequence[str]) -> str:
    """``lines`` of print as paragraphs with an empty line between them, broken words put together.

    An empty line stands for the end of a page, which ends a paragraph only after a sentence; a line much
    shorter than the others that ends a sentence, or stands like a heading, and the mark of a list item, do so
    too.
    """
    whole = set(re.findall(r"\w+(?:[-\u2010]\w+)*", " ".join(lines).lower()))
    width = _usual_width(lines)
    paragraphs: list[list[str]] = [[]]
    last = ""
    for line in (part.strip() for part in lines):
        current = paragraphs[-1]
        if not line:
            if current and _SENTENCE_END.search(current[-1]):
                paragraphs.append([])
            last = ""
            continue
        if current and (_ITEM.match(line) or _ends_paragraph(last, width, line)):
            paragraphs.append([])
        _append(paragraphs[-1], line, whole)
        last = line
    return "\n\n".join("".join(parts) for parts in paragraphs if parts)


def _ends_paragraph(last: str, width: int, line: str) -> bool:
    if not last or len(last) >= _SHORT_LINE * width:
        return False
    if _SENTENCE_END.search(last):
        return True
    # A heading: short, no sentence, and what follows begins anew.
    return (
        line[:1].isupper()
        and len(last) < 0.6 * width
        and not last.endswith((",", ";", "-", "\u00ad", "\u2010"))
    )


def _usual_width(lines: Sequence[str]) -> int:
    """The length that a full line has: the ninth decile."""
    lengths = sorted(len(line) for line in lines if line.strip())
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def _append(parts: list[str], line: str, whole: set[str]) -> None:
    if not parts:
        parts.append(line)
        return
    broken = _BROKEN.search(parts[-1])
    if broken is None or not line[0].isalpha():
        parts.append(f" {line}")
        return
    head, tail = broken[1].lower(), re.match(r"\w+", line)
    rest = tail[0].lower() if tail else ""
    # The hyphen belongs to the word where the document has it so within a line, or a capital follows (Deir-Ezzor).
    if f"{head}-{rest}" not in whole and not (line[0].isupper() and head + rest not in whole):
        parts[-1] = parts[-1][:-1]
    parts.append(line)
