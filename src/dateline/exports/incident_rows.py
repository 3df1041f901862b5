"""What a row about an incident is made from, and the cells that several tables have alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.exports.facts import Facts, facts_of
from dateline.exports.selection import Selection
from dateline.exports.tables import Cell
from dateline.knowledge.actors.demonyms import load_demonyms
from dateline.knowledge.codebook.types import CONTEXT
from dateline.model.incident import Incident


@dataclass(frozen=True, slots=True)
class IncidentRow:
    """An incident of ``selection`` with what is chosen of it where there is room for one value."""

    selection: Selection
    incident: Incident
    facts: Facts


def every_incident(selection: Selection) -> Iterator[IncidentRow]:
    """A row for every incident."""
    for incident in selection.incidents:
        yield IncidentRow(selection, incident, facts_of(selection, incident))


def every_event(selection: Selection) -> Iterator[IncidentRow]:
    """Incidents that somebody says happened, without what ACLED does not code and what was taken back."""
    for row in every_incident(selection):
        if row.facts.core and row.incident.event_type != CONTEXT and row.incident.status not in ("retracted", "merged"):
            yield row


def of_place(name: str) -> Callable[[IncidentRow], Cell]:
    """The field ``name`` of where it happened."""
    return lambda row: getattr(row.facts.place, name, None)


def of_when(name: str) -> Callable[[IncidentRow], Cell]:
    """The field ``name`` of when it happened."""
    return lambda row: getattr(row.facts.when, name, None)


def country_name(row: IncidentRow) -> Cell:
    """The country in words."""
    found = load_demonyms().by_iso(row.facts.place.country or "") if row.facts.place else None
    return found.name if found else None
