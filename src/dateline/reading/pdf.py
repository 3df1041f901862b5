"""PDF: the text that a page shows, with its lines made paragraphs again."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from typing import TYPE_CHECKING

from pypdf import PdfReader

from dateline.limits import MAX_CHARACTERS
from dateline.model.errors import ReadingError
from dateline.model.report import Capture
from dateline.reading.article import Article
from dateline.reading.encoding import normalise_text
from dateline.reading.paragraphs import join_lines

if TYPE_CHECKING:
    from pypdf import PageObject

# It reports every oddity of a file at warning level; what matters comes back as our own error.
logging.getLogger("pypdf").setLevel(logging.ERROR)

_FEW_LETTERS_A_PAGE = 20


def read_pdf(capture: Capture) -> Article:
    """The text of a PDF without running heads and page numbers; raises ``ReadingError`` for a scan or a lock.

    Title and date of a PDF's own data are not taken: they name the file the press office started from and the
    minute it was converted, not the report and its publication.
    """
    ref = capture.ref
    try:
        reader = PdfReader(io.BytesIO(capture.content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadingError(f"{ref} is locked with a password.", "Save a copy without one.")
        pages = _pages(list(reader.pages), ref)
    except ReadingError:
        raise
    except Exception as error:  # a damaged file can raise nearly anything from inside the PDF library
        raise ReadingError(
            f"{ref} is damaged, or not a PDF that can be read ({error}).",
            "Open it in a viewer and save it again, or save its text.",
        ) from None
    letters = sum(character.isalpha() for page in pages for line in page for character in line)
    if letters < _FEW_LETTERS_A_PAGE * max(1, min(len(pages), 3)):
        raise ReadingError(
            f"{ref} holds pictures of pages, but no text (a scan).",
            "Run it through text recognition first, for example: ocrmypdf in.pdf out.pdf",
        )
    lines = [line for page in _without_running_heads(pages) for line in (*page, "")]
    return Article(normalise_text(join_lines(lines)))


def _pages(pages: list[PageObject], ref: str) -> list[list[str]]:
    texts, size = [], 0
    for page in pages:
        text = page.extract_text()
        size += len(text)
        if size > MAX_CHARACTERS:
            raise ReadingError(
                f"{ref} holds more than {MAX_CHARACTERS:,} characters, the most that one report may have.",
                "Split it.",
            )
        texts.append([line.strip() for line in text.splitlines()])
    return texts


def _without_running_heads(pages: list[list[str]]) -> list[list[str]]:
    """Lines first or last on most of three or more pages, their digits aside, are no part of the report."""
    filled = [[line for line in page if line] for page in pages]
    edges = Counter(shape for page in filled for shape in {_shape(line) for line in (*page[:2], *page[-2:])})
    often = {shape for shape, count in edges.items() if count >= 3 and count > len(pages) / 2}
    kept = []
    for page in filled:
        edge = {*range(2), *range(len(page) - 2, len(page))}
        kept.append(
            [
                line
                for place, line in enumerate(page)
                if not (place in edge and (_shape(line) in often or _is_page_number(line)))
            ]
        )
    return kept


def _shape(line: str) -> str:
    return re.sub(r"\d+", "#", line)


def _is_page_number(line: str) -> bool:
    return (
        re.fullmatch(r"(?:page\s+)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:/|of)\s*\d{1,4})?", line, re.IGNORECASE)
        is not None
    )
