"""Which incidents a user asked for."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.incident import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """All that is given must hold of an incident, of one account or claim at least.

    ``start``/``end`` ISO dates, both included; ``country`` ISO 3166-1 alpha-2; ``place`` and ``actor`` a part of the
    name, capitals apart, or an actor's id; ``event_type`` a type or sub-type; ``contested``: some field's accounts
    exclude one another; ``single_source``: one independent origin.
    """

    start: str | None = None
    end: str | None = None
    country: str | None = None
    place: str | None = None
    actor: str | None = None
    event_type: str | None = None
    status: Status | None = None
    contested: bool = False
    single_source: bool = False
