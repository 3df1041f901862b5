"""The incident: what several claims are about, with every account of it kept. Derived from claims, never stored as truth."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Agreement = Literal["agreed", "contested", "single-source"]
Status = Literal["machine", "reviewed", "published", "retracted", "merged"]


@dataclass(frozen=True, slots=True, order=True)
class ClaimRef:
    """A claim of a report: ``report`` is ``Report.id``, ``claim`` is ``Claim.id``."""

    report: str
    claim: str


@dataclass(frozen=True, slots=True)
class Account:
    """One value of a field (plain JSON) and who holds it: the claims, and the origins they rest on by name.

    ``stances`` are those of the claims, each once, in the order of the claims.
    """

    value: Any
    claims: tuple[ClaimRef, ...]
    origins: tuple[str, ...]
    stances: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FieldAccounts:
    """All accounts of one field; for counts also UCDP's low, best and high and ACLED's conservative figure.

    ``rule`` names in a sentence how the figures were worked out.
    """

    agreement: Agreement
    accounts: tuple[Account, ...]
    low: int | None = None
    best: int | None = None
    high: int | None = None
    conservative: int | None = None
    rule: str | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose word accounts rest on, in the end; ``reports`` are the ids of those that relay it."""

    name: str
    reports: tuple[str, ...]
    party_to_conflict: bool


@dataclass(frozen=True, slots=True)
class Incident:
    """One episode. ``fields`` are named ``when``, ``places``, ``participants``, ``cause`` and each kind of toll.

    ``reasons`` are sentences: why these claims are one incident. ``first_seen`` and ``last_updated`` are ISO
    date-times; ``history`` lists what changed, as plain JSON objects with a ``time`` each.
    """

    id: str
    claims: tuple[ClaimRef, ...]
    status: Status
    event_type: str
    sub_event_type: str
    fields: dict[str, FieldAccounts]
    independent_sources: int
    origins: tuple[Origin, ...]
    reasons: tuple[str, ...]
    first_seen: str | None = None
    last_updated: str | None = None
    history: tuple[dict[str, Any], ...] = ()
