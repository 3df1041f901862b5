"""Dateline from Python."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import dateline
from dateline import api
from dateline.model.errors import ReadingError, SourceError, UnsupportedLanguage, UsageError
from dateline.model.record import Record
from tests.cli.conftest import KnowingCoder
from tests.records import TEXT


@pytest.fixture(autouse=True)
def no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(api, "_coder", lambda actors: KnowingCoder())


def test_code_gives_a_typed_record() -> None:
    coded = dateline.code(
        TEXT, outlet="Borno Courier", published=date(2025, 3, 12), title="T", url="https://e.example"
    )
    assert isinstance(coded, Record)
    assert coded.report.published == "2025-03-12"
    assert coded.claims[0].event.sub_type == "Armed clash"
    assert [warning.code for warning in coded.warnings] == []


def test_it_shows_itself() -> None:
    coded = dateline.code(TEXT, outlet="Borno Courier", published="2025-03-12")
    assert repr(coded) == f"<CodedReport {coded.report.id} (Borno Courier, 2025-03-12): 4 claims>"
    assert "unidentified gunmen → Nigerian Army" in str(coded)
    assert coded._repr_html_().startswith("<div>")
    assert json.loads(coded.to_json())["claims"][0]["id"] == "c1"


def test_what_is_not_said_is_none() -> None:
    report = dateline.code(TEXT).report
    assert (report.outlet, report.published, report.url, report.title) == (None, None, None, None)


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "damboa.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert len(dateline.code_file(path, outlet="O").claims) == 4
    assert dateline.code_file(str(path)).report.ref == str(path)


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", ReadingError),
        ("Вооружённые люди напали на деревню в понедельник, сообщили жители.", UnsupportedLanguage),
    ],
)
def test_a_text_that_cannot_be_coded_raises(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        dateline.code(text)


def test_bad_requests_raise(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        dateline.code(TEXT, published="some day")
    with pytest.raises(SourceError):
        dateline.code_file(tmp_path / "gone.txt")
    (tmp_path / "two.txt").write_text("x")
    (tmp_path / "one.txt").write_text("x")
    with pytest.raises(SourceError, match="2 reports"):
        dateline.code_file(tmp_path)


def test_there_is_nothing_else() -> None:
    with pytest.raises(AttributeError):
        dateline.nothing  # noqa: B018
