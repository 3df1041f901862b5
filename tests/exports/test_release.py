"""Releases: no withheld name and no exact sensitive place in any export, the rest as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from dateline.exports.formats import FORMATS
from dateline.exports.json import to_json
from dateline.exports.page import report_page
from dateline.exports.release import held_back, release
from dateline.exports.selection import Selection
from dateline.knowledge.gazetteer import load_gazetteer
from dateline.knowledge.release import load_sensitive
from dateline.model.parsing import record_of
from dateline.model.span import Span
from tests.accounts import INCIDENT, OTHER_RECORD, OTHER_REPORT, RUN, SELECTION, STORMING
from tests.records import RECORD

DIVISION = load_gazetteer().admin1
ABDUCTION = replace(STORMING.event, type="Violence against civilians", sub_type="Abduction/forced disappearance")
SENSITIVE = Selection((RECORD, replace(OTHER_RECORD, claims=(replace(STORMING, event=ABDUCTION),))), (INCIDENT,))


def exports(selection: Selection) -> dict[str, str]:
    """Every export and the page as text; binary formats by the text in them."""
    found = {"page": report_page(selection)}
    for name, form in FORMATS.items():
        for file, content in form.write(selection, RUN).items():
            found[f"{name}/{file}"] = _text(name, content)
    return found


def _text(name: str, content: bytes) -> str:
    if name == "xlsx":
        import io
        import zipfile

        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return "".join(archive.read(part).decode() for part in archive.namelist())
    if name in ("parquet", "geoparquet"):
        import io

        arrow = pytest.importorskip("pyarrow.parquet")
        return str(arrow.read_table(io.BytesIO(content)).to_pylist())
    return content.decode()


@pytest.mark.parametrize("selection", [SELECTION, SENSITIVE])
def test_no_withheld_name_is_left_anywhere(selection: Selection) -> None:
    before = exports(selection)
    assert any("Bukar" in text for text in before.values())
    for name, text in exports(release(selection, {}, DIVISION).selection).items():
        for word in ("bukar", "modu", "aisha lawan"):
            assert word not in text.lower(), name


def test_officials_keep_their_names_and_private_persons_their_roles() -> None:
    done = release(SELECTION, {}, DIVISION).selection
    texts = [record.report.text for record in done.records]
    assert "police spokesman Musa Ali" in texts[0]
    assert "farmer [name withheld] said" in texts[1] and "north,” [name withheld] told" in texts[1]
    assert [origin.name for origin in done.incidents[0].origins] == ["Musa Ali", "a farmer"]
    report = done.records[1].report
    assert (report.title, report.url, report.author) == ("Farmer [name withheld]: 15 soldiers dead", None, "the author")


@pytest.mark.parametrize("selection", [SELECTION, SENSITIVE])
def test_what_is_released_is_still_a_whole_record(selection: Selection) -> None:
    for record in release(selection, {}, DIVISION).selection.records:
        assert record_of(json.loads(to_json(record)), "x") == record


def test_persons_that_only_the_engine_sees_are_left_out() -> None:
    text = "Gunmen shot at a bus near Damboa. Among the dead was Hauwa Goni, whose shop stood there. Goni had sold tea.\n"
    report = replace(OTHER_REPORT, text=text, title=None, author=None, url=None)
    start = text.index("Hauwa Goni")
    record = replace(OTHER_RECORD, report=report, claims=(), framing=())
    seen = {report.id: (Span.of(text, start, start + len("Hauwa Goni")),)}
    done = release(Selection((record,)), seen, DIVISION)
    wanted = text.replace("Hauwa Goni", "[name withheld]").replace("Goni", "[name withheld]")
    assert done.selection.records[0].report.text == wanted
    assert [item["what"] for item in done.left_out] == ["name", "name"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Defence Minister Hauwa Goni said so.", "Hauwa Goni"),
        ("Hauwa Goni, the governor of Borno, said so.", "Hauwa Goni"),
        ("Gen. Hauwa Goni led them.", "Hauwa Goni"),
    ],
)
def test_who_holds_an_office_is_named(text: str, name: str) -> None:
    report = replace(OTHER_REPORT, text=text, title=None, author=None, url=None)
    record = replace(OTHER_RECORD, report=report, claims=(), framing=())
    seen = {report.id: (Span.of(text, text.index(name), text.index(name) + len(name)),)}
    assert release(Selection((record,)), seen, DIVISION).selection.records[0].report.text == text


def test_sensitive_places_are_given_as_their_division() -> None:
    done = release(SENSITIVE, {}, DIVISION)
    for record in done.selection.records:
        place = record.claims[0].places[0]
        assert (place.name, place.geo_precision, place.where_prec) == ("Borno", 3, 4)
        assert place.id == "admin1:NG.27" and place.span.text == place.text == "[place withheld]"
    for name, text in exports(done.selection).items():
        assert "11.155" not in text and "12.756" not in text, name
        assert "damboa" not in text.lower(), name
    reasons = {item["reason"] for item in done.left_out if item["what"] == "place"}
    assert reasons <= set(load_sensitive().sub_types.values()) and reasons


def test_the_list_of_what_was_left_out_names_nobody() -> None:
    said = json.dumps(release(SENSITIVE, {}, DIVISION).left_out)
    assert "Bukar" not in said and "Damboa" not in said and "Lawan" not in said


@pytest.mark.parametrize(
    ("days", "published", "held"),
    [(0, "2025-03-13", False), (7, "2025-03-13", True), (7, "2025-03-08", False), (7, None, True), (7, "soon", True)],
)
def test_the_embargo(days: int, published: str | None, held: bool) -> None:
    record = replace(OTHER_RECORD, report=replace(OTHER_REPORT, published=published))
    assert held_back(record, days=days, today=date(2025, 3, 15)) is held


def test_what_rests_on_a_report_held_back_is_held_back() -> None:
    done = release(SELECTION, {}, DIVISION, embargo=2, today=date(2025, 3, 14))
    assert [record.report.outlet for record in done.selection.records] == ["Borno Courier"]
    assert done.selection.incidents == ()
    assert [item["what"] for item in done.left_out][:2] == ["report", "incident"]


def test_a_release_of_nothing_private_changes_no_text() -> None:
    done = release(Selection((RECORD,)), {}, DIVISION).selection.records[0]
    assert done.report.text == RECORD.report.text and done.claims == RECORD.claims
