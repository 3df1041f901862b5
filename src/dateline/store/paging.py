"""Rows read page by page, each page in a transaction of its own, so that a long read holds nothing up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")

PAGE = 200
"""Rows read at once: a page of a few megabytes at most."""


def pages(read: Callable[[int], Sequence[tuple[int, T]]]) -> Iterator[T]:
    """What ``read`` gives behind each row, from the first on; it gives pairs of row and value, ``PAGE`` at most."""
    after = 0
    while True:
        page = read(after)
        yield from (value for _, value in page)
        if len(page) < PAGE:
            return
        after = page[-1][0]
