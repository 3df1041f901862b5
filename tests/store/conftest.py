"""Every test of the store runs on SQLite and on PostgreSQL, each with a store of its own."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import NullPool, create_engine

from dateline.store import Store, open_store
from dateline.store.tables import metadata
from tests.store.server import binaries, running

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[Path]:
    """The socket's folder of a server that is stopped after the last test."""
    pytest.importorskip("psycopg", reason="psycopg is not installed (pip install 'dateline[postgres]')")
    folder = binaries()
    if folder is None:
        pytest.skip("PostgreSQL is not installed (apt-get install postgresql)")
    with running(folder) as socket:
        yield socket


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a store may be made: a path that is free, or the URL of an empty database."""
    if request.param == "sqlite":
        return str(tmp_path / "fresh.db")
    return new_database(request.getfixturevalue("postgres"))


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with its tables made, to be copied: that is much quicker than making them for every test."""
    path = tmp_path_factory.mktemp("empty") / "dateline.db"
    open_store(path).close()
    return path


@pytest.fixture(scope="session")
def database(postgres: Path) -> str:
    """A database with its tables made, to be emptied."""
    url = new_database(postgres)
    open_store(url).close()
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def made(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty store, not open."""
    if request.param == "sqlite":
        path = tmp_path / "dateline.db"
        shutil.copy(request.getfixturevalue("empty_file"), path)
        return str(path)
    url: str = request.getfixturevalue("database")
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        connection.exec_driver_sql(f"TRUNCATE {', '.join(metadata.tables)} RESTART IDENTITY")
    return url


@pytest.fixture
def store(made: str) -> Iterator[Store]:
    """An empty store."""
    with open_store(made) as opened:
        yield opened


def new_database(socket: Path) -> str:
    """The URL of a new, empty database."""
    import psycopg

    name = f"store_{next(_numbers)}"
    with psycopg.connect(host=str(socket), user="dateline", dbname="postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql+psycopg://dateline@/{name}?host={socket}"
