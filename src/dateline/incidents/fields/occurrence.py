"""Whether it happened at all, where someone denies it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.incidents.fields.denials import TRIED, of_event, words_of
from dateline.incidents.fields.grouping import accounts_of, field_of
from dateline.incidents.told import Told
from dateline.knowledge.codebook.types import CONTEXT
from dateline.model.incident import FieldAccounts

_CORRECTS = re.compile(r"\b(?:correct|revis|lower|rais)(?:ed|es|ing)?\b", re.IGNORECASE)


def occurrence_field(told: Sequence[Told]) -> FieldAccounts | None:
    """Who says that it happened and who that it did not; ``None`` where nobody denies or takes it back.
    Contested where both are said."""
    affirmed = [
        t for t in told
        if t.claim.event.type != CONTEXT and t.claim.polarity == "+" and t.claim.stance in ("stated", "attributed", "alleged")
    ]  # fmt: skip
    denied = [t for t in told if _takes_back(t) or (of_event(t) and _in_earnest(t))]
    if not denied:
        return None
    values: list[tuple[object, Told]] = [("happened", t) for t in affirmed]
    values += [("retracted" if t.claim.stance == "retracted" else "denied", t) for t in denied]
    return field_of(accounts_of(values), contested=bool(affirmed))


def _takes_back(told: Told) -> bool:
    """Whether an event is taken back; who corrects a figure still says that it happened."""
    return told.claim.stance == "retracted" and _CORRECTS.search(words_of(told)) is None


def _in_earnest(told: Told) -> bool:
    """An attack that was foiled or repelled is told to have been tried."""
    return told.claim.event.type != CONTEXT and not TRIED.search(words_of(told))
