"""An open database, and how the parts of the store read from it and write to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from dateline.store.database import Database
from dateline.store.faults import told


class Session:
    """What all parts of a store share: one database, told faults, a turn for those who derive incidents."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.name = database.name

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        with told(self.name):
            self._database.engine.dispose()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait until no other process derives incidents: what it would save must not undo what we save."""
        with told(self.name), self._database.turn():
            yield

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with told(self.name), self._database.reading() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with told(self.name), self._database.writing() as connection:
            yield connection
