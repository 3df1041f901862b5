"""A copy of the whole store in one SQLite file, taken while it is in use, and a store made from such a copy."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, insert, select, text

from dateline.model.errors import StoreError
from dateline.store.database import Database, url_of
from dateline.store.faults import told
from dateline.store.tables import metadata

if TYPE_CHECKING:
    from dateline.store.store import Store

_ROWS = 500


def back_up(database: Database, path: Path) -> None:
    """Copy ``database`` to the file ``path``, which appears when it is whole. See ``Store.backup``."""
    if path.exists():
        raise StoreError(f"{path} exists; it was left as it is.", "Give the backup another name.")
    with _beside(path) as part:
        if database.path:
            _copy_file(database.path, part)
        else:
            with _opened(part) as copy, database.reading() as source, _database(copy).writing() as target:
                _copy_rows(source, target)
            _as_one_file(part)


def restore(path: str | Path, url_or_path: str | Path) -> None:
    """Make a store at ``url_or_path`` from the backup ``path``, which stays as it is.

    Nothing is overwritten: a path must be free, a database empty. Raises ``StoreError``.
    """
    backup, target = Path(path), Database(url_of(url_or_path))
    if not backup.is_file():
        raise StoreError(f"There is no backup {backup}.", "Check the path.")
    if target.path and target.path.exists():
        raise StoreError(f"{target.path} exists; it was left as it is.", "Give a path that is free.")
    beside = target.path or Path(tempfile.gettempdir()) / f"dateline-restore-{os.getpid()}.db"
    with told(str(backup)), _beside(beside, keep=target.path is not None) as part:
        _copy_file(backup, part)
        # Opening it also brings a backup of an older version up to this one.
        with _opened(part) as copy:
            findings = copy.check()
            if findings:
                raise StoreError(f"The backup {backup} is not whole: {findings[0].message}", "Try an older one.")
            if target.path is None:
                _into_server(copy, target)
        _as_one_file(part)


def _into_server(copy: Store, target: Database) -> None:
    with _opened(target.url.render_as_string(hide_password=False)) as store, told(target.name):
        database = _database(store)
        with _database(copy).reading() as source, database.writing() as connection:
            for table in metadata.sorted_tables:
                if connection.scalar(select(func.count()).select_from(table)):
                    raise StoreError(
                        f"{target.name} holds a store already; it was left as it is.", "Give an empty one."
                    )
            _copy_rows(source, connection)
            for table in metadata.sorted_tables:
                for column in table.primary_key:
                    if column.autoincrement is not False and column.type.python_type is int:
                        # The next row's number follows the last one's.
                        highest = connection.scalar(select(func.max(column)))
                        if highest:
                            name = {"table": table.name, "column": column.name, "highest": highest}
                            connection.execute(
                                text("SELECT setval(pg_get_serial_sequence(:table, :column), :highest)"), name
                            )


def _copy_file(source: Path, target: Path) -> None:
    """By SQLite's own backup, which takes one state of a file that others write to."""
    # As a URI: a path that is not there must not be made.
    uri = f"{source.resolve().as_uri()}?mode=ro"
    with closing(sqlite3.connect(uri, uri=True)) as origin, closing(sqlite3.connect(target)) as copy:
        origin.backup(copy)
        copy.commit()
    _as_one_file(target)


def _as_one_file(path: Path) -> None:
    """Fold what SQLite keeps beside ``path`` into it, so that it can be moved."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")


def _copy_rows(source: Connection, target: Connection) -> None:
    for table in metadata.sorted_tables:
        order = list(table.primary_key)
        rows = source.execution_options(yield_per=_ROWS).execute(select(table).order_by(*order))
        for part in rows.mappings().partitions(_ROWS):
            target.execute(insert(table), [dict(row) for row in part])


@contextlib.contextmanager
def _beside(path: Path, *, keep: bool = True) -> Iterator[Path]:
    """A file that takes the place of ``path`` when all went well, and is removed if not."""
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    try:
        yield part
        if keep:
            os.replace(part, path)
    finally:
        for suffix in ("", "-wal", "-shm"):
            part.with_name(part.name + suffix).unlink(missing_ok=True)


def _opened(place: str | Path) -> Store:
    from dateline.store.opening import open_store  # noqa: PLC0415 - which itself needs the store

    return open_store(place)


def _database(store: Store) -> Database:
    return store._database
