"""What an analyst decided. Judgements are only ever added; an undo is a judgement too, and no later run overturns one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.model.incident import ClaimRef, Status

Verdict = Literal["same", "different", "status", "undo"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """``same`` and ``different`` are about all pairs of ``claims`` (for ``different``: of ``claims`` with ``others``),
    ``status`` sets an incident's status, ``undo`` takes the judgement of id ``undoes`` back.

    ``time`` is ISO 8601 UTC; ``who`` and ``why`` in the analyst's words.
    """

    id: str
    time: str
    who: str
    why: str
    verdict: Verdict
    claims: tuple[ClaimRef, ...] = ()
    others: tuple[ClaimRef, ...] = ()
    incident: str | None = None
    status: Status | None = None
    undoes: str | None = None
