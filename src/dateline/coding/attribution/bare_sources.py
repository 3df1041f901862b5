"""Sources told by their place alone: beside the colon of a headline, in brackets at the end of a sentence."""

from __future__ import annotations

from dateline.coding.attribution.page import Page, Range
from dateline.coding.attribution.relation import Relation
from dateline.knowledge.attribution_words import AttributionWords

_LONGEST_TAIL = 6
"""Words after the colon of a headline that may name its source."""


def beside_colon(page: Page, sentence: Range, known: AttributionWords) -> Relation | None:
    """ "Ten killed in raid on market: monitor" and "Monitor: ten killed in raid on market"."""
    first, last = sentence
    if page.low[last - 1] in {".", "!", "?", "”", '"'}:
        return None
    colons = [i for i in range(first + 1, last - 1) if page.low[i] == ":"]
    if not colons:
        return None
    colon = colons[-1]
    tail = (colon + 1, last)
    if tail[1] - tail[0] <= _LONGEST_TAIL and colon - first >= 3 and _speaks_here(page, tail, known):
        return Relation((colon, colon + 1), tail, ((first, colon),), "said")
    head = (first, colons[0])
    if head[1] - head[0] <= _LONGEST_TAIL and last - colons[0] >= 4 and _speaks_here(page, head, known):
        return Relation((colons[0], colons[0] + 1), head, ((colons[0] + 1, last),), "said")
    return None


def in_brackets(page: Page, sentence: Range, known: AttributionWords) -> Relation | None:
    """ "A drone struck the hotel (witnesses)." — a source alone in brackets at the end of the sentence."""
    first, last = sentence
    end = last - (page.low[last - 1] == ".")
    if end - first < 6 or page.low[end - 1] != ")":
        return None
    opening = next((k for k in range(end - 2, max(first + 2, end - 6), -1) if page.low[k] == "("), None)
    if opening is None or not _speaks_here(page, (opening + 1, end - 1), known):
        return None
    return Relation((opening, opening + 1), (opening + 1, end - 1), ((first, opening),), "said")


def _speaks_here(page: Page, span: Range, known: AttributionWords) -> bool:
    kinds = [known.kinds.get(page.low[k]) for k in range(*span)]
    return any(kinds) and not any(page.words[k].upos in {"VERB", "AUX"} for k in range(*span))
