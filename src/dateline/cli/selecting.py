"""From reports, records or a store to the selection that an export or a page is of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dateline.cli.gathering import gather
from dateline.cli.request import Request
from dateline.cli.screen import Screen
from dateline.exports.release import Released, held_back, release
from dateline.exports.selection import Selection
from dateline.incidents.filtering import chosen
from dateline.knowledge.gazetteer import load_gazetteer
from dateline.model.errors import UsageError
from dateline.model.filters import Filters
from dateline.model.incident import Incident
from dateline.model.record import Record
from dateline.model.report import Failure


@dataclass(frozen=True, slots=True)
class Chosen:
    """``held`` are the reports that an embargo holds back, left out before incidents were worked out."""

    selection: Selection
    failures: tuple[Failure, ...]
    held: tuple[Record, ...] = ()


def choose(request: Request, url: str | None, screen: Screen, *, embargo: int = 0) -> Chosen:
    """Records of the files that ``request`` names, with their incidents; without files, those of the
    store at ``url``.

    With an ``embargo`` (days) reports are left out before incidents are worked out of the rest. Raises
    ``DatelineError``.
    """
    if not request.refs:
        return _of_store(url or "dateline.db")
    if url:
        raise UsageError("Reports and a store are given.", "Give either files or --store.")
    records, failures = gather(request, screen)
    held = tuple(record for record in records if held_back(record, days=embargo, today=date.today()))
    kept = tuple(record for record in records if record not in held)
    return Chosen(Selection(kept, _incidents(kept)), tuple(failures), held)


def _incidents(records: tuple[Record, ...]) -> tuple[Incident, ...]:
    from dateline.incidents import fuse  # noqa: PLC0415 - not where incidents come from a store

    return tuple(fuse(records))


def _of_store(url: str) -> Chosen:
    from dateline.store import open_store  # noqa: PLC0415 - SQLAlchemy is slow to load, and files need none

    with open_store(url, create=False) as store:
        return Chosen(Selection(tuple(store.records()), tuple(store.incidents())), ())


def only(selection: Selection, ids: Iterable[str]) -> Selection:
    """The incidents of ``ids`` with the records that they rest on. Raises ``UsageError`` for an id that there is not."""
    wanted = dict.fromkeys(ids)
    known = {incident.id: incident for incident in selection.incidents}
    for id_ in wanted:
        if id_ not in known:
            raise UsageError(f"There is no incident {id_}.", f"There are: {', '.join(list(known)[:8]) or 'none'}.")
    return _resting_on(selection, tuple(known[id_] for id_ in wanted))


def filtered(selection: Selection, filters: Filters) -> Selection:
    """The incidents that ``filters`` ask for with the records that they rest on. Raises ``UsageError`` for none."""
    incidents = tuple(chosen(selection.incidents, filters))
    if not incidents:
        raise UsageError("The filters leave no incident.", "See: dateline incidents list")
    return _resting_on(selection, incidents)


def _resting_on(selection: Selection, incidents: tuple[Incident, ...]) -> Selection:
    """``incidents`` with the records that they rest on."""
    reports = {ref.report for incident in incidents for ref in incident.claims}
    return Selection(tuple(r for r in selection.records if r.report.id in reports), incidents)


def released(chosen: Chosen, *, embargo: int) -> Released:
    """``chosen`` as it may be published. Raises ``EngineError`` and ``KnowledgeError``."""
    from dateline.run.persons import persons_named  # noqa: PLC0415 - loads the engine

    records = chosen.selection.records
    done = release(
        chosen.selection,
        persons_named(records) if records else {},
        load_gazetteer().admin1,
        embargo=embargo,
        today=date.today(),
    )
    held = tuple(
        {"what": "report", "report": record.report.id, "reason": f"embargo of {embargo} days"} for record in chosen.held
    )
    return Released(done.selection, (*held, *done.left_out))
