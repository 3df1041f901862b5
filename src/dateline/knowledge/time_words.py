"""Words of time: names of days and months, units, parts of the day, and names that only look like dates."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.model.errors import KnowledgeError
from dateline.model.times import Unit


@dataclass(frozen=True, slots=True)
class TimeWords:
    """All keys in lower case. Weekdays count from 0 (Monday), months from 1; ``hijri_months`` likewise from
    Muharram.

    ``doubtful_months`` are also common words or given names, ``name_before`` and ``name_after`` turn a date
    into a name.
    """

    source: str
    weekdays: dict[str, int]
    short_weekdays: frozenset[str]
    months: dict[str, int]
    doubtful_months: frozenset[str]
    hijri_months: dict[tuple[str, ...], int]
    fixed_days: dict[tuple[str, ...], tuple[int, int]]
    units: dict[str, Unit]
    unit_sizes: dict[str, int]
    parts_of_day: frozenset[str]
    day_edges: frozenset[str]
    point_openers: frozenset[str]
    after_the: frozenset[str]
    zones: frozenset[str]
    vague: dict[str, tuple[tuple[str, ...], ...]]
    name_before: frozenset[str]
    name_after: frozenset[str]
    weekday_name_after: frozenset[str]


_PIECE = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*|['’]s\b|[^\w\s]")


def _pieces(phrase: str) -> tuple[str, ...]:
    return tuple(_PIECE.findall(phrase))


@cache
def time_words() -> TimeWords:
    """The built-in words of time; raises ``KnowledgeError`` where the file does not hold what it must."""
    raw = json.loads((files("dateline.knowledge") / "time_words.json").read_text("utf-8"))
    vague: dict[str, list[tuple[str, ...]]] = {}
    for phrase in raw["vague"]:
        words = _pieces(phrase)
        vague.setdefault(words[0], []).append(words)
    try:
        return TimeWords(
            source=raw["source"],
            weekdays=raw["weekdays"],
            short_weekdays=frozenset(raw["short_weekdays"]),
            months=raw["months"],
            doubtful_months=frozenset(raw["doubtful_months"]),
            hijri_months={_pieces(name): month for name, month in raw["hijri_months"].items()},
            fixed_days={_pieces(name): (month, day) for name, (month, day) in raw["fixed_days"].items()},
            units=raw["units"],
            unit_sizes=raw["unit_sizes"],
            parts_of_day=frozenset(raw["parts_of_day"]),
            day_edges=frozenset(raw["day_edges"]),
            point_openers=frozenset(raw["point_openers"]),
            after_the=frozenset(raw["after_the"]),
            zones=frozenset(raw["zones"]),
            vague={first: tuple(sorted(found, key=len, reverse=True)) for first, found in vague.items()},
            name_before=frozenset(raw["name_before"]),
            name_after=frozenset(raw["name_after"]),
            weekday_name_after=frozenset(raw["weekday_name_after"]),
        )
    except KeyError as missing:
        raise KnowledgeError(f"time_words.json lacks {missing}") from missing
