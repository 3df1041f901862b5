"""Numbers told in a text, with the bounds that the table "Numbers told in words" gives them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.knowledge.number_words import Hedge, number_words
from dateline.language.countable import STARTERS, counts
from dateline.language.numerals import number_at, numeral_at
from dateline.language.scan import Pieces, pieces
from dateline.model.quantities import Quantity
from dateline.model.span import Span

_WORDS = number_words()
_RANGE_MARKS = frozenset({"to", "-", "–", "—", "or"})


@dataclass(frozen=True, slots=True)
class _Bounds:
    """What a number says; ``plain`` is its value where nothing qualifies it, so that a hedge may."""

    low: int | None
    best: int | None
    high: int | None
    approx: bool = False
    plain: int | None = None


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """The counts told in ``text``, in order; dates, times, ages, money, shares, measures and names are left out."""
    p = pieces(text)
    found: list[Quantity] = []
    at, count = 0, len(p.raw) - 4
    while at < count:
        word = p.low[at]
        if word not in STARTERS and not word[0].isdigit():
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
    """Past a numeral that was no count, so that its later words are not taken for one ("twenty-five percent")."""
    read = numeral_at(p, i) if p.low[i] not in _WORDS.hedges else None
    return max(read[1], i + 1) if read is not None else i + 1


def _quantity(p: Pieces, i: int) -> tuple[_Bounds, int] | None:
    word = p.low[i]
    if word == "none":
        return _Bounds(0, 0, 0), i + 1
    if word == "between":
        return _between(p, i + 1)
    hedged = _hedged(p, i)
    if hedged is not None:
        return hedged
    if word == "no":
        after = p.low[i + 1]
        free = after.isalpha() and after not in _WORDS.no_noun_after_no
        return (_Bounds(0, 0, 0), i + 1) if free else None
    for phrase, value in _WORDS.fixed.get(word, ()):
        if _starts_with(p, i, phrase):
            return _Bounds(value, value, value), i + len(phrase) - (phrase[-1] == "of")
    for phrase, value in _WORDS.indefinite.get(word, ()):
        if _starts_with(p, i, phrase) and _may_be_indefinite(p, i, i + len(phrase)):
            return _Bounds(value, None, None), i + len(phrase) - (phrase[-1] == "of")
    return _plain(p, i)


def _between(p: Pieces, i: int) -> tuple[_Bounds, int] | None:
    """After "between": "10 and 15"."""
    first = number_at(p, i)
    last = number_at(p, first[1] + 1) if first is not None and p.low[first[1]] == "and" else None
    if first is None or last is None or first[0] >= last[0] or not counts(p, i, last[1]):
        return None
    return _Bounds(first[0], None, last[0]), last[1]


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
            return _hundreds(p, at)
        bounds, end = plain
        if p.low[i] in _WORDS.doubtful_hedges and not counts(p, at, end):
            return None
        return _apply(hedge, bounds), end
    return None


def _hundreds(p: Pieces, i: int) -> tuple[_Bounds, int] | None:
    """Behind a hedge, an indefinite number of some size: "[at least] several hundred"."""
    for phrase, value in _WORDS.indefinite.get(p.low[i], ()):
        if value > 2 and _starts_with(p, i, phrase):
            return _Bounds(value, None, None), i + len(phrase) - (phrase[-1] == "of")
    return None


def _apply(hedge: Hedge, bounds: _Bounds) -> _Bounds:
    number = bounds.plain
    if number is None:
        return replace(bounds, approx=True) if hedge == "approx" else bounds
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
        if last is not None and last[0] > value and counts(p, i, last[1]):
            return _Bounds(value, None, last[0]), last[1]
    if not counts(p, i, end):
        return None
    if p.low[end : end + 2] == ["or", "more"] or p.low[end] == "+":
        return _Bounds(value, value, None), end + (1 if p.low[end] == "+" else 2)
    if p.low[end : end + 2] == ["or", "so"]:
        return _Bounds(None, value, None, True), end + 2
    return _Bounds(value, value, value, False, value), end


def _may_be_indefinite(p: Pieces, first: int, end: int) -> bool:
    """Whether the quantifier from piece ``first`` to ``end`` counts something: not "some way", "he scores"."""
    after = p.low[end]
    bare = p.low[first] in _WORDS.bare_indefinite and end == first + 1
    if bare and not after.isalpha():
        # "Wounding several": they may stand for the people themselves.
        return p.low[first] in ("several", "many")
    if after in _WORDS.measures or (bare and after in _WORDS.not_counted):
        return False
    return not (p.low[first] == "scores" and first and p.low[first - 1] in ("the", "he", "she"))


def _starts_with(p: Pieces, i: int, phrase: tuple[str, ...]) -> bool:
    return len(phrase) == 1 or tuple(p.low[i : i + len(phrase)]) == phrase


def _noun(p: Pieces, end: int) -> int | None:
    """Where the counted noun seems to start: past "of the", "other", "more"; none across a mark or at the text's end."""
    at = end
    while p.low[at] in _WORDS.after_skip:
        at += 1
    return p.starts[at] if p.raw[at][:1].isalpha() and at < len(p.raw) - 4 else None
