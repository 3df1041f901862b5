"""What comes in: captures, reports, and the failures that are kept in their stead."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hints:
    """What the user or the container (feed, table row) says of a report; ``None`` where nothing is said."""

    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    title: str | None = None
    author: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """One document as fetched, before anything is read from it.

    ``content`` raw bytes; ``media_type`` as declared or guessed from the name (may be wrong); ``fetched_at``
    ISO 8601 UTC; ``sha256`` of ``content``; ``log`` what the fetch did (redirects, size), in plain sentences.
    """

    ref: str
    content: bytes
    media_type: str | None
    fetched_at: str
    sha256: str
    url: str | None = None
    hints: Hints = Hints()
    log: tuple[str, ...] = ()

    @classmethod
    def of(cls, ref: str, content: bytes, *, media_type: str | None, fetched_at: str, url: str | None = None,
           hints: Hints | None = None, log: tuple[str, ...] = ()) -> Capture:
        """A capture with its hash worked out."""
        digest = hashlib.sha256(content).hexdigest()
        return cls(ref, content, media_type, fetched_at, digest, url, hints or Hints(), log)


@dataclass(frozen=True, slots=True)
class Report:
    """One document as read. ``text`` is the article after extraction; every span points into it.

    ``published`` ISO 8601 date (or date-time) or ``None``, never today's date; ``language`` ISO 639-1.
    """

    id: str
    ref: str
    outlet: str | None
    url: str | None
    title: str | None
    author: str | None
    published: str | None
    language: str
    text: str


def report_id(text: str, outlet: str | None) -> str:
    """Content hash: the same text from the same outlet has the same id."""
    digest = hashlib.sha256(f"{outlet or ''}\x00{text}".encode("utf-8", "surrogatepass"))
    return "r-" + digest.hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Failure:
    """An item that could not be coded: which, why, and what to do about it."""

    ref: str
    error: str
    message: str
    advice: str = ""
