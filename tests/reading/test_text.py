import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.errors import DatelineError, ReadingError, UnsupportedLanguage, UsageError
from dateline.model.report import Capture, Hints, report_id
from dateline.reading import read
from dateline.reading.encoding import decode, normalise_text
from tests.reading.documents import WORD, pdf

ENGLISH = "The army said that its soldiers were attacked by gunmen who came from the north on Tuesday."
CURLY = "The army – “in self-defence” – said that its soldiers were attacked by the Séléka on Tuesday."


def capture(content: bytes, *, media_type: str | None = "text/plain", hints: Hints | None = None) -> Capture:
    return Capture.of("r.txt", content, media_type=media_type, fetched_at="2025-10-22T08:00:00Z", hints=hints)


def codes(warnings) -> set[str]:
    return {warning.code for warning in warnings}


def test_text_is_kept_word_for_word() -> None:
    text = f"\n  {ENGLISH}\t\u00a0\u202b«مقتل خمسة»\u202c \U0001f6a8 e\u0301 \u2028end  \n\n"
    report, _ = read(capture(text.encode()))
    assert report.text == text
    assert report.id == report_id(text, None)
    assert (report.title, report.outlet, report.published, report.language) == (None, None, None, "en")


def test_only_line_ends_marks_and_nuls_change() -> None:
    content = codecs.BOM_UTF8 + f"{ENGLISH}\r\nTwo\rThree\x00\ufeff.".encode()
    assert read(capture(content))[0].text == f"{ENGLISH}\nTwo\nThree\ufeff."


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE),
     ("utf-16-be", codecs.BOM_UTF16_BE),
     ("utf-32-le", codecs.BOM_UTF32_LE), ("utf-16-le", b""), ("utf-16-be", b"")],
)  # fmt: skip
def test_encodings_that_show_themselves(encoding: str, mark: bytes) -> None:
    report, warnings = read(capture(mark + CURLY.encode(encoding)))
    assert report.text == CURLY
    assert "encoding-uncertain" not in codes(warnings)


def test_windows_1252_is_read_and_said() -> None:
    report, warnings = read(capture(CURLY.encode("cp1252")))
    assert report.text == CURLY
    (said,) = [warning for warning in warnings if warning.code == "encoding-uncertain"]
    assert "Windows-1252" in said.message
    assert "6 characters" in said.message


def test_declared_charset_is_no_guess() -> None:
    text = ENGLISH + " Łódź."
    report, warnings = read(capture(text.encode("iso-8859-2"), media_type="text/plain; charset=iso-8859-2"))
    assert report.text == text
    assert "encoding-uncertain" not in codes(warnings)


def test_text_damaged_before_is_left_and_said() -> None:
    damaged = CURLY.encode().decode("cp1252", "replace")
    report, warnings = read(capture(damaged.encode()))
    assert report.text == damaged
    assert "text-damaged" in codes(warnings)


def test_other_script_in_an_unmarked_encoding_is_refused_as_its_language() -> None:
    russian = (
        "Пятеро военнослужащих погибли при нападении на базу в пригороде столицы, сообщило министерство. " * 5
    )
    with pytest.raises(UnsupportedLanguage, match="Russian"):
        read(capture(russian.encode("cp1251")))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "is empty"),
        (b" \n\t ", "is empty"),
        (b"\x00\x00", "no text|binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "binary data"),
        (bytes(range(256)) * 20, "binary data"),
        (b"{\\rtf1 text}", "RTF"),
        (b"12345 !!", "no words"),
        (b"x" * 20_000_001, "larger than 20 MB"),
        (b"word " * 400_001, "2,000,005 characters; one report may have 2,000,000"),
    ],
)
def test_what_is_no_report_is_refused_with_advice(content: bytes, said: str) -> None:
    with pytest.raises(ReadingError, match=said) as raised:
        read(capture(content))
    assert raised.value.advice


def test_sentence_of_forty_thousand_words_is_read() -> None:
    text = "The soldiers and " * 13_334
    assert read(capture(text.encode()))[0].text == text


def test_hints_and_their_absence() -> None:
    hints = Hints(outlet="Wire", published="26 July 2023", url="https://w.example/1", title="T", author="A")
    report, warnings = read(capture(ENGLISH.encode(), hints=hints))
    assert (report.outlet, report.published, report.url, report.title, report.author) == (
        "Wire", "2023-07-26", "https://w.example/1", "T", "A",
    )  # fmt: skip
    assert warnings == ()
    assert codes(read(capture(ENGLISH.encode()))[1]) == {"no-publication-date", "no-outlet"}


def test_publication_date_that_is_none_is_a_usage_error() -> None:
    with pytest.raises(UsageError, match="last week"):
        read(capture(ENGLISH.encode(), hints=Hints(published="last week")))


def test_publication_date_to_come_is_said() -> None:
    _, warnings = read(capture(ENGLISH.encode(), hints=Hints(published="2031-01-01", outlet="W")))
    assert codes(warnings) == {"publication-date-in-future"}


MEDIA = st.sampled_from(
    [None, "text/plain", "text/html", "text/html; charset=utf-8; part=body", "application/pdf", WORD,
     "text/plain; charset=utf-16", "text/html; charset=nonsense"]
)  # fmt: skip
STARTS = st.sampled_from(
    [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<!doctype html><p>", b"\xff\xfe", b"<html><!--", b"{\\rtf"]
)


@given(start=STARTS, content=st.binary(max_size=600), media_type=MEDIA)
def test_arbitrary_bytes_raise_our_own_errors_only(
    start: bytes, content: bytes, media_type: str | None
) -> None:
    try:
        report, _ = read(capture(start + content, media_type=media_type))
    except DatelineError as error:
        assert error.message
    else:
        assert report.text.strip()
        report.text.encode()


@given(place=st.integers(0, 600), byte=st.integers(0, 255))
def test_pdf_with_a_wrong_byte_raises_our_own_errors_only(place: int, byte: int) -> None:
    content = bytearray(pdf(["The army said that its soldiers were attacked by gunmen."]))
    content[min(place, len(content) - 1)] = byte
    try:
        read(capture(bytes(content), media_type="application/pdf"))
    except DatelineError as error:
        assert error.message


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\x00"), max_size=300))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    # With a mark that tells the encoding, whatever the text holds.
    for encoding, mark in (("utf-8", codecs.BOM_UTF8), ("utf-16-le", codecs.BOM_UTF16_LE)):
        assert decode(mark + text.encode(encoding), "r")[0] == text.removeprefix("\ufeff")
    whole = f"{ENGLISH} {text}".encode() + b" " + ENGLISH.encode()
    try:
        report, _ = read(capture(whole))
    except ReadingError:
        return
    assert report.text == normalise_text(whole.decode())
    assert report.text == whole.decode()
