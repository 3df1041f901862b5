"""FollowTheMoney entities as JSON Lines, for OpenSanctions, Aleph, OpenAleph and the ``ftm`` command.

Schemata and properties are those of FollowTheMoney 4 (https://followthemoney.tech/explorer/): an ``Event`` for each
incident, an ``Organization`` or ``PublicBody`` for each actor of the registry, an ``Organization`` for each outlet, an
``Article`` for each report, ``Documentation`` from report to event and ``UnknownLink`` from actor to event. Participants
that the registry does not hold are named in the event's summary alone: no entity is made of a private person.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from dateline.exports.acled import note
from dateline.exports.facts import facts_of, title
from dateline.exports.selection import Selection
from dateline.exports.text import json_lines
from dateline.knowledge.actors import Actor, load_actors
from dateline.model.claim import Participant
from dateline.model.incident import Incident
from dateline.model.report import Report

_PREFIX = "dtl-"


def ftm(selection: Selection) -> bytes:
    """The file's bytes; each entity once, in the order in which it is needed."""
    seen: set[str] = set()
    entities = []
    for incident in selection.incidents:
        for entity in _of_incident(selection, incident):
            if entity["id"] not in seen:
                seen.add(entity["id"])
                entities.append(entity)
    return json_lines(entities)


def _of_incident(selection: Selection, incident: Incident) -> Iterator[dict[str, Any]]:
    facts = facts_of(selection, incident)
    actors = {p.actor: p for _, c in facts.core for p in c.participants if p.actor and load_actors().by_id(p.actor)}
    reports = [record.report for record in selection.records_of(incident)]
    for participant in actors.values():
        yield _actor(participant)
    place = facts.place
    yield _entity(
        _PREFIX + incident.id,
        "Event",
        name=title(selection, incident),
        summary=note(selection, incident, facts) if facts.core else None,
        description=" ".join(incident.reasons),
        keywords=(incident.event_type, incident.sub_event_type),
        startDate=facts.when.start if facts.when else None,
        endDate=facts.when.end if facts.when else None,
        location=", ".join(part for part in (place.name, place.admin1) if part) if place else None,
        country=place.country.lower() if place and place.country else None,
        involved=tuple(_actor_id(p) for p in actors.values()),
        sourceUrl=tuple(report.url for report in reports if _is_link(report.url)),
        proof=tuple(_report_id(report) for report in reports),
        recordId=incident.id,
        publisher="Dateline",
        modifiedAt=incident.last_updated,
    )
    for participant in actors.values():
        link = _actor_id(participant), _PREFIX + incident.id
        role = f"{participant.role}, side {participant.side}" if participant.side else participant.role
        yield _entity(_hashed("link", *link), "UnknownLink", subject=link[0], object=link[1], role=role)
    for report in reports:
        yield from _of_report(report)
        pair = _report_id(report), _PREFIX + incident.id
        yield _entity(
            _hashed("doc", *pair), "Documentation", document=pair[0], entity=pair[1], role="report",
            date=(report.published or "")[:10],
        )  # fmt: skip


def _of_report(report: Report) -> Iterator[dict[str, Any]]:
    yield _entity(
        _report_id(report),
        "Article",
        title=report.title or report.ref,
        publisher=report.outlet,
        publishedAt=report.published,
        sourceUrl=report.url if _is_link(report.url) else None,
        language=_LANGUAGES.get(report.language),
    )


# FollowTheMoney writes languages in three letters; the engine reads English.
_LANGUAGES = {"en": "eng"}


def _actor(participant: Participant) -> dict[str, Any]:
    actor = load_actors().by_id(participant.actor or "")
    assert isinstance(actor, Actor)
    schema = "PublicBody" if actor.type == "State Forces" else "Organization"
    return _entity(
        _actor_id(participant),
        schema,
        name=actor.name,
        alias=actor.aliases,
        weakAlias=actor.context_aliases,
        country=actor.country.lower() if actor.country else None,
        classification=actor.type,
    )


def _entity(id_: str, schema: str, **properties: str | tuple[str | None, ...] | None) -> dict[str, Any]:
    """Properties are lists of texts, as FollowTheMoney has them; what is empty is left out."""
    listed = {name: (value,) if isinstance(value, str) else value or () for name, value in properties.items()}
    kept = {name: list(dict.fromkeys(v for v in values if v)) for name, values in listed.items()}
    return {"id": id_, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}


def _actor_id(participant: Participant) -> str:
    return f"{_PREFIX}actor-{participant.actor}"


def _report_id(report: Report) -> str:
    return _PREFIX + report.id


def _hashed(*parts: str) -> str:
    return _PREFIX + hashlib.sha256("\x00".join(parts).encode()).hexdigest()[:20]


def _is_link(url: str | None) -> bool:
    return bool(url) and str(url).startswith(("https://", "http://"))
