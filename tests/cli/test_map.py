"""``dateline map`` and ``dateline code --format geojson``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.cli import opening
from tests.cli.conftest import Command

OUTLET = ("--outlet", "Borno Courier", "--published", "2025-03-12")


def test_reports_become_a_page(dateline: Command) -> None:
    result = dateline("map", "damboa.txt", "-o", "m.html", *OUTLET)
    assert result.exit_code == 0
    assert result.stdout == ""
    assert "Claims: 4, of which located: 1. Reports: 1." in result.stderr
    assert "<title>4 claims from 1 report</title>" in Path("m.html").read_text("utf-8")


@pytest.mark.parametrize("name", ["c.json", "c.jsonl"])
def test_records_coded_before_give_the_same_page(dateline: Command, name: str) -> None:
    dateline("code", "damboa.txt", "--out", name, *OUTLET)
    assert dateline("map", name, "-o", "before.html", "--quiet").exit_code == 0
    dateline("map", "damboa.txt", "-o", "now.html", *OUTLET)
    assert Path("before.html").read_bytes() == Path("now.html").read_bytes()


def test_a_report_named_twice_is_shown_once(dateline: Command) -> None:
    dateline("code", "damboa.txt", "--out", "c.jsonl", *OUTLET)
    result = dateline("map", "c.jsonl", "damboa.txt", *OUTLET)
    assert "Claims: 4, of which located: 1. Reports: 1." in result.stderr
    assert Path("map.html").is_file()


def test_a_damaged_line_is_named_and_no_page_written(dateline: Command) -> None:
    dateline("code", "damboa.txt", "--out", "c.jsonl", *OUTLET)
    whole = Path("c.jsonl").read_text("utf-8")
    Path("c.jsonl").write_text(whole + whole[: len(whole) // 2], encoding="utf-8")
    result = dateline("map", "c.jsonl")
    assert result.exit_code == 1
    assert "c.jsonl, line 2" in result.stderr
    assert not Path("map.html").exists()


def test_json_that_holds_reports_is_coded(dateline: Command) -> None:
    Path("t.jsonl").write_text(json.dumps({"text": Path("damboa.txt").read_text("utf-8")}))
    assert "Claims: 4, of which located: 1. Reports: 1." in dateline("map", "t.jsonl").stderr


def test_what_fails_does_not_stop_the_rest(dateline: Command) -> None:
    result = dateline("map", "gone.txt", "damboa.txt", *OUTLET)
    assert result.exit_code == 1
    assert "1 of 2 reports could not be coded" in result.stderr
    assert Path("map.html").is_file()
    assert dateline("map", "gone.txt", "-o", "none.html").exit_code == 1
    assert not Path("none.html").exists()


def test_a_column_that_is_not_there_is_wrong_usage(dateline: Command) -> None:
    Path("t.csv").write_text("body\nsome words\n")
    result = dateline("map", "t.csv", "--columns", "text=story")
    assert result.exit_code == 2
    assert "story" in result.stderr
    assert not Path("map.html").exists()


def test_reports_named_side_by_side_are_coded_by_one_engine(
    dateline: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, made = opening.make_coder, []
    monkeypatch.setattr(opening, "make_coder", lambda *given: made.append(given) or real(*given))
    Path("b.txt").write_text("The people of the town met on Monday and the mayor said that all was well.\n")
    assert dateline("map", "damboa.txt", "b.txt", "damboa.txt", *OUTLET).exit_code == 0
    assert len(made) == 1


def test_geojson_on_stdout_and_in_a_file_are_the_same(dateline: Command) -> None:
    shown = dateline("code", "damboa.txt", "--format", "geojson", *OUTLET).stdout
    assert json.loads(shown)["type"] == "FeatureCollection"
    dateline("code", "damboa.txt", "--out", "c.geojson", *OUTLET)
    assert Path("c.geojson").read_text("utf-8") == shown


def test_geojson_of_many_reports_without_claims(dateline: Command) -> None:
    Path("a.txt").write_text("The people of the town met on Monday and the mayor said that all was well.\n")
    dateline("code", "a.txt", "damboa.txt", "a.txt", "--out", "c.geojson", *OUTLET)
    alone = json.loads(dateline("code", "damboa.txt", "--format", "geojson", *OUTLET).stdout)
    assert json.loads(Path("c.geojson").read_text("utf-8")) == alone
