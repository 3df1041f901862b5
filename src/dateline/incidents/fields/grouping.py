"""Equal values of several claims become one account."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from dateline.incidents.told import Told
from dateline.model.incident import Account, Agreement, FieldAccounts

_PLAIN = frozenset({"stated", "attributed"})


def accounts_of(values: Iterable[tuple[Any, Told]]) -> tuple[Account, ...]:
    """One account for each distinct value (plain JSON), in the order of the claims, with all who hold it; who denies or
    doubts it holds another, so that nobody is told to deny what he says."""
    held: dict[str, tuple[Any, list[Told]]] = {}
    for value, told in values:
        doubt = told.claim.stance if told.claim.stance not in _PLAIN else ""
        key = json.dumps([value, doubt], sort_keys=True, ensure_ascii=False)
        held.setdefault(key, (value, []))[1].append(told)
    return tuple(_account(value, told) for value, told in held.values())


def _account(value: Any, told: list[Told]) -> Account:
    return Account(
        value,
        tuple(dict.fromkeys(t.ref for t in told)),
        tuple(dict.fromkeys(t.origin for t in told)),
        tuple(dict.fromkeys(t.claim.stance for t in told)),
    )


def field_of(accounts: tuple[Account, ...], *, contested: bool) -> FieldAccounts | None:
    """The field with its agreement, ``None`` where nobody tells it."""
    return FieldAccounts(agreement_of(accounts, contested=contested), accounts) if accounts else None


def agreement_of(accounts: tuple[Account, ...], *, contested: bool) -> Agreement:
    """``contested`` where values exclude one another, else by the number of origins that hold any."""
    if contested:
        return "contested"
    return "agreed" if len({origin for a in accounts for origin in a.origins}) > 1 else "single-source"
