"""Whether what a report tells is conflict at all."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.draft import Draft
from dateline.knowledge.codebook import CONTEXT, TYPE_OF

_ARMED = frozenset({"State Forces", "Rebel Groups", "Political Militias", "Identity Militias"})


def of_conflict(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of a report that tells of conflict; of another report, none.

    Requests, talks, threats and the like are told in every field of life. They are coded where the report has an event
    of ACLED's own types, or where someone armed takes part in them.
    """
    if any(TYPE_OF[d.sub_type] != CONTEXT for d in drafts):
        return list(drafts)
    return [d for d in drafts if any(p.actor_type in _ARMED for p in d.participants)]
