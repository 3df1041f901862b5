"""The files that a user added: which places each brought, and how to take them out again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dateline.knowledge.gazetteer.store import check, drop_keys
from dateline.model.errors import KnowledgeError

BUSY_SECONDS = 300.0
"""How long a second process waits for the first to finish writing; the largest country dumps take minutes."""

_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS source (id INTEGER PRIMARY KEY, name TEXT UNIQUE, kind TEXT)",
    "CREATE TABLE IF NOT EXISTS source_place (source INTEGER, row INTEGER, PRIMARY KEY (source, row)) WITHOUT ROWID",
)


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was added, by its name without folders; ``places`` that it named."""

    name: str
    kind: str
    places: int


def note(connection: sqlite3.Connection, name: str, kind: str, rows: Iterable[int]) -> None:
    """Write down that the file ``name`` brought the places at ``rows``; an earlier file of that name is added to."""
    for statement in _SCHEMA:
        connection.execute(statement)
    connection.execute("INSERT OR IGNORE INTO source (name, kind) VALUES (?, ?)", (name, kind))
    (source,) = connection.execute("SELECT id FROM source WHERE name = ?", (name,)).fetchone()
    connection.executemany("INSERT OR IGNORE INTO source_place VALUES (?, ?)", ((source, row) for row in rows))


def added_files(store: Path) -> tuple[Source, ...]:
    """The files whose places ``store`` holds, by name; none where there is no store.

    Raises ``KnowledgeError`` for a store that is no gazetteer.
    """
    if not store.exists():
        return ()
    connection = sqlite3.connect(store, timeout=BUSY_SECONDS)
    try:
        check(connection, store)
        if not _noted(connection):
            return ()
        return tuple(
            Source(*row)
            for row in connection.execute(
                "SELECT s.name, s.kind, count(p.row) FROM source s LEFT JOIN source_place p ON p.source = s.id "
                "GROUP BY s.id ORDER BY s.name"
            )
        )
    finally:
        connection.close()


def remove_file(name: str, store: Path) -> int:
    """Take the places of the file ``name`` out of ``store``, but for those that another file has too.

    Returns how many went. Raises ``KnowledgeError`` where no file of that name was added.
    """
    known = [source.name for source in added_files(store)]
    if name not in known:
        listed = f"These were: {', '.join(known)}." if known else "None was."
        raise KnowledgeError(f"No file {name!r} was added. {listed}")
    connection = sqlite3.connect(store, timeout=BUSY_SECONDS)
    try:
        connection.execute("BEGIN IMMEDIATE")
        with connection:
            (source,) = connection.execute("SELECT id FROM source WHERE name = ?", (name,)).fetchone()
            rows = {row for (row,) in connection.execute(_SOLE, (source, source))}
            drop_keys(connection, rows)
            connection.executemany("DELETE FROM place WHERE row = ?", ((row,) for row in rows))
            connection.execute("DELETE FROM source_place WHERE source = ?", (source,))
            connection.execute("DELETE FROM source WHERE id = ?", (source,))
    except sqlite3.Error as error:
        raise KnowledgeError(f"{store} could not be written: {error}.") from error
    finally:
        connection.close()
    return len(rows)


_SOLE = "SELECT row FROM source_place WHERE source = ? AND row NOT IN (SELECT row FROM source_place WHERE source != ?)"


def _noted(connection: sqlite3.Connection) -> bool:
    """Whether files are written down: in a store that an earlier Dateline made, the first ones are not."""
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'source'").fetchone() is not None
