"""The two databases behind one set of tables, and what differs between them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from dateline.model.errors import StoreError, UsageError

WAIT_SECONDS = 30.0
"""How long a writer waits for another; adding one report takes some hundredths of a second."""

TURN = "-turn"
"""Suffix of the empty file that processes take turns by, beside an SQLite store."""

_LOCK = 0x646C_0001
_TURN_LOCK = 0x646C_0002
"""Numbers of PostgreSQL's advisory locks; any two that nobody else in the database uses."""


def url_of(place: str | Path) -> URL:
    """``place``, a path or URL, as a URL; raises ``UsageError`` for a database that is not supported."""
    if isinstance(place, Path) or "://" not in place:
        return URL.create("sqlite", database=str(place))
    try:
        url = make_url(place)
    except ArgumentError:
        raise UsageError("The store's URL cannot be read.", "Write it as postgresql+psycopg://HOST/NAME.") from None
    if url.drivername in ("postgres", "postgresql"):
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername not in ("sqlite", "postgresql+psycopg"):
        raise UsageError(
            f"A store cannot be kept in {url.drivername}.", "Give a path, or postgresql+psycopg://USER@HOST/NAME."
        )
    return url


class Database:
    """The engine of one store. ``name`` is what the user is told of it: never a password."""

    def __init__(self, url: URL) -> None:
        self.url = url
        self.path = Path(url.database) if url.drivername == "sqlite" and url.database else None
        self.name = str(self.path) if self.path else url.render_as_string(hide_password=True)
        self.engine = _sqlite(url) if self.path else _postgres(url)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection on which the store stands still, whatever others write meanwhile."""
        options: dict[str, Any] = {} if self.path else {"isolation_level": "REPEATABLE READ"}
        with self.engine.connect().execution_options(**options) as connection, connection.begin():
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that no other writer overlaps: all of it comes to be, or none.

        One writer at a time is what SQLite gives anyway; on PostgreSQL a lock makes it so, that the entries of
        the log come to be seen in the order of their numbers.
        """
        with self.engine.connect().execution_options(dateline_writes=True) as connection, connection.begin():
            if not self.path:
                connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(WAIT_SECONDS * 1000)}")
                connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
            yield connection

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait until no other process is inside; a process that dies inside leaves at once."""
        if self.path:
            # The lock of a file of its own: the store itself stays open to readers and writers.
            beside = self.path.with_name(self.path.name + TURN)
            with closing(sqlite3.connect(beside, timeout=60 * WAIT_SECONDS, isolation_level=None)) as lock:
                lock.execute("BEGIN EXCLUSIVE")
                yield
            return
        with self.engine.connect() as connection:
            connection.exec_driver_sql(f"SELECT pg_advisory_lock({_TURN_LOCK})")
            connection.commit()
            try:
                yield
            finally:
                connection.exec_driver_sql(f"SELECT pg_advisory_unlock({_TURN_LOCK})")
                connection.commit()


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": WAIT_SECONDS, "check_same_thread": False})

    @event.listens_for(engine, "connect")
    def _prepare(connection: sqlite3.Connection, _: Any) -> None:
        # Python's own notion of when a transaction begins would leave out reads and table definitions.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA foreign_keys = ON")
        # What was acknowledged survives a power cut as well, at the price of a flush to disk a report.
        cursor.execute("PRAGMA synchronous = FULL")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A transaction that reads first and writes later could not wait for another writer, only fail.
        writes = connection.get_execution_options().get("dateline_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgres(url: URL) -> Engine:
    try:
        return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
    except ModuleNotFoundError:
        raise StoreError(
            "A store in PostgreSQL needs psycopg, which is not installed.", "pip install 'dateline[postgres]'"
        ) from None
