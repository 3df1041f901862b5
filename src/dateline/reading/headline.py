"""The signs by which the part of a page around its headline tells when it was published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import lxml.html

from dateline.reading.dates import dates_in, machine_date

UPDATED = re.compile(r"updat|modif|revis|edited|copyright|©|accessed|retrieved|today", re.IGNORECASE)
_OUTSIDE_TAGS = frozenset({"footer", "aside", "nav", "figure", "figcaption"})
_CHANGED = frozenset({"updated", "modified", "lastmod"})
_OUTSIDE = frozenset(
    [
        "footer", "aside", "sidebar", "nav", "navigation", "navbar", "menu", "related", "recommended",
        "recommendations", "more", "morestories", "comments", "comment", "popular", "trending", "latest",
        "mostread", "ticker", "copyright", "widget", "promo", "teaser", "newsletter", "archive",
        "calendar", "current", "clock", "today", "weather", "caption", "figure", "photo", "gallery",
    ]
)
DATE_MARKS = frozenset(
    [
        "date", "published", "publish", "pubdate", "posted", "posteddate", "timestamp", "time",
        "datetime", "byline", "dateline", "meta", "postmeta", "entrydate", "postdate", "articledate",
        "publishdate", "pubtime", "submitted", "created",
    ]
)
# A line's date stands alone, or between the marks that part it from a place or a name.
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_BEFORE_DATE = re.compile(rf"(?:^|[|,–—·•:/(]|\b(?:published|posted|on|{_WEEKDAY}))\W*$", re.IGNORECASE)
_AFTER_DATE = re.compile(
    r"\W*(?:$|[|–—·•/(]|,\s|at\b|\d{1,2}[:.]\d\d|[\d:. ]*(?:am|pm|gmt|utc)\b)", re.IGNORECASE
)
_PUBLISHED = re.compile(r"\b(?:published|posted)\b(?:\s+on)?\W*", re.IGNORECASE)
_FRAME_TAGS = frozenset({"html", "body", "main", "article"})
_LONG_PARAGRAPH = 80
_LINE = 150
_SHORT_LINE = 100


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing on the page that dates it: what it is, the first and the last day that it can mean."""

    origin: str
    first: date
    last: date


def signs_by_headline(tree: lxml.html.HtmlElement) -> Iterator[Sign]:
    """``time`` elements, lines marked as dates and the line under the headline, before the article."""
    for element in before_article(tree):
        if element.tag == "time":
            if not is_published(element):
                continue
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
    # "Updated 28 July 2023 | Published 26 July 2023", and the other way round.
    told, updated = _PUBLISHED.search(words), UPDATED.search(words)
    if told:
        words = words[told.end() :]
    elif updated:
        words = words[: updated.start()]
    found = dates_in(words)
    if not found or (not told and _is_changed(element)):
        return
    start, end, day = found[0]
    between = _BEFORE_DATE.search(words[:start]) and _AFTER_DATE.match(words[end:])
    alone = between is not None and len(words) <= _SHORT_LINE
    if (told and start == 0) or class_words(element) & DATE_MARKS or alone:
        yield Sign("line by the headline", day, day)


def before_article(tree: lxml.html.HtmlElement) -> list[lxml.html.HtmlElement]:
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
        if after_heading and _is_prose(element):
            break
        if after_heading and element is not heading:
            found.append(element)
    return found


def _is_prose(element: lxml.html.HtmlElement) -> bool:
    if element.tag in ("p", "blockquote"):
        words = _shown_words(element)
        return len(words) > _LINE or (len(words) > _LONG_PARAGRAPH and not dates_in(words))
    # An article without paragraphs: its text lies in a block, parted by line breaks.
    own = " ".join([element.text or "", *(child.tail or "" for child in element)]).split()
    return len(" ".join(own)) > _LINE


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
    tokens = class_words(element)
    # WordPress marks the time of a page never changed as both published and updated.
    changed = bool(tokens & _CHANGED) and "published" not in tokens
    return element.tag in _OUTSIDE_TAGS or changed or bool(tokens & _OUTSIDE)


def _is_changed(element: lxml.html.HtmlElement) -> bool:
    return element.get("itemprop") == "dateModified" or bool(UPDATED.search(_words_before(element)[-30:]))


def is_published(element: lxml.html.HtmlElement) -> bool:
    """False for an element that tells when the page was changed, not when it was published."""
    if "published" in class_words(element) or element.get("itemprop") == "datePublished":
        return True
    return not UPDATED.search(_shown_words(element)) and not _is_changed(element)


def _words_before(element: lxml.html.HtmlElement) -> str:
    """What stands before ``element`` in its line: ``Last updated:``."""
    for frame in (element, element.getparent()):
        before = frame.getprevious() if frame is not None else None
        if before is not None and isinstance(before.tag, str):
            return f"{_shown_words(before)} {before.tail or ''}".strip()
        parent = frame.getparent() if frame is not None else None
        if parent is not None and (parent.text or "").strip():
            return str(parent.text).strip()
    return ""


def class_words(element: lxml.html.HtmlElement) -> set[str]:
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


def _shown_words(element: lxml.html.HtmlElement) -> str:
    return " ".join(element.text_content().split())
