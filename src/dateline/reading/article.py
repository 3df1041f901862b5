"""What a reader of one format finds in a document."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.record import Warning


@dataclass(frozen=True, slots=True)
class Article:
    """The text of a document and what the document says of itself; ``None`` where it says nothing."""

    text: str
    title: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    warnings: tuple[Warning, ...] = ()
