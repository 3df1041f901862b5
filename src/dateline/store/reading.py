"""Records and claims out of the store, as they stand or as they stood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import Connection, and_, exists, or_, select, tuple_

from dateline.model.claim import Claim
from dateline.model.incident import ClaimRef
from dateline.model.record import Record
from dateline.store import paging
from dateline.store.bodies import parse, parse_record
from dateline.store.tables import claim_places, claims, records, reports

T = TypeVar("T")

_MANY = 500
"""Values in one IN list; a database takes thousands, but plans long ones badly."""


def standing(bound: int) -> Any:
    """The condition that a row of ``records`` is its report's version as of the entry ``bound``."""
    later = records.alias("later")
    superseded = exists().where(later.c.report == records.c.report, later.c.row > records.c.row, later.c.entry <= bound)
    return and_(records.c.entry <= bound, records.c.change != "withdrawn", ~superseded)


def read_records(connection: Connection, bound: int, ids: Sequence[str] | None, after: int) -> list[tuple[int, Record]]:
    """A page of records with their rows, in the order in which their versions were added, behind row ``after``."""
    chosen = select(records.c.row, records.c.report, records.c.body, reports.c.text).join(
        reports, reports.c.id == records.c.report
    )
    chosen = chosen.where(standing(bound), records.c.row > after).order_by(records.c.row).limit(paging.PAGE)
    if ids is not None:
        chosen = chosen.where(records.c.report.in_(ids))
    rows = connection.execute(chosen).all()
    bodies: dict[int, list[str]] = defaultdict(list)
    within = select(claims.c.record, claims.c.body).where(claims.c.record.in_([row.row for row in rows]))
    for record, body in connection.execute(within.order_by(claims.c.row)):
        bodies[record].append(body)
    return [(row.row, parse_record(row.body, row.text, bodies[row.row], row.report)) for row in rows]


def read_claims(connection: Connection, bound: int, refs: Iterable[ClaimRef]) -> dict[ClaimRef, Claim]:
    """The claims that are there of ``refs``."""
    found: dict[ClaimRef, Claim] = {}
    for part in parts(refs):
        chosen = select(claims.c.report, claims.c.claim, claims.c.body).join(records, records.c.row == claims.c.record)
        keys = [(ref.report, ref.claim) for ref in part]
        for report, claim, body in connection.execute(
            chosen.where(standing(bound), tuple_(claims.c.report, claims.c.claim).in_(keys))
        ):
            found[ClaimRef(report, claim)] = parse(Claim, body, f"claim {claim} of {report}")
    return found


def claims_near(
    connection: Connection,
    bound: int,
    *,
    start: str | None,
    end: str | None,
    cells: Sequence[str],
    countries: Sequence[str],
    placeless: bool,
) -> list[ClaimRef]:
    """See ``Store.claims_near``."""
    areas = _areas(cells, countries, placeless=placeless)
    chosen = select(claims.c.report, claims.c.claim)
    if areas:
        near = select(claim_places.c.claim).where(or_(*areas), *_overlaps(claim_places, start, end))
        chosen = chosen.where(claims.c.row.in_(near))
    else:
        chosen = chosen.where(*_overlaps(claims, start, end))
    chosen = chosen.join(records, records.c.row == claims.c.record).where(standing(bound)).order_by(claims.c.row)
    return [ClaimRef(report, claim) for report, claim in connection.execute(chosen)]


def parts(refs: Iterable[T]) -> Iterator[list[T]]:
    """``refs``, each once, in lists that a database takes well."""
    every = list(dict.fromkeys(refs))
    for start in range(0, len(every), _MANY):
        yield every[start : start + _MANY]


def _areas(cells: Sequence[str], countries: Sequence[str], *, placeless: bool) -> list[Any]:
    places = claim_places.c
    areas: list[Any] = []
    if cells:
        areas.append(places.cell.in_(cells))
    if countries:
        inside = places.country.in_(countries)
        areas.append(and_(places.cell == "", inside) if cells else inside)
    if areas and placeless:
        areas.append(and_(places.cell == "", places.country == ""))
    return areas


def _overlaps(table: Any, start: str | None, end: str | None) -> list[Any]:
    conditions = []
    if end is not None:
        conditions.append(table.c.first_day <= end)
    if start is not None:
        conditions.append(table.c.last_day >= start)
    return conditions
