
import pytest

from dateline.model.errors import ReadingError
from dateline.model.report import Capture
from dateline.reading import read
from dateline.reading.paragraphs import join_lines
from tests.reading.documents import pdf


def read_pdf(content: bytes):
    return read(Capture.of("r.pdf", content, media_type="application/pdf", fetched_at="2025-10-22T08:00:00Z"))


def test_lines_become_paragraphs_and_broken_words_whole() -> None:
    report, warnings = read_pdf(
        pdf(
            [
                "The army said on Tuesday that its soldiers had repelled an attack by mili-",
                "tants on a base in the north-east of the country, where self-defence com-",
                "mittees have been fighting beside it. The self-",
                "defence forces lost two men.",
                "Three attackers were killed and two trucks were destroyed, according to the",
                "spokesman (who gave no names).",
            ]
        )
    )
    assert report.text == (
        "The army said on Tuesday that its soldiers had repelled an attack by militants on a base in the north-east of"
        " the country, where self-defence committees have been fighting beside it. The self-defence forces lost two"
        " men.\n\nThree attackers were killed and two trucks were destroyed, according to the spokesman (who gave no"
        " names)."
    )
    assert (report.published, report.title) == (None, None)
    assert {warning.code for warning in warnings} == {"no-publication-date", "no-outlet"}


def test_running_heads_and_page_numbers_are_no_part_of_the_report() -> None:
    body = "The soldiers said that the village had been shelled for three days and that"
    pages = [
        [
            "Weekly bulletin No. 14",
            f"{body} {name}",
            "nobody had come to help the people there.",
            f"Page {n} of 3",
        ]
        for n, name in enumerate(("Alpha", "Bravo", "Charlie"), 1)
    ]
    text = read_pdf(pdf(*pages))[0].text
    assert "bulletin" not in text
    assert "Page" not in text
    assert all(name in text for name in ("Alpha", "Bravo", "Charlie"))


def test_sentence_goes_on_over_the_page() -> None:
    assert join_lines(["The convoy left the town at", "", "dawn and reached the border."]) == (
        "The convoy left the town at dawn and reached the border."
    )


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("Deir-", "Ezzor fell.", "Deir-Ezzor fell."),
        ("the fight-", "ers fled.", "the fighters fled."),
        ("5-", "6 men.", "5- 6 men."),
    ],
)
def test_hyphens(before: str, after: str, joined: str) -> None:
    assert join_lines([before, after]) == joined


def test_scan_is_refused_with_advice() -> None:
    with pytest.raises(ReadingError, match="a scan") as raised:
        read_pdf(pdf([], []))
    assert "text recognition" in raised.value.advice


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7\nnothing", pdf(["Text of a page."])[:200], b"%PDF-" + bytes(range(256))]
)
def test_damaged_file_is_refused_with_advice(content: bytes) -> None:
    with pytest.raises(ReadingError) as raised:
        read_pdf(content)
    assert raised.value.advice
