"""Opening: new, older, newer, damaged, locked, out of reach; and every fault in plain words."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from dateline.model.errors import StoreError, UsageError
from dateline.store import Store, open_store, opening
from dateline.store.tables import metadata
from tests.records import RECORD
from tests.store.records import RUN, record


def test_a_new_store_is_made_and_opened_again(place: str) -> None:
    with open_store(place) as store:
        store.add(RECORD, capture=None, run=RUN)
    with open_store(place) as store:
        assert store.record(RECORD.report.id) == RECORD
        assert store.check() == []


def test_the_migrations_make_the_tables_that_the_code_has(store: Store) -> None:
    with store._database.reading() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                # The index of words is the database's own.
                "include_name": lambda name, kind, _: not (name or "").startswith(("report_words", "ix_reports_words")),
            },
        )
        found = [
            change
            for change in compare_metadata(context, metadata)
            if not (change[0] == "remove_column" and change[3].name == "words")
            # Comments are for the reader of the code.
            and not (isinstance(change, tuple) and "comment" in str(change[0]))
            and not (isinstance(change, list) and all(part[0] == "modify_comment" for part in change))
        ]
    assert found == []


def test_the_head_is_the_newest_migration() -> None:
    assert ScriptDirectory(str(opening._MIGRATIONS)).get_heads() == [opening.HEAD]


def test_a_store_of_a_newer_version_is_left_alone(place: str) -> None:
    with open_store(place) as store, store._database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match=r"newer Dateline.*Update"):
        open_store(place)


def test_another_database_is_left_alone(place: str, tmp_path: Path) -> None:
    from sqlalchemy import create_engine

    engine = create_engine(f"sqlite:///{place}" if "://" not in place else place)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE recipes (name TEXT)"))
    engine.dispose()
    with pytest.raises(StoreError, match="no Dateline store"):
        open_store(place)


def test_none_is_made_where_one_must_be(place: str) -> None:
    with pytest.raises(StoreError, match="dateline add"):
        open_store(place, create=False)
    assert not Path(place).exists()


@pytest.mark.parametrize("place", ["mysql://localhost/x", "http://example.org/x", "://", "oracle://x"])
def test_other_databases_are_wrong_usage(place: str) -> None:
    with pytest.raises(UsageError):
        open_store(place)


def test_a_server_out_of_reach(tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    with pytest.raises(StoreError, match="cannot be reached") as caught:
        open_store(f"postgresql+psycopg://someone:secret@/none?host={tmp_path}")
    assert "secret" not in str(caught.value)


def test_a_database_that_is_not_there(postgres: Path) -> None:
    with pytest.raises(StoreError, match="none_such"):
        open_store(f"postgresql+psycopg://dateline@/none_such?host={postgres}")


class TestFiles:
    def test_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(StoreError, match="is a folder"):
            open_store(tmp_path)

    def test_a_folder_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(StoreError, match="Make the folder"):
            open_store(tmp_path / "none" / "dateline.db")

    def test_a_path_that_looks_like_anything(self, tmp_path: Path) -> None:
        path = tmp_path / "a store % of? ours#1.db"
        with open_store(path) as store:
            store.add(RECORD, capture=None, run=RUN)
            store.backup(tmp_path / "b?.db")
        assert path.is_file() and (tmp_path / "b?.db").is_file()

    def test_not_a_database(self, tmp_path: Path) -> None:
        path = tmp_path / "dateline.db"
        path.write_text("The army said that it was attacked.\n" * 100)
        with pytest.raises(StoreError, match="not a Dateline store"):
            open_store(path)
        assert path.read_text().startswith("The army")

    def test_a_page_that_was_overwritten(self, tmp_path: Path) -> None:
        path = tmp_path / "dateline.db"
        with open_store(path) as store:
            for number in range(30):
                store.add(record(number), capture=None, run=RUN)
        _fold(path)
        size = path.stat().st_size
        with path.open("r+b") as file:
            file.seek(size // 2 // 4096 * 4096)
            file.write(os.urandom(size // 4))
        with open_store(path) as store:
            try:
                assert store.check()
            except StoreError as error:
                assert "damaged" in str(error)

    def test_a_value_that_was_edited(self, tmp_path: Path) -> None:
        path = tmp_path / "dateline.db"
        with open_store(path) as store:
            store.add(RECORD, capture=None, run=RUN)
            with closing(sqlite3.connect(path)) as other:
                other.execute("""UPDATE claims SET body = replace(body, '"alleged"', '"stated"'),
                                 stance = 'stated' WHERE claim = 'c1'""")
                other.execute("UPDATE claims SET body = replace(body, '0.91', '0.99') WHERE claim = 'c1'")
                other.commit()
            assert [finding.kind for finding in store.check()] == ["hash"]
            with closing(sqlite3.connect(path)) as other:
                other.execute("UPDATE claims SET body = 'nonsense' WHERE claim = 'c2'")
                other.execute("UPDATE reports SET text = text || ' and more'")
                other.execute("DELETE FROM report_words_docsize")
                other.execute("DELETE FROM runs")
                other.commit()
            kinds = {finding.kind for finding in store.check()}
            assert kinds == {"hash", "unreadable", "words", "foreign-key"}
            with pytest.raises(StoreError, match="restore"):
                store.record(RECORD.report.id)

    def test_locked(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("dateline.store.database.WAIT_SECONDS", 0.1)
        path = tmp_path / "dateline.db"
        with open_store(path) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(StoreError, match=r"is locked.*try again"):
                store.add(RECORD, capture=None, run=RUN)
            # Who only reads does not wait.
            assert list(store.records()) == []
            other.execute("ROLLBACK")
            assert store.add(RECORD, capture=None, run=RUN).state == "new"

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
    def test_no_permission(self, tmp_path: Path) -> None:
        path = tmp_path / "dateline.db"
        open_store(path).close()
        path.chmod(0o400)
        tmp_path.chmod(0o500)
        try:
            with pytest.raises(StoreError, match=r"permission|may write"), open_store(path) as store:
                store.add(RECORD, capture=None, run=RUN)
        finally:
            tmp_path.chmod(0o700)


def _fold(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
