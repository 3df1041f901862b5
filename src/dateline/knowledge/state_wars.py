"""Which states have been at war with each other, and in which years."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from dateline.knowledge.table import read_rows

COLUMNS = ("country", "opponent", "from", "to", "source")


@cache
def _wars() -> tuple[tuple[frozenset[str], int, int], ...]:
    source = files("dateline.knowledge") / "state_wars.csv"
    return tuple(
        (frozenset((row["country"], row["opponent"])), int(row["from"]), int(row["to"] or 9999))
        for _, row in read_rows(source, COLUMNS)
    )


def opponents(country: str, year: int) -> frozenset[str]:
    """ISO codes of the states that ``country`` fought, or stood in open hostility with, in ``year``."""
    return frozenset(
        c
        for pair, start, end in _wars()
        if country in pair and start <= year <= end
        for c in pair - {country}
    )
