"""Open a store: make it where there is none, bring it up to this version where it is older."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from dateline.model.errors import StoreError
from dateline.store.database import Database, url_of
from dateline.store.faults import told
from dateline.store.store import Store

HEAD = "0001"
"""The newest migration; a store that has it is opened without loading Alembic."""

_MIGRATIONS = Path(__file__).with_name("migrations")


def open_store(url_or_path: str | Path, *, create: bool = True) -> Store:
    """The store at a path (SQLite) or URL (``postgresql+psycopg://…``), brought up to this version first.

    ``create`` False refuses to make one where there is none. Raises ``StoreError`` where it cannot be opened: no
    permission, locked, damaged, no Dateline store, or made by a newer Dateline; ``UsageError`` for another kind
    of database.
    """
    url = url_of(url_or_path)
    if url.drivername == "sqlite":
        _look_at(Path(url.database or ""), create=create)
    database = Database(url)
    try:
        with told(database.name):
            if database.path:
                _use_wal(database)
            with database.reading() as connection:
                found = _revision(connection, database.name, create=create)
            if found != HEAD:
                with database.writing() as connection:
                    # Another process may have been here between.
                    found = _revision(connection, database.name, create=create)
                    if found != HEAD:
                        _migrate(connection, database.name, found)
    except BaseException:
        database.engine.dispose()
        raise
    return Store(database)


def _look_at(path: Path, *, create: bool) -> None:
    """Say what SQLite would say in two words."""
    if not path.name or path.is_dir():
        raise StoreError(f"The store {path} is a folder.", "Name a file in it, such as dateline.db.")
    if not path.exists():
        if not create:
            raise StoreError(f"There is no store {path}.", "Make one with `dateline add`, or name it with --store.")
        if not path.parent.is_dir():
            raise StoreError(f"The store {path} cannot be made: its folder is not there.", "Make the folder first.")


def _use_wal(database: Database) -> None:
    # Kept in the file; with it readers and a writer do not wait for each other.
    with database.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        mode = raw.execute("PRAGMA journal_mode").fetchone()[0]
        if mode != "wal":
            raw.execute("PRAGMA journal_mode = WAL")


def _revision(connection: Connection, name: str, *, create: bool) -> str | None:
    """The migration that the store stands at, ``None`` for an empty database."""
    tables = inspect(connection).get_table_names()
    if "alembic_version" in tables and "entries" in tables:
        found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return found
    if tables:
        raise StoreError(
            f"{name} is a database, but no Dateline store; it was left as it is.", "Give another path or database."
        )
    if not create:
        raise StoreError(f"{name} holds no store.", "Make one with `dateline add`, or name it with --store.")
    return None


def _migrate(connection: Connection, name: str, found: str | None) -> None:
    """Run what is missing, in the transaction at hand: all of it or nothing."""
    from alembic.config import Config  # noqa: PLC0415 - a quarter of a second, for a new or old store alone
    from alembic.runtime.environment import EnvironmentContext  # noqa: PLC0415 - as above
    from alembic.script import ScriptDirectory  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)
    known = {script.revision for script in scripts.walk_revisions()}
    if found is not None and found not in known:
        raise StoreError(
            f"The store {name} was made by a newer Dateline (its version is {found}).",
            "Update: pip install --upgrade dateline. The store was left as it is.",
        )
    with EnvironmentContext(config, scripts, fn=lambda at, _: scripts._upgrade_revs("head", at)) as context:
        context.configure(connection=connection, transactional_ddl=True)
        context.run_migrations()
