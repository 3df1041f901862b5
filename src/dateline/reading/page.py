"""What a web page says of itself: JSON-LD, meta elements (Open Graph, Dublin Core), its headline."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import lxml.html

# schema.org's Article and its kinds, as of version 29.
_ARTICLE_TYPES = frozenset(
    [
        "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle",
        "OpinionNewsArticle", "AskPublicNewsArticle", "ReviewNewsArticle", "BlogPosting",
        "LiveBlogPosting", "SocialMediaPosting", "Report",
    ]
)
_SAVED_FROM = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_SEPARATOR = re.compile(r"\s+[|–—·»:-]+\s+")


@dataclass(frozen=True, slots=True)
class PageData:
    """What the page says; ``meta`` in its order with lower-case names, ``articles`` from its JSON-LD."""

    title: str | None
    author: str | None
    outlet: str | None
    url: str | None
    meta: tuple[tuple[str, str], ...]
    articles: tuple[dict[str, Any], ...]


def page_data(tree: lxml.html.HtmlElement, markup: str) -> PageData:
    """What the page in ``tree`` (parsed from ``markup``) says of itself; ``None`` where it is silent.

    The outlet is ``og:site_name``, or the article's publisher, or what follows the headline in the page's
    title. A host name is never taken for an outlet's name.
    """
    meta = tuple(_meta(tree))
    headings = [text for element in tree.iter("h1") if (text := _words(element.text_content()))]
    window_title = _words(tree.findtext(".//title"))
    url = _url(tree, meta, markup)
    articles = _articles(tree, url, headings)
    article = articles[0] if len(articles) == 1 else {}
    outlet = (
        _first(meta, "og:site_name") or _name(article.get("publisher")) or _first(meta, "application-name")
    )
    headline = (
        _first(meta, "og:title")
        or _words(article.get("headline"))
        or (headings[0] if len(headings) == 1 else None)
    )
    if outlet is None:
        outlet = _after_headline(window_title, [*headings[:1], *([headline] if headline else [])])
    title = _headline(headline or window_title, headings, outlet)
    author = _name(article.get("author")) or _author(meta)
    return PageData(title, author, outlet, url, meta, articles)


def _meta(tree: lxml.html.HtmlElement) -> Iterator[tuple[str, str]]:
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = _words(element.get("content"))
        if name and content:
            yield name.strip().lower(), content


def _articles(
    tree: lxml.html.HtmlElement, url: str | None, headings: list[str]
) -> tuple[dict[str, Any], ...]:
    """The page's articles by JSON-LD; where there are several, those that bear its address or headline."""
    found: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                value = json.loads((script.text or "").strip().removesuffix(";"), strict=False)
            except (ValueError, RecursionError):
                continue
            found.extend(item for item in _objects(value) if _types(item) & _ARTICLE_TYPES)
    if len(found) > 1:
        own = [item for item in found if url and _address(item) == url.partition("#")[0].rstrip("/")]
        own = own or [item for item in found if _words(item.get("headline")) in headings]
        found = own[:1] or found
    return tuple(found)


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """The objects at the top, in a ``@graph`` or as main entity; lists of other stories are not entered."""
    if isinstance(value, list):
        for item in value:
            yield from _objects(item)
    elif isinstance(value, dict):
        yield value
        for inner in ("@graph", "mainEntity"):
            if inner in value:
                yield from _objects(value[inner])


def _types(item: dict[str, Any]) -> set[str]:
    kinds = item.get("@type")
    return {str(kind).rpartition("/")[2] for kind in (kinds if isinstance(kinds, list) else [kinds])}


def _address(item: dict[str, Any]) -> str:
    page = item.get("mainEntityOfPage")
    page = page.get("@id") if isinstance(page, dict) else page
    return str(item.get("url") or page or "").partition("#")[0].rstrip("/")


def _name(value: Any) -> str | None:
    """The name of a schema.org person or organisation, or of several."""
    if isinstance(value, list):
        return ", ".join(dict.fromkeys(name for item in value if (name := _name(item)))) or None
    if isinstance(value, dict):
        return _name(value.get("name"))
    return _words(value)


def _author(meta: tuple[tuple[str, str], ...]) -> str | None:
    for name in ("author", "article:author", "dc.creator", "parsely-author", "byl"):
        value = _first(meta, name)
        # article:author is meant to be a profile's address, and often is.
        if value and "://" not in value and not value.startswith("@"):
            return re.sub(r"^by\s+", "", value, flags=re.IGNORECASE)
    return None


def _url(tree: lxml.html.HtmlElement, meta: tuple[tuple[str, str], ...], markup: str) -> str | None:
    canonical: list[str | None] = [
        element.get("href")
        for element in tree.iter("link")
        if "canonical" in (element.get("rel") or "").split()
    ]
    saved = _SAVED_FROM.search(markup[:4096])
    for candidate in (*canonical[:1], _first(meta, "og:url"), saved[1] if saved else None):
        if candidate and candidate.startswith(("http://", "https://")):
            return candidate
    return None


def _after_headline(window_title: str | None, headlines: list[str]) -> str | None:
    """``The World Monitor`` in ``Five killed in raid | The World Monitor``, where the headline is known."""
    for headline in headlines:
        if window_title and window_title.startswith(headline):
            rest = window_title[len(headline) :]
            separator = _SEPARATOR.match(rest)
            name = rest[separator.end() :] if separator else ""
            # Two parts are a section and a name; which is which, nothing says.
            if name and not _SEPARATOR.search(name):
                return name
    return None


def _headline(title: str | None, headings: list[str], outlet: str | None) -> str | None:
    """``title`` without the outlet's name after it; the page's only heading where it begins so."""
    if title is None:
        return None
    if len(headings) == 1 and title.startswith(headings[0]):
        return headings[0]
    if outlet:
        parts = _SEPARATOR.split(title)
        if len(parts) > 1 and parts[-1].lower() == outlet.lower():
            return title[: title.rindex(parts[-1])].rstrip(" |–—·»:-")
    return title


def _first(meta: tuple[tuple[str, str], ...], name: str) -> str | None:
    return next((content for found, content in meta if found == name), None)


def _words(value: Any) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
