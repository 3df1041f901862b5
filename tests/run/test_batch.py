"""Many items: order, isolation of the bad ones, memory."""

from collections.abc import Iterator

import pytest

from dateline.model.errors import EngineError, KnowledgeError
from dateline.model.record import Record
from dateline.model.report import Capture, Failure
from dateline.run.batch import code_all
from tests.run.fakes import capture, make_dying, make_fake, make_none

SENTENCE = (
    "Fighters attacked the village on Monday and the army said that it had sent help to the people there. "
)


def outcomes(sources: list[Capture | Failure], jobs: int) -> list[tuple[str, str]]:
    results = code_all(iter(sources), make_coder=make_fake, jobs=jobs)
    return [
        (source.ref, result.error if isinstance(result, Failure) else result.report.ref)
        for source, result in results
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_sources(jobs: int) -> None:
    sources = [capture(f"r{n}", SENTENCE + ("SLEEP" if n == 0 else "")) for n in range(12)]
    assert outcomes(sources, jobs) == [(f"r{n}", f"r{n}") for n in range(12)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_bad_item_never_stops_the_rest(jobs: int) -> None:
    sources = [
        capture("good"),
        Failure("gone", "SourceError", "There is no file gone."),
        capture("fault", SENTENCE + "CRASHME"),
        capture("memory", SENTENCE + "EATMEMORY"),
        Capture.of("empty", b" ", media_type=None, fetched_at="2026-01-01T00:00:00Z"),
        Capture.of("binary", b"\x00\x01\x02\xff" * 99, media_type=None, fetched_at="2026-01-01T00:00:00Z"),
        capture("last"),
    ]
    assert outcomes(sources, jobs) == [
        ("good", "good"),
        ("gone", "SourceError"),
        ("fault", "InternalError"),
        ("memory", "MemoryError"),
        ("empty", "ReadingError"),
        ("binary", "ReadingError"),
        ("last", "last"),
    ]


def test_a_process_that_is_killed_costs_its_item_alone() -> None:
    sources = [capture(f"r{n}", SENTENCE + ("KILLME" if n == 2 else "")) for n in range(6)]
    results = list(code_all(iter(sources), make_coder=make_fake, jobs=2))
    assert [type(result) is Record for _, result in results] == [True, True, False, True, True, True]
    failure = results[2][1]
    assert isinstance(failure, Failure)
    assert failure.error == "ProcessDied"
    assert "SIGKILL" in failure.message
    assert failure.advice


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_coder_that_cannot_be_made_ends_the_run(jobs: int) -> None:
    with pytest.raises(KnowledgeError, match="holds no actors"):
        list(code_all(iter([capture("r")]), make_coder=make_none, jobs=jobs))


def test_processes_that_die_at_once_are_not_started_for_ever() -> None:
    with pytest.raises(EngineError, match="SIGKILL"):
        list(code_all(iter([capture("r")]), make_coder=make_dying, jobs=2))


@pytest.mark.parametrize(("jobs", "ahead"), [(1, 1), (2, 8)])
def test_sources_are_not_read_far_ahead(jobs: int, ahead: int) -> None:
    asked = 0

    def sources() -> Iterator[Capture]:
        nonlocal asked
        for number in range(1000):
            asked += 1
            yield capture(f"r{number}")

    results = code_all(sources(), make_coder=make_fake, jobs=jobs)
    for _ in range(3):
        next(results)
    results.close()
    assert asked <= 3 + ahead


def test_no_coder_is_made_where_there_is_nothing_to_code() -> None:
    failure = Failure("gone", "SourceError", "There is no file gone.")
    assert list(code_all(iter([failure]), make_coder=make_none, jobs=1)) == [(failure, failure)]
