"""``dateline incidents``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.model.record import plain
from dateline.run.incidents import refresh
from dateline.run.versions import run_info
from dateline.store import open_store
from tests.cli.conftest import Command
from tests.incidents.made import claim, day, record, source, toll

ALPHA = record("Alpha", claim(tolls=[toll()], sources=[source("Sudan Doctors Network")]))
BETA = record("Beta", claim(tolls=[toll(low=22, best=22, high=22)]))
LATER = record("Gamma", claim(when=day("2025-07-13"), tolls=[toll()]), published="2025-07-14")
RECORDS = (ALPHA, BETA, LATER)


@pytest.fixture
def files(dateline: Command) -> Command:
    """The records as ``dateline code`` writes them, in ``c.jsonl``."""
    Path("c.jsonl").write_text("".join(json.dumps(plain(r)) + "\n" for r in RECORDS), encoding="utf-8")
    return dateline


@pytest.fixture
def stored(dateline: Command) -> Command:
    """The records in ``dateline.db``."""
    with open_store("dateline.db") as store:
        for r in RECORDS:
            store.add(r, capture=None, run=run_info(()))
        refresh(store, [r.report.id for r in RECORDS])
    return dateline


def listed(dateline: Command, *arguments: str):
    return json.loads(dateline("incidents", "list", *arguments, "--format", "json").stdout)


def reports(incident):
    return {member["report"] for member in incident["claims"]}


def test_reports_are_fused_without_a_store(files: Command):
    june, july = listed(files, "c.jsonl")
    assert reports(june) == {ALPHA.report.id, BETA.report.id}
    assert june["fields"]["killed"]["agreement"] == "contested"
    assert (june["fields"]["killed"]["low"], june["fields"]["killed"]["high"]) == (9, 22)
    assert reports(july) == {LATER.report.id}
    assert not Path("dateline.db").exists()


def test_the_fields_are_those_of_the_codebook(files: Command):
    wanted = (
        "id claims status event_type sub_event_type fields independent_sources origins reasons first_seen last_updated history"
    )
    assert list(listed(files, "c.jsonl")[0]) == wanted.split()


@pytest.mark.parametrize(
    ("filters", "number"),
    [
        ((), 2),
        (("--contested",), 1),
        (("--single-source",), 1),
        (("--from", "2025-07-01"), 1),
        (("--to", "2025-06-30"), 1),
        (("--country", "SD"), 2),
        (("--country", "UA"), 0),
        (("--place", "kadugli"), 2),
        (("--actor", "nobody"), 0),
        (("--type", "Explosions/Remote violence"), 2),
        (("--type", "Battles"), 0),
        (("--status", "reviewed"), 0),
    ],
)
def test_filters_do_the_same_with_and_without_a_store(files: Command, stored: Command, filters, number):
    assert len(listed(files, "c.jsonl", *filters)) == number
    assert len(listed(stored, *filters)) == number


def test_show_is_a_table_with_contradictions_marked(files: Command):
    key = listed(files, "c.jsonl")[0]["id"]
    shown = files("incidents", "show", key[:8], "c.jsonl").stdout
    assert "≠ killed" in shown and "9-22" in shown
    assert "Sudan Doctors Network" in shown and "Independent sources: 2" in shown
    assert "match" in shown


def test_jsonl_is_one_a_line(files: Command):
    lines = files("incidents", "list", "c.jsonl", "--format", "jsonl").stdout.splitlines()
    assert len([json.loads(line) for line in lines]) == 2


def test_split_undo_and_merge(stored: Command):
    june, july = listed(stored)
    made = stored("incidents", "split", june["id"], BETA.report.id, "--why", "the evening", "--who", "ana")
    assert made.exit_code == 0, made.stderr
    assert len(listed(stored)) == 3
    assert stored("incidents", "undo", made.stdout.strip(), "--why", "no").exit_code == 0
    assert len(listed(stored)) == 2
    assert stored("incidents", "merge", june["id"], july["id"], "--why", "one").exit_code == 0
    assert len(listed(stored)) == 1


def test_status_is_kept(stored: Command):
    key = listed(stored)[0]["id"]
    assert stored("incidents", "status", key, "reviewed", "--why", "read").exit_code == 0
    assert [i["id"] for i in listed(stored, "--status", "reviewed")] == [key]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "i-none"), "There is no incident i-none"),
        (("split", "i-", "r-none", "--why", "x"), "begin with i-"),
        (("undo", "j-none", "--why", "x"), "There is no judgement j-none"),
        (("list", "--type", "War"), "There is no event type"),
    ],
)
def test_what_is_not_there_is_told(stored: Command, arguments, said):
    result = stored("incidents", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr


def test_a_store_is_not_made_by_looking(dateline: Command):
    assert dateline("incidents", "list").exit_code == 1
    assert not Path("dateline.db").exists()


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--from", "soon", "is not a date"),
        ("--country", "Sudan", "There is no country 'Sudan'"),
        ("--type", "Skirmish", "There is no event type 'Skirmish'"),
    ],
)
@pytest.mark.parametrize("reports", [(), ("c.jsonl",)], ids=["store", "reports"])
def test_a_filter_that_nothing_could_meet_is_wrong_usage(
    files: Command, stored: Command, reports: tuple[str, ...], option: str, value: str, said: str
):
    result = files("incidents", "list", *reports, option, value)
    assert result.exit_code == 2
    assert said in result.stderr


def test_filters_may_be_written_in_small_letters(files: Command, stored: Command):
    for reports in ((), ("c.jsonl",)):
        assert listed(files, *reports, "--country", "sd") == listed(files, *reports, "--country", "SD")


def test_a_report_that_is_not_there_is_all_that_is_said(dateline: Command):
    result = dateline("incidents", "list", "gone.txt")
    assert result.exit_code == 1
    assert "No incidents" not in result.stderr


def test_a_page_takes_the_filters_of_the_list(stored: Command):
    assert stored("report", "--contested", "--to", "2025-06-30", "-o", "june.html").exit_code == 0
    page = Path("june.html").read_text(encoding="utf-8")
    june, july = listed(stored)
    assert june["id"] in page and july["id"] not in page
    refused = stored("report", "--country", "UA", "-o", "none.html")
    assert (refused.exit_code, Path("none.html").exists()) == (2, False)
    assert "leave no incident" in refused.stderr


def test_an_export_takes_the_filters_too(files: Command):
    assert files("export", "c.jsonl", "--format", "jsonl", "--from", "2025-07-01", "-o", "out.jsonl").exit_code == 0
    written = Path("out.jsonl").read_text(encoding="utf-8")
    assert LATER.report.id in written and ALPHA.report.id not in written


def test_a_withdrawn_report_leaves_its_incident_and_comes_back(stored: Command):
    before = listed(stored)[0]
    told = stored("store", "withdraw", BETA.report.id, "--why", "the story was killed", "--who", "Ana")
    assert (told.exit_code, told.stdout) == (0, f"{BETA.report.id} withdrawn\n")
    after = listed(stored)[0]
    assert (after["id"], reports(after)) == (before["id"], {ALPHA.report.id})
    assert after["fields"]["killed"]["agreement"] == "single-source"
    assert stored("store", "withdraw", BETA.report.id, "--why", "again").exit_code == 2
    assert stored("store", "reinstate", BETA.report.id, "--why", "another story").exit_code == 0
    assert reports(listed(stored)[0]) == reports(before)
    with open_store("dateline.db") as store:
        assert store.check() == []


def test_an_incident_of_a_withdrawn_report_alone_is_withdrawn(stored: Command):
    stored("store", "withdraw", LATER.report.id, "--why", "a hoax")
    assert [reports(incident) for incident in listed(stored)] == [{ALPHA.report.id, BETA.report.id}]
