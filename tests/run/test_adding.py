"""Reports into the store: resumed, kept with their failures, incidents brought up to date."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from dateline.model.report import Capture, Failure
from dateline.model.run import RunInfo
from dateline.run import adding
from dateline.run.adding import Adding, add_all, bring_up_to_date
from dateline.store import Added, Store, open_store
from tests.run.fakes import CountingCoder, capture

RUN = RunInfo("0.2.0", "model", "codebook", "gazetteer")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "dateline.db") as opened:
        yield opened


@pytest.fixture
def refreshed(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The calls that would derive incidents."""
    calls: list[list[str]] = []
    monkeypatch.setattr(adding.incidents, "refresh", lambda _, reports: calls.append(list(reports)))
    return calls


def make(log: Path, threads: int) -> CountingCoder:
    return CountingCoder(log)


def add(store: Store, tmp_path: Path, sources: list[Capture | Failure], run: RunInfo = RUN) -> list[Added | Failure]:
    how = Adding(run=run, make_coder=partial(make, tmp_path / "coded"))
    return [result for _, result in add_all(store, iter(sources), how, passed=lambda _: None)]


def test_every_report_is_coded_once(store: Store, tmp_path: Path, refreshed: list[list[str]]) -> None:
    every = [capture(f"{number}.txt") for number in range(3)]
    first = add(store, tmp_path, [*every, every[0]])
    assert [result.state for result in first if isinstance(result, Added)] == ["new"] * 3
    assert add(store, tmp_path, [*every, capture("3.txt")])[0].state == "new"  # type: ignore[union-attr]
    assert (tmp_path / "coded").read_text().split() == ["0.txt", "1.txt", "2.txt", "3.txt"]
    assert [len(reports) for reports in refreshed] == [3, 1]


def test_other_versions_code_it_again(store: Store, tmp_path: Path, refreshed: list[list[str]]) -> None:
    one = capture("1.txt")
    add(store, tmp_path, [one])
    (again,) = add(store, tmp_path, [one], RunInfo("0.3.0", "model", "codebook", "gazetteer"))
    assert isinstance(again, Added) and again.state == "unchanged"
    assert store.counts()["records"] == 1


def test_failures_are_kept_and_tried_again(store: Store, tmp_path: Path, refreshed: list[list[str]]) -> None:
    gone = Failure("gone.txt", "SourceError", "There is no file gone.txt.")
    for _ in range(2):
        results = add(store, tmp_path, [gone, capture("empty.txt", " "), capture("CRASHME", "CRASHME " * 20 + "the army said")])
        assert [type(result) for result in results] == [Failure] * 3
    assert [failure.error for failure in store.failures()] == ["SourceError", "ReadingError", "InternalError"]


def test_incidents_are_derived_as_it_goes_on(
    store: Store, tmp_path: Path, refreshed: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "_TOGETHER", 2)
    add(store, tmp_path, [capture(f"{number}.txt") for number in range(5)])
    assert [len(reports) for reports in refreshed] == [2, 2, 1]


def test_what_was_broken_off_is_made_good(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refreshed: list[list[str]]
) -> None:
    def die(_: Store, reports: list[str]) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as within:
        within.setattr(adding.incidents, "refresh", die)
        with pytest.raises(KeyboardInterrupt):
            add(store, tmp_path, [capture("1.txt")])
    assert len(store.stale()[0]) == 1
    assert add(store, tmp_path, [capture("1.txt")]) == []
    assert [len(reports) for reports in refreshed] == [1]
    bring_up_to_date(store)
    assert len(refreshed) == 1
