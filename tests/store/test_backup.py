"""Backups of live stores, from and into either database."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.model.errors import StoreError
from dateline.store import Store, open_store, restore
from tests.store.records import RUN, capture, incident, record
from tests.store.test_incidents import JUDGEMENT


@pytest.fixture
def full(store: Store) -> Store:
    for number in range(3):
        store.add(record(number), capture=capture(number), run=RUN)
    store.add(record(1, title="Other"), capture=None, run=RUN)
    store.save_incidents([incident("i-1", [JUDGEMENT.claims[0]])])
    store.judge(JUDGEMENT)
    return store


def same(one: Store, other: Store) -> bool:
    return (
        one.counts() == other.counts()
        and list(one.records()) == list(other.records())
        and list(one.incidents()) == list(other.incidents())
        and one.judgements() == other.judgements()
    )


def test_a_backup_holds_everything_and_is_restored(full: Store, place: str, tmp_path: Path) -> None:
    backup = tmp_path / "backup.db"
    full.backup(backup)
    restore(backup, place)
    with open_store(place) as again:
        assert same(full, again)
        assert again.check() == []
        assert len(again.search("gunmen")) == 3
        assert again.add(record(9), capture=None, run=RUN).state == "new"
        assert again.check() == []
    assert sorted(p.name for p in tmp_path.iterdir() if "backup" in p.name) == ["backup.db"]


def test_it_is_one_state_of_a_store_in_use(full: Store, tmp_path: Path) -> None:
    with full._database.writing() as connection:
        connection.exec_driver_sql("UPDATE feeds SET failed = 1")
        full.backup(tmp_path / "backup.db")
    with open_store(tmp_path / "backup.db") as copy:
        assert same(full, copy)


def test_nothing_is_overwritten(full: Store, made: str, tmp_path: Path) -> None:
    backup = tmp_path / "backup.db"
    full.backup(backup)
    with pytest.raises(StoreError, match="exists"):
        full.backup(backup)
    with pytest.raises(StoreError, match="left as it is"):
        restore(backup, made)
    with pytest.raises(StoreError, match="no backup"):
        restore(tmp_path / "none.db", tmp_path / "new.db")


def test_a_backup_that_is_none(tmp_path: Path) -> None:
    bad = tmp_path / "bad.db"
    bad.write_bytes(b"nothing" * 1000)
    with pytest.raises(StoreError):
        restore(bad, tmp_path / "new.db")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["bad.db"]
