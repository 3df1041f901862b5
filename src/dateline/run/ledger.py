"""What has been done: a file of JSON lines beside the results, one a finished item, read again by the next run.

Each line holds ``ref``, ``sha256`` (of the bytes as fetched; ``null`` where nothing was), ``made_with`` (a
digest of all else that the result depends on), ``status`` (``coded`` or ``failed``), for the coded ``file``
or ``end``, for the failed ``error``, ``message`` and ``advice``.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, BinaryIO

from dateline.model.errors import DatelineError
from dateline.model.record import Record
from dateline.model.report import Capture, Failure


class OutputError(DatelineError):
    """A result could not be written; what had been written before is whole."""

    @classmethod
    def of(cls, path: Path, error: OSError) -> OutputError:
        """``error`` on writing ``path``, in words."""
        return cls(
            f"{path} could not be written ({error.strerror or error}).",
            "What was finished is kept: put that right and run the same command again to go on from there.",
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """One line. ``file`` names the item's own result; ``end`` is where its result ends in the common file."""

    ref: str
    sha256: str | None
    made_with: str
    status: str
    file: str | None = None
    end: int | None = None
    error: str | None = None
    message: str | None = None
    advice: str | None = None

    @classmethod
    def of(
        cls,
        source: Capture | Failure,
        result: Record | Failure,
        settings: str,
        *,
        file: str | None = None,
        end: int | None = None,
    ) -> Entry:
        """The line for ``source`` and its ``result``, made under ``settings``."""
        sha256, made_with = _identity(source, settings)
        if isinstance(result, Failure):
            said = (result.error, result.message, result.advice)
            return cls(source.ref, sha256, made_with, "failed", None, end, *said)
        return cls(source.ref, sha256, made_with, "coded", file, end)

    def is_of(self, source: Capture | Failure, settings: str) -> bool:
        """True where ``source`` is the same item with the same content, made under the same settings."""
        return (self.ref, self.sha256, self.made_with) == (source.ref, *_identity(source, settings))

    def failure(self) -> Failure | None:
        """The failure that the line tells of, if it does."""
        if self.status != "failed":
            return None
        return Failure(self.ref, self.error or "", self.message or "", self.advice or "")


def _identity(source: Capture | Failure, settings: str) -> tuple[str | None, str]:
    if isinstance(source, Failure):
        return None, settings
    said = [settings, source.media_type, source.url, *asdict(source.hints).values()]
    return source.sha256, hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]


def read_entries(path: Path) -> Iterator[Entry]:
    """The lines of ``path`` in order, none where there is no file; a torn line (a crash, a full disk) is left out."""
    try:
        lines = path.read_bytes().splitlines()
    except FileNotFoundError:
        return
    for line in lines:
        try:
            value: dict[str, Any] = json.loads(line)
            yield Entry(**value)
        except (ValueError, TypeError):
            continue


def append(file: BinaryIO, data: bytes) -> None:
    """``data`` at the end of ``file`` (unbuffered), whole or not at all: raises ``OSError`` with nothing left behind."""
    start = file.seek(0, os.SEEK_END)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[file.write(rest) :]
    except BaseException:
        file.truncate(start)
        raise


def line(entry: Entry) -> bytes:
    """``entry`` as it is written."""
    kept = {key: value for key, value in asdict(entry).items() if value is not None or key == "sha256"}
    return json.dumps(kept).encode() + b"\n"


def write_whole(path: Path, data: bytes) -> None:
    """``data`` as the file ``path``: written beside it, then put in its place in one step. Raises ``OSError``."""
    beside = path.with_name(path.name + ".part")
    try:
        beside.write_bytes(data)
        os.replace(beside, path)
    except BaseException:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise


def settings_digest(form: str, actor_files: Iterable[Path]) -> str:
    """A digest of what a result depends on beside its source: Dateline's version, the format, the actor files."""
    try:
        release = version("dateline")
    except PackageNotFoundError:
        release = "unknown"
    digest = hashlib.sha256(f"{release} {form}".encode())
    for path in actor_files:
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]
