"""``dateline gazetteer``: candidates shown with their reasons, places added for good."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command


@pytest.fixture(autouse=True)
def own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "home"))


def test_find_shows_place_division_country_and_why(dateline: Command) -> None:
    result = dateline("gazetteer", "find", "Tripoli", "--limit", "3")
    assert result.exit_code == 0
    for said in ("Libya", "written so", "population", "32.8", "GeoNames", "CC BY 4.0", "--limit"):
        assert said in result.stdout


def test_find_as_json(dateline: Command) -> None:
    found = json.loads(dateline("gazetteer", "find", "Kherson oblast", "--format", "json").stdout)
    assert "CC BY 4.0" in found["attribution"]
    first = found["candidates"][0]
    assert (first["rank"], first["feature"], first["country"], first["match"]) == (1, "ADM1", "UA", "exact")
    assert first["reasons"] == [
        "written so",
        "of the kind asked for (division)",
        "divisions and regions come before towns",
    ]
    town = next(c for c in found["candidates"] if c["feature"] == "PPL")
    assert "not a division" in town["reasons"]


def test_find_in_one_country(dateline: Command) -> None:
    result = dateline("gazetteer", "find", "Tripoli", "--country", "lb", "--format", "json")
    assert {c["country"] for c in json.loads(result.stdout)["candidates"]} == {"LB"}


def test_no_such_country_is_wrong_usage(dateline: Command) -> None:
    result = dateline("gazetteer", "find", "Tripoli", "--country", "Libya")
    assert result.exit_code == 2
    assert "Libya is LY" in result.stderr


def test_a_name_that_is_not_known(dateline: Command) -> None:
    result = dateline("gazetteer", "find", "Xqzzyqvx")
    assert result.exit_code == 1
    assert result.stdout == ""
    assert "gazetteer add" in result.stderr
    empty = dateline("gazetteer", "find", "Xqzzyqvx", "--format", "json")
    assert json.loads(empty.stdout)["candidates"] == []
    assert empty.exit_code == 1


def test_what_is_added_is_found(dateline: Command, tmp_path: Path) -> None:
    Path("camps.csv").write_text("name,lat,lon,country\nXqzzyqvx Camp,35.1,40.2,SY\n")
    added = dateline("gazetteer", "add", "camps.csv")
    assert added.exit_code == 0
    assert "places added: 1" in added.stderr
    assert (tmp_path / "home" / "dateline" / "gazetteer.sqlite").is_file()
    result = dateline("gazetteer", "find", "Xqzzyqvx Camp")
    assert "35.100 40.200" in result.stdout
    again = dateline("gazetteer", "add", "camps.csv")
    assert "places added: 0, there already: 1" in again.stderr


@pytest.mark.parametrize(
    "content", ["", "a,b\n1,2\n", "name,lat,lon\nX,95,10\n"], ids=["empty", "columns", "range"]
)
def test_a_file_that_is_none_is_told_with_its_name(dateline: Command, content: str) -> None:
    Path("bad.csv").write_text(content)
    result = dateline("gazetteer", "add", "bad.csv")
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: bad.csv")
    assert dateline("gazetteer", "add", "gone.csv").exit_code == 2


def test_a_damaged_store_is_told(dateline: Command, tmp_path: Path) -> None:
    store = tmp_path / "home" / "dateline" / "gazetteer.sqlite"
    store.parent.mkdir(parents=True)
    store.write_bytes(b"SQLite format 3\x00" + b"x" * 200)
    result = dateline("gazetteer", "find", "Tripoli")
    assert result.exit_code == 2
    assert "gazetteer.sqlite" in result.stderr
