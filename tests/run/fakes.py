"""Coders that need no engine; the processes of a run import them from here."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from dateline.model.errors import KnowledgeError
from dateline.model.record import Record, Warning
from dateline.model.report import Capture, Report


class FakeCoder:
    """Gives every report an empty record; a text may ask for trouble."""

    def code(self, report: Report, warnings: tuple[Warning, ...] = ()) -> Record:
        if "KILLME" in report.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "CRASHME" in report.text:
            raise ZeroDivisionError("a fault in the coder")
        if "EATMEMORY" in report.text:
            raise MemoryError
        if "SLEEP" in report.text:
            time.sleep(0.1)
        return Record(report, (), (), (), warnings)


class CountingCoder(FakeCoder):
    """Notes every report that it codes as a line of a file."""

    def __init__(self, log: Path) -> None:
        self._log = log

    def code(self, report: Report, warnings: tuple[Warning, ...] = ()) -> Record:
        with self._log.open("a") as log:
            log.write(report.ref + "\n")
        return super().code(report, warnings)


def make_fake(threads: int) -> FakeCoder:
    return FakeCoder()


def make_none(threads: int) -> FakeCoder:
    raise KnowledgeError("actors.csv holds no actors.", "Look at its first line.")


def make_dying(threads: int) -> FakeCoder:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def capture(ref: str, text: str = "") -> Capture:
    body = (
        text
        or f"Fighters attacked the village of Example on Monday and the army came later, the item {ref} said."
    )
    return Capture.of(ref, body.encode(), media_type="text/plain", fetched_at="2026-01-01T00:00:00Z")
