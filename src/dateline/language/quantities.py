"""Numbers told in a text, with the bounds that the table "Numbers told in words" gives them."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.number_words import Hedge, number_words
from dateline.knowledge.time_words import time_words
from dateline.language.numerals import number_at, numeral_at
from dateline.language.scan import Pieces, pieces
from dateline.model.quantities import Quantity
from dateline.model.span import Span

_WORDS = number_words()
_TIMES = time_words()
_NUMERALS = (
    frozenset(_WORDS.units)
    | frozenset(_WORDS.tens)
    | {"a", "an", "half", "dozen", "hundred", "thousand", "million", "two"}
)
_STARTERS = (
    _NUMERALS
    | frozenset(_WORDS.fixed)
    | frozenset(_WORDS.indefinite)
    | frozenset(_WORDS.hedges)
    | {"no", "none", "between"}
)
_RANGE_MARKS = frozenset({"to", "-", "–", "—", "or"})
_NO_NOUN_AFTER_NO = frozenset(
    [
        "longer",
        "one",
        "doubt",
        "way",
        "matter",
        "more",
        "less",
        "fewer",
        "better",
        "idea",
        "comment",
        "sign",
        "end",
        "where",
        "further",
        "such",
        "other",
        "later",
    ]
)
_MONEY = frozenset("$€£¥₽₴₦₹")
_YEAR_BEFORE = frozenset(
    [
        "in",
        "since",
        "of",
        "during",
        "from",
        "until",
        "by",
        "early",
        "late",
        "mid",
        "year",
        "till",
        "through",
        "before",
        "after",
        "summer",
        "winter",
        "spring",
        "autumn",
        "fall",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)


@dataclass(frozen=True, slots=True)
class _Bounds:
    low: int | None
    best: int | None
    high: int | None
    approx: bool = False
    plain: int | None = None


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The counts told in ``text``, in order; dates, times, ages, money, shares, measures and names are left
    out.
    """
    p = pieces(text)
    found: list[Quantity] = []
    at, count = 0, len(p.raw) - 4
    while at < count:
        word = p.low[at]
        if word not in _STARTERS and not word[0].isdigit():
            at += 1
            continue
        read = _quantity(p, at)
        if read is None:
            at = _past_number(p, at)
            continue
        bounds, end = read
        span = Span(p.starts[at], p.ends[end - 1], text[p.starts[at] : p.ends[end - 1]])
        found.append(Quantity(span, bounds.low, bounds.best, bounds.high, bounds.approx, _noun(p, end)))
        at = end
    return tuple(found)


def _past_number(p: Pieces, i: int) -> int:
    """Past a numeral that was no count, so that its later words are not taken for one ("twenty-five
    percent").
    """
    read = numeral_at(p, i) if p.low[i] not in _WORDS.hedges else None
    return max(read[1], i + 1) if read is not None else i + 1


def _quantity(p: Pieces, i: int) -> tuple[_Bounds, int] | None:
    word = p.low[i]
    if word == "none":
        return _Bounds(0, 0, 0), i + 1
    if word == "between":
        first = number_at(p, i + 1)
        last = number_at(p, first[1] + 1) if first is not None and p.low[first[1]] == "and" else None
        fits = first is not None and last is not None and first[0] < last[0]
        return (
            (_Bounds(first[0], None, last[0]), last[1])
            if fits and first and last and _counts(p, i + 1, last[1])
            else None
        )
    hedged = _hedged(p, i)
    if hedged is not None:
        return hedged
    if word == "no":
        after = p.low[i + 1]
        free = after.isalpha() and after not in _NO_NOUN_AFTER_NO
        return (_Bounds(0, 0, 0), i + 1) if free else None
    for phrase, value in _WORDS.fixed.get(word, ()):
        if _starts_with(p, i, phrase):
            return _Bounds(value, value, value), i + len(phrase) - (phrase[-1] == "of")
    for phrase, value in _WORDS.indefinite.get(word, ()):
        if _starts_with(p, i, phrase) and _may_be_indefinite(p, i, i + len(phrase)):
            return _Bounds(value, None, None), i + len(phrase) - (phrase[-1] == "of")
    return _plain(p, i)


def _hedged(p: Pieces, i: int) -> tuple[_Bounds, int] | None:
    for phrase, hedge in _WORDS.hedges.get(p.low[i], ()):
        if not _starts_with(p, i, phrase):
            continue
        at = i + len(phrase)
        inner = _hedged(p, at) if hedge in ("exact", "approx") else None
        if inner is not None:
            return inner
        plain = _plain(p, at)
        if plain is None:
            rough = next(
                (f for f in _WORDS.indefinite.get(p.low[at], ()) if f[1] > 2 and _starts_with(p, at, f[0])),
                None,
            )
            return (
                (_Bounds(rough[1], None, None), at + len(rough[0]) - (rough[0][-1] == "of"))
                if rough is not None
                else None
            )
        bounds, end = plain
        if p.low[i] in ("over", "above", "under", "about", "around", "just", "all", "other") and not _counts(
            p, at, end
        ):
            return None
        return _apply(hedge, bounds), end
    return None


def _apply(hedge: Hedge, bounds: _Bounds) -> _Bounds:
    number = bounds.plain
    if number is None:
        return (
            _Bounds(bounds.low, bounds.best, bounds.high, hedge == "approx") if hedge == "approx" else bounds
        )
    return {
        "low": _Bounds(number, number, None),
        "over": _Bounds(number + 1, number + 1, None),
        "approx": _Bounds(None, number, None, True),
        "high": _Bounds(None, None, number),
        "under": _Bounds(None, None, max(number - 1, 0)),
        "exact": bounds,
    }[hedge]


def _plain(p: Pieces, i: int) -> tuple[_Bounds, int] | None:
    """A number by itself, two joined ("10 to 15", "three or four"), or one with "or more", "or so", "+"."""
    first = number_at(p, i)
    if first is None:
        return None
    value, end = first
    if p.low[end] in _RANGE_MARKS and (p.low[end] != "or" or p.low[i] != "one"):
        last = number_at(p, end + 1)
        if last is not None and last[0] > value and _counts(p, i, last[1]):
            return _Bounds(value, None, last[0]), last[1]
    if not _counts(p, i, end):
        return None
    if p.low[end : end + 2] == ["or", "more"] or p.low[end] == "+":
        return _Bounds(value, value, None), end + (1 if p.low[end] == "+" else 2)
    if p.low[end : end + 2] == ["or", "so"]:
        return _Bounds(None, value, None, True), end + 2
    return _Bounds(value, value, value, False, value), end


def _counts(p: Pieces, first: int, end: int) -> bool:
    """True where pieces ``first`` to ``end`` count things: no date, age, price, share, measure, score or
    name.
    """
    before = p.low[first - 1] if first else ""
    after, glued = p.low[end], p.starts[end] == p.ends[end - 1]
    touching = first > 0 and p.ends[first - 1] == p.starts[first]
    if touching and before not in ("(", "[", "“", '"', "‘", "'", "—", "–", "~", ":"):
        return False
    if before in _MONEY or after in _MONEY or after == "%" or (glued and after in (":", "/", "°", "_")):
        return False
    if after in ("-", "–") and glued and p.raw[end + 1][:1].isalpha() and p.starts[end + 1] == p.ends[end]:
        return False
    if glued and after[:1].isalpha():
        return False
    if after in _WORDS.measures:
        return False
    if before in _TIMES.months or after in _TIMES.months or after in ("st", "nd", "rd", "th"):
        return (before == "may" and p.raw[first - 1] == "may") or (after == "may" and p.raw[end] == "may")
    if after in ("a", "p") and p.low[end + 1] == "." and p.low[end + 2] == "m":
        return False
    if before in _WORDS.labels or (before == "." and p.low[first - 2] in ("no", "nos", "vol", "art")):
        return False
    if (
        before in (",", "(")
        and after in (",", ")")
        and first > 1
        and p.raw[first - 2][:1].isupper()
        and end - first == 1
    ):
        return False
    figures = p.low[first]
    if len(figures) == 4 and figures.isdigit() and 1900 <= int(figures) <= 2099:
        counted = (
            p.raw[end].isalpha()
            and p.raw[end].islower()
            and p.raw[end].endswith(("s", "people", "men", "children"))
        )
        return counted and before not in _YEAR_BEFORE
    if before and p.raw[first - 1][0].isupper() and figures[0].isdigit() and _names_a_thing(p, first, end):
        return False
    return not _fraction(p, first, end)


def _names_a_thing(p: Pieces, first: int, end: int) -> bool:
    """ "Conoco 2", "Brigade 35": a figure behind a capitalised word that starts no sentence and with no noun
    after it.
    """
    before = p.raw[first - 1]
    starts_sentence = first == 1 or p.raw[first - 2] in (".", "!", "?", ":", "”", '"')
    noun_follows = p.raw[end][:1].islower() and p.raw[end] not in (
        "in",
        "on",
        "at",
        "and",
        "was",
        "is",
        "has",
        "of",
        "by",
        "said",
        "to",
        "near",
    )
    return (
        before.isalpha()
        and not starts_sentence
        and not noun_follows
        and len(before) > 1
        and p.low[first - 1] not in _STARTERS
    )


def _fraction(p: Pieces, first: int, end: int) -> bool:
    """ "one in five", "two thirds", "six of the ten" is left: only shares are no counts."""
    return p.low[end] in (
        "third",
        "thirds",
        "quarter",
        "quarters",
        "fifth",
        "fifths",
        "half",
        "halves",
        "tenth",
        "tenths",
    )


def _may_be_indefinite(p: Pieces, first: int, end: int) -> bool:
    after = p.low[end]
    if (
        p.low[first] in ("some", "many", "several", "multiple", "various", "numerous", "countless")
        and end == first + 1
    ):
        if _stands_alone(p, first) and not after.isalpha():
            return True
        return (
            after.isalpha()
            and after not in _WORDS.measures
            and after not in ("way", "sort", "kind", "ways", "extent", "believe", "say")
        )
    return after not in _WORDS.measures and not (
        p.low[first] in ("scores",) and first and p.low[first - 1] in ("the", "he", "she")
    )


def _stands_alone(p: Pieces, i: int) -> bool:
    """ "wounding several": a quantifier that may stand for the people themselves."""
    return p.low[i] in ("several", "many")


def _starts_with(p: Pieces, i: int, phrase: tuple[str, ...]) -> bool:
    return len(phrase) == 1 or tuple(p.low[i : i + len(phrase)]) == phrase


def _noun(p: Pieces, end: int) -> int | None:
    """Where the counted noun seems to start: past "of the", "other", "more"; none across a mark or at the
    text's end.
    """
    at = end
    while p.low[at] in _WORDS.after_skip:
        at += 1
    return p.starts[at] if p.raw[at][:1].isalpha() and at < len(p.raw) - 4 else None
