"""Records made by the hundred, incidents over them, and a clock that can be set."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from dateline.model.claim import Claim, Place, When
from dateline.model.incident import Account, ClaimRef, FieldAccounts, Incident, Origin
from dateline.model.record import Record
from dateline.model.report import Capture, report_id
from dateline.model.run import RunInfo
from tests.records import ATTACK, RECORD, TEXT

RUN = RunInfo("0.2.0", "model-a", "codebook-a", "gazetteer-a")
NEWER = RunInfo("0.3.0", "model-b", "codebook-a", "gazetteer-a")


def record(number: int, **changes: Any) -> Record:
    """A report of its own with the claims of the made-up one; ``changes`` are of its ``Report``."""
    text = f"{TEXT}This is report {number}.\n"
    report = replace(RECORD.report, id=report_id(text, "Borno Courier"), ref=f"{number}.txt", text=text)
    return replace(RECORD, report=replace(report, **changes))


def claim(number: int, *, day: str | None, lat: float | None = None, lon: float | None = None, **place: Any) -> Claim:
    """An attack on ``day`` at a point, a claim called ``c{number}``."""
    known = Place("at", "Damboa", ATTACK.places[0].span, name="Damboa", lat=lat, lon=lon, **place)
    return replace(
        ATTACK, id=f"c{number}", event_ref=f"e{number}", places=(known,), when=When(day, day), causes=()
    )


def capture(number: int, text: str = "") -> Capture:
    content = (text or f"report {number}").encode()
    return Capture.of(f"{number}.txt", content, media_type="text/plain", fetched_at="2026-01-01T00:00:00Z")


def incident(key: str, refs: list[ClaimRef], killed: int = 9, status: Any = "machine") -> Incident:
    account = Account(killed, tuple(refs), ("police",), ("attributed",))
    return Incident(
        key, tuple(refs), status, "Battles", "Armed clash",
        {"killed": FieldAccounts("single-source", (account,), low=killed, best=killed, high=killed)},
        1, (Origin("police", tuple(ref.report for ref in refs), False),), ("One report tells of it.",),
    )  # fmt: skip


class Clock:
    """What the store takes for the time; ``set`` it to any."""

    def __init__(self, monkeypatch: Any) -> None:
        self.time = "2026-03-01T12:00:00.000000Z"
        monkeypatch.setattr("dateline.store.entries.now", lambda: self.time)

    def set(self, day: str) -> None:
        self.time = f"{day}T12:00:00.000000Z"
