"""What one report gives: claims, standing relations, framing and warnings, and its plain JSON form."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from dateline.model.claim import Claim, Source, Stance
from dateline.model.report import Report
from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Relation:
    """A standing fact, not an event; ``value`` only for ``share_of`` (``>0.7``)."""

    subject: str
    predicate: str
    object: str
    value: str | None
    evidence: Span
    attribution: tuple[Source, ...]
    stance: Stance


@dataclass(frozen=True, slots=True)
class Framing:
    """A word that takes a side: ``target`` names a participant, place or claim id; ``neutral`` a neutral desk's wording."""

    span: Span
    kind: str
    target: str | None
    neutral: str | None


@dataclass(frozen=True, slots=True)
class Warning:
    """Something about the report that the reader of the record must know; ``code`` is stable."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Record:
    """One coded report."""

    report: Report
    claims: tuple[Claim, ...]
    relations: tuple[Relation, ...]
    framing: tuple[Framing, ...]
    warnings: tuple[Warning, ...]


def plain(value: Any) -> Any:
    """Frozen values as plain JSON types: dataclasses become dicts in field order, tuples become lists."""
    if is_dataclass(value):
        return {f.name: plain(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value
