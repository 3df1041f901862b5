"""HTML: the article of a page, or the body that a feed gives."""

from __future__ import annotations

import re

import lxml.html
from lxml import etree

from dateline.model.errors import ReadingError
from dateline.model.record import Warning
from dateline.model.report import Capture
from dateline.reading.article import Article
from dateline.reading.dates import dates_in
from dateline.reading.encoding import declared_charset, decode, normalise_text
from dateline.reading.page import page_data
from dateline.reading.publication import publication_date

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9._:-]+)", re.IGNORECASE)
_XML_START = re.compile(r"\s*<\?xml[^>]*\?>")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_BLOCKS = frozenset(
    [
        "address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption",
        "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol",
        "p", "pre", "section", "table", "td", "th", "tr", "ul",
    ]
)
_UNSHOWN = ("script", "style", "noscript", "template", "iframe", "svg", "form", "button", "figure", "img")
_FEW_LETTERS = 40
# Tables come as Markdown: "| Karma | 7 |" under a line of dashes.
_TABLE_EDGE = re.compile(r"^\|(?:-+\|)+\s*$|^\|\s+(?=.*\|\s*$)|(?<=\S)\s+\|\s*$")
_DATE_LINE_WORDS = re.compile(
    r"\b(?:last|first|published|posted|updated|modified|on|at|date|[ap]m|gmt|utc"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|[\W\d_]",
    re.IGNORECASE,
)


def read_html(capture: Capture) -> Article:
    """The article of a saved or fetched page, paragraphs with an empty line between them.

    Text by trafilatura; title, author, outlet and date by what the page says of itself (``page_data``,
    ``publication_date``), never by guess. Raises ``ReadingError`` where the page holds no article.
    """
    markup, warnings = _decoded(capture)
    tree = _tree(markup, capture.ref)
    data = page_data(tree, markup)
    url = capture.hints.url or capture.url or data.url
    published, doubts = publication_date(tree, data, url=url, fetched_at=capture.fetched_at)
    text = _article_text(markup, capture.ref)
    text = _without_head(text, data.title)
    if sum(character.isalpha() for character in text) < _FEW_LETTERS:
        raise ReadingError(
            f"{capture.ref} is a web page in which no article was found.",
            "It may be a start page, a video, or filled in by a script: open it in a browser, copy the text"
            " and give that.",
        )
    return Article(
        text,
        title=data.title,
        author=data.author,
        outlet=data.outlet,
        published=published,
        url=data.url,
        warnings=(*warnings, *doubts),
    )


def read_fragment(capture: Capture) -> Article:
    """The text of a feed entry's HTML: all of it, since there is no page around the article."""
    markup, warnings = _decoded(capture)
    tree = _tree(f"<div>{markup}</div>", capture.ref)
    for element in list(tree.iter(*_UNSHOWN)):
        element.drop_tree()
    return Article(_shown_text(tree), warnings=warnings)


def _decoded(capture: Capture) -> tuple[str, tuple[Warning, ...]]:
    named = _META_CHARSET.search(capture.content[:4096])
    in_page = declared_charset(f"charset={named[1].decode('ascii')}") if named else None
    if in_page is not None and in_page.startswith(("utf-16", "utf-32")):
        # A page whose declaration can be read byte by byte is not in one of these (HTML standard, 13.2.3.2).
        in_page = None
    declared = declared_charset(capture.media_type) or in_page
    if declared in ("iso8859-1", "ascii"):
        # What the web calls Latin-1 is Windows-1252 (WHATWG Encoding standard).
        declared = "cp1252"
    text, warnings = decode(capture.content, capture.ref, declared=declared)
    return _FORBIDDEN.sub("", _XML_START.sub("", text, count=1)), warnings


def _tree(markup: str, ref: str) -> lxml.html.HtmlElement:
    try:
        return lxml.html.document_fromstring(markup, ensure_head_body=True)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise ReadingError(
            f"{ref} could not be read as HTML ({error}).", "Save the page again, or its text."
        ) from None


def _article_text(markup: str, ref: str) -> str:
    # A third of a second to load; only web pages need it.
    import trafilatura  # noqa: PLC0415

    try:
        text = trafilatura.extract(
            markup, include_comments=False, include_tables=True, favor_precision=True, with_metadata=False
        )
    except Exception as error:  # deep or broken pages raise nearly anything (RecursionError among it)
        raise ReadingError(
            f"{ref} could not be read as HTML ({error}).", "Save the page's text and give that."
        ) from None
    lines = (_TABLE_EDGE.sub("", line).strip() for line in normalise_text(text or "").split("\n"))
    return "\n\n".join(line for line in lines if line)


def _without_head(text: str, title: str | None) -> str:
    """``text`` without the headline, which is the report's title, and a line that only dates the page."""
    paragraphs = text.split("\n\n")
    while len(paragraphs) > 1 and (paragraphs[0] == title or _is_date_line(paragraphs[0])):
        del paragraphs[0]
    return "\n\n".join(paragraphs)


def _is_date_line(paragraph: str) -> bool:
    if len(paragraph) > 100:
        return False
    rest, dated = paragraph, False
    for start, end, _ in reversed(dates_in(paragraph)):
        rest, dated = rest[:start] + rest[end:], True
    rest = _DATE_LINE_WORDS.sub("", rest)
    # Beside a date there may stand the name of a place.
    return len(rest) <= (20 if dated else 0)


def _shown_text(tree: lxml.html.HtmlElement) -> str:
    """The words of ``tree`` with blocks as paragraphs; white space is one space, as a browser shows it."""
    parts: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            parts.append(element.tail or "")
            continue
        if element.tag in _BLOCKS:
            parts.append("\0")
        parts.append((element.text if event == "start" else element.tail) or "")
    blocks = re.split("\0+", re.sub(r"[ \t\n\f]+", " ", "".join(parts)))
    return normalise_text("\n\n".join(block.strip() for block in blocks if block.strip()))
