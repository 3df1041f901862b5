import ipaddress
import socket
import time
from collections.abc import Iterator

import pytest

from dateline.model.errors import SourceError
from dateline.model.report import Capture, Failure, Hints
from dateline.sources import FetchLimits, open_sources
from dateline.sources.addresses import is_public
from dateline.sources.fetching import fetch
from tests.sources.server import PAGE, serving

HERE = FetchLimits(seconds=10, allow_private=True)


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with serving() as address:
        yield address


def test_page_is_fetched_and_the_log_says_so(site: str) -> None:
    (capture,) = open_sources([f"{site}/page"], hints=Hints(outlet="Mine"), limits=HERE)
    assert isinstance(capture, Capture)
    assert capture.content == PAGE
    assert (capture.ref, capture.url) == (f"{site}/page", f"{site}/page")
    assert capture.media_type == "text/html; charset=utf-8"
    assert capture.hints.outlet == "Mine"
    assert f"Fetched {site}/page: {len(PAGE)} bytes" in capture.log[-1]


def test_redirect_is_followed_and_told(site: str) -> None:
    (capture,) = open_sources([f"{site}/once"], hints=Hints(), limits=HERE)
    assert isinstance(capture, Capture)
    assert (capture.ref, capture.url) == (f"{site}/once", f"{site}/page")
    assert capture.log[0] == f"{site}/once redirects (302) to {site}/page."


def test_host_is_asked_by_name_though_reached_by_address(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    port = site.rpartition(":")[2]
    monkeypatch.setattr(socket, "getaddrinfo", _answers("127.0.0.1"))
    said = fetch(f"http://news.example:{port}/echo", HERE).content.decode()
    assert said.startswith(f"news.example:{port} dateline/")


@pytest.mark.parametrize(
    ("path", "limits", "said"),
    [
        ("loop", HERE, "redirects more than 5 times"),
        ("missing", HERE, "HTTP status 404"),
        ("huge", FetchLimits(size=1_000_000, allow_private=True), "larger than 1 MB"),
        ("bomb", FetchLimits(size=1_000_000, allow_private=True), "larger than 1 MB"),
        ("broken", HERE, "could not be fetched"),
        ("file", HERE, "only http and https"),
    ],
)
def test_fetch_is_bounded(site: str, path: str, limits: FetchLimits, said: str) -> None:
    with pytest.raises(SourceError, match=said) as raised:
        fetch(f"{site}/{path}", limits)
    assert raised.value.advice


@pytest.mark.parametrize("path", ["drip", "headers", "silence"])
def test_slow_server_is_left_on_time(site: str, path: str) -> None:
    start = time.monotonic()
    with pytest.raises(SourceError, match=r"took longer than 0\.5 s"):
        fetch(f"{site}/{path}", FetchLimits(seconds=0.5, allow_private=True))
    assert time.monotonic() - start < 2


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:1/", "http://localhost/", "http://[::1]/", "http://0.0.0.0/", "http://10.1.2.3/", "http://2130706433/",
     "http://[::ffff:127.0.0.1]/", "http://169.254.169.254/latest/"],
)  # fmt: skip
def test_private_addresses_are_refused(url: str) -> None:
    with pytest.raises(SourceError, match="not a public address") as raised:
        fetch(url, FetchLimits(seconds=5))
    assert "allow private" in raised.value.advice


def test_redirect_to_a_private_address_is_refused(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # The first host passes for public, so that the refusal is the redirect's.
    monkeypatch.setattr("dateline.sources.addresses.is_public", lambda address: str(address) == "127.0.0.1")
    with pytest.raises(SourceError, match=r"169\.254\.169\.254"):
        fetch(f"{site}/inside", FetchLimits(seconds=5))


def test_one_private_address_among_several_refuses_the_host(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", _answers("93.184.216.34", "192.168.1.1"))
    with pytest.raises(SourceError, match=r"192\.168\.1\.1"):
        fetch("http://two-faced.example/", FetchLimits(seconds=5))


def test_connection_goes_to_the_address_that_was_checked(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = []

    def rebinding(host: str, port: int, *_: object, **__: object):
        answers.append(host)
        return _answers("127.0.0.1" if len(answers) == 1 else "127.0.0.99")(host, port)

    real = socket.getaddrinfo

    def spy(host: str, *rest: object, **more: object):
        return rebinding(host, *rest, **more) if host == "rebind.example" else real(host, *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", spy)
    assert fetch(f"http://rebind.example:{site.rpartition(':')[2]}/page", HERE).content == PAGE
    assert answers == ["rebind.example"]


@pytest.mark.parametrize(
    ("address", "public"),
    [("93.184.216.34", True), ("2606:2800:220:1::1", True), ("100.64.0.1", False), ("224.0.0.1", False),
     ("fd00::1", False), ("fe80::1", False), ("192.0.2.1", False), ("2002:7f00:1::", False),
     ("64:ff9b::a00:1", False), ("::", False), ("255.255.255.255", False), ("::ffff:8.8.8.8", True)],
)  # fmt: skip
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public


@pytest.mark.parametrize(
    "url", ["http://", "http://user:secret@news.example/", "ftp://news.example/", "http://[/", "gopher://x"]
)
def test_odd_urls_are_failures_without_secrets(url: str) -> None:
    (failure,) = open_sources([url], hints=Hints())
    assert isinstance(failure, Failure)
    assert failure.error == "SourceError"
    assert "secret" not in failure.message


def test_feed_and_table_by_their_media_types(site: str) -> None:
    entry, row, refused = open_sources([f"{site}/feed", f"{site}/table"], hints=Hints(), limits=HERE)
    assert isinstance(entry, Capture)
    assert (entry.ref, entry.hints.outlet) == ("https://served.example/1", "Served Wire")
    assert isinstance(row, Capture)
    assert row.ref == f"{site}/table#a"
    assert isinstance(refused, Failure)
    assert "only a table on disk may name files" in refused.message


def _answers(*addresses: str):
    return lambda host, port, *_, **__: [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, port)) for a in addresses
    ]
