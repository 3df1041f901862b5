"""CSV: one row a claim, flat columns; what a spreadsheet could take for a formula is disarmed."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import dataclass

from dateline.exports import wording
from dateline.model.claim import Claim, Place
from dateline.model.record import Record
from dateline.model.report import Report

Cell = str | int | float | None
_Column = Callable[[Report, Claim], Cell]

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\n")
# "Where it happened" first: a claim's row has room for one place.
_RELATIONS = ("at", "near", "area", "to", "via", "from")


def _party(side: int | None) -> _Column:
    return lambda report, claim: wording.names(
        p for p in claim.participants if (p.role, p.side) == ("party", side)
    )


def _role(role: str) -> _Column:
    return lambda report, claim: wording.names(p for p in claim.participants if p.role == role)


def _actors(report: Report, claim: Claim) -> Cell:
    return ", ".join(dict.fromkeys(p.actor for p in claim.participants if p.actor))


def _main_place(claim: Claim) -> Place | None:
    return min(claim.places, key=lambda p: _RELATIONS.index(p.relation), default=None)


def _place(field: str) -> _Column:
    return lambda report, claim: getattr(_main_place(claim), field, None)


def _other_places(report: Report, claim: Claim) -> Cell:
    main = _main_place(claim)
    return "; ".join(f"{p.relation} {p.name or p.text}" for p in claim.places if p is not main)


def _persons(kind: str, bound: str) -> _Column:
    """The sum over the tolls of ``kind`` that stand side by side; empty where one of them leaves ``bound`` open."""

    def cell(report: Report, claim: Claim) -> Cell:
        bounds = [
            getattr(toll, bound)
            for toll in claim.tolls
            if toll.kind == kind and toll.unit == "persons" and toll.part_of is None and not toll.cumulative
        ]
        return None if not bounds or None in bounds else sum(bounds)

    return cell


COLUMNS: dict[str, _Column] = {
    "report": lambda report, claim: report.id,
    "ref": lambda report, claim: report.ref,
    "outlet": lambda report, claim: report.outlet,
    "published": lambda report, claim: report.published,
    "title": lambda report, claim: report.title,
    "url": lambda report, claim: report.url,
    "claim": lambda report, claim: claim.id,
    "event_ref": lambda report, claim: claim.event_ref,
    "event_type": lambda report, claim: claim.event.type,
    "sub_event_type": lambda report, claim: claim.event.sub_type,
    "plover": lambda report, claim: claim.event.plover,
    "trigger": lambda report, claim: claim.event.trigger.text,
    "confidence": lambda report, claim: claim.event.confidence,
    "side_1": _party(1),
    "side_2": _party(2),
    "side_unknown": _party(None),
    "agents": _role("agent"),
    "targets": _role("target"),
    "allies": _role("ally"),
    "victims": _role("victim"),
    "actors": _actors,
    "weapons": lambda report, claim: ", ".join(dict.fromkeys(weapon.kind for weapon in claim.weapons)),
    "killed_low": _persons("killed", "low"),
    "killed_best": _persons("killed", "best"),
    "killed_high": _persons("killed", "high"),
    "injured_low": _persons("injured", "low"),
    "injured_best": _persons("injured", "best"),
    "injured_high": _persons("injured", "high"),
    "tolls": lambda report, claim: wording.tolls(claim),
    "place": _place("name"),
    "place_text": _place("text"),
    "place_relation": _place("relation"),
    "place_id": _place("id"),
    "lat": _place("lat"),
    "lon": _place("lon"),
    "admin1": _place("admin1"),
    "country": _place("country"),
    "geo_precision": _place("geo_precision"),
    "where_prec": _place("where_prec"),
    "other_places": _other_places,
    "start": lambda report, claim: claim.when.start,
    "end": lambda report, claim: claim.when.end,
    "time_precision": lambda report, claim: claim.when.time_precision,
    "date_prec": lambda report, claim: claim.when.date_prec,
    "when_text": lambda report, claim: claim.when.text,
    "when_basis": lambda report, claim: claim.when.basis,
    "attribution": lambda report, claim: wording.voices(claim.attribution),
    "stance": lambda report, claim: claim.stance,
    # In words: "+" and "-" are how a spreadsheet's formulas begin.
    "polarity": lambda report, claim: "positive" if claim.polarity == "+" else "negative",
    "background": lambda report, claim: "true" if claim.background else "false",
    "causes": lambda report, claim: ", ".join(cause.claim for cause in claim.causes),
    "carried": lambda report, claim: ", ".join(dict.fromkeys(carried.field for carried in claim.carried)),
    "evidence": lambda report, claim: " … ".join(span.text for span in claim.evidence),
}
"""The columns in their order, which is the codebook's; ``docs/commands.md`` says what each holds."""


@dataclass(frozen=True, slots=True)
class Csv:
    """One row a claim (a report without claims gives none), UTF-8, a header, lines ended by ``\\n``."""

    suffix: str = ".csv"

    def begin(self) -> str:
        """The header."""
        return row_text(list(COLUMNS))

    def record(self, record: Record, *, first: bool) -> str:
        """The rows of one report's claims."""
        return "".join(
            row_text([disarmed(column(record.report, claim)) for column in COLUMNS.values()])
            for claim in record.claims
        )

    def end(self) -> str:
        """Nothing."""
        return ""


def disarmed(cell: Cell) -> Cell:
    """Text that begins like a formula gets an apostrophe before it (OWASP, "CSV Injection"); numbers stay numbers."""
    if not isinstance(cell, str):
        return cell
    # UTF-8 holds no half surrogate pairs, and readers of CSV trip over NUL and over a lone carriage return.
    cell = cell.encode("utf-8", "replace").decode("utf-8").replace("\x00", "")
    cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    return "'" + cell if cell.lstrip(" ").startswith(_FORMULA_STARTS) else cell


def row_text(cells: list[Cell] | list[str]) -> str:
    """One row with its line end; quoted where it must be."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()
