"""Which versions of everything code a report in this installation."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

from dateline.knowledge.gazetteer import user_store_path
from dateline.model.run import RunInfo

_DATA = (".csv", ".json", ".txt")
_LENGTH = 16


def run_info(actor_files: Sequence[Path] = ()) -> RunInfo:
    """The versions as of now; ``actor_files`` are the user's own. Raises ``OSError`` where one cannot be read."""
    package = Path(str(files("dateline")))
    try:
        release = version("dateline")
    except PackageNotFoundError:
        release = "unknown"
    return RunInfo(
        version=release,
        model=_built_in(package / "language" / "weights"),
        codebook=_built_in(package / "knowledge", *_DATA),
        gazetteer=_digest([*_within(package / "knowledge" / "gazetteer" / "data"), *_own_places()]),
        actors=_digest(actor_files) if actor_files else "",
    )


@cache
def _built_in(folder: Path, *suffixes: str) -> str:
    # The files of the package stay as they are while it runs; the engine's are read in a tenth of a second.
    return _digest(path for path in _within(folder) if not suffixes or path.suffix in suffixes)


def _within(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts)


def _own_places() -> list[Path]:
    own = user_store_path()
    return [own] if own.is_file() else []


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()[:_LENGTH]
