"""What a result file asks of an export format."""

from __future__ import annotations

from typing import Protocol

from dateline.model.record import Record


class Format(Protocol):
    """A text format that can be written one record at a time; the three parts joined are the file."""

    @property
    def suffix(self) -> str:
        """The file suffix, with its dot."""
        ...

    def begin(self) -> str:
        """What comes before the first record."""
        ...

    def record(self, record: Record, *, first: bool) -> str:
        """One record, perhaps nothing; ``first`` where nothing was written for any before it."""
        ...

    def end(self) -> str:
        """What comes after the last record."""
        ...
