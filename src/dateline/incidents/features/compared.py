"""What a feature gives: a value and the sentence that explains it."""

from __future__ import annotations

from typing import NamedTuple


class Compared(NamedTuple):
    """``value`` from -1 (speaks for two incidents) over 0 (tells nothing) to 1 (speaks for one)."""

    value: float
    sentence: str


NOTHING = Compared(0.0, "")
"""One side does not tell, so nothing can be compared."""
