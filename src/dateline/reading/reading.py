"""Read a capture: find its format, take the article out, and say what is not known."""

from __future__ import annotations

import re
from datetime import date, timedelta

from dateline.limits import MAX_BYTES, MAX_CHARACTERS, megabytes
from dateline.model.errors import ReadingError
from dateline.model.record import Warning
from dateline.model.report import Capture, Report, report_id
from dateline.reading.article import Article
from dateline.reading.dates import normalise_published
from dateline.reading.encoding import declared_charset, decode, is_binary
from dateline.reading.language import recognise

_HTML_START = re.compile(
    rb"(?:\s|\xef\xbb\xbf|<\?xml[^>]{0,200}\?>|<!--.{0,2000}?-->)*<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_HEAD = 65_536
_SPLIT = "Split it, or give many reports as a table (CSV or JSON Lines, one report a row)."
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(capture: Capture) -> tuple[Report, tuple[Warning, ...]]:
    """The report in ``capture``, and what its reader must know of how it was read.

    What ``capture.hints`` say wins over what the document says of itself; what neither says is ``None``.
    Plain text is kept as it is but for line ends (made ``\\n``), NUL characters and a leading byte-order mark
    (taken out), so that offsets mean something to whoever holds the file.

    Raises ``ReadingError`` where there is no report to be read, ``UnsupportedLanguage`` where it is not in
    English, ``UsageError`` where the hinted publication date is none.
    """
    hints = capture.hints
    hinted = normalise_published(hints.published) if hints.published else None
    article = _bounded_article(capture)
    language, doubts = recognise(article.text, capture.ref)
    outlet = hints.outlet or article.outlet
    published = hinted or article.published
    report = Report(
        id=report_id(article.text, outlet),
        ref=capture.ref,
        outlet=outlet,
        url=hints.url or capture.url or article.url,
        title=hints.title or article.title,
        author=hints.author or article.author,
        published=published,
        language=language,
        text=article.text,
    )
    # A dispute over the page's date is settled by the option.
    kept = tuple(w for w in article.warnings if not (hinted and w.code.startswith("publication-date")))
    return report, (*kept, *doubts, *_missing(report, kept, hinted, capture.fetched_at))


def _bounded_article(capture: Capture) -> Article:
    """The article of ``capture``; raises ``ReadingError`` where it is empty, or larger than one report may be."""
    ref = capture.ref
    if not capture.content.strip():
        raise ReadingError(f"{ref} is empty.", "Check that it is the file you meant.")
    if len(capture.content) > MAX_BYTES:
        raise ReadingError(f"{ref} is larger than {megabytes(MAX_BYTES)}, the most that one document may be.", _SPLIT)
    article = _article(capture)
    if not article.text.strip():
        raise ReadingError(f"{ref} holds no text.", "Check that it is the file you meant.")
    if len(article.text) > MAX_CHARACTERS:
        raise ReadingError(f"{ref} holds {len(article.text):,} characters; one report may have {MAX_CHARACTERS:,}.", _SPLIT)
    return article


def _article(capture: Capture) -> Article:
    """The article by the reader of the format that the bytes show; raises ``ReadingError`` for one that none reads."""
    content, declared = capture.content, (capture.media_type or "").lower()
    if content[:1024].lstrip().startswith(b"%PDF-"):
        from dateline.reading.pdf import read_pdf  # noqa: PLC0415 - pypdf is slow to load; only PDFs need it

        return read_pdf(capture)
    if content.startswith(b"PK\x03\x04"):
        from dateline.reading.docx import read_docx  # noqa: PLC0415 - an extra

        return read_docx(capture)
    if content.startswith(_OLE):
        raise ReadingError(
            f"{capture.ref} is an old Office file (.doc, .xls).", "Save it as .docx or as plain text."
        )
    if content.startswith(b"{\\rtf"):
        raise ReadingError(
            f"{capture.ref} is an RTF file, which Dateline does not read.",
            "Save it as .docx or as plain text.",
        )
    if is_binary(content):
        raise ReadingError(
            f"{capture.ref} is not a text: it holds binary data.",
            "Dateline reads plain text, HTML, PDF, DOCX, feeds and tables; save the report as one of these.",
        )
    if "part=body" in declared:
        from dateline.reading.html import read_fragment  # noqa: PLC0415 - lxml and trafilatura: 0.3 s

        return read_fragment(capture)
    if _HTML_START.match(content[:_HEAD]) or (("html" in declared) and re.search(rb"<[a-zA-Z!]", content)):
        from dateline.reading.html import read_html  # noqa: PLC0415 - as above

        return read_html(capture)
    if declared.startswith("application/pdf"):
        raise ReadingError(f"{capture.ref} is called a PDF, but is none.", "Fetch or save it again.")
    if declared.startswith("application/vnd.openxmlformats"):
        raise ReadingError(f"{capture.ref} is called an Office file, but is none.", "Save it again as .docx.")
    text, warnings = decode(content, capture.ref, declared=declared_charset(capture.media_type))
    return Article(text, warnings=warnings)


def _missing(
    report: Report, kept: tuple[Warning, ...], hinted: str | None, fetched_at: str
) -> tuple[Warning, ...]:
    """Warnings of what nothing says, date and outlet, and of a given date (``hinted``) that is yet to come."""
    warnings = []
    if report.published is None and not any(w.code == "publication-date-disputed" for w in kept):
        warnings.append(
            Warning(
                "no-publication-date",
                "Nothing says when the report was published, so 'Tuesday' or 'yesterday' cannot be dated."
                " Give the date (--published) if you know it.",
            )
        )
    elif hinted and date.fromisoformat(hinted[:10]) > date.fromisoformat(fetched_at[:10]) + timedelta(days=2):
        warnings.append(
            Warning("publication-date-in-future", f"The publication date given, {hinted}, is yet to come.")
        )
    if report.outlet is None:
        warnings.append(
            Warning(
                "no-outlet",
                "Nothing says who published the report. Give the outlet (--outlet) if you know it.",
            )
        )
    return tuple(warnings)
