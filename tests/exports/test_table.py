"""The table: fits the screen, and shows what it must."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console

from dateline.exports.evidence import evidence, marked, words_of
from dateline.exports.html import page
from dateline.exports.table import table, table_console
from dateline.model.record import Record
from dateline.model.report import Report
from dateline.model.span import Span
from tests.records import ATTACK, EMPTY, RECORD, TEXT, span


def shown(record: Record, width: int) -> list[str]:
    file = io.StringIO()
    Console(file=file, width=width).print(table(record))
    return file.getvalue().splitlines()


@pytest.mark.parametrize("width", [100, 80, 60])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    long = replace(
        RECORD,
        report=replace(RECORD.report, title="word " * 60, outlet="Outlet " * 30, ref="/very/long/path" * 20),
    )
    for record in (RECORD, EMPTY, long):
        assert max(map(cell_len, shown(record, width))) <= width


@pytest.mark.parametrize("width", [100, 80])
def test_what_an_analyst_would_sign_is_there(width: int) -> None:
    page = "\n".join(line.rstrip() for line in shown(RECORD, width))
    for words in (
        "Borno Courier",
        "Wed 12 Mar 2025",
        "unidentified gunmen → Nigerian Army",
        "near Damboa, Borno, NG (approximate)",
        "Tue 11 Mar 2025 (day, “on Tuesday”, reckoned from publication)",
        "killed ≥9 soldiers",
        "Borno Courier → Musa Ali (attributed)",
        "(denied)",
        "background",
        "affiliated with",
        "“so-called caliphate”",
        "publication-date-in-future",
    ):
        assert words in page


def test_a_report_without_claims_says_so() -> None:
    assert any("No event of conflict" in line for line in shown(EMPTY, 80))


def test_a_file_gets_a_hundred_columns_and_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    file = io.StringIO()
    console = table_console(file)
    console.print(table(RECORD))
    assert console.width == 100
    assert "\x1b" not in file.getvalue()


def test_a_page_is_escaped() -> None:
    text = TEXT.replace("Gunmen", "<b>Gun")
    report = replace(RECORD.report, title="<script>alert(1)</script>", text=text)
    assert "<script" not in page(replace(RECORD, report=report))
    assert "No event of conflict" in page(EMPTY)
    assert page(RECORD).count("<tr") == 5


def test_every_field_has_its_words() -> None:
    fields = {words.field for words in words_of(ATTACK)}
    assert fields == {"event", "who", "where", "when", "toll", "weapon", "says", "cause"}


def test_brackets_nest_where_spans_cross() -> None:
    text = "abcdef"
    report: Report = replace(RECORD.report, text=text)
    claim = replace(
        ATTACK,
        event=replace(ATTACK.event, trigger=Span.of(text, 0, 4)),
        participants=(replace(ATTACK.participants[0], mentions=(Span.of(text, 2, 6),)),),
        places=(), tolls=(), weapons=(), causes=(), attribution=(),
        when=replace(ATTACK.when, span=None), evidence=(Span.of(text, 0, 6),),
    )  # fmt: skip
    assert report.text == text
    assert marked(text, claim, list(words_of(claim)), colour=False).plain == "[event: ab[who: cd]][who: ef]"


def test_taking_the_brackets_away_gives_the_text() -> None:
    plain = marked(TEXT, ATTACK, list(words_of(ATTACK)), colour=False).plain
    for field in ("event", "who", "where", "when", "toll", "weapon", "says", "cause"):
        plain = plain.replace(f"[{field}: ", "")
    assert plain.replace("]", "") == TEXT


def test_colour_changes_no_character() -> None:
    assert marked(TEXT, ATTACK, list(words_of(ATTACK)), colour=True).plain == TEXT


@pytest.mark.parametrize("width", [100, 80])
def test_the_explanation_fits(width: int) -> None:
    file = io.StringIO()
    Console(file=file, width=width).print(evidence(RECORD, ATTACK, colour=False))
    assert max(map(cell_len, file.getvalue().splitlines())) <= width
    assert f"[toll: {span('at least nine').text}]" in " ".join(file.getvalue().split())
