"""The claim: one event, as one report tells it, with who vouches for it and the words that say so.

Field names and meanings are those of the claim record, version 1 (``docs/codebook.md``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.model.span import Span

Stance = Literal["stated", "attributed", "alleged", "denied", "intended", "possible", "retracted"]
Polarity = Literal["+", "-"]
Role = Literal["party", "agent", "target", "ally", "victim"]


@dataclass(frozen=True, slots=True)
class Event:
    """``type``/``sub_type``: ACLED's names or ``Context``; ``confidence`` in 0–1, calibrated."""

    type: str
    sub_type: str
    plover: str | None
    trigger: Span
    confidence: float


@dataclass(frozen=True, slots=True)
class Participant:
    """``side`` is 1 (attacker) or 2 for a ``party`` where the text says who stands with whom, else ``None``."""

    role: Role
    side: int | None
    name: str
    actor: str | None
    actor_type: str | None
    mentions: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Weapon:
    """A weapon or means used, with the words that name it."""

    kind: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Toll:
    """A count of people or things; ``low``/``best``/``high`` by the table of number words, ``None`` where open."""

    kind: str
    low: int | None
    best: int | None
    high: int | None
    approx: bool
    unit: str
    who: str | None
    text: str
    span: Span
    part_of: int | None = None
    cumulative: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """``geo_precision`` ACLED 1–3, ``where_prec`` UCDP 1–7, ``radius_km`` kilometres; ``reason`` why unresolved."""

    relation: str
    text: str
    span: Span
    name: str | None = None
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    admin1: str | None = None
    country: str | None = None
    feature: str | None = None
    geo_precision: int | None = None
    where_prec: int | None = None
    radius_km: float | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class When:
    """ISO dates; ``end`` is ``None`` for "since X". With ``basis`` ``None`` there are no dates, the words are kept."""

    start: str | None = None
    end: str | None = None
    time_precision: int | None = None
    date_prec: int | None = None
    text: str | None = None
    span: Span | None = None
    basis: Literal["explicit", "published", "context"] | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """One link of the attribution chain; ``level`` 0 is the outlet, equal levels stand side by side."""

    level: int
    name: str | None
    kind: str
    actor: str | None = None
    cue: Span | None = None
    span: Span | None = None
    party: bool = False


@dataclass(frozen=True, slots=True)
class Cause:
    """``claim`` is the id of the claim that the text gives as cause or trigger of this one."""

    claim: str
    cue: Span


@dataclass(frozen=True, slots=True)
class Carried:
    """A field taken over from another sentence, and from which claim (``None``: from no claim, e.g. a dateline)."""

    field: str
    claim: str | None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One event × innermost source × stance, as one report tells it."""

    id: str
    event_ref: str
    event: Event
    participants: tuple[Participant, ...]
    weapons: tuple[Weapon, ...]
    tolls: tuple[Toll, ...]
    places: tuple[Place, ...]
    when: When
    attribution: tuple[Source, ...]
    stance: Stance
    polarity: Polarity
    background: bool
    causes: tuple[Cause, ...]
    carried: tuple[Carried, ...]
    evidence: tuple[Span, ...]
    supersedes: str | None = None
