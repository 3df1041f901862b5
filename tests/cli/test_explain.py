"""``dateline explain``: the words of each field, with and without colour."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.records import TEXT


def test_without_colour_the_words_stand_in_brackets(dateline: Command) -> None:
    result = dateline("explain", "damboa.txt", "c1")
    assert result.exit_code == 0
    assert "[event: attacked]" in result.stdout
    assert "[who: Gunmen] on [weapon: motorcycles]" in result.stdout
    assert "reckoned from the publication date" in " ".join(result.stdout.split())


def test_with_colour_there_is_a_legend_and_no_bracket(
    dateline: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    result = dateline("explain", "damboa.txt", "c1")
    assert "\x1b[" in result.stdout
    assert "[event:" not in result.stdout


def test_what_was_carried_over_says_from_where(dateline: Command) -> None:
    assert "carried over from c1" in " ".join(dateline("explain", "damboa.txt", "c2").stdout.split())


def test_options_say_what_the_page_does_not(dateline: Command) -> None:
    assert (
        dateline("explain", "damboa.txt", "c1", "--outlet", "O", "--published", "2025-03-12").exit_code == 0
    )
    assert dateline("explain", "damboa.txt", "c1", "--published", "never").exit_code == 2


def test_an_unknown_claim_is_wrong_usage(dateline: Command) -> None:
    result = dateline("explain", "damboa.txt", "c9")
    assert result.exit_code == 2
    assert "c1, c2, c3, c4" in result.stderr


@pytest.mark.parametrize("arguments", [[], ["damboa.txt"]], ids=["nothing", "no claim"])
def test_both_must_be_given(dateline: Command, arguments: list[str]) -> None:
    assert dateline("explain", *arguments).exit_code == 2


def test_a_row_of_a_table_is_named_as_its_record_is(dateline: Command) -> None:
    rows = "".join(f'{name},"{TEXT}"\n' for name in ("a", "b"))
    Path("t.csv").write_text("id,text\n" + rows, encoding="utf-8")
    assert "c1 of t.csv#b" in dateline("explain", "t.csv#b", "c1").stdout
    several = dateline("explain", "t.csv", "c1")
    assert several.exit_code == 2
    assert "t.csv#a" in several.stderr
    assert dateline("explain", "t.csv#z", "c1").exit_code == 1


def test_a_report_that_fails_is_1(dateline: Command) -> None:
    result = dateline("explain", "gone.txt", "c1")
    assert result.exit_code == 1
    assert "gone.txt" in result.stderr
