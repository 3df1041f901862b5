"""Whether a numeral counts things: no date, age, price, share, measure, score or part of a name."""

from __future__ import annotations

from dateline.knowledge.number_words import number_words
from dateline.knowledge.time_words import time_words
from dateline.language.scan import Pieces

_WORDS = number_words()
_TIMES = time_words()

STARTERS = (
    frozenset(_WORDS.units)
    | frozenset(_WORDS.tens)
    | frozenset(_WORDS.fixed)
    | frozenset(_WORDS.indefinite)
    | frozenset(_WORDS.hedges)
    | _WORDS.openers
)
"""Words that a number told in words may begin with."""

_MONEY = frozenset("$€£¥₽₴₦₹")
_MAY_TOUCH = frozenset("([“\"‘'—–~:")
"""Marks that may stand against a count without a space before it; any other makes it part of something else."""

_JOINERS = frozenset(":/°_")


def counts(p: Pieces, first: int, end: int) -> bool:
    """True where the numeral of pieces ``first`` to ``end`` (exclusive) counts things."""
    if _joined_to_others(p, first, end) or _is_amount(p, first, end):
        return False
    before, after = _before(p, first), p.low[end]
    if before in _TIMES.months or after in _TIMES.months or after in ("st", "nd", "rd", "th"):
        # "May" is a verb in small letters.
        return (before == "may" and p.raw[first - 1] == "may") or (after == "may" and p.raw[end] == "may")
    if after in ("a", "p") and p.low[end + 1] == "." and p.low[end + 2] == "m":
        return False
    if _is_labelled(p, first) or _is_age(p, first, end):
        return False
    if _looks_like_year(p.low[first]):
        return _counted_noun(p.raw[end]) and before not in _TIMES.year_before
    return not _names_a_thing(p, first, end) and after not in _WORDS.shares


def _before(p: Pieces, first: int) -> str:
    return p.low[first - 1] if first else ""


def _joined_to_others(p: Pieces, first: int, end: int) -> bool:
    """Part of something longer, written without a space: "B-52", "5-year", "10:1", "35th"."""
    touching = first > 0 and p.ends[first - 1] == p.starts[first]
    if touching and _before(p, first) not in _MAY_TOUCH:
        return True
    after, glued = p.low[end], p.starts[end] == p.ends[end - 1]
    if not glued:
        return False
    hyphened = after in ("-", "–") and p.raw[end + 1][:1].isalpha() and p.starts[end + 1] == p.ends[end]
    return hyphened or after in _JOINERS or after[:1].isalpha()


def _is_amount(p: Pieces, first: int, end: int) -> bool:
    """Money, a share in per cent, or a measure."""
    after = p.low[end]
    return _before(p, first) in _MONEY or after in _MONEY or after == "%" or after in _WORDS.measures


def _is_labelled(p: Pieces, first: int) -> bool:
    """The number of a thing: "Resolution 2254", "no. 3"."""
    before = _before(p, first)
    return before in _WORDS.labels or (before == "." and p.low[first - 2] in _WORDS.number_signs)


def _is_age(p: Pieces, first: int, end: int) -> bool:
    """ "Musa Ali, 34,": a figure between marks behind a name."""
    between = _before(p, first) in (",", "(") and p.low[end] in (",", ")")
    return between and first > 1 and p.raw[first - 2][:1].isupper() and end - first == 1


def _looks_like_year(figures: str) -> bool:
    return len(figures) == 4 and figures.isdigit() and 1900 <= int(figures) <= 2099


def _counted_noun(word: str) -> bool:
    return word.isalpha() and word.islower() and word.endswith(("s", "people", "men", "children"))


def _names_a_thing(p: Pieces, first: int, end: int) -> bool:
    """ "Conoco 2", "Brigade 35": figures behind a capitalised word that starts no sentence and with no noun after them."""
    if not first or not p.low[first][0].isdigit():
        return False
    before = p.raw[first - 1]
    named = before[0].isupper() and before.isalpha() and len(before) > 1 and p.low[first - 1] not in STARTERS
    starts_sentence = first == 1 or p.raw[first - 2] in (".", "!", "?", ":", "”", '"')
    noun_follows = p.raw[end][:1].islower() and p.raw[end] not in _WORDS.after_name
    return named and not starts_sentence and not noun_follows
