"""A claim as rows: the columns that claims are looked up by, beside the claim itself."""

from __future__ import annotations

from typing import Any

from dateline.model.claim import Claim, Place
from dateline.model.report import Report
from dateline.store.bodies import dump
from dateline.store.cells import WIDEST_KM, cell_of, cells_around

_COUNTRY_WIDE = 6
"""UCDP's ``where_prec`` for a place known by its country alone."""


def claim_row(claim: Claim, report: Report, record: int) -> dict[str, Any]:
    """The row of ``claim`` in the version ``record``."""
    first, last = days(claim, report)
    return {
        "record": record,
        "report": report.id,
        "claim": claim.id,
        "event_type": claim.event.type,
        "sub_type": claim.event.sub_type,
        "stance": claim.stance,
        "polarity": claim.polarity,
        "background": claim.background,
        "start_day": claim.when.start,
        "end_day": claim.when.end,
        "first_day": first,
        "last_day": last,
        "body": dump(claim),
    }


def days(claim: Claim, report: Report) -> tuple[str | None, str | None]:
    """The days to look for ``claim`` under, both included.

    Its own where it has some; "since Monday" ends with the report. A claim without dates is looked for under the
    day of its report, which says nothing of when it happened; with none of that either, under no day.
    """
    published = report.published[:10] if report.published else None
    start, end = claim.when.start, claim.when.end
    if start is None and end is None:
        return published, published
    first = start or end or ""
    return first, end or max(first, published or first)


def place_rows(claim: Claim, report: Report, row: int) -> list[dict[str, Any]]:
    """One for each cell that a place of ``claim`` touches; one for a place that is too wide or not resolved."""
    first, last = days(claim, report)
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for place in claim.places:
        for cell in _cells(place):
            values = {"name": place.name, "lat": place.lat, "lon": place.lon}
            found.setdefault((cell, place.country or ""), values)
    if len(found) > 1:
        # A place that is not resolved tells nothing beside one that is.
        found.pop(("", ""), None)
    nowhere: dict[tuple[str, str], dict[str, Any]] = {("", ""): {"name": None, "lat": None, "lon": None}}
    return [
        {"claim": row, "cell": cell, "country": country, "first_day": first, "last_day": last, **values}
        for (cell, country), values in (found or nowhere).items()
    ]


def actor_rows(claim: Claim, row: int) -> list[dict[str, Any]]:
    """One for each participant, each name once."""
    named = {(participant.actor, participant.name) for participant in claim.participants}
    return [
        {"claim": row, "actor": actor, "name": name} for actor, name in sorted(named, key=lambda n: (n[0] or "", n[1]))
    ]


def _cells(place: Place) -> tuple[str, ...]:
    if place.lat is None or place.lon is None or (place.where_prec or 0) >= _COUNTRY_WIDE:
        return ("",)
    radius = place.radius_km or 0.0
    if radius > WIDEST_KM:
        return ("",)
    return cells_around(place.lat, place.lon, radius) if radius else (cell_of(place.lat, place.lon),)
