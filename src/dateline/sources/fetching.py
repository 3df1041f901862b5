"""Fetch one URL: bounded in time, size and redirects, and only from where a report may be fetched."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dateline.limits import MAX_BYTES, megabytes
from dateline.model.errors import SourceError
from dateline.sources.addresses import resolve
from dateline.sources.deadline import Deadline

if TYPE_CHECKING:
    import httpx2

_ACCEPT = (
    "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/pdf,text/plain,*/*;q=0.5"
)
_ADVICE = {
    401: "The page asks for a login: save it from a browser and give the file.",
    403: "The site refuses programs: save the page from a browser and give the file.",
    404: "Check the URL; the page may have moved or gone.",
    410: "The page is gone; an archived copy may exist.",
    429: "The site asks for fewer requests: wait and try again.",
    451: "The page is withheld for legal reasons.",
}


@dataclass(frozen=True, slots=True)
class FetchLimits:
    """Bounds of one fetch: ``seconds`` in all, redirects included; ``size`` in bytes, unpacked."""

    seconds: float = 30.0
    size: int = MAX_BYTES
    redirects: int = 5
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server sent to tell one state of a document from another (RFC 9110, section 8.8)."""

    etag: str | None = None
    last_modified: str | None = None

    def headers(self) -> dict[str, str]:
        """The request's headers that ask for the document only if its state is another."""
        said = {"If-None-Match": self.etag, "If-Modified-Since": self.last_modified}
        return {name: value for name, value in said.items() if value}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back: ``url`` is the last one after redirects, ``media_type`` the Content-Type as sent.

    ``unchanged``: the server says that the document is as the validators have it, and sent no content.
    """

    url: str
    content: bytes
    media_type: str | None
    log: tuple[str, ...]
    validators: Validators = Validators()
    unchanged: bool = False


class NotNow(SourceError):
    """The server asks for patience; ``seconds`` as it says (its Retry-After), if it does."""

    def __init__(self, message: str, advice: str, *, status: int, seconds: int | None) -> None:
        super().__init__(message, advice, status=status)
        self.seconds = seconds


def user_agent() -> str:
    """``dateline/<version>``: a site that minds can tell who asks."""
    # Loads the mail library, which a run on files need not.
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415

    try:
        return f"dateline/{version('dateline')}"
    except PackageNotFoundError:
        return "dateline/unknown"


def fetch(url: str, limits: FetchLimits, *, known: Validators | None = None) -> Fetched:
    """Fetch ``url``, following at most ``limits.redirects`` redirects; raises ``SourceError`` with advice.

    With ``known``, what an earlier fetch of it brought, the document is sent only if it has changed since.
    Every hop is looked up anew, its addresses checked, and the connection made to the very address that was
    checked (a second look-up could answer otherwise: DNS rebinding). Proxies named in the environment are not
    used, since they would make the look-up in our stead.
    """
    # A quarter of a second that a run on files need not pay.
    import httpx2  # noqa: PLC0415

    deadline = Deadline(limits.seconds)
    log: list[str] = []
    current = _parse(url)
    try:
        with httpx2.Client(
            trust_env=False,
            verify=httpx2.create_ssl_context(),
            headers={"User-Agent": user_agent(), "Accept": _ACCEPT, "Accept-Encoding": "gzip, deflate"},
        ) as client:
            for _ in range(limits.redirects + 1):
                with _answer(client, current, limits, deadline, known) as response:
                    if not response.has_redirect_location:
                        return _fetched(response, current, limits, deadline, known, log)
                    target = _parse(str(current.join(response.headers["location"])))
                    log.append(f"{current} redirects ({response.status_code}) to {target}.")
                    current = target
    except (httpx2.HTTPError, httpx2.InvalidURL, httpx2.StreamError, OSError, ValueError) as error:
        if deadline.passed():
            raise _too_slow(url, limits) from None
        raise SourceError(
            f"{current} could not be fetched ({error}).", "Check the connection and the URL."
        ) from None
    finally:
        deadline.cancel()
    raise SourceError(
        f"{url} redirects more than {limits.redirects} times; given up at {current}.", "Give the final URL."
    )


def _parse(url: str) -> httpx2.URL:
    import httpx2  # noqa: PLC0415 - as above

    try:
        parsed = httpx2.URL(url)
    except (httpx2.InvalidURL, ValueError) as error:
        raise SourceError(f"{url} is not a URL ({error}).", "Check its spelling.") from None
    if parsed.scheme not in ("http", "https"):
        raise SourceError(
            f"{url} was not fetched: only http and https are.", "Save the document and give the file."
        )
    if not parsed.host:
        raise SourceError(f"{url} names no host.", "Check its spelling.")
    if parsed.userinfo:
        # The URL goes into the record and every export of it.
        raise SourceError("A URL with a password in it was not fetched.", "Save the page and give the file.")
    return parsed


@contextlib.contextmanager
def _answer(
    client: httpx2.Client,
    url: httpx2.URL,
    limits: FetchLimits,
    deadline: Deadline,
    known: Validators | None,
) -> Iterator[httpx2.Response]:
    import httpx2  # noqa: PLC0415 - as above

    port = url.port or (443 if url.scheme == "https" else 80)
    addresses = resolve(url.host, port, seconds=deadline.left(), allow_private=limits.allow_private)
    for number, address in enumerate(addresses, 1):
        request = client.build_request(
            "GET",
            url.copy_with(host=address),
            headers={"Host": url.netloc.decode("ascii"), **(known.headers() if known else {})},
            timeout=max(deadline.left(), 0.01),
            # The certificate is checked against the name, though the connection goes to the address.
            extensions={"sni_hostname": url.raw_host.decode("ascii"), "trace": deadline.watch},
        )
        try:
            response = client.send(request, stream=True)
        except (httpx2.ConnectError, httpx2.ConnectTimeout):
            if number == len(addresses) or deadline.passed():
                raise
            continue
        try:
            yield response
        finally:
            response.close()
        return


def _fetched(
    response: httpx2.Response,
    url: httpx2.URL,
    limits: FetchLimits,
    deadline: Deadline,
    known: Validators | None,
    log: list[str],
) -> Fetched:
    """What the last answer brought; raises ``SourceError`` where it is no document."""
    if response.status_code == 304 and known is not None:
        return Fetched(str(url), b"", None, (*log, f"{url} is unchanged."), known, unchanged=True)
    _check_status(url, response)
    content = _body(response, url, limits, deadline)
    said = f"Fetched {url}: {len(content)} bytes in {deadline.spent():.1f} s."
    headers = response.headers
    state = Validators(headers.get("etag"), headers.get("last-modified"))
    return Fetched(str(url), content, headers.get("content-type"), (*log, said), state)


def _check_status(url: httpx2.URL, response: httpx2.Response) -> None:
    status = response.status_code
    if 200 <= status < 300:
        return
    advice = _ADVICE.get(
        status, "The site has a fault: try again later." if status >= 500 else "Check the URL."
    )
    message = f"{url} answered with HTTP status {status}."
    if status in (429, 503):
        wait = response.headers.get("retry-after", "")
        raise NotNow(message, advice, status=status, seconds=int(wait) if wait.isdecimal() else None)
    raise SourceError(message, advice, status=status)


def _body(response: httpx2.Response, url: httpx2.URL, limits: FetchLimits, deadline: Deadline) -> bytes:
    parts: list[bytes] = []
    size = 0
    for part in response.iter_bytes(65536):
        size += len(part)
        if size > limits.size:
            raise SourceError(
                f"{url} is larger than {megabytes(limits.size)}; the fetch was stopped.",
                "Save the part that holds the report and give the file.",
            )
        if deadline.passed():
            raise _too_slow(str(url), limits)
        parts.append(part)
    if deadline.passed():
        raise _too_slow(str(url), limits)
    return b"".join(parts)


def _too_slow(url: str, limits: FetchLimits) -> SourceError:
    return SourceError(
        f"{url} took longer than {limits.seconds:g} s; the fetch was stopped.",
        "Try again, or allow more time.",
    )
