"""The words of many reports by outlet and by whom they are about; as JSON and as CSV."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields

from dateline.exports.csv import disarmed, row_text
from dateline.model.claim import Claim, Participant
from dateline.model.record import Framing, Record, plain
from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where words stand: the id of the report, and the span in its text."""

    report: str
    span: Span


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that ``outlet`` uses for ``actor``, a participant by the neutral name.

    ``kind`` is a kind of framing, or ``None`` for the plain words that name the actor. ``actor`` is ``None``
    for words about a place, an event or nobody in particular; ``about`` then says what, if anything.
    """

    outlet: str | None
    actor: str | None
    about: str | None
    kind: str | None
    words: str
    neutral: str | None
    occurrences: tuple[Occurrence, ...]


def wordings(records: Sequence[Record]) -> tuple[Wording, ...]:
    """Every wording once an outlet and actor, with all its occurrences: outlets in the order of ``records``,
    within them the actors as the text brings them up.

    Plain words are given for actors that some outlet uses loaded words for, so that accounts can be compared.
    """
    groups: dict[tuple[object, ...], tuple[Wording, list[Occurrence]]] = {}
    for found in (one for record in records for one in _loaded(record)):
        _add(groups, found)
    loaded = {wording.actor for wording, _ in groups.values()}
    for found in (one for record in records for one in _plain(record, loaded)):
        _add(groups, found)
    outlets = list(dict.fromkeys(record.report.outlet for record in records))
    whole = [
        Wording(w.outlet, w.actor, w.about, w.kind, w.words, w.neutral, tuple(occurrences))
        for w, occurrences in groups.values()
    ]
    return tuple(sorted(whole, key=lambda w: (outlets.index(w.outlet), w.actor is None, w.kind is None)))


def to_json(found: Sequence[Wording]) -> str:
    """A list of objects with the fields of ``Wording``, indented by two."""
    return json.dumps(plain(tuple(found)), ensure_ascii=False, indent=2) + "\n"


COLUMNS = (*(f.name for f in fields(Wording) if f.name != "occurrences"), "count", "reports")
"""The columns of the CSV; ``reports`` are ids, divided by commas."""


def to_csv(found: Sequence[Wording]) -> str:
    """A header and one row a wording; cells that a spreadsheet could take for a formula are disarmed."""
    rows = [row_text(list(COLUMNS))]
    for w in found:
        reports = ", ".join(dict.fromkeys(o.report for o in w.occurrences))
        cells = (w.outlet, w.actor, w.about, w.kind, w.words, w.neutral, len(w.occurrences), reports)
        rows.append(row_text([disarmed(cell) for cell in cells]))
    return "".join(rows)


def _add(groups: dict[tuple[object, ...], tuple[Wording, list[Occurrence]]], found: tuple[Wording, Occurrence]) -> None:
    wording, occurrence = found
    key = (wording.outlet, wording.actor, wording.about, wording.kind, wording.words.casefold(), wording.neutral)
    groups.setdefault(key, (wording, []))[1].append(occurrence)


def _loaded(record: Record) -> Iterator[tuple[Wording, Occurrence]]:
    actors = {p.name for p in _participants(record)}
    places = {name for claim in record.claims for place in claim.places for name in (place.name, place.text)}
    claims = {claim.id: claim for claim in record.claims}
    for item in record.framing:
        actor = item.target if item.target in actors or _is_name(item.target, places) else None
        about = None if actor else _about(item, claims)
        wording = Wording(record.report.outlet, actor, about, item.kind, item.span.text, item.neutral, ())
        yield wording, Occurrence(record.report.id, item.span)


def _is_name(target: str | None, places: set[str | None]) -> bool:
    """Names are capitalised; who takes part in no event is named all the same."""
    return target is not None and target[:1].isupper() and target not in places


def _about(item: Framing, claims: dict[str, Claim]) -> str | None:
    """A claim is named by its type: its id means nothing beside the reports of others."""
    claim = claims.get(item.target or "")
    return claim.event.sub_type if claim else item.target


def _plain(record: Record, loaded: set[str | None]) -> Iterator[tuple[Wording, Occurrence]]:
    taken = [(item.span.start, item.span.end) for item in record.framing]
    seen: set[tuple[str, int]] = set()
    for participant in _participants(record):
        if participant.name not in loaded:
            continue
        for span in participant.mentions:
            if (participant.name, span.start) in seen or any(a < span.end and span.start < b for a, b in taken):
                continue
            seen.add((participant.name, span.start))
            wording = Wording(record.report.outlet, participant.name, None, None, span.text, None, ())
            yield wording, Occurrence(record.report.id, span)


def _participants(record: Record) -> Iterator[Participant]:
    for claim in record.claims:
        yield from claim.participants
