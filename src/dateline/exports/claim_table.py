"""The table of claims: the columns of ``dateline code --format csv``, and the incident that a claim belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from dateline.exports.csv import COLUMNS
from dateline.exports.selection import Selection
from dateline.exports.tables import Cell, Column, Kind, Table
from dateline.model.claim import Claim
from dateline.model.record import Record

_Row = tuple[Record, Claim, str | None]

MEANINGS: dict[str, tuple[Kind, str]] = {
    "report": ("string", "Id of the report: a hash of its text and outlet."),
    "ref": ("string", "Path, address or row that the report was read from."),
    "outlet": ("string", "Who published the report."),
    "published": ("string", "When it was published, ISO 8601, a day or a moment."),
    "title": ("string", "Headline of the report."),
    "url": ("string", "Address of the report."),
    "claim": ("string", "Id of the claim, unique within its report."),
    "event_ref": ("string", "Claims of one report with the same value tell the same event."),
    "event_type": ("string", "Event type by the ACLED codebook, or Context for what ACLED does not code."),
    "sub_event_type": ("string", "Sub-event type by the ACLED codebook, or a sub-type of Context."),
    "plover": ("string", "PLOVER event type."),
    "trigger": ("string", "The words that name the event."),
    "confidence": ("number", "0 to 1, calibrated: of the claims given 0.8, four in five are right."),
    "side_1": ("string", "Parties on the attacking side, separated by commas."),
    "side_2": ("string", "Parties on the other side."),
    "side_unknown": ("string", "Parties of which the text does not say who stands with whom."),
    "agents": ("string", "Who did it, where the target is unarmed or a thing."),
    "targets": ("string", "Who or what it was done to."),
    "allies": ("string", "Who helps or backs a side."),
    "victims": ("string", "Who was hurt, displaced or detained, if not the target."),
    "actors": ("string", "Ids of the actors in Dateline's registry."),
    "weapons": ("string", "Kinds of weapons or means."),
    "killed_low": ("integer", "Killed, lowest number that the words allow."),
    "killed_best": ("integer", "Killed, the number told, if one is."),
    "killed_high": ("integer", "Killed, highest number that the words allow."),
    "injured_low": ("integer", "Injured, lowest number that the words allow."),
    "injured_best": ("integer", "Injured, the number told, if one is."),
    "injured_high": ("integer", "Injured, highest number that the words allow."),
    "tolls": ("string", "All tolls in words, parts behind what they are a part of."),
    "place": ("string", "Name of the place where it happened."),
    "place_text": ("string", "The words that name the place."),
    "place_relation": ("string", "at, near, area, from, to or via."),
    "place_id": ("string", "Id of the place: geonames:NNN or of Dateline's own list."),
    "lat": ("number", "Latitude in degrees, WGS 84."),
    "lon": ("number", "Longitude in degrees, WGS 84."),
    "admin1": ("string", "First-order division that the place lies in."),
    "country": ("string", "Country, ISO 3166-1 alpha-2."),
    "geo_precision": ("integer", "ACLED: 1 the place itself, 2 near it or a small area, 3 a larger region."),
    "where_prec": ("integer", "UCDP: 1 exact, 2 within 25 km, 3 district, 4 province, 5 a line or fuzzy area, 6 country."),
    "other_places": ("string", "Further places, each with its relation."),
    "start": ("date", "First day of the event."),
    "end": ("date", "Last day of the event; empty for an event that goes on."),
    "time_precision": ("integer", "ACLED: 1 the day, 2 the week, 3 the month."),
    "date_prec": ("integer", "UCDP: 1 exact day, 2 two to six days, 3 a week, 4 up to 30 days, 5 up to a year."),
    "when_text": ("string", "The words that say when."),
    "when_basis": ("string", "explicit, published (reckoned from the publication date) or context (carried over)."),
    "attribution": ("string", "Who says so, outermost first."),
    "stance": ("string", "stated, attributed, alleged, denied, intended, possible or retracted."),
    "polarity": ("string", "negative where the text itself says that it did not happen, else positive."),
    "background": ("boolean", "true for what is told as history, not as news."),
    "causes": ("string", "Ids of the claims given as its cause."),
    "carried": ("string", "Fields taken over from another sentence."),
    "evidence": ("string", "The sentences that carry the claim."),
}


def _claim_column(name: str) -> Column:
    kind, about = MEANINGS[name]
    of: Callable[[_Row], Cell] = lambda row: COLUMNS[name](row[0].report, row[1])  # noqa: E731 - a closure over the name
    if kind == "boolean":
        return Column(name, kind, about, lambda row: bool(row[1].background))
    return Column(name, kind, about, of)


def _rows(selection: Selection) -> Iterator[Any]:
    return selection.each_claim()


CLAIMS = Table(
    "claims",
    "One row a claim: one event as one report tells it.",
    (
        *(_claim_column(name) for name in COLUMNS),
        Column("incident", "string", "Id of the incident that the claim is about; empty for none.", lambda row: row[2]),
    ),
    _rows,
    ("report", "claim"),
    (("incident", "incidents", "incident"),),
)
"""Columns as in ``exports.csv``, then ``incident``."""
