"""What the resolver is given: the stretches of a report that name places."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place named at ``span``; ``kind`` is ``location`` or ``facility`` ("the Omar oil field", "a hospital")."""

    span: Span
    kind: str = "location"
