"""The account table: columns the sources, rows the fields, contradictions marked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dateline.exports import values
from dateline.exports.page.markup import element, said
from dateline.exports.selection import Selection
from dateline.model.incident import Account, FieldAccounts, Incident, Origin

FIELDS = {
    "when": "When", "places": "Where", "participants": "Who", "blame": "Who did it", "killed": "Killed", "injured": "Injured",
    "casualties": "Casualties", "displaced": "Displaced", "detained": "Detained", "abducted": "Abducted",
    "missing": "Missing", "destroyed": "Destroyed", "cause": "Cause", "occurrence": "Whether it happened",
}  # fmt: skip
"""Fields in the order of the table, by the names that readers see."""

_AGREEMENT = {"agreed": "agreed", "contested": "contradicted", "single-source": "one source"}
_ROLES = {"agent": "by", "target": "against", "victim": "victims", "ally": "helped by", "party": "party"}
_QUIET = frozenset({"stated", "attributed"})


def account_table(selection: Selection, incident: Incident) -> str:
    """The table as HTML; on a narrow screen each row becomes a list of sources."""
    names = [origin.name for origin in incident.origins]
    names += [o for held in incident.fields.values() for a in held.accounts for o in a.origins if o not in names]
    columns = [_origin(incident, name) for name in dict.fromkeys(names)]
    head = "".join(_head(selection, origin) for origin in columns)
    rows = "".join(_row(field, incident.fields[field], columns) for field in ordered(incident))
    caption = element("caption", "Each column is one origin: whose word it is in the end, whoever printed it.")
    table = f'{caption}<thead><tr><th scope="col">Field</th>{head}</tr></thead><tbody>{rows}</tbody>'
    return element("div", element("table", table, class_="accounts"), class_="wide", tabindex="0", role="region",
                   aria_label="Account table")  # fmt: skip


def ordered(incident: Incident) -> list[str]:
    """The fields of ``incident`` in the order of the table, unknown ones last."""
    known = [field for field in FIELDS if field in incident.fields]
    return known + [field for field in incident.fields if field not in FIELDS]


def field_name(field: str) -> str:
    """``Killed`` for ``killed``."""
    return FIELDS.get(field, field.replace("_", " ").capitalize())


def _origin(incident: Incident, name: str) -> Origin:
    return next((origin for origin in incident.origins if origin.name == name), Origin(name, (), False))


def _head(selection: Selection, origin: Origin) -> str:
    by_id = {record.report.id: record.report for record in selection.records}
    via = [by_id[id_].outlet or by_id[id_].ref for id_ in origin.reports if id_ in by_id]
    via = [outlet for outlet in dict.fromkeys(via) if outlet != origin.name]
    party = '<span class="party">party to the conflict</span>' if origin.party_to_conflict else ""
    through = f'<span class="via">in {said(", ".join(via))}</span>' if via else ""
    return element("th", said(origin.name) + party + through, scope="col")


def _row(field: str, held: FieldAccounts, columns: list[Origin]) -> str:
    mark = f'<span class="mark">{_AGREEMENT[held.agreement]}</span>'
    label = element("th", said(field_name(field)) + mark, scope="row")
    cells = "".join(_cell(field, held, origin) for origin in columns)
    return element("tr", label + cells, class_=held.agreement)


def _cell(field: str, held: FieldAccounts, origin: Origin) -> str:
    told = [account for account in held.accounts if origin.name in account.origins]
    lines = values_html(field, told)
    content = "".join(f"<p>{line}</p>" for line in lines) or '<p class="silent"><span>says nothing</span></p>'
    return element("td", content, data_source=origin.name, class_=None if lines else "silent")


def values_html(field: str, accounts: Sequence[Account]) -> list[str]:
    """What ``accounts`` say, as lines of HTML; participants by role, hedged ones apart."""
    lines: dict[tuple[str, str], list[str]] = {}
    for account in accounts:
        hedges = ", ".join(stance for stance in account.stances if stance not in _QUIET)
        role, words = _value(field, account.value)
        held = lines.setdefault((role, hedges), [])
        if words and words not in held:
            held.append(words)
    return [
        (f"<small>{said(role)}</small> {', '.join(map(said, told))}" if role else "<br>".join(map(said, told)))
        + (f' <em class="stance">{said(hedges)}</em>' if hedges else "")
        for (role, hedges), told in lines.items()
        if told
    ]


def _value(field: str, value: Any) -> tuple[str, str]:
    """The role of a participant, empty for all else, and the value in words."""
    if field == "participants" and isinstance(value, dict):
        side = value.get("side")
        role = f"side {side}" if side else _ROLES.get(str(value.get("role")), str(value.get("role") or ""))
        return role, str(value.get("name") or "")
    if field == "blame" and isinstance(value, dict):
        return ("denies it", str(value["name"])) if value["denied"] else ("", str(value["name"]))
    return "", values.said(value)
