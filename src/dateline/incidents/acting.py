"""The registry actor of a participant, read from the whole name where the mention holds a part of it."""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.incidents.announcing import announcer_words
from dateline.incidents.folding import folded
from dateline.knowledge.actors import load_actors
from dateline.model.claim import Claim, Participant
from dateline.model.report import Report

_NAME = re.compile(r"[A-Z][\w’'.-]*(?: (?:of |for |and |the |al-)?[A-Z][\w’'.-]*)+")
_AROUND = 60


def actor_of(report: Report, participant: Participant) -> str | None:
    """The participant's actor; where coding found none, that of the capitalised name around a mention."""
    if participant.actor:
        return participant.actor
    for mention in participant.mentions:
        if not any(map(str.isupper, mention.text)):
            continue
        start = max(0, mention.start - _AROUND)
        around = report.text[start : mention.end + _AROUND]
        for match in _NAME.finditer(around):
            if match.start() + start <= mention.start and match.end() + start >= mention.end and (found := _find(match[0])):
                return found
    return None


def acting_in(claim: Claim) -> tuple[Participant, ...]:
    """The participants without who only gives the figure: "the ministry raised the toll of the raid to nine"."""
    who = announcer_words(claim)
    return tuple(p for p in claim.participants if not who or not p.name or folded(p.name) not in who)


@lru_cache(maxsize=20_000)
def _find(name: str) -> str | None:
    actor = load_actors().find(name)
    return actor.id if actor else None
