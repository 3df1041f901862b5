"""Sources that speak together: "residents and a local official said"."""

from __future__ import annotations

from dateline.coding.attribution.page import Page, Range
from dateline.knowledge.attribution_words import attribution_words


def sides(page: Page, source: Range) -> tuple[Range, ...]:
    """The parts of a source that stand side by side, each a source of its own; the whole where it is one."""
    parts: list[Range] = []
    first = source[0]
    for i in range(source[0] + 1, source[1] - 1):
        if page.low[i] == "and" or (page.low[i] == "," and _apart(page, (first, i), source[1])):
            parts.append((first, i))
            first = i + 1
    parts.append((first, source[1]))
    parts = [page.trim(p) for p in parts if p[1] > p[0]]
    if len(parts) > 1 and all(_speaks(page, p) for p in parts):
        return tuple(parts)
    return (source,)


def _apart(page: Page, part: Range, end: int) -> bool:
    """A comma divides a list only where an "and" follows it and both sides speak."""
    return "and" in page.low[part[1] : end] and _speaks(page, part)


def _speaks(page: Page, part: Range) -> bool:
    kinds = attribution_words().kinds
    head = next(
        (i for i in range(part[1] - 1, part[0] - 1, -1) if page.words[i].upos in {"NOUN", "PROPN"}), None
    )
    if head is None:
        return False
    stop = next((i for i in range(part[0] + 1, part[1]) if page.words[i].upos == "ADP"), part[1])
    return any(page.low[i] in kinds for i in range(part[0], stop))
