"""The documents that a request names, opened one by one, and the coder that they are given to."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from dateline.cli.request import Request
from dateline.cli.samples import open_all
from dateline.cli.screen import Screen
from dateline.model.report import Capture, Failure
from dateline.run.one import Codes
from dateline.sources import FetchLimits, count_sources

_PER_PROCESS = 16
"""Reports that a process must have to do before it is worth starting (it loads the engine first)."""


@dataclass(frozen=True, slots=True)
class Opened:
    """``sources`` in their order; ``many`` of them, or at most one; ``jobs``: processes to code them in."""

    sources: Iterator[Capture | Failure]
    many: bool
    jobs: int


def open_request(request: Request, screen: Screen) -> Opened:
    """The documents of ``request``; where there are many, the progress bar over them begins."""
    sources = sources_of(request, screen)
    head = list(islice(sources, 2))
    many = len(head) > 1
    total = count_sources(request.refs) if many else len(head)
    if many:
        screen.bar(total)
    return Opened(chain(head, sources), many, request.jobs or _jobs_for(total))


def sources_of(request: Request, screen: Screen) -> Iterator[Capture | Failure]:
    """The documents of ``request``, opened as they are asked for."""
    limits = FetchLimits(allow_private=request.allow_private)
    return screen.heard(open_all(request.refs, hints=request.hints, columns=request.columns, limits=limits))


def make_coder(actors: tuple[Path, ...], threads: int) -> Codes:
    """The engine's coder, with the user's own actor files."""
    from dateline.run.coder import Coder  # noqa: PLC0415 - loads the engine; not before there is something to code

    return Coder(actor_files=actors, threads=threads)


def _jobs_for(total: int | None) -> int:
    """Processes that pay off for ``total`` reports (``None``: not known)."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return cores if total is None else max(1, min(cores, total // _PER_PROCESS))
