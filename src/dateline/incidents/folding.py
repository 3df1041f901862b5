"""Names folded for comparison, remembered: reports of one event write the same names over and over."""

from __future__ import annotations

from functools import lru_cache

from dateline.knowledge.names import normalise


@lru_cache(maxsize=100_000)
def folded(name: str) -> str:
    """``knowledge.names.normalise``."""
    return normalise(name)
