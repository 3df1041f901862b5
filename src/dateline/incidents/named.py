"""Whether a source is named, or an institution that speaks with one voice: one whom somebody could ask."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dateline.incidents.announcing import is_spokesperson
from dateline.incidents.folding import folded
from dateline.knowledge.actors import load_actors
from dateline.knowledge.incident_words import incident_words
from dateline.knowledge.outlets import load_outlets
from dateline.model.claim import Claim, Source

_WORDS = incident_words()

CREDIT = re.compile(r"^.{0,80}?\(([A-Z][\w .'-]{1,40})\)\s*[-–—]\s*", re.S)
"""The agency in brackets that opens a wire story: "KABUL (Reuters) - …"."""
INDEFINITE = re.compile(r"^(?:an?|two|three|some|several|many|local|other|unnamed|senior)\b", re.IGNORECASE)


def named_sources(claim: Claim) -> Iterator[str]:
    """Names in the attribution chain behind the outlet, innermost first, that name someone."""
    for source in sorted(claim.attribution, key=lambda s: -s.level):
        if source.level > 0 and source.name and source.kind not in ("unnamed", "witness") and is_named(source):
            yield source.name


def is_named(source: Source) -> bool:
    if not source.name or source.kind in ("unnamed", "social media", "document") or _in_credit(source):
        return False
    words = folded(source.name).split()
    capitals = any(map(str.isupper, source.name))
    if words and words[-1] in _WORDS.one_of_many and not capitals:
        return False
    if source.actor or load_outlets().find(source.name) or actor_in(source.name):
        return True
    if not capitals and source.span is not None and INDEFINITE.match(source.span.text):
        # "A civil society group" is one of many, whom nobody could ask.
        return is_spokesperson("", source)
    # An official without a name is one of many; a ministry or a police force speaks with one voice.
    institution = source.kind in ("official", "organization") and bool(_WORDS.institutions.intersection(words))
    return (capitals and source.kind != "witness") or institution or (capitals and len(words) > 1)


def _in_credit(source: Source) -> bool:
    """Whether the name is that of the town which a wire story opens with."""
    credit = CREDIT.match(source.span.text) if source.span is not None else None
    return credit is not None and (source.name or "") in credit[0]


@lru_cache(maxsize=20_000)
def actor_in(name: str) -> str | None:
    found = load_actors().find(name)
    return found.id if found else None
