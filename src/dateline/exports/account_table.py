"""An incident as an editor would paste it: columns the origins, rows the fields, contradictions marked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dateline.exports.wording import printable
from dateline.model.incident import Account, FieldAccounts, Incident, Origin

_COLUMNS = 4
"""Origins side by side: more would leave too little room for a sentence; the rest stand in a table below."""

_PLAIN_STANCES = frozenset({"stated", "attributed"})
_COLOURS = {"contested": "red", "agreed": "green", "single-source": "default"}
_SHOWN = 6


def account_table(incident: Incident, names: Mapping[str, str]) -> RenderableType:
    """Heading, account tables, origins and reasons of one incident; ``names`` are the reports' by their ids."""
    parts: list[RenderableType] = [_heading(incident), Text()]
    for first in range(0, max(1, len(incident.origins)), _COLUMNS):
        parts.append(_table(incident, incident.origins[first : first + _COLUMNS]))
    parts += [Text(f"Independent sources: {incident.independent_sources}", style="bold"), *_origins(incident, names), Text()]
    parts += [Text("Reasons", style="bold"), *(Text(f"- {printable(reason)}") for reason in incident.reasons)]
    parts += [Text(), Text("Claims", style="bold"), Text(", ".join(f"{ref.report}#{ref.claim}" for ref in incident.claims))]
    parts += [Text(f"History: {_event(entry)}") for entry in incident.history]
    return Group(*parts)


def incident_list(incidents: Sequence[Incident]) -> RenderableType:
    """One line an incident."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in ("id", "when", "event", "where", "killed", "sources", "contested"):
        table.add_column(column, overflow="fold", no_wrap=column == "id")
    for incident in incidents:
        contested = ", ".join(name for name, field in incident.fields.items() if field.agreement == "contested")
        table.add_row(
            incident.id, _first(incident, "when"), incident.sub_event_type, printable(_first(incident, "places")),
            figures(incident.fields["killed"]) if "killed" in incident.fields else "",
            str(incident.independent_sources), Text(contested, style="red"),
        )  # fmt: skip
    return table


def figures(field: FieldAccounts) -> str:
    """``9-22``, ``at least 9``, ``14`` as the range of a toll."""
    return count_words({"low": field.low, "best": field.best, "high": field.high})


def value_words(field: str, value: Any) -> str:
    """One account's value in words."""
    if not isinstance(value, dict):
        return str(value)
    if field == "when":
        start, end = value["start"], value["end"]
        return str(start) if start == end else f"since {start}" if end is None else f"{start} to {end}"
    if field == "participants":
        side = f" {value['side']}" if value["side"] else ""
        return f"{value['name']} ({value['role']}{side})"
    if field == "blame":
        return f"{value['name']} denies it" if value["denied"] else str(value["name"])
    if field == "places":
        where = "" if value["relation"] == "at" else f"{value['relation']} "
        return f"{where}{value['name']}"
    if field == "cause":
        return f"{value['event']}: {value['text']}"
    unit = "" if value.get("unit") in (None, "persons") else f" {value['unit']}"
    since = ", with earlier ones" if value.get("cumulative") else ""
    basis = ", reckoned from all who were hit" if value.get("reckoned") else ""
    return f"{count_words(value)}{unit}{f' ({who})' if (who := value.get('who')) else ''}{since}{basis}"


def count_words(value: Mapping[str, Any]) -> str:
    """A count with its bounds, as a report would put it."""
    low, best, high = value["low"], value["best"], value["high"]
    if low is not None and low == high:
        return str(low)
    if low is not None and high is not None:
        return f"{low}-{high}"
    if low is not None:
        return f"at least {low}"
    if high is not None:
        return f"up to {high}"
    return f"about {best}" if best is not None else "not told"


def _heading(incident: Incident) -> Text:
    where = _first(incident, "places")
    said = " · ".join(part for part in (incident.sub_event_type, where, _first(incident, "when")) if part)
    return Text.assemble((printable(said), "bold"), f"\n{incident.id} · {incident.event_type} · {incident.status}")


def _first(incident: Incident, field: str) -> str:
    held = incident.fields.get(field)
    return value_words(field, max(held.accounts, key=lambda a: len(a.claims)).value) if held else ""


def _table(incident: Incident, origins: Sequence[Origin]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_lines=True)
    table.add_column("")
    for origin in origins:
        party = "\n(party to the conflict)" if origin.party_to_conflict else ""
        table.add_column(printable(origin.name) + party, overflow="fold")
    table.add_column("together")
    for name, field in incident.fields.items():
        cells = [_cell(name, field.accounts, origin.name) for origin in origins]
        mark = "≠ " if field.agreement == "contested" else ""
        table.add_row(Text(f"{mark}{name}", style=_COLOURS[field.agreement]), *cells, _together(field))
    return table


def _cell(name: str, accounts: Sequence[Account], origin: str) -> Text:
    held = list(dict.fromkeys(_account(name, account) for account in accounts if origin in account.origins))
    more = f"\n… and {len(held) - _SHOWN} more" if len(held) > _SHOWN else ""
    return Text("\n".join(printable(line) for line in held[:_SHOWN]) + more)


def _account(name: str, account: Account) -> str:
    doubts = [stance for stance in account.stances if stance not in _PLAIN_STANCES]
    return value_words(name, account.value) + (f" [{', '.join(doubts)}]" if doubts else "")


def _together(field: FieldAccounts) -> Text:
    lines: list[str] = [field.agreement]
    if field.rule:
        lines.append(figures(field))
        if field.conservative is not None:
            lines.append(f"conservative {field.conservative}")
    return Text("\n".join(lines), style=_COLOURS[field.agreement])


def _origins(incident: Incident, names: Mapping[str, str]) -> Iterator[Text]:
    for origin in incident.origins:
        party = ", party to the conflict" if origin.party_to_conflict else ""
        told = "; ".join(names.get(report, report) for report in origin.reports)
        yield Text(printable(f"- {origin.name}{party}: {told}"))


def _event(entry: Mapping[str, Any]) -> str:
    return ", ".join(f"{key} {value}" for key, value in entry.items())
