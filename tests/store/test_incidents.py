"""Incidents as derived, judgements, and what changed since when."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.model.errors import UsageError
from dateline.model.incident import ClaimRef
from dateline.model.judgement import Judgement
from dateline.store import Change, Store
from tests.store.records import RUN, Clock, incident, record

KEYS = [record(number).report.id for number in range(4)]
A, B, C, D = (ClaimRef(key, "c1") for key in KEYS)
JUDGEMENT = Judgement("j-1", "2026-03-01T12:00:00Z", "Ana", "the same blast", "same", (A, B))


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


@pytest.fixture
def four(store: Store, clock: Clock) -> Store:
    for number in range(4):
        store.add(record(number), capture=None, run=RUN)
    return store


def test_an_incident_comes_back_with_its_history(four: Store, clock: Clock) -> None:
    clock.set("2026-03-02")
    assert four.save_incidents([incident("i-1", [A, B])]) == [Change("i-1", "new")]
    clock.set("2026-03-04")
    changed = incident("i-1", [A, C], killed=11)
    assert four.save_incidents([changed], who="Ana", why="split") == [Change("i-1", "changed")]
    found = four.incident("i-1")
    assert found is not None
    assert replace(found, first_seen=None, last_updated=None, history=()) == changed
    assert (found.first_seen, found.last_updated) == ("2026-03-02T12:00:00.000000Z", "2026-03-04T12:00:00.000000Z")
    new, then = found.history
    assert (new["change"], new["who"]) == ("new", "dateline")
    assert then["fields"] == ["killed", "origins"]
    assert then["claims_added"] == [{"report": C.report, "claim": "c1"}]
    assert then["claims_removed"] == [{"report": B.report, "claim": "c1"}]
    before = four.incident("i-1", as_of="2026-03-03")
    assert before is not None and before.claims == (A, B) and len(before.history) == 1
    assert four.incident("i-1", as_of="2026-03-01") is None


def test_what_is_the_same_adds_nothing(four: Store) -> None:
    four.save_incidents([incident("i-1", [A, B])])
    before = four.counts()
    found = four.incident("i-1")
    assert found is not None
    assert four.save_incidents([incident("i-1", [A, B])]) == []
    assert four.save_incidents([found]) == []
    assert four.counts() == before


def test_the_removed_are_merged_or_withdrawn(four: Store) -> None:
    four.save_incidents([incident("i-1", [A]), incident("i-2", [B]), incident("i-3", [C])])
    changes = four.save_incidents([incident("i-1", [A, B])], removed=["i-2", "i-3", "i-none"])
    assert changes == [Change("i-1", "changed"), Change("i-2", "merged", "i-1"), Change("i-3", "withdrawn")]
    assert [found.id for found in four.incidents()] == ["i-1"]
    merged, withdrawn = four.incident("i-2"), four.incident("i-3")
    assert merged is not None and merged.status == "merged" and merged.history[-1]["into"] == "i-1"
    assert withdrawn is not None and withdrawn.status == "retracted"
    assert four.incidents_of([A, B, C, D]) == {A: "i-1", B: "i-1"}
    assert four.save_incidents([], removed=["i-2", "i-3"]) == []
    assert four.save_incidents([incident("i-3", [C])]) == [Change("i-3", "changed")]
    assert four.incidents_of([C]) == {C: "i-3"}
    assert four.check() == []


def test_changes_are_net(four: Store, clock: Clock) -> None:
    four.save_incidents([incident(f"i-{n}", [ref]) for n, ref in enumerate((A, B, C))])
    clock.set("2026-03-05")
    mark = four.mark()
    four.save_incidents([incident("i-0", [A, B]), incident("i-9", [D])], removed=["i-1", "i-2"])
    four.save_incidents([incident("i-8", [C])])
    four.save_incidents([incident("i-9", [C, D])], removed=["i-8"])
    four.add(record(7), capture=None, run=RUN)
    four.add(record(1, title="Other"), capture=None, run=RUN)
    four.add(record(2, title="Other"), capture=None, run=RUN)
    four.add(record(2), capture=None, run=RUN)
    four.withdraw([KEYS[3]], who="Ana", why="a hoax")
    for since in ("2026-03-05", mark, "2026-03-04T00:00:00Z"):
        found = four.changes(since)
        assert found.incidents.new == ("i-9",)
        assert found.incidents.changed == ("i-0",)
        assert found.incidents.withdrawn == ("i-2",)
        assert found.incidents.merged == (("i-1", "i-0"),)
        assert found.reports.new == (record(7).report.id,)
        assert found.reports.changed == (KEYS[1],)
        assert found.reports.withdrawn == (KEYS[3],)
    nothing = four.changes("2026-03-06")
    assert not nothing.incidents.new and not nothing.reports.new
    everything = four.changes("2026-01-01")
    assert everything.incidents.new == ("i-0", "i-9")
    assert not everything.incidents.merged


def test_check_sees_what_an_incident_lost(four: Store) -> None:
    four.save_incidents([incident("i-1", [A, B]), incident("i-2", [A])])
    assert [finding.kind for finding in four.check()] == ["double"]
    four.save_incidents([], removed=["i-2"])
    four.withdraw([KEYS[1]], who="Ana", why="a hoax")
    (finding,) = four.check()
    assert (finding.kind, finding.item) == ("claim-missing", "i-1")


class TestFilters:
    @pytest.fixture
    def two(self, four: Store) -> Store:
        contested = incident("i-1", [A, B], status="reviewed")
        fields = {"killed": replace(contested.fields["killed"], agreement="contested")}
        four.save_incidents(
            [replace(contested, fields=fields, independent_sources=2), incident("i-2", [ClaimRef(KEYS[2], "c3")])]
        )
        return four

    @pytest.mark.parametrize(
        ("filters", "found"),
        [
            ({}, ["i-1", "i-2"]),
            ({"contested": True}, ["i-1"]),
            ({"single_source": True}, ["i-2"]),
            ({"status": "reviewed"}, ["i-1"]),
            ({"event_type": "Battles"}, ["i-1", "i-2"]),
            ({"event_type": "Armed clash"}, ["i-1", "i-2"]),
            ({"event_type": "Attack"}, []),
            ({"start": "2025-03-10", "end": "2025-03-31"}, ["i-1"]),
            ({"end": "2025-03-09"}, ["i-2"]),
            ({"country": "ng"}, ["i-1"]),
            ({"place": "dambo"}, ["i-1"]),
            ({"actor": "iswap"}, ["i-2"]),
            ({"actor": "nigerian"}, ["i-1"]),
            ({"actor": "%"}, []),
            ({"actor": "iswap", "country": "NG"}, []),
        ],
        ids=str,
    )
    def test_each(self, two: Store, filters: dict[str, object], found: list[str]) -> None:
        assert [one.id for one in two.incidents(**filters)] == found

    def test_in_pages(self, two: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("dateline.store.paging.PAGE", 1)
        assert [one.id for one in two.incidents()] == ["i-1", "i-2"]

    def test_an_unknown_one(self, two: Store) -> None:
        with pytest.raises(TypeError):
            list(two.incidents(colour="red"))


class TestJudgements:
    UNDO = Judgement("j-2", "2026-03-02T12:00:00Z", "Ana", "a slip", "undo", undoes="j-1")

    def test_they_are_kept_in_order(self, four: Store, clock: Clock) -> None:
        assert four.judge(JUDGEMENT)
        clock.set("2026-03-02")
        assert four.judge(self.UNDO)
        assert not four.judge(JUDGEMENT)
        assert four.judgements() == [JUDGEMENT, self.UNDO]
        assert four.judgements(as_of="2026-03-01") == [JUDGEMENT]

    def test_none_is_changed(self, four: Store) -> None:
        four.judge(JUDGEMENT)
        with pytest.raises(UsageError, match="never changed"):
            four.judge(replace(JUDGEMENT, why="on second thoughts"))

    def test_what_is_not_there_cannot_be_taken_back(self, four: Store) -> None:
        with pytest.raises(UsageError, match="no judgement j-1"):
            four.judge(self.UNDO)


def test_reports_are_stale_until_incidents_tell_of_them(store: Store) -> None:
    assert store.stale() == ([], 0)
    for number in (1, 2):
        store.add(record(number), capture=None, run=RUN)
    reports, up_to = store.stale()
    assert reports == KEYS[1:3]
    store.add(record(3), capture=None, run=RUN)
    store.refreshed(up_to)
    reports, up_to = store.stale()
    assert reports == [KEYS[3]]
    store.refreshed(up_to)
    assert store.stale()[0] == []
    store.withdraw([KEYS[1]], who="Ana", why="a hoax")
    assert store.stale()[0] == [KEYS[1]]
