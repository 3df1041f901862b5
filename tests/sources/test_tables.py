import datetime
import io
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.errors import DatelineError
from dateline.model.report import Capture, Failure, Hints
from dateline.sources import count_sources, open_sources
from dateline.sources.kinds import Kind
from dateline.sources.row import Row, RowError
from dateline.sources.rows import rows


def opened(path: Path, hints: Hints | None = None, **columns: str):
    return list(open_sources([str(path)], hints=hints or Hints(), columns=columns))


def test_named_columns_need_no_option(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(
        'id,text,outlet,published,url,title\na1,"Two, or\nthree lines",Wire,2023-07-26,https://w/1,Head\n'
    )
    (capture,) = opened(path)
    assert (capture.ref, capture.content.decode(), capture.url) == (
        f"{path}#a1",
        "Two, or\nthree lines",
        "https://w/1",
    )
    assert capture.hints == Hints("Wire", "2023-07-26", "https://w/1", "Head", None, "a1")
    assert count_sources([str(path)]) == 1


def test_other_columns_are_mapped_and_options_fill_gaps(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Body;date;Outlet\nx;26 July 2023;\ny;;Own\n")
    first, second = opened(path, Hints(outlet="Wire", published="2020-01-01"), text="body", published="DATE")
    assert (first.ref, first.hints.outlet, first.hints.published) == (f"{path}#1", "Wire", "26 July 2023")
    assert (second.ref, second.hints.outlet, second.hints.published) == (f"{path}#2", "Own", "2020-01-01")


@pytest.mark.parametrize(
    ("columns", "said", "advice"),
    [
        (
            {},
            "has no column called 'text'",
            "Its columns are: body, date. Say which one holds the text: --columns text=NAME.",
        ),
        ({"text": "corpus"}, "has no column called 'corpus'", "Its columns are: body, date."),
        ({"text": "body", "colour": "date"}, "nothing called colour", "What can be taken: id, text"),
    ],
)
def test_missing_columns_are_named_with_those_found(
    tmp_path: Path, columns: dict[str, str], said: str, advice: str
) -> None:
    path = tmp_path / "t.csv"
    path.write_text("body,date\nx,y\n")
    (failure,) = opened(path, **columns)
    assert isinstance(failure, Failure)
    assert failure.error == "UsageError"
    assert said in failure.message
    assert failure.advice.startswith(advice)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.csv", "id,text\na,Séléka “x”\n".encode("utf-8-sig")),
        ("t.csv", "id,text\na,Séléka “x”\n".encode("cp1252")),
        ("t.csv", "id,text\na,Séléka “x”\n".encode("utf-16")),
        ("t.tsv", "id\ttext\na\tSéléka “x”\n".encode()),
        ("t.csv", "\nid;text\r\n\r\na;Séléka “x”\r\n".encode()),
        ("t.jsonl", '{"id":"a","text":"Séléka “x”"}\n\n'.encode("utf-8-sig")),
        ("t.json", '[{"id":"a","text":"Séléka “x”"}]'.encode("utf-16")),
        ("t.json", '{"id":"a","text":"Séléka “x”"}'.encode()),
    ],
)
def test_formats_and_encodings(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (capture,) = opened(path)
    assert isinstance(capture, Capture), capture
    assert (capture.ref, capture.content.decode()) == (f"{path}#a", "Séléka “x”")


def test_bad_rows_leave_failures_in_their_places(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    path.write_text(
        '{"text":"x"}\nnot json\n[1]\n{"text":""}\n'
        '{"id":7,"text":"y"}\n{"id":7,"text":"z"}\n{"id":7,"text":"\\ud800"}\n'
    )
    items = opened(path)
    assert [item.ref.partition("#")[2] for item in items] == ["1", "2", "3", "4", "7", "7~2", "7~3"]
    assert [isinstance(item, Capture) for item in items] == [True, False, False, False, True, True, True]
    assert items[-1].content == b"?"


def test_row_with_too_many_cells_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("id,text\na,x,y,z\nb,x\nc\n")
    items = opened(path)
    assert [isinstance(item, Capture) for item in items] == [False, True, False]
    assert "4 cells under 2 columns" in items[0].message


def test_long_cell_is_no_hindrance(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("text\n" + "word " * 100_000 + "\n")
    assert len(opened(path)[0].content) == 500_000


def test_file_column_names_documents_beside_the_table(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.html").write_text("<p>x")
    (tmp_path / "secret.txt").write_text("x")
    path = tmp_path / "in" / "t.csv"
    path.write_text("file,outlet\na.html,Wire\n../secret.txt,\nnone.txt,\n")
    found, outside, missing = opened(path)
    assert (found.content, found.media_type, found.hints.outlet) == (b"<p>x", "text/html", "Wire")
    assert "outside the table's folder" in outside.message
    assert "could not be read" in missing.message


def test_excel_table(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for line in (
        ["ID", "Text", "Published", None],
        [12.0, "The army said so.", datetime.datetime(2023, 7, 26), None],
        [],
        ["b", None],
    ):
        book.active.append(line)
    path = tmp_path / "t.xlsx"
    book.save(path)
    row, empty = opened(path)
    assert (row.ref, row.content, row.hints.published) == (f"{path}#12", b"The army said so.", "2023-07-26")
    assert isinstance(empty, Failure)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("t.csv", b"", "holds no rows"),
        ("t.csv", b"id,text\n", "holds no rows"),
        ("t.csv", b"PK\x03\x04\x00\x00", "binary"),
        ("t.csv", b"a,a,text\n1,2,3\n", "more than one column called a"),
        ("t.json", b"{", "is not JSON"),
        ("t.json", b"3", "not a list"),
        ("t.jsonl", b"", "holds no rows"),
        ("t.xlsx", b"PK\x03\x04", "not an Excel table"),
    ],
)
def test_what_is_no_table_is_one_failure_with_advice(
    tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    (failure,) = opened(path)
    assert isinstance(failure, Failure)
    assert said in failure.message
    assert failure.advice


@given(
    st.binary(max_size=300),
    st.sampled_from([kind for kind in Kind if kind not in (Kind.DOCUMENT, Kind.FEED)]),
)
def test_arbitrary_bytes_give_rows_or_our_own_errors(content: bytes, kind: Kind) -> None:
    start = b"PK\x03\x04" if kind is Kind.XLSX else b""
    try:
        for row in rows("t", io.BytesIO(start + content), kind):
            assert isinstance(row, Row | RowError)
    except DatelineError as error:
        assert error.advice


@given(
    st.lists(
        st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip),
        min_size=1,
        max_size=5,
    )
)
def test_any_text_in_json_lines_comes_back(texts: list[str]) -> None:
    content = "\n".join(json.dumps({"text": text}) for text in texts).encode()
    captures = list(open_sources(["-"], hints=Hints(), stdin=io.BytesIO(content)))
    assert [capture.content.decode() for capture in captures] == texts


@pytest.mark.parametrize("content", ["id,text\n1,first\n2,\"second\n3,third\n", "id,text\n1,first\n2,\"second"])
def test_a_quotation_mark_that_nothing_closes_fails_its_row(tmp_path: Path, content: str) -> None:
    path = tmp_path / "t.csv"
    path.write_text(content)
    first, second = opened(path)
    assert isinstance(first, Capture) and first.content == b"first"
    assert isinstance(second, Failure) and "Row 2" in second.message and "quotation mark" in second.message


def test_a_lone_quotation_mark_inside_a_cell_is_a_letter(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text('id,text\n1,a 5" gun\n2,second\n')
    assert [found.content for found in opened(path)] == [b'a 5" gun', b"second"]


def test_binary_data_called_csv_is_said_to_be_binary(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(bytes(range(1, 256)) * 8)
    (failure,) = opened(path)
    assert "binary data" in failure.message


def test_a_table_of_bad_rows_alone_is_not_called_empty(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("id,text\n1,a,b\n")
    (failure,) = opened(path)
    assert "3 cells under 2 columns" in failure.message


def test_many_and_long_column_names_are_cut(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(",".join([*(f"c{n}" for n in range(30)), "x" * 500]) + "\n" + "," * 30 + "y\n")
    (failure,) = opened(path)
    assert "c19 and 11 more" in failure.advice and len(failure.advice) < 300
