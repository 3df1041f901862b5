"""What the accounts give as cause or trigger."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from dateline.incidents.fields.grouping import accounts_of, field_of
from dateline.incidents.told import Told
from dateline.model.incident import FieldAccounts

_FOLLOWS = frozenset({"Casualty count", "Displacement"})
"""A toll or a flight has the event itself as cause, which says nothing of why it came about."""


def cause_field(told: Sequence[Told]) -> FieldAccounts | None:
    """The events that accounts name as cause of others in this incident. Contested where two origins name
    causes of different kinds and neither names the other's."""
    by_claim = {(t.ref.report, t.ref.claim): t for t in told}
    values = []
    kinds: dict[str, set[str]] = {}
    for t in told:
        for cause in t.claim.causes:
            source = by_claim.get((t.ref.report, cause.claim))
            if source is None:
                continue
            if t.claim.event.sub_type in _FOLLOWS:
                continue
            event = source.claim.event
            words = event.trigger.text if not source.claim.evidence else source.claim.evidence[0].text
            values.append(({"event": event.sub_type, "text": words}, t))
            kinds.setdefault(t.origin, set()).add(event.sub_type)
    contested = any(not a & b for a, b in combinations(kinds.values(), 2))
    return field_of(accounts_of(values), contested=contested)
