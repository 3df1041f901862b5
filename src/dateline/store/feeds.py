"""What each feed answered last, and when it may be asked again. State, not history: it is overwritten."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from sqlalchemy import Connection, delete, insert, select

from dateline.store.tables import feeds


@dataclass(frozen=True, slots=True)
class FeedState:
    """``etag`` and ``last_modified`` as the server sent them; times ISO 8601 UTC; ``failed`` times in a row."""

    url: str
    etag: str | None = None
    last_modified: str | None = None
    asked_at: str | None = None
    not_before: str | None = None
    failed: int = 0
    said: str = ""


def read_feed(connection: Connection, url: str) -> FeedState:
    """The state of a feed; of one never asked, an empty one."""
    row = connection.execute(select(feeds).where(feeds.c.url == url)).first()
    return FeedState(**row._asdict()) if row else FeedState(url)


def write_feed(connection: Connection, state: FeedState) -> None:
    """Keep ``state`` in place of what was."""
    connection.execute(delete(feeds).where(feeds.c.url == state.url))
    connection.execute(insert(feeds).values(**asdict(state)))
