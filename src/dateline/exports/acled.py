"""ACLED's 31 columns, filled from our incidents: our own ids, no coding of ACLED's.

Column names, order and meanings follow the ACLED codebook (2024, https://acleddata.com/acled-documentation) and its
export files. Where Dateline has no value a cell is empty: ``admin2``, ``admin3``, ``region`` and ``source_scale``
always, ``associates`` where no report names any.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from dateline.exports import wording
from dateline.exports.facts import Facts, outlets, unarmed, voices
from dateline.exports.incident_rows import IncidentRow, country_name, every_event, of_place, of_when
from dateline.exports.selection import Selection
from dateline.exports.tables import Cell, Column, Table
from dateline.knowledge.actors.demonyms import load_demonyms
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


def disorder_type(event_type: str, sub_event_type: str) -> str:
    """ACLED's disorder type of an event; demonstrations with excessive force are of two."""
    if sub_event_type == "Excessive force against protesters":
        return "Political violence; Demonstrations"
    if event_type == "Protests" or sub_event_type == "Violent demonstration":
        return "Demonstrations"
    return "Strategic developments" if event_type == "Strategic developments" else "Political violence"


def _first(side: Sequence[Participant]) -> Participant | None:
    return side[0] if side else None


def _actor(side: str) -> Callable[[IncidentRow], Cell]:
    return lambda row: getattr(_first(getattr(row.facts, side)), "name", None)


def _associates(side: str) -> Callable[[IncidentRow], Cell]:
    return lambda row: "; ".join(p.name for p in getattr(row.facts, side)[1:])


def _inter(side: str) -> Callable[[IncidentRow], Cell]:
    return lambda row: _type_of(row, side)[1] if _type_of(row, side) else None


def _type_of(row: IncidentRow, side: str) -> tuple[int, str]:
    actor = _first(getattr(row.facts, side))
    return _INTER.get(actor.actor_type or "", (0, "")) if actor else (0, "")


def _interaction(row: IncidentRow) -> Cell:
    """``State forces-Rebel group`` in the order of ACLED's codes, ``Protesters only`` for one side alone."""
    if not row.facts.one or not row.facts.two:
        told = _type_of(row, "one" if row.facts.one else "two")[1]
        return f"{told} only" if told else None
    types = sorted((_type_of(row, "one"), _type_of(row, "two")))
    return "-".join(name for _, name in types) if all(name for _, name in types) else None


def _civilian_targeting(row: IncidentRow) -> Cell:
    incident = row.incident
    always = (
        incident.event_type == "Violence against civilians"
        or incident.sub_event_type == "Excessive force against protesters"
    )
    hit = incident.event_type in ("Explosions/Remote violence", "Riots") and unarmed(row.facts.two)
    return "Civilian targeting" if always or hit else None


def _iso(row: IncidentRow) -> Cell:
    codes = country_codes().get(row.facts.place.country or "") if row.facts.place else None
    return codes[1] if codes else None


def _date(row: IncidentRow) -> str | None:
    return row.facts.when.start[:10] if row.facts.when and row.facts.when.start else None


def _killed(row: IncidentRow) -> FieldAccounts | None:
    return row.incident.fields.get("killed")


def _fatalities(row: IncidentRow) -> Cell:
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


def _tags(row: IncidentRow) -> Cell:
    killed = _killed(row)
    tags = ["coding=Dateline", f"independent sources={row.incident.independent_sources}"]
    tags.append(f"status={row.incident.status}")
    return "; ".join([*tags, f"fatalities {killed.agreement}"] if killed else tags)


def _timestamp(row: IncidentRow) -> Cell:
    try:
        return int(datetime.fromisoformat((row.incident.last_updated or "").replace("Z", "+00:00")).timestamp())
    except ValueError:
        return None


def _nothing(row: IncidentRow) -> Cell:
    return None


ACLED = Table(
    "acled",
    "One row an incident, in the 31 columns of ACLED's export files; coded by Dateline, not by ACLED.",
    (
        Column("event_id_cnty", "string", "Our id of the incident behind DTL-.", lambda row: PREFIX + row.incident.id),
        Column("event_date", "date", "First day, of the account with most origins.", _date),
        Column("year", "integer", "Year of event_date.", lambda row: int(day[:4]) if (day := _date(row)) else None),
        Column("time_precision", "integer", "1 the day, 2 the week, 3 the month.", of_when("time_precision")),
        Column("disorder_type", "string", "Political violence, Demonstrations, both, or Strategic developments.",
               lambda row: disorder_type(row.incident.event_type, row.incident.sub_event_type)),
        Column("event_type", "string", "Event type.", lambda row: row.incident.event_type),
        Column("sub_event_type", "string", "Sub-event type.", lambda row: row.incident.sub_event_type),
        Column("actor1", "string", "First named of the first side.", _actor("one")),
        Column("assoc_actor_1", "string", "Others on the first side.", _associates("one")),
        Column("inter1", "string", "Actor type of actor1; empty where unknown.", _inter("one")),
        Column("actor2", "string", "First named of the second side, or who was hit.", _actor("two")),
        Column("assoc_actor_2", "string", "Others on the second side.", _associates("two")),
        Column("inter2", "string", "Actor type of actor2; empty where unknown.", _inter("two")),
        Column("interaction", "string", "Both actor types; empty where one is unknown.", _interaction),
        Column("civilian_targeting", "string", "Civilian targeting, or empty.", _civilian_targeting),
        Column("iso", "integer", "Country, ISO 3166-1 numeric.", _iso),
        Column("region", "string", "Empty: ACLED's regions are its own.", _nothing),
        Column("country", "string", "Country by name.", country_name),
        Column("admin1", "string", "First-order division.", of_place("admin1")),
        Column("admin2", "string", "Empty: not known to Dateline.", _nothing),
        Column("admin3", "string", "Empty: not known to Dateline.", _nothing),
        Column("location", "string", "The most exact place told.", of_place("name")),
        Column("latitude", "number", "Degrees, WGS 84.", of_place("lat")),
        Column("longitude", "number", "Degrees, WGS 84.", of_place("lon")),
        Column("geo_precision", "integer", "1 the place, 2 near it, 3 a larger region.", of_place("geo_precision")),
        Column("source", "string", "Outlets, by date.", lambda row: "; ".join(outlets(row.selection, row.incident))),
        Column("source_scale", "string", "Empty: not coded by Dateline.", _nothing),
        Column("notes", "string", "A neutral sentence made from the fields, with the range of the toll.",
               lambda row: note(row.selection, row.incident, row.facts)),
        Column("fatalities", "integer", "The conservative figure over all accounts; empty where none is told.", _fatalities),
        Column("tags", "string", "Who coded it, independent sources, status, agreement on the toll.", _tags),
        Column("timestamp", "integer", "When it changed last, in seconds since 1970; empty outside a store.", _timestamp),
    ),
    every_event,
    ("event_id_cnty",),
)  # fmt: skip
"""Order and names are ACLED's."""
