"""Adding reports and reading them, as they stand and as they stood."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.model.errors import UsageError
from dateline.model.incident import ClaimRef
from dateline.model.record import Record
from dateline.model.report import Failure, report_id
from dateline.store import Store, cell_of, cells_around
from tests.records import ATTACK, EMPTY, RECORD
from tests.store.records import NEWER, RUN, Clock, capture, claim, record


def test_a_record_comes_back_as_it_was(store: Store) -> None:
    added = store.add(RECORD, capture=None, run=RUN)
    assert (added.report, added.state, added.claims) == (RECORD.report.id, "new", 4)
    assert store.record(RECORD.report.id) == RECORD
    assert store.record("r-0") is None


def test_the_same_again_changes_nothing(store: Store) -> None:
    store.add(record(1), capture=capture(1), run=RUN)
    before = store.counts()
    assert store.add(record(1), capture=capture(1), run=RUN).state == "unchanged"
    assert store.counts() == before


def test_from_another_place_it_is_the_same_report_seen_twice(store: Store) -> None:
    store.add(record(1), capture=capture(1), run=RUN)
    again = store.add(record(1, ref="copy.txt"), capture=replace(capture(1), ref="copy.txt"), run=RUN)
    assert again.state == "unchanged"
    assert (store.counts()["records"], store.counts()["captures"]) == (1, 2)


def test_a_newer_coding_is_a_new_version_and_the_old_one_stays(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch)
    clock.set("2026-03-01")
    store.add(record(1), capture=capture(1), run=RUN)
    clock.set("2026-03-05")
    recoded = replace(record(1), claims=RECORD.claims[:2])
    assert store.add(recoded, capture=capture(1), run=NEWER, who="Ana", why="new model").state == "recoded"
    key = recoded.report.id
    assert store.record(key) == recoded
    assert store.record(key, as_of="2026-03-05") == recoded
    assert store.record(key, as_of="2026-03-04") == record(1)
    assert store.record(key, as_of="2026-03-01") == record(1)
    assert store.record(key, as_of="2026-02-28") is None
    assert store.claims([ClaimRef(key, "c3")]) == {}
    assert store.claims([ClaimRef(key, "c3")], as_of="2026-03-04")[ClaimRef(key, "c3")] == RECORD.claims[2]


def test_what_went_back_and_forth_is_three_versions(store: Store) -> None:
    first, second = record(1), record(1, title="Another headline")
    for value in (first, second, first):
        store.add(value, capture=None, run=RUN)
    assert store.counts()["records"] == 3
    assert store.record(first.report.id) == first


def test_records_are_read_in_pages_and_by_id(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.store.paging.PAGE", 4)
    every = [record(number) for number in range(11)]
    for value in every:
        store.add(value, capture=None, run=RUN)
    assert list(store.records()) == every
    wanted = [every[7], every[2], every[9], every[1], every[4], every[0]]
    found = list(store.records([value.report.id for value in wanted]))
    assert sorted(found, key=lambda r: r.report.ref) == sorted(wanted, key=lambda r: r.report.ref)
    assert list(store.records([])) == []


def test_a_reader_sees_one_state_while_others_write(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.store.paging.PAGE", 2)
    for number in range(4):
        store.add(record(number), capture=None, run=RUN)
    reading = store.records()
    first = next(reading)
    store.add(record(99), capture=None, run=RUN)
    store.add(replace(record(3), claims=()), capture=None, run=RUN)
    assert [first, *reading] == [record(number) for number in range(4)]


@pytest.mark.parametrize("odd", ["half a pair: \ud83d", "a NUL: \x00", "astral: 𐍈 and \u202e", "a \\ backslash"])
def test_odd_text_comes_back_as_it_was(store: Store, odd: str) -> None:
    text = EMPTY.report.text + odd
    report = replace(EMPTY.report, text=text, id=report_id(text, None), title=odd, ref=odd)
    store.add(replace(EMPTY, report=report), capture=None, run=RUN)
    assert store.record(report.id) == replace(EMPTY, report=report)
    assert store.check() == []
    store.fail(Failure(odd, "ReadingError", odd, odd))


def test_a_withdrawn_report_is_gone_and_seen_as_of_before(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch)
    store.add(record(1), capture=None, run=RUN)
    clock.set("2026-03-03")
    key = record(1).report.id
    assert store.withdraw([key, "r-none"], who="Ana", why="a hoax") == [key]
    assert store.withdraw([key], who="Ana", why="a hoax") == []
    assert list(store.records()) == []
    assert store.search("gunmen") == []
    assert store.claims_near() == []
    assert store.record(key, as_of="2026-03-02") == record(1)
    assert store.add(record(1), capture=None, run=RUN).state == "recoded"
    assert store.record(key) == record(1)
    assert store.check() == []


def test_a_withdrawn_report_is_reinstated_as_it_last_stood(store: Store) -> None:
    key = record(1).report.id
    store.add(record(1), capture=None, run=RUN)
    assert store.reinstate([key], who="Ana", why="never withdrawn") == []
    store.withdraw([key], who="Ana", why="a hoax")
    mark = store.mark()
    assert store.reinstate([key, "r-none"], who="Ben", why="no hoax") == [key]
    assert store.record(key) == record(1)
    assert store.stale()[0] == [key]
    assert store.changes(mark).reports.new == (key,)
    assert store.check() == []


def test_what_is_known_need_not_be_coded_again(store: Store) -> None:
    one = capture(1)
    assert store.known(one, RUN) is None
    store.add(record(1), capture=one, run=RUN)
    assert store.known(one, RUN) == record(1).report.id
    assert store.known(one, NEWER) is None
    assert store.known(capture(1, "other bytes"), RUN) is None
    store.fail(Failure("2.txt", "ReadingError", "2.txt is empty."), capture=capture(2), run=RUN)
    assert store.known(capture(2), RUN) is None
    assert store.known(capture(2), RUN, failed=True) == ""
    store.note(capture(3), None, RUN)
    assert store.known(capture(3), RUN) == ""


def test_a_failure_is_kept_once(store: Store) -> None:
    failure = Failure("x.txt", "ReadingError", "x.txt is empty.", "Check it.")
    for _ in range(3):
        store.fail(failure)
    other = replace(failure, message="x.txt is binary.")
    store.fail(other)
    store.fail(failure)
    assert store.failures() == [failure, other, failure]


class TestSearch:
    def test_all_words_must_be_there_in_any_form(self, store: Store) -> None:
        store.add(RECORD, capture=None, run=RUN)
        store.add(EMPTY, capture=None, run=RUN)
        (found,) = store.search("attack soldier")
        assert (found.report, found.outlet, found.title) == (
            RECORD.report.id,
            "Borno Courier",
            "Nine soldiers killed near Damboa",
        )
        assert "attacked" in found.snippet
        assert store.search("outpost league") == []
        assert len(store.search("the")) in (0, 2)

    def test_quotes_make_a_phrase(self, store: Store) -> None:
        store.add(RECORD, capture=None, run=RUN)
        assert len(store.search('"army outpost"')) == 1
        assert store.search('"outpost army"') == []

    @pytest.mark.parametrize("words", ['gunmen"', "gunmen AND", "text:gunmen*", "'; drop table reports", "NEAR(a b)"])
    def test_no_word_is_taken_for_a_command(self, store: Store, words: str) -> None:
        store.add(RECORD, capture=None, run=RUN)
        assert len(store.search(words)) <= 1

    def test_no_word_at_all(self, store: Store) -> None:
        with pytest.raises(UsageError):
            store.search(' "" ! ')

    def test_it_looks_at_the_earlier_day(self, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
        clock = Clock(monkeypatch)
        clock.set("2026-03-05")
        store.add(RECORD, capture=None, run=RUN)
        assert store.search("gunmen", as_of="2026-03-04") == []
        assert len(store.search("gunmen", as_of="2026-03-05")) == 1


class TestClaimsNear:
    HERE, FAR = (11.155, 12.756), (33.5, 36.3)

    def near(self, store: Store, **question: object) -> list[str]:
        return [ref.claim for ref in store.claims_near(**question)]  # type: ignore[arg-type]

    @pytest.fixture
    def six(self, store: Store) -> Store:
        lat, lon = self.HERE
        value = replace(
            record(1, published="2026-01-20"),
            claims=(
                claim(1, day="2026-01-10", lat=lat, lon=lon, country="NG"),
                claim(2, day="2026-01-15", lat=self.FAR[0], lon=self.FAR[1], country="SY"),
                claim(3, day="2026-01-10", country="NG", lat=9.0, lon=8.0, radius_km=600.0, where_prec=6),
                claim(4, day="2026-01-10"),
                claim(5, day=None, lat=lat, lon=lon, country="NG"),
                claim(6, day="2026-02-01", lat=lat + 0.3, lon=lon, country="NG"),
            ),
        )
        store.add(value, capture=None, run=RUN)
        return store

    def test_the_whole_world(self, six: Store) -> None:
        assert self.near(six) == ["c1", "c2", "c3", "c4", "c5", "c6"]

    def test_a_window(self, six: Store) -> None:
        assert self.near(six, start="2026-01-10", end="2026-01-12") == ["c1", "c3", "c4"]
        assert self.near(six, start="2026-01-16") == ["c5", "c6"]
        assert self.near(six, end="2026-01-15") == ["c1", "c2", "c3", "c4"]

    def test_cells(self, six: Store) -> None:
        cells = cells_around(*self.HERE, 60)
        assert self.near(six, cells=cells) == ["c1", "c5", "c6"]
        assert self.near(six, cells=cells, end="2026-01-12") == ["c1"]
        assert self.near(six, cells=cells, countries=["NG"]) == ["c1", "c3", "c5", "c6"]
        assert self.near(six, cells=cells, placeless=True) == ["c1", "c4", "c5", "c6"]

    def test_countries(self, six: Store) -> None:
        assert self.near(six, countries=["NG"]) == ["c1", "c3", "c5", "c6"]
        assert self.near(six, countries=["SY", "IQ"]) == ["c2"]

    def test_only_the_newest_version_counts(self, six: Store) -> None:
        six.add(replace(record(1, published="2026-01-20"), claims=(ATTACK,)), capture=None, run=NEWER)
        assert self.near(six) == ["c1"]
        assert self.near(six, start="2026-01-01") == []


def test_cells_cover_the_circle() -> None:
    for lat, lon in ((11.155, 12.756), (0.0, 179.9), (-33.9, 18.4), (64.1, -21.9), (89.9, 0.0)):
        around = cells_around(lat, lon, 55)
        assert cell_of(lat, lon) in around
        assert len(set(around)) == len(around)
        assert cell_of(min(lat + 0.49, 90), lon) in around
        assert cell_of(lat, (lon + 0.3 + 180) % 360 - 180) in around


@pytest.mark.parametrize("day", ["yesterday", "2026-13-01", "", "20-01-2026"])
def test_an_earlier_day_must_be_one(store: Store, day: str) -> None:
    with pytest.raises(UsageError):
        store.record("r-1", as_of=day)


def test_order_holds_though_the_clock_is_set_back(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    clock = Clock(monkeypatch)
    versions: list[Record] = []
    for day, title in (("2026-03-01", "a"), ("2026-03-09", "b"), ("2026-03-02", "c"), ("2026-03-10", "d")):
        clock.set(day)
        versions.append(record(1, title=title))
        store.add(versions[-1], capture=None, run=RUN)
    key = versions[0].report.id
    assert store.record(key) == versions[3]
    assert store.record(key, as_of="2026-03-08") == versions[0]
    # Written while the clock stood too early, after what was written on the 9th: it counts from the 9th on.
    assert store.record(key, as_of="2026-03-09") == versions[2]
    assert store.check() == []
