"""Direct quotations: stretches between quotation marks, also over several sentences and paragraphs."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.coding.attribution.page import Page, Range

_OPENING = {"“": "”", "«": "»", "„": "“"}
_SHORTEST_SPEECH = 5
"""Words; what is shorter is a term in quotes ("so-called"), unless it ends like a sentence."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between two marks. ``reopened``: the quotation of the paragraph before goes on without
    having been closed; ``closed``: it has a second mark of its own."""

    inside: Range
    reopened: bool
    closed: bool = True

    @property
    def outside(self) -> Range:
        """The words with the marks."""
        return self.inside[0] - 1, self.inside[1] + self.closed


def quotes(page: Page) -> tuple[Quote, ...]:
    """All quotations in text order; one left open ends with its paragraph."""
    found: list[Quote] = []
    opened: int | None = None
    closing, paragraph = "", -1
    left_open = goes_on = False
    for i, text in enumerate(page.low):
        if page.paragraph(i) != paragraph:
            paragraph = page.paragraph(i)
            left_open = opened is not None
            if opened is not None and i > opened + 1:
                found.append(Quote((opened + 1, i), goes_on, closed=False))
            opened = None
        if opened is None:
            if text in _OPENING or text == '"':
                opened, closing = i, _OPENING.get(text, text)
                goes_on, left_open = left_open, False
        elif text == closing:
            if i > opened + 1:
                found.append(Quote((opened + 1, i), goes_on))
            opened = None
    if opened is not None and len(page.low) > opened + 1:
        found.append(Quote((opened + 1, len(page.low)), goes_on, closed=False))
    return tuple(found)


def is_speech(page: Page, quote: Quote) -> bool:
    """True for words spoken, false for a name or a term in quotation marks."""
    first, last = quote.inside
    ends = page.low[last - 1] in {".", ",", "!", "?", "…"}
    verb = any(page.words[i].upos in {"VERB", "AUX"} for i in range(first, last))
    return (last - first >= _SHORTEST_SPEECH and verb) or (ends and last - first >= 2)
