"""When a web page was published, by the signs that it gives; where they disagree, nothing is chosen."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from datetime import date, timedelta

import lxml.html

from dateline.model.record import Warning
from dateline.reading.dates import machine_date, plausible
from dateline.reading.headline import (
    DATE_MARKS,
    UPDATED,
    Sign,
    before_article,
    class_words,
    is_published,
    signs_by_headline,
)
from dateline.reading.page import PageData

# In the order of trust: names that mean publication, then those that are used for it.
_META_NAMES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "dc.date.issued", "dcterms.issued", "dc.issued", "citation_publication_date", "parsely-pub-date",
    "sailthru.date", "article.published", "publication_date", "publish-date", "publishdate", "publish_date",
    "published-date", "pubdate", "ptime", "cxenseparse:recs:publishtime", "date", "dc.date", "dcterms.date",
    "dcterms.created", "dc.date.created",
)  # fmt: skip
_URL_DAY = re.compile(r"/(\d{4})[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|$)|/(\d{4})(\d{2})(\d{2})(?=[/_.-]|$)")
_URL_MONTH = re.compile(r"/(\d{4})/(\d{1,2})(?=/(?!\d{1,2}/))")


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
    for sign in (*_stated(data), *_in_address(url, data.url), *signs_by_headline(tree)):
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
            if meta.tag != "meta" or UPDATED.search(name) or re.search(r"expires|last", name, re.IGNORECASE):
                meta.drop_tree()
        page.append(head)
    body = lxml.html.Element("body")
    for element in before_article(tree):
        if len(element) == 0 and class_words(element) & DATE_MARKS and is_published(element):
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
