"""ACLED's 31 columns, filled from our incidents: our own ids, no coding of ACLED's.

Column names, order and meanings follow the ACLED codebook (2024, https://acleddata.com/acled-documentation) and its
export files. Where Dateline has no value a cell is empty: ``admin2``, ``admin3``, ``region`` and ``source_scale``
always, ``associates`` where no report names any.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from dateline.exports import wording
from dateline.exports.facts import Facts, facts_of, outlets, unarmed, voices
from dateline.exports.selection import Selection
from dateline.exports.tables import Cell, Column, Kind, Table
from dateline.knowledge.actors.demonyms import load_demonyms
from dateline.knowledge.codebook.types import CONTEXT
from dateline.knowledge.country_codes import country_codes
from dateline.model.claim import Participant, Place
from dateline.model.incident import FieldAccounts, Incident

PREFIX = "DTL-"
"""Before our ids, so that none can be taken for one of ACLED's (which begin with a country's code)."""

_INTER = {
    "State Forces": (1, "State forces"),
    "Rebel Groups": (2, "Rebel group"),
    "Political Militias": (3, "Political militia"),
    "Identity Militias": (4, "Identity militia"),
    "Rioters": (5, "Rioters"),
    "Protesters": (6, "Protesters"),
    "Civilians": (7, "Civilians"),
    "External/Other Forces": (8, "External/Other forces"),
}
_PHRASES = {
    "Armed clash": "an armed clash",
    "Government regains territory": "the taking of territory by government forces",
    "Non-state actor overtakes territory": "the taking of territory by a non-state group",
    "Remote explosive/landmine/IED": "an explosion of a remote explosive, landmine or IED",
    "Shelling/artillery/missile attack": "shelling, artillery or missile fire",
    "Air/drone strike": "an air or drone strike",
    "Abduction/forced disappearance": "an abduction or forced disappearance",
}


@dataclass(frozen=True, slots=True)
class _Row:
    selection: Selection
    incident: Incident
    facts: Facts


def _rows(selection: Selection) -> Iterator[Any]:
    """Incidents that somebody says happened, without what ACLED does not code and what was taken back."""
    for incident in selection.incidents:
        facts = facts_of(selection, incident)
        if facts.core and incident.event_type != CONTEXT and incident.status not in ("retracted", "merged"):
            yield _Row(selection, incident, facts)


def disorder_type(event_type: str, sub_event_type: str) -> str:
    """ACLED's disorder type of an event; demonstrations with excessive force are of two."""
    if sub_event_type == "Excessive force against protesters":
        return "Political violence; Demonstrations"
    if event_type == "Protests" or sub_event_type == "Violent demonstration":
        return "Demonstrations"
    return "Strategic developments" if event_type == "Strategic developments" else "Political violence"


def _first(side: Sequence[Participant]) -> Participant | None:
    return side[0] if side else None


def _actor(side: str) -> Callable[[_Row], Cell]:
    return lambda row: getattr(_first(getattr(row.facts, side)), "name", None)


def _associates(side: str) -> Callable[[_Row], Cell]:
    return lambda row: "; ".join(p.name for p in getattr(row.facts, side)[1:])


def _inter(side: str) -> Callable[[_Row], Cell]:
    return lambda row: _type_of(row, side)[1] if _type_of(row, side) else None


def _type_of(row: _Row, side: str) -> tuple[int, str]:
    actor = _first(getattr(row.facts, side))
    return _INTER.get(actor.actor_type or "", (0, "")) if actor else (0, "")


def _interaction(row: _Row) -> Cell:
    """``State forces-Rebel group`` in the order of ACLED's codes, ``Protesters only`` for one side alone."""
    if not row.facts.one or not row.facts.two:
        told = _type_of(row, "one" if row.facts.one else "two")[1]
        return f"{told} only" if told else None
    types = sorted((_type_of(row, "one"), _type_of(row, "two")))
    return "-".join(name for _, name in types) if all(name for _, name in types) else None


def _civilian_targeting(row: _Row) -> Cell:
    incident = row.incident
    always = (
        incident.event_type == "Violence against civilians"
        or incident.sub_event_type == "Excessive force against protesters"
    )
    hit = incident.event_type in ("Explosions/Remote violence", "Riots") and unarmed(row.facts.two)
    return "Civilian targeting" if always or hit else None


def _country(row: _Row) -> Cell:
    found = load_demonyms().by_iso(row.facts.place.country or "") if row.facts.place else None
    return found.name if found else None


def _iso(row: _Row) -> Cell:
    codes = country_codes().get(row.facts.place.country or "") if row.facts.place else None
    return codes[1] if codes else None


def _place(name: str) -> Callable[[_Row], Cell]:
    return lambda row: getattr(row.facts.place, name, None)


def _date(row: _Row) -> str | None:
    return row.facts.when.start[:10] if row.facts.when and row.facts.when.start else None


def _killed(row: _Row) -> FieldAccounts | None:
    return row.incident.fields.get("killed")


def _fatalities(row: _Row) -> Cell:
    killed = _killed(row)
    return killed.conservative if killed else None


def note(selection: Selection, incident: Incident, facts: Facts) -> str:
    """One neutral sentence of the coded fields, then the toll with its source and the range of the accounts."""
    day = wording.interval(facts.when) if facts.when else ""
    sentence = [f"On {day}," if facts.when and facts.when.start == facts.when.end else f"{day}:" if day else "Date not told:"]
    what = incident.sub_event_type
    sentence.append(_PHRASES.get(what, _article(what.lower())))
    one, two = wording.names(facts.one), wording.names(facts.two)
    if one and two:
        battle = incident.event_type == "Battles"
        sentence.append(f"between {one} and {two}" if battle else f"by {one} against {two}")
    elif one:
        sentence.append(f"involving {one}")
    elif two:
        sentence.append(f"against {two}")
    if facts.place:
        sentence.append(_where(facts.place))
    sources = ", ".join(voices(facts.core)) or "not named"
    sentence.append(f"is reported by {', '.join(outlets(selection, incident))} (sources: {sources}).")
    killed = incident.fields.get("killed")
    if killed:
        bounds = ", ".join(f"{name} {_open(getattr(killed, name))}" for name in ("low", "best", "high"))
        sentence.append(f"Killed: {killed.agreement} ({bounds}).")
    return " ".join(sentence)


def _where(place: Place) -> str:
    """``near Damboa, Borno, Nigeria``."""
    land = load_demonyms().by_iso(place.country or "")
    relation = {"near": "near", "to": "on the way to", "from": "from", "via": "on the way through"}.get(place.relation, "in")
    within = (place.name or place.text, place.admin1, land.name if land else None)
    return f"{relation} {', '.join(dict.fromkeys(part for part in within if part))}"


def _article(noun: str) -> str:
    return noun if noun.endswith("s") else f"{'an' if noun[:1] in 'aeiou' else 'a'} {noun}"


def _open(figure: int | None) -> str:
    return "open" if figure is None else str(figure)


def _tags(row: _Row) -> Cell:
    killed = _killed(row)
    tags = ["coding=Dateline", f"independent sources={row.incident.independent_sources}"]
    tags.append(f"status={row.incident.status}")
    return "; ".join([*tags, f"fatalities {killed.agreement}"] if killed else tags)


def _timestamp(row: _Row) -> Cell:
    try:
        return int(datetime.fromisoformat((row.incident.last_updated or "").replace("Z", "+00:00")).timestamp())
    except ValueError:
        return None


def _column(name: str, kind: Kind, about: str, of: Callable[[_Row], Cell]) -> Column:
    return Column(name, kind, about, of)


def _nothing(row: _Row) -> Cell:
    return None


ACLED = Table(
    "acled",
    "One row an incident, in the 31 columns of ACLED's export files; coded by Dateline, not by ACLED.",
    (
        _column("event_id_cnty", "string", "Our id of the incident behind DTL-.", lambda row: PREFIX + row.incident.id),
        _column("event_date", "date", "First day, of the account with most origins.", _date),
        _column("year", "integer", "Year of event_date.", lambda row: int(day[:4]) if (day := _date(row)) else None),
        _column("time_precision", "integer", "1 the day, 2 the week, 3 the month.",
                lambda row: getattr(row.facts.when, "time_precision", None)),
        _column("disorder_type", "string", "Political violence, Demonstrations, both, or Strategic developments.",
                lambda row: disorder_type(row.incident.event_type, row.incident.sub_event_type)),
        _column("event_type", "string", "Event type.", lambda row: row.incident.event_type),
        _column("sub_event_type", "string", "Sub-event type.", lambda row: row.incident.sub_event_type),
        _column("actor1", "string", "First named of the first side.", _actor("one")),
        _column("assoc_actor_1", "string", "Others on the first side.", _associates("one")),
        _column("inter1", "string", "Actor type of actor1; empty where unknown.", _inter("one")),
        _column("actor2", "string", "First named of the second side, or who was hit.", _actor("two")),
        _column("assoc_actor_2", "string", "Others on the second side.", _associates("two")),
        _column("inter2", "string", "Actor type of actor2; empty where unknown.", _inter("two")),
        _column("interaction", "string", "Both actor types; empty where one is unknown.", _interaction),
        _column("civilian_targeting", "string", "Civilian targeting, or empty.", _civilian_targeting),
        _column("iso", "integer", "Country, ISO 3166-1 numeric.", _iso),
        _column("region", "string", "Empty: ACLED's regions are its own.", _nothing),
        _column("country", "string", "Country by name.", _country),
        _column("admin1", "string", "First-order division.", _place("admin1")),
        _column("admin2", "string", "Empty: not known to Dateline.", _nothing),
        _column("admin3", "string", "Empty: not known to Dateline.", _nothing),
        _column("location", "string", "The most exact place told.", _place("name")),
        _column("latitude", "number", "Degrees, WGS 84.", _place("lat")),
        _column("longitude", "number", "Degrees, WGS 84.", _place("lon")),
        _column("geo_precision", "integer", "1 the place, 2 near it, 3 a larger region.", _place("geo_precision")),
        _column("source", "string", "Outlets, by date.", lambda row: "; ".join(outlets(row.selection, row.incident))),
        _column("source_scale", "string", "Empty: not coded by Dateline.", _nothing),
        _column("notes", "string", "A neutral sentence made from the fields, with the range of the toll.",
                lambda row: note(row.selection, row.incident, row.facts)),
        _column("fatalities", "integer", "The conservative figure over all accounts; empty where none is told.", _fatalities),
        _column("tags", "string", "Who coded it, independent sources, status, agreement on the toll.", _tags),
        _column("timestamp", "integer", "When it changed last, in seconds since 1970; empty outside a store.", _timestamp),
    ),
    _rows,
    ("event_id_cnty",),
)  # fmt: skip
"""Order and names are ACLED's."""
