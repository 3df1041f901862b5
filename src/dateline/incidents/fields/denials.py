"""What is denied: that it happened at all, or who did it."""

from __future__ import annotations

import re

from dateline.incidents.told import Told

_DISOWNS = re.compile(
    r"\bnothing to do with\b|\b(?:not|never)\s+(?:behind|responsible for|involved in)\b"
    r"|\bden(?:y|ies|ied|ying)\b[^.;]{0,40}?\b(?:that\s+)?(?:it|they|he)\s+(?:had|has|have|was|were|is|are)\b",
    re.IGNORECASE,
)
"""Someone says of himself that he did not do it. Source: own list."""
_RESPONSIBILITY = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject\w*|dismiss\w*|disclaim\w*)\b.{0,60}?"
    r"\b(?:responsib\w+|involve\w+|role|behind|blame|part in|accus\w+|"
    r"(?:its|his|their|our)\s+(?:\w+\s+)?(?:forces|fighters|troops|men|soldiers|units|members))\b",
    re.IGNORECASE | re.DOTALL,
)
"""A denial of having done it. Source: own list after the verbs of denial in the PLOVER manual (REJECT)."""


_HARMED = re.compile(
    r"\bden\w+\b[^.;]*\bcasualties\b|\b(?:had|have|has|was|were)\s+(?:been\s+)?(?:killed|wounded|injured|hurt|harmed|martyred)\b"
    r"(?!\s+by\b)|\b(?:had|have)\s+died\b",
    re.IGNORECASE,
)
"""What is denied is that people came to harm, not the event. Source: own list."""

TRIED = re.compile(r"\b(?:foil|thwart|repel|repuls|prevent|avert|defus|intercept|fail)\w*", re.IGNORECASE)
"""An attack that was beaten off was made. Source: own list."""


def words_of(told: Told) -> str:
    """The words that a claim rests on, as one string."""
    return " ".join(span.text for span in told.claim.evidence)


def is_denial(told: Told) -> bool:
    """Whether the claim says that something did not happen."""
    return told.claim.stance == "denied" or told.claim.polarity == "-"


def of_responsibility(told: Told) -> bool:
    """Whether someone denies to have done it, without denying that it was done."""
    words = _sentence_of(told)
    speaks = is_denial(told) or told.claim.event.sub_type == "Accusation"
    return _DISOWNS.search(words) is not None or (speaks and _RESPONSIBILITY.search(words) is not None)


def _sentence_of(told: Told) -> str:
    """The claim's words with those that bring them in, which its evidence may leave out ("it denied that …")."""
    cues = " ".join(f"{s.span.text if s.span else ''} {s.cue.text if s.cue else ''}" for s in told.claim.attribution)
    return f"{cues} {words_of(told)}"


def of_harm(told: Told) -> bool:
    """Whether someone denies that people came to harm in it."""
    return is_denial(told) and _HARMED.search(_sentence_of(told)) is not None


def of_event(told: Told) -> bool:
    """Whether someone denies that it happened."""
    return is_denial(told) and not of_responsibility(told) and not of_harm(told)
