"""The counted phrase: "at least 12 people", "a policeman", "three of its soldiers".

Read from the tags of neighbouring words rather than from the tree, because a wrong head in a parse moves a
toll to another event, while a wrong tag inside a noun phrase seldom does.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.coding.toll_sentence import Sentence, cue_form
from dateline.knowledge.toll_words import toll_words
from dateline.model.quantities import Quantity

_WORDS = toll_words()
_NOUNS = frozenset({"NOUN", "PROPN"})
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_LINKS = frozenset("of the its their his her our my your these those other more additional further such new".split())
_HYPHENS = frozenset({"-", "–"})
_ONE = frozenset({"a", "an", "the", "his", "her", "their", "its", "one", "another", "this", "that", "our", "my", "your"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words ``first`` to ``last`` (exclusive); ``head`` is the counted noun where one is named."""

    first: int
    last: int
    head: int | None
    quantity: Quantity | None


def phrase_from(s: Sentence, i: int) -> Phrase | None:
    """The counted phrase that starts at word ``i``; ``None`` where none does."""
    at, quantity = i, None
    if s.low(at) in _ONE and at + 1 in s.starting and at not in s.inside:
        inner = phrase_from(s, at + 1)
        return Phrase(i, inner.last, inner.head, inner.quantity) if inner is not None else None
    if at in s.starting:
        quantity, at = s.starting[at]
        if at in s.starting and quantity.best is None and s.starting[at][0].low != 0:
            quantity, at = s.starting[at]
    elif s.low(at) not in _ONE and s.tag(at) not in _INSIDE | {"DET"}:
        return None
    opened = at
    if quantity is not None and s.low(at) == "of" and s.low(at + 1) in ("them", "whom", "those", "which"):
        return Phrase(i, at + 2, None, quantity)
    while s.low(at) in _LINKS or (s.tag(at) == "DET" and quantity is None):
        at += 1
    head = _noun_from(s, i, at)
    if head is None:
        return Phrase(i, max(opened, i + 1), None, quantity) if quantity is not None else None
    return Phrase(i, head + 1, head, quantity)


def _noun_from(s: Sentence, first: int, at: int) -> int | None:
    """The last noun of the run of adjectives and nouns at ``at``, in a phrase that starts at ``first``."""
    head = None
    while at < s.last and not (at in s.starting and at > first):
        after_noun = head is not None and s.tag(at + 1) in _INSIDE | {"VERB"}
        glue = s.low(at) in _HYPHENS or s.low(at) in ("'s", "’s")
        # "U.S.-aligned militants": what follows a hyphen belongs to the noun to come.
        compound = at - 1 > first and s.low(at - 1) in _HYPHENS and s.tag(at) in _INSIDE | {"VERB"}
        if s.tag(at) in _NOUNS and not (head is not None and _starts_time(s, at)):
            head = at
        elif glue or compound:
            if glue and head is not None and not after_noun:
                break
        elif head is not None or not _before_noun(s, at):
            break
        at += 1
    aged = head is not None and s.lemma(head) == "year" and s.low(head + 1) in _HYPHENS and s.low(head + 2) == "old"
    return head + 2 if head is not None and aged else head


def _before_noun(s: Sentence, i: int) -> bool:
    """An adjective or number before the noun; a word of harm only where the noun follows ("wounded soldiers")."""
    if cue_form(s, i):
        return s.tag(i + 1) in _INSIDE
    return s.tag(i) in ("ADJ", "NUM") or _describes(s, i)


def _describes(s: Sentence, i: int) -> bool:
    """"Five alleged criminals", "eight presumed militants": a participle that belongs to the noun after it."""
    return s.tag(i) == "VERB" and s.words[i].deprel == "amod" and s.words[i].head > i


def _starts_time(s: Sentence, i: int) -> bool:
    return s.lemma(i) in _WORDS.not_patients and s.words[i].text[:1].isupper()


def phrase_before(s: Sentence, i: int) -> Phrase | None:
    """The counted phrase that ends right before word ``i``."""
    at = i - 1
    while at >= s.first and s.low(at) in ("more", "others", "other", "also") and s.tag(at) not in _NOUNS:
        at -= 1
    if at < s.first:
        return None
    if s.low(at) == "of" and at - 1 in s.inside:
        at -= 1
    if at in s.inside:
        quantity, begin, _ = s.inside[at]
        return Phrase(begin, i, None, quantity)
    if s.tag(at) not in _NOUNS and not (s.low(at) in ("others", "them", "whom") or s.tag(at) == "ADJ"):
        return None
    return phrase_of(s, at)


def phrase_of(s: Sentence, head: int) -> Phrase | None:
    """The counted phrase around the noun ``head``, which stands at its end."""
    if head in s.inside:
        quantity, begin, end = s.inside[head]
        # "dozens of civilians": the tree hangs the civilians on their number.
        counted = phrase_from(s, begin) if s.low(end) == "of" else None
        if counted is not None:
            return counted
        return Phrase(begin, end, None, quantity)
    at = head
    while s.tag(head) == "PROPN" and s.tag(head + 1) == "PROPN":
        head += 1
    while at > s.first:
        before = at - 1
        if before in s.inside:
            quantity, begin, _ = s.inside[before]
            earlier = s.inside.get(begin - 1)
            if earlier is not None and earlier[0].best is None and earlier[2] == begin:
                begin = earlier[1]
            named = None if s.low(head) in ("them", "whom") else head
            return Phrase(begin, head + 1, named, quantity)
        low, tag = s.low(before), s.tag(before)
        inner = (
            tag in _INSIDE
            or low in _LINKS
            or tag == "DET"
            or low in ("-", "–", "'s", "’s")
            or cue_form(s, before)
            or _describes(s, before)
        )
        if low == "of" and not (before - 1 in s.inside or s.lemma(before - 1) in _WORDS.collectives):
            break
        if not inner:
            break
        at = before
    if s.tag(head) not in _NOUNS:
        return None
    while at < head and s.low(at) in ("of", "-", "–", "'s", "’s"):
        at += 1
    return Phrase(at, head + 1, head, None)


def determiner(s: Sentence, phrase: Phrase) -> str:
    """The word of ``a``, ``the``, ``his`` … that opens the phrase, or empty."""
    low = s.low(phrase.first)
    return low if low in _ONE else ""


def _tells_age(word: str) -> bool:
    return (
        word.startswith(("-", "–"))
        or word.endswith("old")
        or word == "year"
        or any(c.isdigit() for c in word)
    )


def who(s: Sentence, phrase: Phrase, unit: str) -> str | None:
    """The people (or things) as the text names them, bare; ``None`` for plain people."""
    if phrase.head is None:
        return None
    lemma, low = s.lemma(phrase.head), s.low(phrase.head)
    named = s.tag(phrase.head) == "PROPN" and not low.endswith("s") and phrase.quantity is None
    if unit in (low, low + "s", lemma + "s") or (named and not determiner(s, phrase)):
        return None
    if (lemma in _WORDS.plain_people and low != "dead") or low in ("dead", "others", "old"):
        return None
    at = phrase.head
    while at > phrase.first:
        before = at - 1
        if (
            before in s.inside
            or s.low(before) in _LINKS
            or s.low(before) in _ONE
            or s.tag(before) == "DET"
            or cue_form(s, before)
        ):
            break
        if s.low(before) in ("them", "whom", "those") or s.tag(before) in ("AUX", "ADP"):
            break
        at = before
    if s.low(at + 1) in _HYPHENS and s.low(at + 2) in ("year", "month"):
        at += 1
    while at < phrase.head and _tells_age(s.low(at)):
        at += 1
    end = phrase.last
    if lemma in _WORDS.of_a_whole and s.low(end) == "of":
        owner = phrase_from(s, end + 1)
        if owner is not None and owner.head is not None and owner.quantity is None:
            end = owner.last
    return s.text[s.words[at].start : s.words[end - 1].end]
