"""A selection as it may be published, and a list of what was left out. Pure: values in, values out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from dateline.exports.release.persons import Named, named_persons, parts
from dateline.exports.release.places import (
    WITHHELD,
    Division,
    coarse,
    endangering,
    names_of,
    same_place,
    sensitive_places,
)
from dateline.exports.release.rewriting import edited, mapped, rewritten
from dateline.exports.release.words import NAME_WITHHELD, Words
from dateline.exports.selection import Selection
from dateline.knowledge.names import normalise
from dateline.model.claim import Claim, Place
from dateline.model.incident import ClaimRef, Incident
from dateline.model.record import Record
from dateline.model.span import Span

_PERSON = "private person: neither an official nor an armed leader by what the report says"


@dataclass(frozen=True, slots=True)
class Released:
    """``left_out`` lists what was left out as plain JSON objects, without the names and places themselves."""

    selection: Selection
    left_out: tuple[dict[str, Any], ...]


def held_back(record: Record, *, days: int, today: date) -> bool:
    """Whether an embargo of ``days`` holds ``record`` back on ``today``; a report without a date is held back."""
    if days <= 0:
        return False
    try:
        published = date.fromisoformat((record.report.published or "")[:10])
    except ValueError:
        return True
    return published > today - timedelta(days=days)


def release(
    selection: Selection, persons: Mapping[str, Sequence[Span]], division: Division, *, embargo: int = 0,
    today: date | None = None,
) -> Released:  # fmt: skip
    """``selection`` without private names, with sensitive places coarsened, without what the embargo holds back.

    ``persons`` are the spans of persons' names that the engine sees, by report id. ``embargo`` is in days before
    ``today``; incidents that rest on a report held back are held back too. Whoever is public in one report is so in all;
    whoever is private in one, and nowhere public, is left out of all.
    """
    kept, left_out = _kept(selection, embargo, today)
    named = {record.report.id: list(named_persons(record, persons.get(record.report.id, ()))) for record in kept.records}
    private = _private(named, kept.records)
    reasons = endangering(kept)
    names = Words(private)
    records = []
    for record in kept.records:
        released, gone = _record(record, names, reasons, division)
        records.append(released)
        left_out += gone
    incidents = tuple(_incident(incident, kept, names, reasons, division) for incident in kept.incidents)
    return Released(Selection(tuple(records), incidents), tuple(left_out))


def _kept(selection: Selection, embargo: int, today: date | None) -> tuple[Selection, list[dict[str, Any]]]:
    left_out: list[dict[str, Any]] = []
    records = []
    for record in selection.records:
        if today is not None and held_back(record, days=embargo, today=today):
            why = f"embargo of {embargo} days; published {record.report.published or 'on a day not known'}"
            left_out.append({"what": "report", "report": record.report.id, "reason": why})
        else:
            records.append(record)
    ids = {record.report.id for record in records}
    incidents = []
    for incident in selection.incidents:
        if any(ref.report not in ids for ref in incident.claims):
            left_out.append({"what": "incident", "incident": incident.id, "reason": "rests on a report that is held back"})
        else:
            incidents.append(incident)
    return Selection(tuple(records), tuple(incidents)), left_out


def _private(named: Mapping[str, list[Named]], records: Iterable[Record]) -> dict[str, str]:
    """Private names to the role that stands for each; every role once, so that two people stay two."""
    everyone = [person for people in named.values() for person in people]
    public = {normalise(person.name) for person in everyone if person.public}
    kept: dict[str, str] = {}
    for person in everyone:
        key = normalise(person.name)
        if key in public or (" " not in key and any(key in name.split() for name in public)):
            continue
        plain = person.role not in ("a person", "a witness", "a civilian")
        if person.name not in kept or (plain and kept[person.name].startswith(("a person", "a witness", "a civilian"))):
            kept[person.name] = person.role
    counted: dict[str, int] = {}
    for name, role in kept.items():
        counted[role] = counted.get(role, 0) + 1
        kept[name] = role if counted[role] == 1 else f"{role} ({counted[role]})"
    common = {word for name in public for word in name.split()} | _words_kept(records)
    for name in list(kept):
        for word in parts(name):
            if normalise(word) not in common and len(name.split()) > 1:
                kept.setdefault(word, kept[name])
    return kept


def _words_kept(records: Iterable[Record]) -> set[str]:
    """Words of places, actors and outlets: part of a private name they may be, but they say more than that."""
    kept: set[str] = set()
    for record in records:
        for claim in record.claims:
            told = [text for p in claim.places for text in (p.name, p.admin1) if text]
            told += [p.name for p in claim.participants if p.actor]
            kept.update(word for text in told for word in normalise(text).split())
        kept.update(normalise(record.report.outlet or "").split())
    return kept


def _record(
    record: Record, names: Words, reasons: Mapping[ClaimRef, str], division: Division
) -> tuple[Record, list[dict[str, Any]]]:
    """One record released, and what was left out of it."""
    report, reasons = record.report, dict(reasons)
    fine = sensitive_places(record, reasons)
    words = names.with_places(names_of(fine)) if fine else names
    new = edited(report.text, words.pattern, words.mark)
    changed = rewritten(record, new, words.text)
    # An address that held a name is none any more.
    if changed.report.url == "withheld":
        changed = replace(changed, report=replace(changed.report, url=None))
    claims = tuple(
        _claim(old, now, words, fine, division) for old, now in zip(record.claims, changed.claims, strict=True)
    )
    gone = [
        {"what": "name", "report": report.id, "start": start, "end": end, "reason": _PERSON}
        for _, _, start, end in new.edits
        if new.text[start:end] == NAME_WITHHELD
    ]
    gone += [
        {"what": field, "report": report.id, "reason": "held a name or a place that is withheld"}
        for field in ("title", "url", "ref", "author", "outlet")
        if getattr(report, field) != getattr(changed.report, field)
    ]
    gone += [
        {"what": "place", "report": report.id, "claim": claim.id, "now": place.name, "reason": reasons.get(
            ClaimRef(report.id, claim.id), "the same place as of a claim that is withheld")}
        for claim in claims for place in claim.places if place.reason == coarse(place, division).reason
    ]  # fmt: skip
    return replace(changed, claims=claims), gone


def _claim(old: Claim, now: Claim, words: Words, fine: tuple[Place, ...], division: Division) -> Claim:
    """``now``, rewritten already, with role words for people and its sensitive places coarse."""
    people = tuple(
        replace(after, name=words.roles_of(before.name))
        for before, after in zip(old.participants, now.participants, strict=True)
    )
    chain = tuple(
        replace(after, name=words.roles_of(before.name)) if before.name else after
        for before, after in zip(old.attribution, now.attribution, strict=True)
    )
    places = tuple(
        coarse(replace(before, span=after.span), division) if any(before is p or same_place(before, p) for p in fine) else after
        for before, after in zip(old.places, now.places, strict=True)
    )
    return replace(now, participants=people, attribution=chain, places=places)


def _incident(
    incident: Incident, selection: Selection, names: Words, reasons: Mapping[ClaimRef, str], division: Division
) -> Incident:
    """The incident with the same words withheld in its accounts, origins, reasons and history."""
    fine: list[Place] = []
    if any(ref in reasons for ref in incident.claims):
        for record in selection.records_of(incident):
            fine += sensitive_places(record, dict(reasons))
    words = names.with_places(names_of(tuple(fine))) if fine else names
    swapped = _swapped(incident, fine, division)
    return mapped(swapped, None, words.text)


def _swapped(incident: Incident, fine: Sequence[Place], division: Division) -> Incident:
    """Plain values of sensitive places in the accounts as their division."""
    if not fine:
        return incident

    def swap(value: Any) -> Any:
        if isinstance(value, (list, tuple)):
            return type(value)(swap(item) for item in value)
        if not isinstance(value, dict):
            return value
        if "lat" in value or value.get("relation"):
            return _coarse_value(value, fine, division)
        return {key: swap(item) for key, item in value.items()}

    fields = {
        name: replace(held, accounts=tuple(replace(account, value=swap(account.value)) for account in held.accounts))
        for name, held in incident.fields.items()
    }
    return replace(incident, fields=fields, history=swap(incident.history))


def _coarse_value(value: dict[str, Any], fine: Sequence[Place], division: Division) -> dict[str, Any]:
    at = (value.get("lat"), value.get("lon"))
    of = next((p for p in fine if (p.id and p.id == value.get("id")) or (p.lat is not None and (p.lat, p.lon) == at)), None)
    if of is None:
        unlocated = next((p for p in fine if p.lat is None and p.text == value.get("name")), None)
        return value | {"name": WITHHELD} if unlocated else value
    known = coarse(of, division)
    return {key: getattr(known, key, item) for key, item in value.items()}
