"""CSV: one row a claim, flat, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.exports.csv import COLUMNS, Csv
from dateline.model.claim import Toll
from dateline.model.record import Record
from tests.records import ATTACK, EMPTY, RECORD, span

DOCS = Path(__file__).parents[2] / "docs" / "commands.md"


def rows(record: Record) -> list[dict[str, str]]:
    form = Csv()
    return list(csv.DictReader(io.StringIO(form.begin() + form.record(record, first=True) + form.end())))


def killed(*tolls: Toll) -> tuple[str, str, str]:
    row = rows(replace(RECORD, claims=(replace(ATTACK, tolls=tolls),)))[0]
    return row["killed_low"], row["killed_best"], row["killed_high"]


def toll(low: int | None, best: int | None, high: int | None, **others: object) -> Toll:
    plain = Toll("killed", low, best, high, False, "persons", None, "two", span("two"))
    return replace(plain, **others)  # type: ignore[arg-type]


def test_a_row_holds_the_claim() -> None:
    row = rows(RECORD)[0]
    wanted = {
        "claim": "c1",
        "sub_event_type": "Armed clash",
        "side_1": "unidentified gunmen",
        "side_2": "Nigerian Army",
        "actors": "nigeria-army",
        "place": "Damboa",
        "place_relation": "near",
        "lat": "11.155",
        "start": "2025-03-11",
        "attribution": "Borno Courier → Musa Ali",
        "stance": "attributed",
        "polarity": "positive",
        "background": "false",
        "causes": "c3",
        "killed_low": "9",
        "killed_best": "9",
        "killed_high": "",
    }
    assert {key: row[key] for key in wanted} == wanted


def test_a_report_without_claims_gives_no_row() -> None:
    assert rows(EMPTY) == []


def test_tolls_side_by_side_are_added_and_parts_are_not() -> None:
    assert killed(toll(9, 9, None), toll(2, 2, 2, part_of=0)) == ("9", "9", "")
    assert killed(toll(3, 3, 3), toll(2, 2, 2)) == ("5", "5", "5")
    assert killed(toll(3, 3, 3), toll(28, 28, 28, cumulative=True)) == ("3", "3", "3")
    assert killed(toll(3, 3, 3), toll(4, 4, 4, unit="families")) == ("3", "3", "3")
    assert killed(toll(3, 3, 3), toll(None, None, 7)) == ("", "", "10")
    assert killed() == ("", "", "")


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "  +"])
def test_what_begins_like_a_formula_is_disarmed(start: str) -> None:
    outlet = f"{start}HYPERLINK(1)"
    record = replace(RECORD, report=replace(RECORD.report, outlet=outlet))
    assert rows(record)[0]["outlet"] == "'" + outlet.replace("\r", "\n")


def test_numbers_below_zero_stay_numbers() -> None:
    place = replace(ATTACK.places[0], lat=-4.5)
    assert rows(replace(RECORD, claims=(replace(ATTACK, places=(place,)),)))[0]["lat"] == "-4.5"


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_no_text_breaks_a_row_or_begins_a_formula(title: str) -> None:
    record = replace(RECORD, report=replace(RECORD.report, title=title))
    found = rows(record)
    assert [row["claim"] for row in found] == ["c1", "c2", "c3", "c4"]
    assert not found[0]["title"].lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


def test_every_column_is_documented() -> None:
    page = DOCS.read_text(encoding="utf-8").partition("### The columns of the CSV")[2].partition("\n## ")[0]
    assert [name for name in COLUMNS if f"`{name}`" not in page] == []
