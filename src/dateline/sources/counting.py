"""How many documents there will be, for a progress bar."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dateline.model.errors import DatelineError
from dateline.sources.kinds import DOCUMENT_SUFFIXES, Kind, kind_of
from dateline.sources.rows import rows

_COUNTED = 50_000_000
"""Bytes up to which a table is read through once just to be counted (about a second)."""


def count_sources(refs: Sequence[str]) -> int | None:
    """The number of items that ``open_sources(refs)`` will give, or ``None`` if that is not cheaply known.

    Files and folders are counted, tables read through; nothing is fetched and standard input is left alone.
    What cannot be read counts as one, since it will give one failure.
    """
    total = 0
    for ref in refs:
        count = None if ref == "-" or "://" in ref else _count(Path(ref))
        if count is None:
            return None
        total += count
    return total


def _count(path: Path) -> int | None:
    try:
        if path.is_dir():
            found = sum(
                1
                for item in path.rglob("*")
                if item.suffix.lower() in DOCUMENT_SUFFIXES
                and item.is_file()
                and not any(part.startswith(".") for part in item.relative_to(path).parts)
            )
            return max(found, 1)
        with path.open("rb") as file:
            kind = kind_of(path.name, None, file.read(4096))
            file.seek(0)
            if kind is Kind.DOCUMENT:
                return 1
            if kind in (Kind.FEED, Kind.XLSX) or path.stat().st_size > _COUNTED:
                return None
            return max(sum(1 for _ in rows(str(path), file, kind)), 1)
    except (OSError, ValueError, DatelineError):
        return 1
