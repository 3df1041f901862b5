"""Words of time: names of days and months, units, parts of the day, and names that only look like dates."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dateline.knowledge.word_file import WordFile, read_words
from dateline.model.times import Part, Side, Turn, Unit, Whole

Calendar = Literal["gregorian", "hijri"]


@dataclass(frozen=True, slots=True)
class TimeWords:
    """All keys in lower case. Weekdays count from 0 (Monday), months from 1; ``hijri_months`` likewise from Muharram.

    ``feasts``: days with a name (month, day, calendar) by their first word. ``doubtful_months`` are also common words or
    given names, ``name_before`` and ``name_after`` turn a date into a name. ``relative_days`` count from publication,
    ``offsets`` weeks, months and years from that of publication, ``offsets_behind`` likewise where they stand behind a
    date; ``directions`` say which way a count goes. ``edges`` and ``quarters`` name parts of a month or year, ``counted``
    the first or last days of it, ``sides_of_a_day`` where a week lies from a day. ``month_before`` and ``year_before``
    stand before a bare month or year and show that it is one, ``year_alone_before`` where nothing is counted;
    ``length_before`` before a length of time, ``after_ordinal`` behind "the 3rd" where it is a day. ``in_full`` are the
    names of days and months that are no abbreviations.
    """

    source: str
    weekdays: dict[str, int]
    short_weekdays: frozenset[str]
    months: dict[str, int]
    doubtful_months: frozenset[str]
    hijri_months: dict[tuple[str, ...], int]
    feasts: dict[str, dict[tuple[str, ...], tuple[int, int, Calendar]]]
    ordinal_days: dict[str, int]
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
    named_hours: frozenset[str]
    relative_days: dict[str, int]
    turns: dict[str, Turn]
    offsets: dict[str, int]
    offsets_behind: dict[str, int]
    directions: dict[str, int]
    periods: dict[str, Whole]
    edges: dict[str, Part]
    quarters: dict[str, Part]
    counted: dict[str, int]
    sides_of_a_day: dict[str, Side]
    length_before: frozenset[str]
    after_ordinal: frozenset[str]
    month_before: frozenset[str]
    year_before: frozenset[str]
    year_alone_before: frozenset[str]
    in_full: frozenset[str]


_PIECE = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*|['’]s\b|[^\w\s]")


def _pieces(phrase: str) -> tuple[str, ...]:
    return tuple(_PIECE.findall(phrase))


def _feasts(
    fixed: dict[str, list[int]], hijri: dict[str, list[int]]
) -> dict[str, dict[tuple[str, ...], tuple[int, int, Calendar]]]:
    found: dict[str, dict[tuple[str, ...], tuple[int, int, Calendar]]] = {}
    calendars: tuple[tuple[Calendar, dict[str, list[int]]], ...] = (("gregorian", fixed), ("hijri", hijri))
    for calendar, days in calendars:
        for name, (month, day) in days.items():
            words = _pieces(name)
            found.setdefault(words[0], {})[words] = (month, day, calendar)
    return found


def _in_full(named: dict[str, int]) -> frozenset[str]:
    longest: dict[int, str] = {}
    for name, number in named.items():
        longest[number] = max(longest.get(number, ""), name, key=len)
    return frozenset(longest.values())


@cache
def time_words() -> TimeWords:
    """The built-in words of time; raises ``KnowledgeError`` where the file does not hold what it must."""
    raw = WordFile("time_words.json")
    raw["feasts"] = _feasts(raw.take("fixed_days"), raw.take("hijri_feasts"))
    raw["in_full"] = _in_full(raw["weekdays"]) | _in_full(raw["months"])
    return read_words(
        TimeWords,
        raw,
        hijri_months=lambda named: {_pieces(name): month for name, month in named.items()},
        periods=lambda units: {unit: unit for unit in units},
        vague=_by_first_word,
    )


def _by_first_word(phrases: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    filed: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = _pieces(phrase)
        filed.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(found, key=len, reverse=True)) for first, found in filed.items()}
