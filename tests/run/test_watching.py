"""Feeds polled: only what is new, politely, and none stops the others."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from dateline.model.errors import SourceError, UsageError
from dateline.model.run import RunInfo
from dateline.run import adding
from dateline.run.adding import Adding
from dateline.run.watching import Polled, poll
from dateline.sources import FetchLimits
from dateline.sources.subscriptions import feed_urls
from dateline.store import Added, Store, open_store
from tests.run.fakes import make_fake

LIMITS = FetchLimits(seconds=5, allow_private=True)
HOW = Adding(run=RunInfo("0.2.0", "model", "codebook", "gazetteer"), make_coder=make_fake)


class Site(BaseHTTPRequestHandler):
    """Feeds by their path; what was asked is noted."""

    entries: list[str]
    robots: tuple[int, str]
    asked: list[tuple[str, str | None]]
    trouble: dict[str, int]

    def do_GET(self) -> None:
        known = self.headers.get("If-None-Match")
        self.asked.append((self.path, known))
        tag = f'"{len(self.entries)}"'
        if self.path == "/robots.txt":
            self._send(self.robots[0], self.robots[1].encode())
        elif self.path in self.trouble:
            self._send(self.trouble[self.path], b"", Retry_After="7200")
        elif known == tag:
            self._send(304, b"")
        else:
            self._send(200, self._feed(), ETag=tag)

    def _feed(self) -> bytes:
        items = "".join(
            f"<item><title>{entry}</title><link>https://wire.example{self.path}/{entry}</link>"
            f"<pubDate>Tue, 10 Mar 2026 08:00:00 GMT</pubDate><description>Fighters attacked the village on Monday and "
            f"the army said that it sent help to the people of {entry}.</description></item>"
            for entry in self.entries
        )
        return f'<rss version="2.0"><channel><title>Wire</title>{items}</channel></rss>'.encode()

    def _send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Type", "application/rss+xml")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def site() -> Iterator[str]:
    Site.entries, Site.robots, Site.asked, Site.trouble = ["two", "one"], (404, ""), [], {}
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(adding.incidents, "refresh", lambda *_: [])
    with open_store(tmp_path / "dateline.db") as opened:
        yield opened


def ask(store: Store, *feeds: str) -> list[Polled]:
    return list(poll(store, feeds, HOW, LIMITS, delay=0))


def test_only_what_is_new_is_added_oldest_first(store: Store, site: str) -> None:
    (polled,) = ask(store, f"{site}/a")
    assert [type(result) for result in polled.results] == [Added, Added]
    assert [record.report.title for record in store.records()] == ["one", "two"]
    assert ask(store, f"{site}/a")[0].state == "unchanged"
    Site.entries.insert(0, "three")
    (polled,) = ask(store, f"{site}/a")
    assert (polled.state, len(polled.results)) == ("new", 1)
    assert [known for path, known in Site.asked if path == "/a"] == [None, '"2"', '"2"']


def test_one_that_fails_does_not_stop_the_others_and_is_left_alone(store: Store, site: str) -> None:
    Site.trouble = {"/bad": 500}
    states = [polled.state for polled in ask(store, f"{site}/bad", "http://127.0.0.1:9/none", f"{site}/a")]
    assert states == ["failed", "failed", "new"]
    assert [polled.state for polled in ask(store, f"{site}/bad", f"{site}/a")] == ["waiting", "unchanged"]
    assert len(store.failures()) == 2


def test_each_failure_doubles_the_wait(store: Store, site: str) -> None:
    Site.trouble = {"/bad": 500}
    url = f"{site}/bad"
    for _ in range(3):
        store.keep_feed(replace(store.feed(url), not_before=None))
        ask(store, url)
    state = store.feed(url)
    assert state.failed == 3
    assert state.not_before is not None and state.asked_at is not None
    assert _minutes(state.asked_at, state.not_before) == 60
    Site.trouble = {}
    store.keep_feed(replace(state, not_before=None))
    assert ask(store, url)[0].state == "new"
    assert store.feed(url).failed == 0


def test_a_server_that_asks_for_patience_gets_it(store: Store, site: str) -> None:
    Site.trouble = {"/busy": 503}
    ask(store, f"{site}/busy")
    state = store.feed(f"{site}/busy")
    assert state.not_before is not None and state.asked_at is not None
    assert _minutes(state.asked_at, state.not_before) == 120


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ((200, "User-agent: *\nDisallow: /a"), "failed"),
        ((200, "User-agent: dateline\nDisallow: /"), "failed"),
        ((200, "User-agent: *\nDisallow: /b"), "new"),
        ((404, ""), "new"),
        ((500, ""), "failed"),
    ],
)
def test_robots(store: Store, site: str, answer: tuple[int, str], state: str) -> None:
    Site.robots = answer
    assert ask(store, f"{site}/a")[0].state == state
    assert ("/a" in [path for path, _ in Site.asked]) == (state == "new")


def test_between_two_requests_to_one_host_there_is_a_pause(store: Store, site: str) -> None:
    pauses: list[float] = []
    list(poll(store, [f"{site}/a", f"{site}/b", "http://127.0.0.1:9/c"], HOW, LIMITS, sleep=pauses.append))
    assert len(pauses) == 1 and 0 < pauses[0] <= 2


def test_lists_of_feeds(tmp_path: Path) -> None:
    opml = tmp_path / "feeds.opml"
    opml.write_text(
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><opml version="2.0"><body>'
        '<outline text="A"><outline type="rss" xmlUrl="https://a.example/feed"/></outline>'
        '<outline type="rss" xmlURL="https://b.example/feed"/><outline xmlUrl="file:///etc/passwd"/></body></opml>'
    )
    urls = ["https://a.example/feed", "https://b.example/feed", "https://c.example/x"]
    assert feed_urls([str(opml), "https://c.example/x", "https://a.example/feed"]) == urls
    opml.write_text("<opml/>")
    with pytest.raises(SourceError, match="no feed"):
        feed_urls([str(opml)])
    opml.write_text("<html><p>no")
    with pytest.raises(SourceError, match="not OPML"):
        feed_urls([str(opml)])
    with pytest.raises(UsageError):
        feed_urls(["gone.opml"])


def _minutes(first: str, second: str) -> float:
    from datetime import datetime

    return (datetime.fromisoformat(second) - datetime.fromisoformat(first)).total_seconds() / 60
