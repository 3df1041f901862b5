"""The three tables of an export: claims, incidents, accounts. Every format that has tables writes these."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from dateline.exports.selection import Selection

Cell = str | int | float | bool | None
Kind = Literal["string", "integer", "number", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """``about`` says what a cell holds; ``of`` makes it from a row's source. A ``date`` is a text, ``2025-03-11``."""

    name: str
    kind: Kind
    about: str
    of: Callable[[Any], Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """``about`` says what a row is; ``sources`` gives what the rows are made from; ``key`` names the columns that
    together tell rows apart; ``refers`` maps a column to the table and column whose values it holds.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    sources: Callable[[Selection], Iterator[Any]]
    key: tuple[str, ...]
    refers: tuple[tuple[str, str, str], ...] = ()

    def rows(self, selection: Selection) -> Iterator[list[Cell]]:
        """The rows, cells in the order of the columns."""
        for source in self.sources(selection):
            yield [column.of(source) for column in self.columns]
