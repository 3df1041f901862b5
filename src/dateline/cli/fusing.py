"""Incidents, from a store or from reports alone, to the terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from dateline.cli.filtering import filters_of
from dateline.cli.gathering import gather
from dateline.cli.request import Request
from dateline.cli.running import carry_out
from dateline.cli.screen import Screen
from dateline.exports.account_table import account_table, incident_list
from dateline.exports.table import table_console
from dateline.incidents import fuse
from dateline.incidents.filtering import chosen
from dateline.model.errors import UsageError
from dateline.model.filters import Filters
from dateline.model.incident import Incident
from dateline.model.record import Record, plain
from dateline.store import Store, open_store


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked: reports to fuse (none: the store at ``url``), and the form."""

    request: Request
    url: str
    form: str


def list_incidents(wanted: Wanted, options: Mapping[str, Any]) -> int:
    """Print the incidents that the values of the filtering ``options`` ask for, by the names of ``Filters``.

    Returns the exit status (0 well, 1 some report failed, 2 wrong usage).
    """
    return carry_out(lambda screen: _list(wanted, filters_of(options), screen), quiet=wanted.request.quiet)


def show_incident(wanted: Wanted, key: str) -> int:
    """Print one incident; ``key`` is its id or how it begins. Returns the exit status."""
    return carry_out(lambda screen: _show(wanted, key, screen), quiet=wanted.request.quiet)


def find(store: Store, key: str) -> Incident:
    """The incident of this id. Raises ``UsageError`` where there is none."""
    found = store.incident(key)
    return found if found is not None else only((i for i in store.incidents() if i.id.startswith(key)), key)


def only(incidents: Iterable[Incident], key: str) -> Incident:
    """The one incident whose id begins with ``key``. Raises ``UsageError``."""
    found = [incident for incident in incidents if incident.id.startswith(key)]
    if len(found) != 1:
        many = f"{len(found)} incidents begin with" if found else "There is no incident"
        raise UsageError(f"{many} {key}.", "See: dateline incidents list")
    return found[0]


def _list(wanted: Wanted, filters: Filters, screen: Screen) -> int:
    status = 0
    if wanted.request.refs:
        records, status = _records(wanted.request, screen)
        if not records:
            return status
        found = list(chosen(fuse(records), filters))
    else:
        with open_store(wanted.url, create=False) as store:
            found = sorted(store.incidents(**asdict(filters)), key=_day)
    if wanted.form == "json":
        _write(json.dumps([plain(incident) for incident in found], ensure_ascii=False, indent=2) + "\n")
    elif wanted.form == "jsonl":
        _write("".join(json.dumps(plain(incident), ensure_ascii=False) + "\n" for incident in found))
    elif found:
        table_console(sys.stdout).print(incident_list(found))
    else:
        screen.say("No incidents.")
    return status


def _show(wanted: Wanted, key: str, screen: Screen) -> int:
    status = 0
    if wanted.request.refs:
        records, status = _records(wanted.request, screen)
        incident = only(fuse(records), key)
    else:
        with open_store(wanted.url, create=False) as store:
            incident = find(store, key)
            records = list(store.records(sorted({ref.report for ref in incident.claims})))
    if wanted.form == "json":
        _write(json.dumps(plain(incident), ensure_ascii=False, indent=2) + "\n")
    else:
        names = {record.report.id: _name(record) for record in records}
        table_console(sys.stdout).print(account_table(incident, names))
    return status


def _records(request: Request, screen: Screen) -> tuple[list[Record], int]:
    records, failures = gather(request, screen)
    return records, screen.failed(failures, len(records))


def _name(record: Record) -> str:
    published = (record.report.published or "")[:10]
    return " ".join(part for part in (record.report.outlet or record.report.ref, published) if part)


def _day(incident: Incident) -> tuple[str, str]:
    when = incident.fields.get("when")
    return (str(when.accounts[0].value["start"]) if when else "9999", incident.id)


def _write(text: str) -> None:
    sys.stdout.buffer.write(text.encode("utf-8"))
    sys.stdout.buffer.flush()
