import io
from pathlib import Path

import pytest

from dateline.model.report import Capture, Failure, Hints
from dateline.sources import count_sources, open_sources


def opened(*refs: object, **options):
    return list(open_sources([str(ref) for ref in refs], hints=options.pop("hints", Hints()), **options))


def test_file_is_captured_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xff\x00raw")
    (capture,) = opened(path, hints=Hints(outlet="W"))
    assert isinstance(capture, Capture)
    assert (capture.ref, capture.content, capture.media_type, capture.hints.outlet) == (
        str(path), b"\xff\x00raw", "text/plain", "W",
    )  # fmt: skip
    assert capture.fetched_at.endswith("Z")
    assert len(capture.sha256) == 64


def test_folder_is_searched_in_order_and_others_passed_over(tmp_path: Path) -> None:
    for name in (
        "b.txt",
        "a.html",
        "sub/c.pdf",
        "sub/d.docx",
        "table.csv",
        "README.md",
        ".hidden/e.txt",
        "F.TXT",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    names = [Path(item.ref).relative_to(tmp_path).as_posix() for item in opened(tmp_path)]
    assert names == ["F.TXT", "a.html", "b.txt", "sub/c.pdf", "sub/d.docx"]
    assert count_sources([str(tmp_path)]) == 5


def test_bad_items_leave_failures_and_the_rest_goes_on(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "good.txt").write_text("x")
    items = opened(tmp_path / "none.txt", tmp_path / "empty", "nul\0byte", tmp_path / "good.txt")
    assert [type(item) for item in items] == [Failure, Failure, Failure, Capture]
    assert all(item.advice for item in items if isinstance(item, Failure))


def test_sources_are_opened_as_they_are_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    items = open_sources([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], hints=Hints())
    next(items)
    (tmp_path / "b.txt").write_text("written meanwhile")
    assert isinstance(next(items), Capture)


def test_file_too_large_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 20_000_001)
    (failure,) = opened(path)
    assert isinstance(failure, Failure)
    assert "larger than 20 MB" in failure.message


@pytest.mark.parametrize(
    ("content", "columns", "refs"),
    [
        (b"The army said so.", {}, ["-"]),
        (b"<html><body>x</body></html>", {}, ["-"]),
        (b"{ not json", {}, ["-"]),
        (b"[1] A note", {}, ["-"]),
        (b'{"id": "a", "text": "x"}\n{"id": "b", "text": "y"}\n', {}, ["-#a", "-#b"]),
        (b'{"text": "' + b"x" * 9000 + b'"}\n{"text": "y"}\n', {}, ["-#1", "-#2"]),
        (b'{\n  "id": "a",\n  "text": "x"\n}\n', {}, ["-#a"]),
        (b'[{"id": "a", "text": "x"}]', {}, ["-#a"]),
        (b"id,body\na,x\n", {"text": "body"}, ["-#a"]),
        (b"<rss version='2.0'><channel><item><link>http://e/1</link><description>x</description></item>", {},
         ["http://e/1"]),
    ],
)  # fmt: skip
def test_standard_input_shows_what_it_is(content: bytes, columns: dict[str, str], refs: list[str]) -> None:
    assert [item.ref for item in opened("-", stdin=io.BytesIO(content), columns=columns)] == refs


def test_count_is_unknown_for_what_must_be_fetched() -> None:
    assert count_sources(["-"]) is None
    assert count_sources(["https://news.example/"]) is None
    assert count_sources(["no such file"]) == 1
