"""What all items of one file, feed or table have in common."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dateline.model.report import Hints


@dataclass(frozen=True, slots=True)
class Container:
    """Where items come from.

    ``ref`` as the user named it; ``url`` the final one, if fetched; ``folder`` that it lies in, if a file;
    ``fetched_at`` ISO 8601 UTC; ``media_type`` as declared or by name; ``notes`` what the fetch did.
    """

    ref: str
    hints: Hints
    fetched_at: str
    url: str | None = None
    folder: Path | None = None
    media_type: str | None = None
    notes: tuple[str, ...] = ()
