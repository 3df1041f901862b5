"""Months and years as a text words them, without a day: "May 2023", "in 2019", "the 1990s".

Readers work as those of :mod:`dateline.language.date_parts`.
"""

from __future__ import annotations

from dateline.language.date_parts import WORDS, Read, hijri_month_at, month_at, number, relative_year_at, year_at
from dateline.language.scan import Pieces
from dateline.model.times import HijriDate, Month, Part, Range, Year

_BEFORE_A_YEAR = WORDS.year_before | WORDS.year_alone_before


def month_period(p: Pieces, i: int, part: Part | None = None, *, sure: bool = False) -> Read:
    """A month without a day: "May 2023", "November" (a word that is more than a month needs a sign of time
    before).
    """
    month = month_at(p, i)
    if month is None:
        hijri = hijri_month_at(p, i)
        if hijri is None:
            return None
        year = year_at(p, hijri[1])
        if year is None and not sure and p.low[i - 1] not in ("in", "during", "of", "since"):
            return None
        return (HijriDate(hijri[0], None, year[0]), year[1]) if year else (HijriDate(hijri[0]), hijri[1])
    end = month[1] + 1 if p.low[month[1]] == "of" and year_at(p, month[1] + 1) else month[1]
    year = year_at(p, end)
    if year is not None:
        return Month(month[0], year[0], part), year[1]
    if p.low[i] in WORDS.doubtful_months and not sure and p.low[i - 1] not in WORDS.month_before:
        return None
    if p.low[i] == "sun" or (p.raw[month[1]][:1].isupper() and p.low[i] in WORDS.doubtful_months and not sure):
        return None
    if (relative := relative_year_at(p, month[1])) is not None:
        return Month(month[0], None, part, "plain", relative[0]), relative[1]
    return Month(month[0], None, part), month[1]


def year_period(p: Pieces, i: int, *, sure: bool = False) -> Read:
    """A year by itself behind a word of time, or a decade: "in 2019", "the 1990s", "2014-2016"."""
    word = p.low[i]
    if len(word) == 5 and word.endswith("0s") and word[:4].isdigit():
        first = int(word[:4])
        # "The 1800s" is the century; "the 1900s" might be either, and the longer is never wrong.
        return Range(Year(first), Year(first + (99 if first % 100 == 0 and first <= 1900 else 9))), i + 1
    year = number(word, 1000, 2199) if len(word) == 4 else None
    bracketed = p.low[i - 1] == "(" and p.low[i + 1] in (")", "-", "–") and year is not None and year >= 1500
    if year is None or not (sure or bracketed or p.low[i - 1] in _BEFORE_A_YEAR):
        return None
    after = p.raw[i + 1]
    counted = (
        after.isalpha()
        and after.endswith("s")
        and after.islower()
        and after not in ("was", "is", "has", "as", "its", "his", "this")
    )
    if (counted or after in ("people", "men", "km", "%")) or (year < 1800 and not sure and p.low[i - 1] not in ("in", "since")):
        return None
    if after in ("-", "–", "/") and p.starts[i + 2] == p.ends[i + 1]:
        last = number(p.low[i + 2], 0, 2199)
        if last is not None and len(p.low[i + 2]) == 2:
            last += year // 100 * 100
        if last is not None and last >= year:
            return Range(Year(year), Year(last)), i + 3
    return Year(year), i + 1
