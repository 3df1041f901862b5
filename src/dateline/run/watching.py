"""Feeds polled politely, and what is new in them added."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from dateline.model.errors import DatelineError, SourceError
from dateline.model.report import Capture, Failure, Hints
from dateline.run.adding import Adding, add_all
from dateline.sources.container import Container
from dateline.sources.feeds import feed_entries
from dateline.sources.fetching import FetchLimits, NotNow, Validators, fetch
from dateline.sources.robots import Robots
from dateline.store import Added, FeedState, Store

log = logging.getLogger(__name__)

_FIRST_WAIT = timedelta(minutes=15)
_LONGEST_WAIT = timedelta(hours=24)
"""A feed that fails is left alone for a quarter of an hour, then twice as long each time, up to a day."""

_DELAY_SECONDS = 2.0
"""Between two requests to one host."""


@dataclass(frozen=True, slots=True)
class Polled:
    """What one feed gave. ``state``: ``new`` (its entries were looked through), ``unchanged``, ``waiting`` (it is
    not to be asked yet) or ``failed`` (with ``failure``). ``results`` are those of the entries that were not there.
    """

    url: str
    state: str
    results: tuple[Added | Failure, ...] = ()
    failure: Failure | None = None


def poll(
    store: Store,
    feeds: Sequence[str],
    how: Adding,
    limits: FetchLimits,
    *,
    delay: float = _DELAY_SECONDS,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Polled]:
    """Ask every feed once and add what is new in it; one that fails is told of and does not stop the rest.

    What a feed answered is kept after its entries are, so a run that is killed between asks for them again.
    Raises ``DatelineError`` where the store cannot be written or no coder can be made.
    """
    robots = Robots(limits)
    asked: dict[str, float] = {}
    for url in feeds:
        state = store.feed(url)
        if state.not_before and state.not_before > _stamp(datetime.now(UTC)):
            yield Polled(url, "waiting")
            continue
        host = urlsplit(url).netloc
        if host in asked:
            sleep(max(0.0, delay - (time.monotonic() - asked[host])))
        try:
            yield _one(store, state, how, limits, robots)
        except SourceError as error:
            yield _failed(store, state, error, how)
        except DatelineError:
            raise
        except Exception as error:  # one feed must never stop the others
            log.debug("%s could not be read", url, exc_info=True)
            fault = SourceError(f"{url} met a fault in Dateline ({type(error).__name__}: {error}).", "Please report it.")
            yield _failed(store, state, fault, how)
        asked[host] = time.monotonic()


def _one(store: Store, state: FeedState, how: Adding, limits: FetchLimits, robots: Robots) -> Polled:
    robots.check(state.url)
    now = _stamp(datetime.now(UTC))
    known = Validators(state.etag, state.last_modified)
    fetched = fetch(state.url, limits, known=known if known.headers() else None)
    well = FeedState(state.url, fetched.validators.etag, fetched.validators.last_modified, asked_at=now)
    if fetched.unchanged:
        store.keep_feed(well)
        return Polled(state.url, "unchanged")
    source = Container(
        state.url, Hints(), now, url=fetched.url, media_type=fetched.media_type, notes=fetched.log
    )
    entries = _oldest_first(feed_entries(source, fetched.content))
    with closing(add_all(store, entries, replace(how, failed_too=True), passed=_passed)) as added:
        results = tuple(result for _, result in added)
    store.keep_feed(well)
    return Polled(state.url, "new", results)


def _failed(store: Store, state: FeedState, error: SourceError, how: Adding) -> Polled:
    now = datetime.now(UTC)
    wait = min(_FIRST_WAIT * 2 ** min(state.failed, 10), _LONGEST_WAIT)
    if isinstance(error, NotNow) and error.seconds is not None:
        wait = min(max(wait, timedelta(seconds=error.seconds)), _LONGEST_WAIT)
    said = f"{error.message} Asked again after {_stamp(now + wait)}."
    failure = Failure(state.url, type(error).__name__, error.message, error.advice)
    store.keep_feed(
        replace(state, asked_at=_stamp(now), not_before=_stamp(now + wait), failed=state.failed + 1, said=said)
    )
    store.fail(failure, who=how.who, why=how.why)
    return Polled(state.url, "failed", failure=replace(failure, message=said))


def _oldest_first(entries: Iterator[Capture | Failure]) -> Iterator[Capture | Failure]:
    """Feeds begin with the newest, but a follow-up is best read after what it follows."""
    return reversed(list(entries))


def _passed(source: Capture | Failure) -> None:
    """Most entries were there before; nobody need hear of them."""


def _stamp(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
