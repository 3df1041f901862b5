"""When it happened, by each account."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from dateline.incidents.announcing import dated_by_announcement
from dateline.incidents.days import Interval, gap, interval
from dateline.incidents.fields.grouping import accounts_of, field_of
from dateline.incidents.told import Told
from dateline.knowledge.codebook.types import CONTEXT
from dateline.model.incident import FieldAccounts


def when_field(told: Sequence[Told]) -> FieldAccounts | None:
    """The days that each account gives. Contested where two origins name days that do not touch; a month that
    holds the day agrees with it."""
    dated = [t for t in told if t.claim.when.start and _of_event(t)]
    dated = [t for t in dated if t.claim.when.basis != "context"] or dated
    values = [({"start": t.claim.when.start, "end": t.claim.when.end}, t) for t in dated]
    return field_of(accounts_of(values), contested=_exclude(_first_of_reports(dated)))


def _of_event(told: Told) -> bool:
    if dated_by_announcement(told.claim, told.report):
        return False
    return told.claim.event.type != CONTEXT and told.claim.polarity == "+" and told.claim.stance not in ("intended", "possible")


def _first_of_reports(dated: Sequence[Told]) -> list[tuple[Interval, str]]:
    """What each report says of its main event: an episode also holds what came before and after."""
    by_report: dict[str, Told] = {}
    for t in dated:
        by_report.setdefault(t.report.id, t)
    return [(days, t.origin) for t in by_report.values() if (days := interval(t.claim.when))]


def _exclude(told: Sequence[tuple[Interval, str]]) -> bool:
    return any(gap(a, b) > 1 and who != other for (a, who), (b, other) in combinations(told, 2))
