"""The reports that come with Dateline, called ``sample:ID`` wherever a path may stand."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.resources import as_file, files

from dateline.model.report import Capture, Failure, Hints
from dateline.sources import FetchLimits, open_sources

_PREFIX = "sample:"


def sample_refs() -> tuple[str, ...]:
    """``sample:ID`` for each, in the order of their index."""
    index = files("dateline").joinpath("samples", "index.csv").read_text(encoding="utf-8")
    return tuple(_PREFIX + row["id"] for row in csv.DictReader(index.splitlines()))


def open_all(
    refs: Sequence[str], *, hints: Hints, columns: Mapping[str, str], limits: FetchLimits
) -> Iterator[Capture | Failure]:
    """The documents behind ``refs`` in order: samples, and whatever ``open_sources`` opens."""
    for ref in refs:
        if ref.startswith(_PREFIX):
            yield _sample(ref, hints, limits)
        else:
            yield from open_sources([ref], hints=hints, columns=columns, limits=limits)


def _sample(ref: str, hints: Hints, limits: FetchLimits) -> Capture | Failure:
    with as_file(files("dateline").joinpath("samples")) as folder:
        for found in open_sources([str(folder / "index.csv")], hints=hints, limits=limits):
            if found.ref.rpartition("#")[2] == ref.removeprefix(_PREFIX):
                return replace(found, ref=ref)
    known = ", ".join(name.removeprefix(_PREFIX) for name in sample_refs())
    return Failure(ref, "SourceError", f"There is no sample called {ref}.", f"The samples are: {known}.")
