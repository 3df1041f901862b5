"""RSS and Atom feeds: each entry is a document."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from dateline.model.errors import SourceError
from dateline.model.report import Capture, Failure, Hints
from dateline.sources.container import Container

ENTRY_MEDIA_TYPE = "text/html; charset=utf-8; part=body"
"""An entry's HTML is the article alone: ``part=body`` tells the reader that no page is around it."""


def feed_entries(source: Container, content: bytes) -> Iterator[Capture | Failure]:
    """The entries of the feed in ``content``; the source's hints win over what the feed says.

    An entry's full content is taken where the feed has it, else its summary, which the capture's log says.
    The date is the entry's publication; a mere last update is not taken for one. Raises ``SourceError`` where
    ``content`` is no feed.
    """
    ref = source.ref
    # A tenth of a second that only feeds need pay.
    import feedparser  # noqa: PLC0415

    try:
        # Given as a file: a short byte string would be taken for a path or URL to open.
        feed = feedparser.parse(BytesIO(content))
    except Exception as error:  # the parser lets through whatever its XML and date code raises
        raise SourceError(
            f"{ref} could not be read as a feed ({error}).", "Check that it is RSS or Atom."
        ) from None
    if not feed.get("version") and not feed.entries:
        raise SourceError(
            f"{ref} is not an RSS or Atom feed.",
            "Check the URL: a feed's begins with <rss> or <feed>. Give a web page as .html.",
        )
    if not feed.entries:
        raise SourceError(f"The feed {ref} holds no entries.", "Try again later, or check the feed's URL.")
    if feed.bozo:
        note = f"The feed is not well formed ({feed.get('bozo_exception')}); read as far as it could be."
        source = replace(source, notes=(*source.notes, note))
    for number, entry in enumerate(feed.entries, 1):
        yield _entry(source, number, entry, _text(feed.feed.get("title")))


def _entry(source: Container, number: int, entry: Any, feed_title: str | None) -> Capture | Failure:
    link = _text(entry.get("link"))
    entry_ref = link or f"{source.ref}#{_text(entry.get('id')) or number}"
    body, body_note = _body(entry)
    if not body:
        return Failure(
            entry_ref,
            "SourceError",
            f"The feed entry {entry_ref} holds no text.",
            "Give the page that it links to." if link else "",
        )
    published, date_note = _published(entry)
    said = Hints(
        outlet=_text(entry.get("source", {}).get("title")) or feed_title,
        published=published,
        url=link,
        title=_text(entry.get("title")),
        author=_text(entry.get("author")),
        id=_text(entry.get("id")),
    )
    log = (*source.notes, f"Entry {number} of the feed {source.url or source.ref}.", *body_note, *date_note)
    return Capture.of(
        entry_ref,
        body.encode("utf-8", "replace"),
        media_type=ENTRY_MEDIA_TYPE,
        fetched_at=source.fetched_at,
        url=link,
        hints=_first(source.hints, said),
        log=log,
    )


def _body(entry: Any) -> tuple[str, tuple[str, ...]]:
    for content in entry.get("content", ()):
        if value := (content.get("value") or "").strip():
            return value, ()
    summary = (entry.get("summary") or "").strip()
    return summary, ("The feed gives no full text; this is the entry's summary.",)


def _published(entry: Any) -> tuple[str | None, tuple[str, ...]]:
    moment = entry.get("published_parsed")
    if moment:
        try:
            seconds = calendar.timegm(moment)
            return datetime.fromtimestamp(seconds, UTC).isoformat().replace("+00:00", "Z"), ()
        except (ValueError, OverflowError, OSError):
            pass
    if stated := _text(entry.get("published")) if "published" in entry else None:
        return None, (f"The entry's publication date {stated!r} could not be read.",)
    return None, ("The entry has no publication date.",)


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _first(hints: Hints, said: Hints) -> Hints:
    """``hints``, and what the feed says where they are silent."""
    return replace(
        said,
        **{name: value for name in Hints.__dataclass_fields__ if (value := getattr(hints, name)) is not None},
    )
