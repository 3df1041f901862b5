"""Where the corpora and our own texts lie, and how their files are read."""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
OWN = Path(__file__).resolve().parents[1] / "passages"


def lines(path: Path) -> Iterator[str]:
    """Lines of a plain or gzipped text file."""
    with (gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")) as f:
        yield from f


def jsons(path: Path) -> Iterator[dict[str, Any]]:
    """Objects of a JSON Lines file."""
    return (json.loads(line) for line in lines(path) if line.strip())


def read_tsv(path: Path) -> list[dict[str, str]]:
    """Rows of a tab-separated file with a header."""
    return list(csv.DictReader(lines(path), delimiter="\t", quoting=csv.QUOTE_NONE))
