"""Incidents of a store, kept up to date."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.incidents import fuse
from dateline.model.incident import ClaimRef
from dateline.model.judgement import Judgement
from dateline.model.run import RunInfo
from dateline.run.incidents import refresh
from dateline.run.versions import run_info
from dateline.store import Store, open_store
from tests.incidents.made import NYALA, claim, day, record, source, toll

RECORDS = [
    record("Alpha", claim(tolls=[toll()], sources=[source("Sudan Doctors Network")])),
    record("Beta", claim(tolls=[toll()])),
    record("Gamma", claim(when=day("2025-07-13"), tolls=[toll()]), published="2025-07-14"),
    record("Delta", claim(when=day("2025-07-13"), tolls=[toll()]), published="2025-07-14"),
    record("Far", claim(places=[NYALA], tolls=[toll(low=2, best=2, high=2)])),
]


@pytest.fixture
def store(tmp_path: Path):
    with open_store(tmp_path / "s.db") as opened:
        yield opened


def add(store: Store, *records):
    run: RunInfo = run_info(())
    for r in records:
        store.add(r, capture=None, run=run)
        refresh(store, [r.report.id])


def groups(incidents):
    return {frozenset(incident.claims) for incident in incidents}


@pytest.mark.parametrize("order", [RECORDS, RECORDS[::-1]])
def test_report_by_report_gives_what_all_at_once_gives(store, order):
    add(store, *order)
    assert groups(store.incidents()) == groups(fuse(RECORDS))
    assert store.check() == []


def test_only_what_is_near_gets_a_new_version(store):
    add(store, *RECORDS[:2], RECORDS[4])
    changes = refresh(store, [RECORDS[1].report.id])
    assert changes == []
    store.add(RECORDS[3], capture=None, run=run_info(()))
    assert [c.kind for c in refresh(store, [RECORDS[3].report.id])] == ["new"]


def test_a_judgement_holds_over_later_runs(store):
    add(store, *RECORDS[:2])
    one, two = (ClaimRef(r.report.id, "c1") for r in RECORDS[:2])
    store.judge(Judgement("j-1", "2025-08-01T00:00:00Z", "ana", "two shellings", "different", (one,), (two,)))
    refresh(store, [one.report])
    assert len(groups(store.incidents())) == 2
    add(store, record("Epsilon", claim(tolls=[toll()])))
    homes = store.incidents_of([one, two])
    assert homes[one] != homes[two]
    store.judge(Judgement("j-2", "2025-08-02T00:00:00Z", "ana", "one after all", "undo", undoes="j-1"))
    refresh(store, [one.report])
    homes = store.incidents_of([one, two])
    assert homes[one] == homes[two]


def test_the_id_is_kept_when_more_comes_in(store):
    add(store, RECORDS[0])
    before = next(iter(store.incidents())).id
    add(store, record("Early", claim(tolls=[toll()]), published="2025-06-10"))
    assert [i.id for i in store.incidents()] == [before]
