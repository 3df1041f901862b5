
"""A web server on the loopback address that answers in the ways that a fetch has to stand."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = (
    b"<!doctype html><html><body><h1>Title</h1><p>"
    + b"The army said that it was attacked. " * 5
    + b"</p></body></html>"
)
FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Served Wire</title>
<item><title>One</title><link>https://served.example/1</link><description>The army said so.</description></item>
</channel></rss>"""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Quiet: that a client hangs up is what the tests are about."""


class _Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        with suppress(OSError):
            getattr(self, "answer_" + self.path.strip("/").partition("?")[0].partition("/")[0])()

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def _send(
        self, body: bytes, media_type: str = "text/html; charset=utf-8", status: int = 200, **headers: str
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _redirect(self, target: str) -> None:
        self._send(b"", status=302, Location=target)

    def answer_page(self) -> None:
        self._send(PAGE)

    def answer_echo(self) -> None:
        self._send(f"{self.headers['Host']} {self.headers['User-Agent']}".encode(), "text/plain")

    def answer_feed(self) -> None:
        self._send(FEED, "application/rss+xml")

    def answer_table(self) -> None:
        self._send(b"id,text,file\na,The army said so.,\nb,,/etc/hostname\n", "text/csv")

    def answer_once(self) -> None:
        self._redirect("/page")

    def answer_loop(self) -> None:
        self._redirect("/loop")

    def answer_inside(self) -> None:
        self._redirect("http://169.254.169.254/latest/meta-data/")

    def answer_file(self) -> None:
        self._redirect("file:///etc/passwd")

    def answer_missing(self) -> None:
        self._send(b"no", status=404)

    def answer_huge(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(1000):
            self.wfile.write(b"x" * 10_000)

    def answer_bomb(self) -> None:
        self._send(gzip.compress(b"x" * 5_000_000), "text/plain", Content_Encoding="gzip")

    def answer_broken(self) -> None:
        self._send(b"not gzip at all", "text/plain", Content_Encoding="gzip")

    def answer_drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self._drip()

    def answer_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        self._drip()

    def answer_silence(self) -> None:
        time.sleep(3)

    def _drip(self) -> None:
        for _ in range(60):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)


@contextmanager
def serving() -> Iterator[str]:
    """The server's address, without a slash at its end."""
    server = _Server(("127.0.0.1", 0), _Answers)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
