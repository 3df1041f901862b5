"""Parts of a toll: "including three children", "six of them children", "nine dead: five gunmen and four soldiers"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.coding.toll_counts import Found, counted, harm, listing, patient
from dateline.coding.toll_phrases import Phrase, phrase_before, phrase_from
from dateline.coding.toll_sentence import Sentence
from dateline.coding.toll_verbs import subjects
from dateline.knowledge.toll_words import toll_words
from dateline.model.claim import Toll

_WORDS = toll_words()
_PARTS = frozenset({"including", "among", "amongst"})
_BE = frozenset({"are", "were", "was", "is"})
_SKIPPED = frozenset({"killed", "dead", "wounded", "injured", "victims", ",", ":"}) | _BE
_AMONG = re.compile(
    r"\b(?:among|amongst|of) (?:the|those) (?:dead|killed|slain|victims?|fatalities|wounded|injured|missing|casualties)\b",
    re.IGNORECASE,
)
_NEAR = 25
"""Words between a toll and a part of it."""


def parts(s: Sentence, found: Sequence[Found]) -> Iterator[Found]:
    """Parts of the tolls ``found`` in the sentence."""
    for i in range(s.first, s.last):
        if s.low(i) in _PARTS and _opens_parts(s, i):
            yield from _named(s, i, found)
        elif s.low(i) == ":":
            yield from _broken_down(s, i, found)
        elif i in s.starting:
            yield from _of_them(s, i, found)


def among_harmed(s: Sentence, i: int) -> Iterator[Found]:
    """Whom a sentence counts among those harmed: "two children were among the dead", "four of those killed were farmers"."""
    kind = _the_harmed(s, i)
    if kind is None:
        return
    if s.low(i - 1) in ("among", "amongst") and s.low(i - 2) in _BE:
        subject = phrase_before(s, i - 2)
        yield from subjects(s, subject if subject and patient(s, subject, kind, "", after=False) else None, kind, "")
    elif s.low(i - 1) in ("among", "amongst") and s.low(i + 2) in _BE:
        phrase = phrase_from(s, i + 3)
        for one in listing(s, phrase) if phrase is not None else ():
            yield from counted(s, one, kind, "")
    elif s.low(i - 1) == "of" and s.low(i + 2) in _BE and i - 2 in s.inside:
        quantity, first, _ = s.inside[i - 2]
        noun = phrase_from(s, i + 3)
        if noun is not None and noun.head is not None and noun.quantity is None:
            yield Found(kind, Phrase(first, noun.last, noun.head, quantity), quantity.low, quantity.best, quantity.high,
                        quantity.approx)


def told_as_part(toll: Toll, text: str) -> bool:
    """Whether the words around a toll count it among those harmed whom another sentence told of."""
    begin = max(text.rfind(".", 0, toll.span.start), text.rfind("\n", 0, toll.span.start)) + 1
    end = text.find(".", toll.span.end)
    return _AMONG.search(text[begin : end if end >= 0 else len(text)]) is not None


def _the_harmed(s: Sentence, i: int) -> str | None:
    """The kind of harm of "the dead", "those killed", "the victims" at ``i``."""
    if s.low(i) not in ("the", "those", "these"):
        return None
    if s.lemma(i + 1) in ("victim", "fatality", "casualty"):
        return "killed" if s.lemma(i + 1) != "casualty" else "casualties"
    return harm(s, i + 1) if s.tag(i + 2) not in ("NOUN", "PROPN") else None


def _named(s: Sentence, i: int, found: Sequence[Found]) -> Iterator[Found]:
    """"Including three children", "among them a nurse"."""
    at = i + 1 if s.low(i) == "including" else i + 2
    while s.low(at) in _SKIPPED and at < s.last:
        at += 1
    parent, phrase = _nearest(found, i), phrase_from(s, at)
    if parent is None or phrase is None:
        return
    for one in listing(s, phrase):
        yield from _of(parent, counted(s, one, parent.kind, ""))


def _of_them(s: Sentence, i: int, found: Sequence[Found]) -> Iterator[Found]:
    """"Six of them children", "thirteen of them by live bullets", ", two seriously"."""
    quantity, end = s.starting[i]
    parent = _nearest(found, i)
    if parent is None:
        return
    alone = s.low(end) in _WORDS.gravity and s.low(i - 1) in (",", "and", "(")
    if not alone and (s.low(end) != "of" or s.low(end + 1) not in ("them", "whom", "those")):
        return
    at = end if alone else end + 2
    while s.low(at) in _BE:
        at += 1
    noun = phrase_from(s, at) if not alone else None
    if noun is not None and noun.head is not None and noun.quantity is None and at < end + 4:
        phrase = Phrase(i, noun.last, noun.head, quantity)
    elif alone or (s.low(end + 1) != "those" and (s.tag(at) in ("ADP", "ADV", "ADJ") or harm(s, at) == parent.kind)):
        phrase = Phrase(i, at if alone else end + 2, None, quantity)
    else:
        return
    yield from _of(parent, [Found(parent.kind, phrase, quantity.low, quantity.best, quantity.high, quantity.approx)])


def _broken_down(s: Sentence, colon: int, found: Sequence[Found]) -> Iterator[Found]:
    """"Nine people dead: five gunmen, three soldiers and a woman": what adds up to no more than the toll before."""
    parent, phrase = _nearest(found, colon), phrase_from(s, colon + 1)
    whole = parent.best or parent.high if parent is not None else None
    if parent is None or phrase is None or whole is None:
        return
    told = [toll for one in listing(s, phrase) for toll in counted(s, one, parent.kind, "")]
    if len(told) > 1 and sum(toll.best or toll.low or 0 for toll in told) <= whole:
        yield from _of(parent, told)


def _of(parent: Found, tolls: Sequence[Found] | Iterator[Found]) -> Iterator[Found]:
    for toll in tolls:
        yield Found(toll.kind, toll.phrase, toll.low, toll.best, toll.high, toll.approx, False, parent.phrase)


def _opens_parts(s: Sentence, i: int) -> bool:
    harmed = s.low(i + 1) == "the" and (
        harm(s, i + 2) is not None or s.lemma(i + 2) in ("victim", "fatality", "casualty")
    )
    if harmed and s.low(i - 1) in _BE:
        return False  # "were among the dead": whom it counts stands before
    return s.low(i) == "including" or harmed or s.low(i + 1) in ("them", "whom", "those")


def _nearest(found: Sequence[Found], i: int) -> Found | None:
    before = [
        toll for toll in found if toll.phrase.last <= i and toll.parent is None and i - toll.phrase.last <= _NEAR
    ]
    return max(before, key=lambda toll: toll.phrase.last) if before else None
