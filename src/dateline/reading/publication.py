"""When a web page was published, by the signs that it gives; where they disagree, nothing is chosen."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import lxml.html

from dateline.model.record import Warning
from dateline.reading.dates import dates_in, machine_date, plausible
from dateline.reading.page import PageData

# In the order of trust: names that mean publication, then those that are used for it.
_META_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "dc.date.issued", "dcterms.issued", "dc.issued", "citation_publication_date", "parsely-pub-date",
    "sailthru.date", "article.published", "publication_date", "publish-date", "publishdate", "publish_date",
    "published-date", "pubdate", "ptime", "cxenseparse:recs:publishtime", "date", "dc.date", "dcterms.date",
    "dcterms.created", "dc.date.created",
)  # fmt: skip
_UPDATED = re.compile(r"updat|modif|revis|edited|copyright|©|accessed|retrieved|today", re.IGNORECASE)
_OUTSIDE_TAGS = frozenset({"footer", "aside", "nav", "form"})
_OUTSIDE = frozenset(
    [
        "footer", "aside", "sidebar", "nav", "navigation", "navbar", "menu", "related", "recommended",
        "recommendations", "more", "morestories", "comments", "comment", "popular", "trending", "latest",
        "mostread", "ticker", "copyright", "widget", "promo", "teaser", "newsletter", "archive",
        "calendar", "current", "clock", "today", "weather", "updated", "modified", "lastmod",
    ]
)
_DATE_MARKS = frozenset(
    [
        "date", "published", "publish", "pubdate", "posted", "posteddate", "timestamp", "time",
        "datetime", "byline", "dateline", "meta", "postmeta", "entrydate", "postdate", "articledate",
        "publishdate", "pubtime", "submitted", "created",
    ]
)
_FRAME_TAGS = frozenset({"html", "body", "main", "article"})
_URL_DAY = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)|/(\d{4})(\d{2})(\d{2})(?=[/_.-]|$)")
_URL_MONTH = re.compile(r"/(\d{4})/(\d{1,2})(?=/(?!\d{1,2}/))")
_LONG_PARAGRAPH = 80
_LINE = 150


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing on the page that dates it: what it is, the first and the last day that it can mean."""

    origin: str
    first: date
    last: date


def publication_date(
    tree: lxml.html.HtmlElement, data: PageData, *, url: str | None, fetched_at: str
) -> tuple[str | None, tuple[Warning, ...]]:
    """The day the page was published (ISO 8601), or ``None``; a warning where its signs disagree.

    Signs: JSON-LD, meta elements, the address, ``time`` elements and the line under the headline. Two that
    are a day apart agree (time zones). Footers, other stories, changes and the time of rendering are no
    signs, and a day that is yet to come (``fetched_at``) is none.
    """
    signs = [sign for sign in _signs(tree, data, url) if plausible(sign.first, fetched_at)]
    days = [sign for sign in signs if sign.first == sign.last]
    if not days:
        found = _by_htmldate(tree, fetched_at)
        days = [Sign("the page", found, found)] if found else []
    if not days:
        return None, ()
    every = [*days, *(sign for sign in signs if sign not in days)]
    if any(_apart(one, other) for one in every for other in every):
        named = "; ".join(f"{_shown(sign)} ({sign.origin})" for sign in every)
        return None, (
            Warning(
                "publication-date-disputed",
                f"The page's signs of its publication date disagree: {named}."
                " None was taken; give the date (--published).",
            ),
        )
    return days[0].first.isoformat(), ()


def _signs(tree: lxml.html.HtmlElement, data: PageData, url: str | None) -> Iterator[Sign]:
    seen = set()
    for sign in (*_stated(data), *_in_address(url, data.url), *_in_text(tree)):
        if sign not in seen:
            seen.add(sign)
            yield sign


def _stated(data: PageData) -> Iterator[Sign]:
    for article in data.articles:
        day = machine_date(str(article.get("datePublished") or ""))
        if day:
            yield Sign("JSON-LD", day, day)
    # One meta element, the most trusted; the others are mostly its copies, or the time of rendering.
    stated = dict(reversed(data.meta))
    for name in _META_NAMES:
        day = machine_date(stated.get(name, ""))
        if day:
            yield Sign(f"meta {name}", day, day)
            return


def _in_address(*urls: str | None) -> Iterator[Sign]:
    for url in urls:
        path = (url or "").partition("?")[0].partition("://")[2]
        for match in _URL_DAY.finditer(path):
            year, month, day = (int(part) for part in match.groups() if part is not None)
            found = machine_date(f"{year:04}-{month:02}-{day:02}")
            if found:
                yield Sign("address", found, found)
                return
        month_only = _URL_MONTH.search(path)
        if month_only and 1 <= int(month_only[2]) <= 12 and int(month_only[1]) >= 1991:
            first = date(int(month_only[1]), int(month_only[2]), 1)
            following = (first + timedelta(days=31)).replace(day=1)
            yield Sign("address", first, following - timedelta(days=1))
            return


def _in_text(tree: lxml.html.HtmlElement) -> Iterator[Sign]:
    """``time`` elements, lines marked as dates and the line under the headline, before the article."""
    for element in _before_article(tree):
        if element.tag == "time" and _is_published(element):
            stated = element.get("datetime")
            day = machine_date(stated) if stated else None
            shown = dates_in(_shown_words(element))
            if day is None and shown:
                day = shown[0][2]
            if day:
                yield Sign("time element", day, day)
        elif element.get("itemprop") == "datePublished":
            day = machine_date(element.get("content") or element.get("datetime") or _shown_words(element))
            if day:
                yield Sign("itemprop datePublished", day, day)
        elif isinstance(element.tag, str) and element.tag not in _FRAME_TAGS:
            yield from _byline(element)


def _byline(element: lxml.html.HtmlElement) -> Iterator[Sign]:
    if len(element) > 12:
        return
    words = _shown_words(element)
    if not 6 <= len(words) <= _LINE:
        return
    # "Published 26 July 2023 | Updated 28 July 2023": what comes after the word is not the publication.
    updated = _UPDATED.search(words)
    found = dates_in(words[: updated.start()] if updated else words)
    if not found:
        return
    start, end, day = found[0]
    marked = bool(_tokens(element) & _DATE_MARKS) or re.search(
        r"\b(?:published|posted|by)\b", words, re.IGNORECASE
    )
    edge = (start <= 20 or len(words) - end <= 20) and len(words) <= 80
    if marked or (
        edge and element.tag in ("p", "div", "span", "li", "small", "em", "i", "b", "strong", "font")
    ):
        yield Sign("line by the headline", day, day)


def _before_article(tree: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
    """The elements around the headline, to the article's first long paragraph; other parts left out."""
    heading = next(tree.iter("h1"), None)
    scope = tree
    if heading is not None:
        # Lines above the headline count only within the article's own frame.
        scope = next((a for a in heading.iterancestors() if a.tag in ("article", "main")), tree)
    found: list[lxml.html.HtmlElement] = []
    after_heading = heading is None or scope is not tree
    for element in _inside(scope):
        after_heading = after_heading or element is heading
        words = _shown_words(element) if element.tag in ("p", "blockquote") else ""
        if after_heading and len(words) > _LONG_PARAGRAPH and not (len(words) <= _LINE and dates_in(words)):
            break
        if after_heading and element is not heading:
            found.append(element)
    return found


def _inside(element: lxml.html.HtmlElement) -> Iterator[lxml.html.HtmlElement]:
    """``element`` and what is in it, in order, without footers, asides, menus and other stories."""
    stack = [element]
    while stack:
        current = stack.pop()
        if (
            not isinstance(current.tag, str)
            or current.tag in ("head", "script", "style")
            or _is_outside(current)
        ):
            continue
        yield current
        stack.extend(reversed(list(current)))


def _is_outside(element: lxml.html.HtmlElement) -> bool:
    if element.tag in _FRAME_TAGS:
        return False
    return element.tag in _OUTSIDE_TAGS or bool(_tokens(element) & _OUTSIDE)


def _is_published(element: lxml.html.HtmlElement) -> bool:
    before = element.getprevious()
    told = element.tail if before is None else before.tail
    parent = element.getparent()
    lead = (parent.text or "") if before is None and parent is not None else (told or "")
    marks = " ".join([*_tokens(element), element.get("itemprop") or "", lead[-30:], _shown_words(element)])
    return not _UPDATED.search(marks)


def _tokens(element: lxml.html.HtmlElement) -> set[str]:
    """The words of an element's class and id: ``post-date`` gives ``post``, ``date`` and ``postdate``."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    tokens = set()
    for name in names:
        parts = [part.lower() for part in re.split(r"[-_]+|(?<=[a-z])(?=[A-Z])", name) if part]
        if parts and parts[0] in ("has", "with", "no", "without"):
            continue
        tokens.update(parts)
        tokens.add("".join(parts))
    return tokens


def _by_htmldate(tree: lxml.html.HtmlElement, fetched_at: str) -> date | None:
    """What htmldate finds, its wide search off, in the page's head and the lines by the headline."""
    from htmldate import find_date  # noqa: PLC0415 - 0.2 s, and few pages come here

    page = lxml.html.Element("html")
    head = copy.deepcopy(tree.find("head"))
    if head is not None:
        for meta in list(head.iter("meta", "script", "title")):
            name = (
                f"{meta.get('property')} {meta.get('name')} {meta.get('itemprop')} {meta.get('http-equiv')}"
            )
            if meta.tag != "meta" or _UPDATED.search(name) or re.search(r"expires|last", name, re.IGNORECASE):
                meta.drop_tree()
        page.append(head)
    body = lxml.html.Element("body")
    for element in _before_article(tree):
        if len(element) == 0 and len(_shown_words(element)) <= _LINE and _is_published(element):
            body.append(copy.deepcopy(element))
    page.append(body)
    limit = date.fromisoformat(fetched_at[:10]) + timedelta(days=2)
    try:
        found = find_date(page, extensive_search=False, original_date=True, max_date=limit.isoformat())
    except Exception:  # a broken page must cost its date at most
        return None
    return date.fromisoformat(found) if found else None


def _apart(one: Sign, other: Sign) -> bool:
    day = timedelta(days=1)
    return one.first - day > other.last or other.first - day > one.last


def _shown(sign: Sign) -> str:
    return sign.first.isoformat() if sign.first == sign.last else sign.first.strftime("%Y-%m")


def _shown_words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())
