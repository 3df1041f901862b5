"""Whether what a report tells is conflict at all."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.draft import Draft
from dateline.knowledge.codebook import CONTEXT, TYPE_OF
from dateline.knowledge.relevance import load_relevance

LEAST_ODDS = 1.0
"""Log-odds of the report's words under which its events must show arms and harm to be believed."""
NO_ODDS = -2.0
"""Log-odds under which nothing in the report is believed."""
_ARMED = frozenset({"State Forces", "Rebel Groups", "Political Militias", "Identity Militias"})


def of_conflict(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """The drafts of a report that tells of conflict; of another report, none.

    War lends its words to sport and trade, and soldiers help in floods: the words of the whole report say which it is.
    Requests, talks, threats and the like are told in every field of life; they are coded where the report has an event
    of ACLED's own types, or where someone armed takes part in them.
    """
    odds = load_relevance().log_odds(text) if drafts else NO_ODDS
    if odds < NO_ODDS:
        return []
    if odds < LEAST_ODDS:
        return [d for d in drafts if TYPE_OF[d.sub_type] != CONTEXT and _armed(d) and (d.tolls or d.weapons)]
    if any(TYPE_OF[d.sub_type] != CONTEXT for d in drafts):
        return list(drafts)
    return [d for d in drafts if _armed(d)]


def _armed(draft: Draft) -> bool:
    return any(p.actor_type in _ARMED for p in draft.participants)
