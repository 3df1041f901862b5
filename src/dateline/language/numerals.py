"""Numerals in figures and words: "3,000", "1.5 million", "one hundred and twenty-five", "two dozen"."""

from __future__ import annotations

from dateline.knowledge.number_words import number_words
from dateline.language.scan import Pieces

_WORDS = number_words()


def number_at(p: Pieces, i: int) -> tuple[int, int] | None:
    """A numeral, with "dozen" and "half a million"."""
    word = p.low[i]
    if word == "half" and p.low[i + 1] == "a" and p.low[i + 2] in ("dozen", "million"):
        return (6 if p.low[i + 2] == "dozen" else 500_000), i + 3
    if word in ("a", "an"):
        if p.low[i + 2] == "-":
            return None
        return (12, i + 2) if p.low[i + 1] == "dozen" else numeral_at(p, i)
    read = numeral_at(p, i)
    if read is not None:
        return (read[0] * 12, read[1] + 1) if p.low[read[1]] == "dozen" else read
    # "A dozen" is read from its article on; "several dozen" is no twelve.
    bare = word == "dozen" and not (i and p.low[i - 1] in ("a", "several"))
    return (12, i + 1) if bare else None


def numeral_at(p: Pieces, i: int) -> tuple[int, int] | None:
    """A cardinal in figures or words at ``i``: "3,000", "1.5 million", "one hundred and twenty-five"."""
    word = p.low[i]
    if word[:1].isdigit():
        return _figures(p, i)
    total = current = 0
    at, seen = i, False
    if word in ("a", "an"):
        if p.low[i + 1] not in _WORDS.scales:
            return None
        current, at, seen = 1, i + 1, True
    while True:
        word = p.low[at]
        if word in _WORDS.tens and current % 100 == 0:
            current += _WORDS.tens[word]
            unit, past = _unit_after(p, at + 1)
            current, at = current + unit, at + past
        elif word in _WORDS.units and current % 100 == 0:
            current += _WORDS.units[word]
        elif word in _WORDS.scales and seen:
            scaled = max(current, 1) * _WORDS.scales[word]
            total, current = (total, scaled) if word == "hundred" else (total + scaled, 0)
        elif (
            word == "and"
            and seen
            and p.low[at - 1] in _WORDS.scales
            and p.low[at + 1] in (_WORDS.units | _WORDS.tens)
        ):
            at += 1
            continue
        else:
            break
        seen, at = True, at + 1
        if current % 100 and p.low[at] not in _WORDS.scales:
            break
    return (total + current, at) if seen and at > i + (p.low[i] in ("a", "an")) else None


def _unit_after(p: Pieces, i: int) -> tuple[int, int]:
    """The unit that goes on a ten, "-five" or "five", and how many pieces it takes."""
    hyphen = p.low[i] == "-"
    unit = _WORDS.units.get(p.low[i + hyphen], 0)
    return (unit, 1 + hyphen) if 1 <= unit <= 9 else (0, 0)


def _figures(p: Pieces, i: int) -> tuple[int, int] | None:
    word = p.low[i].replace(",", "").replace("\u00a0", "").replace("\u202f", "")
    scale = _WORDS.scales.get(p.low[i + 1])
    if word.replace(".", "", 1).isdigit() and "." in word:
        return (round(float(word) * scale), i + 2) if scale is not None and len(word) < 12 else None
    if not (word.isascii() and word.isdigit()) or len(word) > 10:
        return None
    if scale is not None:
        return int(word) * scale, i + 2
    # "100 000 people": a space as separator, never a year's or a list's next figure.
    after = p.raw[i + 1]
    spaced = len(word) <= 3 and word[0] != "0" and len(after) == 3 and after.isdigit()
    alone = p.starts[i + 1] == p.ends[i] + 1 and not p.low[i + 2][:1].isdigit() and p.low[i - 1] != ","
    if spaced and alone:
        return int(word + after), i + 2
    return int(word), i + 1
