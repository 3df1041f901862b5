import builtins
import io

import pytest

from dateline.model.errors import ReadingError
from dateline.model.report import Capture
from dateline.reading import read
from tests.reading.documents import WORD, archive


def read_word(content: bytes):
    return read(Capture.of("r.docx", content, media_type=WORD, fetched_at="2025-10-22T08:00:00Z"))


def test_paragraphs_and_tables_in_order() -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.core_properties.title = "Template"
    document.add_paragraph("The convoy was attacked on the road to the border, the ministry said.")
    table = document.add_table(rows=2, cols=2)
    for cell, words in zip(
        (c for row in table.rows for c in row.cells), ("Place", "Killed", "Karma", "7"), strict=True
    ):
        cell.text = words
    document.add_paragraph("The ministry gave no other figures that day.")
    out = io.BytesIO()
    document.save(out)
    report, _ = read_word(out.getvalue())
    assert report.text == (
        "The convoy was attacked on the road to the border, the ministry said.\n\n"
        "Place | Killed\n\nKarma | 7\n\n"
        "The ministry gave no other figures that day."
    )
    assert report.title is None


def test_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without_docx(name: str, *rest: object):
        if name == "docx":
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_docx)
    with pytest.raises(ReadingError) as raised:
        read_word(archive(word__document=b"<w/>"))
    assert 'pip install "dateline[office]"' in raised.value.advice


def test_archive_that_unpacks_to_too_much_is_refused() -> None:
    bomb = archive(word__document=b" " * 210_000_000)
    assert len(bomb) < 1_000_000
    with pytest.raises(ReadingError, match="unpacks to 210 MB; 200 MB are allowed"):
        read_word(bomb)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (archive(xl__workbook=b"<x/>"), "Excel table"),
        (archive(other=b"<x/>"), "an archive"),
        (archive(word__document=b"<broken"), "damaged"),
        (archive(word__document=b"<w/>")[:40], "damaged archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Office file"),
    ],
)
def test_other_archives_are_refused_by_name(content: bytes, said: str) -> None:
    with pytest.raises(ReadingError, match=said) as raised:
        read_word(content)
    assert raised.value.advice
