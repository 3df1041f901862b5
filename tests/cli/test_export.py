"""``dateline export``, ``dateline report`` and ``dateline changes``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.cli.export import FORMATS as NAMES
from dateline.exports.formats import FORMATS
from dateline.exports.json import to_json
from dateline.run import persons
from tests.accounts import SELECTION
from tests.cli.conftest import Command


@pytest.fixture
def records(dateline: Command) -> str:
    lines = [to_json(record) + "\n" for record in SELECTION.records]
    Path("records.jsonl").write_text("".join(lines), "utf-8")
    return "records.jsonl"


def test_the_formats_offered_are_those_that_there_are() -> None:
    assert tuple(FORMATS) == NAMES


def test_records_become_a_file(dateline: Command, records: str) -> None:
    result = dateline("export", records, "--format", "acled", "-o", "acled.csv")
    assert result.exit_code == 0, result.stderr
    assert "Reports: 2. Written: acled.csv" in result.stderr
    assert Path("acled.csv").read_text("utf-8").startswith("event_id_cnty,event_date,")


def test_several_files_go_to_a_folder_or_a_zip(dateline: Command, records: str) -> None:
    assert dateline("export", records, "--format", "csv", "-o", "tables").exit_code == 0
    assert {path.name for path in Path("tables").iterdir()} == {"claims.csv", "incidents.csv", "accounts.csv"}
    assert dateline("export", records, "--format", "csv", "-o", "tables.zip").exit_code == 0
    refused = dateline("export", records, "--format", "csv", "-o", "tables.csv")
    assert refused.exit_code == 2 and "Name a folder or a .zip file" in refused.stderr


def test_a_release_names_nobody_private(dateline: Command, records: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(persons, "persons_named", lambda records: {})
    result = dateline("export", records, "--format", "jsonl", "-o", "out.jsonl", "--release")
    assert result.exit_code == 0, result.stderr
    assert "Bukar" not in Path("out.jsonl").read_text("utf-8")
    left_out = json.loads(Path("out.jsonl.left-out.json").read_text("utf-8"))
    assert {"name", "title", "url", "author"} == {item["what"] for item in left_out}


def test_an_embargo_is_part_of_a_release(dateline: Command, records: str) -> None:
    result = dateline("export", records, "--format", "jsonl", "-o", "out.jsonl", "--embargo", "3")
    assert result.exit_code == 2 and "Add --release" in result.stderr and not Path("out.jsonl").exists()


def test_an_incident_becomes_a_page(dateline: Command, records: str) -> None:
    assert dateline("report", records, "-o", "all.html").exit_code == 0
    assert "Armed clash near Damboa" in Path("all.html").read_text("utf-8")
    refused = dateline("report", records, "--incident", "i-none", "-o", "one.html")
    assert refused.exit_code == 2 and "There is no incident i-none" in refused.stderr


def test_where_nothing_could_be_coded_nothing_is_written(dateline: Command) -> None:
    result = dateline("export", "gone.txt", "--format", "jsonl", "-o", "out.jsonl")
    assert result.exit_code == 1 and "gone.txt" in result.stderr
    assert dateline("report", "gone.txt", "-o", "page.html").exit_code == 1
    assert not Path("out.jsonl").exists() and not Path("page.html").exists()


def test_files_and_a_store_are_one_too_many(dateline: Command, records: str) -> None:
    result = dateline("export", records, "--store", "x.db", "--format", "csv", "-o", "out")
    assert result.exit_code == 2 and "either files or --store" in result.stderr


def test_a_store_is_exported_and_tells_its_changes(dateline: Command, records: str) -> None:
    assert dateline("add", "damboa.txt", "--outlet", "Borno Courier", "--published", "2025-03-12").exit_code == 0
    result = dateline("export", "--store", "dateline.db", "--format", "csv", "-o", "tables")
    assert result.exit_code == 0, result.stderr
    assert Path("tables/claims.csv").read_text("utf-8").count("\nr-") == 4
    found = json.loads(dateline("changes", "--since", "2020-01-01", "--format", "json").stdout)
    assert len(found["reports"]["new"]) == 1
    assert "report    new" in dateline("changes", "--since", "2020-01-01").stdout
    assert "Nothing has changed since 2999-01-01." in dateline("changes", "--since", "2999-01-01").stdout
