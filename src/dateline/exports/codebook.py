"""The codebook in Markdown, made from the model's own docstrings and fields and from the tables' columns."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from dataclasses import fields
from typing import get_args, get_origin

from dateline.exports.tables import Table
from dateline.knowledge.codebook.types import TYPES
from dateline.model import claim, incident, judgement, record, report, span

_VALUES = (
    report.Report, record.Record, record.Relation, record.Framing, record.Warning, span.Span,
    claim.Claim, claim.Event, claim.Participant, claim.Weapon, claim.Toll, claim.Place, claim.When, claim.Source,
    claim.Cause, claim.Carried,
    incident.Incident, incident.FieldAccounts, incident.Account, incident.Origin, incident.ClaimRef, judgement.Judgement,
)  # fmt: skip
_CHOICES = {"Stance": claim.Stance, "Polarity": claim.Polarity, "Role": claim.Role, "Agreement": incident.Agreement,
            "Status": incident.Status}  # fmt: skip


def codebook(tables: Sequence[Table]) -> str:
    """Tables with their columns, event types, then the values of the record as the code defines them."""
    parts = ["# Codebook", "Made from Dateline's code; `docs/codebook.md` has the meanings at length."]
    for table in tables:
        parts += [f"## Table `{table.name}`", table.about, _columns(table)]
    parts += ["## Event types", *_event_types(), "## Values of the record"]
    for value in _VALUES:
        parts += [f"### {value.__name__}", inspect.cleandoc(value.__doc__ or ""), _fields(value)]
    parts.append("## Closed lists")
    parts += [f"- `{name}`: {', '.join(f'`{choice}`' for choice in get_args(of))}" for name, of in _CHOICES.items()]
    return "\n\n".join(parts) + "\n"


def _columns(table: Table) -> str:
    rows = [f"| `{c.name}` | {c.kind} | {_escaped(c.about)} |" for c in table.columns]
    return "\n".join(["| column | type | holds |", "|---|---|---|", *rows])


def _event_types() -> list[str]:
    return [f"- **{kind}**: {', '.join(subs)}" for kind, subs in TYPES.items()]


def _fields(value: type) -> str:
    rows = [f"| `{f.name}` | `{_escaped(_type(f.type))}` |" for f in fields(value)]
    return "\n".join(["| field | type |", "|---|---|", *rows])


def _type(annotation: object) -> str:
    if get_origin(annotation) or not isinstance(annotation, str):
        return getattr(annotation, "__name__", str(annotation))
    return annotation


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")
