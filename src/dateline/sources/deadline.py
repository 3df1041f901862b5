"""An end to one fetch, whatever the server does."""

from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Mapping
from typing import Any


class Deadline:
    """Ends a fetch on time even where the server sends a byte now and then, which no read timeout notices."""

    def __init__(self, seconds: float) -> None:
        """The time runs from now on, and out after ``seconds``."""
        self._start = time.monotonic()
        self._seconds = seconds
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._cut)
        self._timer.daemon = True
        self._timer.start()

    def watch(self, event: str, info: Mapping[str, Any]) -> None:
        """Takes hold of each new connection's socket (a trace callback of the HTTP library)."""
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self._socket = info["return_value"].get_extra_info("socket")
            if self.passed():
                self._cut()

    def _cut(self) -> None:
        if self._socket is not None:
            with contextlib.suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def spent(self) -> float:
        """Seconds since the beginning."""
        return time.monotonic() - self._start

    def left(self) -> float:
        """Seconds that are left; below 0 once it has passed."""
        return self._seconds - self.spent()

    def passed(self) -> bool:
        """Whether the time has run out."""
        return self.left() <= 0

    def cancel(self) -> None:
        """Nothing is to be ended any more."""
        self._timer.cancel()
