"""The gazetteer's SQLite file: places, and a packed index of name keys.

The index is a table of 65,536 buckets. A key is hashed to 40 bits (BLAKE2b): 16 name the bucket, 24 are kept
in the entry beside the row of the place, six bytes an entry. A look-up is one read by primary key; two
different keys that share a hash are met about once in a million look-ups and then only add a candidate that
ranks last. This keeps 1.5 million keys in some nine megabytes, where a plain table of text takes sixty.
"""

from __future__ import annotations

import sqlite3
import threading
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from hashlib import blake2b
from importlib.resources import files
from os import getpid
from pathlib import Path
from typing import NamedTuple

from dateline.knowledge.gazetteer.candidate import Country
from dateline.model.errors import KnowledgeError

BUILT_IN = Path(str(files("dateline.knowledge.gazetteer") / "data" / "gazetteer.sqlite"))
"""The file that comes with the package."""

VERSION = 1
"""Version of the file's layout, kept in ``PRAGMA user_version``."""

MAPPED_BYTES = 64 * 1024 * 1024
"""The file is read through memory mapping, which halves the time of the first look-ups."""

_AGAIN = "Remove it and add your files again with `dateline gazetteer add`."

MOST_HITS = 80
"""Places read for one key; a name more common than that is told apart by other means than this list."""

SCALE = 100_000
"""Coordinates are whole numbers of 1/100,000 degree (about a metre)."""

_SCHEMA = """
CREATE TABLE place (row INTEGER PRIMARY KEY, id, name TEXT, lat INTEGER, lon INTEGER, country TEXT,
                    admin1 TEXT, feature TEXT, population INTEGER, radius_km INTEGER, events INTEGER);
CREATE TABLE admin1 (country TEXT, code TEXT, name TEXT, PRIMARY KEY (country, code)) WITHOUT ROWID;
CREATE TABLE country (iso2 TEXT PRIMARY KEY, iso3 TEXT, name TEXT, place INTEGER, adjectives TEXT,
                      neighbours TEXT) WITHOUT ROWID;
CREATE TABLE bucket (id INTEGER PRIMARY KEY, entries BLOB);
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
"""


class PlaceRow(NamedTuple):
    """A place as it is stored; ``id`` a GeoNames number or a registry id, ``lat``/``lon`` in degrees."""

    id: int | str
    name: str
    lat: float
    lon: float
    country: str | None
    admin1: str | None
    feature: str | None
    population: int | None
    radius_km: float | None = None
    events: int | None = None


def place_id(place: PlaceRow) -> str:
    """The id by which a place is known outside: ``geonames:NNN`` or the registry's own."""
    return f"geonames:{place.id}" if isinstance(place.id, int) else place.id


class Hit(NamedTuple):
    """A stored place that a key led to, with the name of its first-order division."""

    kind: int
    place: PlaceRow
    admin1_name: str | None


def create(path: Path) -> sqlite3.Connection:
    """A new, empty gazetteer file at ``path``, open for writing."""
    connection = sqlite3.connect(path)
    connection.executescript(_SCHEMA)
    connection.execute(f"PRAGMA user_version = {VERSION}")
    return connection


def ensure(path: Path) -> None:
    """An empty gazetteer file at ``path`` if there is none; of several processes that ask at once, one makes it."""
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    own = path.with_name(f".{path.name}.{getpid()}")
    own.unlink(missing_ok=True)
    create(own).close()
    try:
        # A link is made or refused as a whole; a file moved over another's would drop what that one had written.
        path.hardlink_to(own)
    except FileExistsError:
        pass
    finally:
        own.unlink()


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Raise ``KnowledgeError`` unless the open file is a gazetteer of this version."""
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        told = connection.execute("PRAGMA page_count").fetchone()[0] * connection.execute("PRAGMA page_size").fetchone()[0]
        tables = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
    except sqlite3.DatabaseError as error:
        raise KnowledgeError(f"{path} is no gazetteer: {error}.", _AGAIN) from error
    if path.stat().st_size < told:
        raise KnowledgeError(f"{path} is cut short.", _AGAIN)
    if not {"place", "bucket"} <= tables:
        raise KnowledgeError(f"{path} is a database, but holds no gazetteer.")
    if version != VERSION:
        raise KnowledgeError(
            f"{path} is a gazetteer of version {version}; this Dateline reads version {VERSION}.",
            "Move it away and add your files again with `dateline gazetteer add`.",
        )


def _hash(key: str) -> tuple[int, bytes]:
    digest = blake2b(key.encode(), digest_size=5).digest()
    return int.from_bytes(digest[:2], "big"), digest[2:]


def add_keys(connection: sqlite3.Connection, keys: Iterable[tuple[str, int, int]]) -> None:
    """Add ``(key, kind, row)`` triples to the index; those already there are left as they are."""
    fresh: dict[int, set[bytes]] = defaultdict(set)
    for key, kind, row in keys:
        bucket, rest = _hash(key)
        fresh[bucket].add(rest + (kind << 22 | row).to_bytes(3, "big"))
    for bucket in sorted(fresh):
        found = connection.execute("SELECT entries FROM bucket WHERE id = ?", (bucket,)).fetchone()
        entries = fresh[bucket]
        if found:
            entries |= {found[0][i : i + 6] for i in range(0, len(found[0]), 6)}
        connection.execute("INSERT OR REPLACE INTO bucket VALUES (?, ?)", (bucket, b"".join(sorted(entries))))


def drop_keys(connection: sqlite3.Connection, rows: Container[int]) -> None:
    """Take the entries that lead to ``rows`` out of the index."""
    for bucket, entries in connection.execute("SELECT id, entries FROM bucket").fetchall():
        kept = [
            entry
            for i in range(0, len(entries), 6)
            if (int.from_bytes((entry := entries[i : i + 6])[3:], "big") & 0x3FFFFF) not in rows
        ]
        if 6 * len(kept) < len(entries):
            connection.execute("UPDATE bucket SET entries = ? WHERE id = ?", (b"".join(kept), bucket))


def add_places(connection: sqlite3.Connection, first_row: int, places: Iterable[PlaceRow]) -> None:
    """Store ``places`` under the rows ``first_row``, ``first_row`` + 1, …"""
    connection.executemany(
        "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (row, p.id, p.name, round(p.lat * SCALE), round(p.lon * SCALE), p.country, p.admin1, p.feature,
             p.population, None if p.radius_km is None else round(p.radius_km), p.events)
            for row, p in enumerate(places, first_row)
        ),
    )  # fmt: skip


class Store:
    """One gazetteer file, read only; one connection a thread and process."""

    def __init__(self, path: Path, *, immutable: bool) -> None:
        self.path = path
        self._uri = f"{path.resolve().as_uri()}?mode=ro" + ("&immutable=1" if immutable else "")
        self._local = threading.local()
        self._divisions: dict[tuple[str, str], str] | None = None
        check(self._connection(), path)

    def _connection(self) -> sqlite3.Connection:
        # A connection must not cross a fork or a thread.
        if getattr(self._local, "pid", None) != getpid():
            try:
                self._local.connection = sqlite3.connect(self._uri, uri=True)
                self._local.connection.execute(f"PRAGMA mmap_size = {MAPPED_BYTES}")
            except sqlite3.Error as error:
                raise KnowledgeError(f"{self.path} cannot be opened: {error}.") from error
            self._local.pid = getpid()
        connection: sqlite3.Connection = self._local.connection
        return connection

    def find(self, key: str, kinds: Sequence[int]) -> list[Hit]:
        """The places that ``key`` leads to under one of ``kinds``; of more than ``MOST_HITS``, the largest.

        Raises ``KnowledgeError`` where the file turns out to be damaged, or is kept busy for long.
        """
        try:
            return self._find(key, kinds)
        except sqlite3.Error as error:
            raise KnowledgeError(f"{self.path} cannot be read: {error}.", "Try again, or add your files anew.") from error

    def _find(self, key: str, kinds: Sequence[int]) -> list[Hit]:
        bucket, rest = _hash(key)
        connection = self._connection()
        found = connection.execute("SELECT entries FROM bucket WHERE id = ?", (bucket,)).fetchone()
        if not found:
            return []
        entries: bytes = found[0]
        rows: dict[int, int] = {}
        for i in range(0, len(entries), 6):
            if entries[i : i + 3] == rest:
                value = int.from_bytes(entries[i + 3 : i + 6], "big")
                kind, row = value >> 22, value & 0x3FFFFF
                if kind in kinds:
                    rows[row] = min(kind, rows.get(row, kind))
        if not rows:
            return []
        # SQLite takes at least 999 values; no key leads to more places than that.
        places = connection.execute(
            f"SELECT * FROM place WHERE row IN ({','.join('?' * len(rows))}) ORDER BY row", list(rows)
        ).fetchall()
        if len(places) > MOST_HITS:
            places = sorted(places, key=lambda r: (rows[r[0]], -(r[8] or 0)))[:MOST_HITS]
        return [
            Hit(
                rows[r[0]],
                PlaceRow(r[1], r[2], r[3] / SCALE, r[4] / SCALE, *r[5:11]),
                self._division_names().get((r[5], r[6])),
            )
            for r in places
        ]

    def by_number(self, ids: Container[int]) -> dict[int, PlaceRow]:
        """The places of these GeoNames ids; reads the whole file."""
        rows = self._connection().execute("SELECT * FROM place WHERE typeof(id) = 'integer'")
        return {r[1]: PlaceRow(r[1], r[2], r[3] / SCALE, r[4] / SCALE, *r[5:11]) for r in rows if r[1] in ids}

    def towns(self) -> Iterator[tuple[float, float, str, str]]:
        """Latitude, longitude, country and code of the division of every town."""
        for lat, lon, country, division in self._connection().execute(
            "SELECT lat, lon, country, admin1 FROM place WHERE feature LIKE 'PPL%' AND country IS NOT NULL"
        ):
            yield lat / SCALE, lon / SCALE, country, division or ""

    def _division_names(self) -> dict[tuple[str, str], str]:
        if self._divisions is None:
            rows = self._connection().execute("SELECT country, code, name FROM admin1")
            self._divisions = {(country, code): name for country, code, name in rows}
        return self._divisions

    def countries(self) -> list[Country]:
        """Every country of the file."""
        return [
            Country(
                r[0], r[1], r[2], f"geonames:{r[3]}", r[4] / SCALE, r[5] / SCALE, float(r[6]),
                tuple(filter(None, r[7].split("|"))), tuple(filter(None, r[8].split(","))),
            )
            for r in self._connection().execute(
                "SELECT c.iso2, c.iso3, c.name, p.id, p.lat, p.lon, p.radius_km, c.adjectives, c.neighbours "
                "FROM country c JOIN place p ON p.row = c.place ORDER BY c.iso2"
            )
        ]  # fmt: skip
