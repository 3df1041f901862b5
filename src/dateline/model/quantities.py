"""A number told in a text, as figures or words."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.span import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """``low``/``best``/``high`` by the table of number words; ``None`` where the words leave it open.

    ``span`` covers the words of the number with what qualifies it ("at least 12"); ``noun`` is the offset
    (code points) at which the counted noun starts, ``None`` where nothing that could be one follows.
    """

    span: Span
    low: int | None
    best: int | None
    high: int | None
    approx: bool
    noun: int | None
