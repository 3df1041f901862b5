"""Words that a time expression may begin with, so that the readers are not tried at every word of a text."""

from __future__ import annotations

from dateline.knowledge.number_words import number_words
from dateline.language.date_parts import WORDS

RANGE_WORDS = frozenset({"since", "from", "between", "until", "till"})
"""Begin a range: "from A to B", "since A"."""

POINT_WORDS = (
    WORDS.point_openers
    | frozenset(WORDS.months)
    | frozenset(WORDS.weekdays)
    | frozenset(name[0] for name in WORDS.hijri_months)
)
"""Begin one time: "Monday", "May", "last week"."""

PART_WORDS = WORDS.parts_of_day | WORDS.day_edges | {"at", "in"}
"""Begin a part of a day before the day itself: "early on Friday"."""

COUNT_WORDS = (
    frozenset({"a", "an", "several", "few", "some", "many"})
    | frozenset(number_words().units)
    | frozenset(number_words().tens)
)
"""Begin a number of units: "three weeks ago"."""

PLURAL_DAYS = frozenset(name + "s" for name in WORDS.weekdays if name not in WORDS.short_weekdays) | {"weekends"}
EACH = frozenset({"every", "each"})

_STARTERS = (
    RANGE_WORDS | POINT_WORDS | PART_WORDS | COUNT_WORDS | PLURAL_DAYS | EACH | frozenset(WORDS.vague) | {"overnight"}
)
_AFTER_THE = (
    WORDS.parts_of_day | WORDS.day_edges | frozenset(WORDS.units) | frozenset(WORDS.weekdays) | WORDS.after_the
)
_AFTER_PREPOSITION = POINT_WORDS | PART_WORDS | {"on"}
_PREPOSITIONS = frozenset({"in", "at", "by", "about", "around", "near", "after", "before", "just", "toward", "towards"})


def may_begin(word: str, after: str) -> bool:
    """Whether a time expression may begin with ``word`` (in lower case) where the word ``after`` follows."""
    if word[0].isdigit() or word in WORDS.vague:
        return True
    if word not in _STARTERS:
        return False
    # Words too common to be tried everywhere need one of time behind them.
    if after[:1].isdigit():
        return True
    if word in ("the", "that"):
        return after in _AFTER_THE
    if word in ("a", "an"):
        return after in WORDS.units or after in ("few", "couple")
    return word not in _PREPOSITIONS or after in _AFTER_PREPOSITION
