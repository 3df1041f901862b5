"""What a counted phrase gives as a toll, and whether it can be what was harmed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.coding.toll_phrases import Phrase, determiner, phrase_from
from dateline.coding.toll_sentence import Sentence
from dateline.knowledge.toll_words import toll_words

_WORDS = toll_words()
_ALIVE = frozenset({"families", "livestock"})
_PEOPLE_KINDS = frozenset({"injured", "detained", "abducted", "missing", "displaced"})


@dataclass(frozen=True, slots=True)
class Found:
    """A toll before its place in the result is known.

    ``over``: of more than one event by its own words; ``of_one``: of the one that they name; ``parent``: the phrase that it is
    a part of; ``whose``: the people where another phrase than the counted one names them.
    """

    kind: str
    phrase: Phrase
    low: int | None
    best: int | None
    high: int | None
    approx: bool
    over: bool = False
    parent: Phrase | None = None
    of_one: bool = False
    whose: Phrase | None = None


def stem(s: Sentence, i: int, known: dict[str, str]) -> str:
    """The lemma, or the word cut back to a known verb: lemmas of participles go wrong most."""
    lemma, low = s.lemma(i), s.low(i)
    if lemma in known:
        return lemma
    for ending, add in (("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("d", ""), ("s", "")):
        if low.endswith(ending) and low[: -len(ending)] + add in known:
            return low[: -len(ending)] + add
    return lemma


def harm(s: Sentence, i: int) -> str | None:
    """The kind of toll that a participle or adjective at ``i`` tells ("wounded", "dead"), if any."""
    low = s.low(i)
    if low in _WORDS.adjectives:
        return _WORDS.adjectives[low]
    if low.endswith(("ed", "ing")) or s.tag(i) == "VERB":
        return _WORDS.transitive.get(stem(s, i, _WORDS.transitive))
    return None


def patient(s: Sentence, phrase: Phrase, kind: str, verb: str, *, after: bool) -> bool:
    """True where the phrase can be what a verb of this kind harms."""
    if phrase.head is None:
        return phrase.quantity is not None
    lemma, tag = s.lemma(phrase.head), s.tag(phrase.head)
    figure = any(s.lemma(j) in _WORDS.figures and s.low(j + 1) == "of" for j in range(phrase.first, phrase.last))
    if figure and s.low(phrase.first) not in ("a", "an"):
        return False  # "the number of those kidnapped", "the number of people killed"
    unit = _WORDS.units.get(lemma)
    if lemma in _WORDS.not_patients and not (unit is not None and kind == "destroyed"):
        return False
    if kind == "destroyed":
        return unit is not None and unit not in ("families",)
    if kind in _PEOPLE_KINDS and unit is not None and unit not in ("families", "livestock"):
        return False
    if phrase.quantity is not None:
        return True
    if lemma in _WORDS.transitive or (
        lemma in _WORDS.nouns and lemma not in ("victim", "prisoner", "hostage")
    ):
        return False
    if verb in _WORDS.weak:
        return verb == "missing" and s.low(phrase.first) in ("a", "an", "his", "her", "their", "my")
    return not (tag == "PROPN" and after and verb in ("capture", "displace", "evacuate"))


def counted(s: Sentence, phrase: Phrase, kind: str, verb: str) -> Iterator[Found]:
    """The toll of one phrase: by its number, else 1 for a singular and 2 or more for a plural; things are not killed."""
    quantity = phrase.quantity
    if kind in ("killed", "casualties") and phrase.head is not None and verb in _WORDS.killing_things:
        kind = "destroyed" if _WORDS.units.get(s.lemma(phrase.head), "livestock") not in _ALIVE else kind
    if quantity is not None:
        yield Found(kind, phrase, quantity.low, quantity.best, quantity.high, quantity.approx)
        return
    if phrase.head is None:
        return
    low, lemma = s.low(phrase.head), s.lemma(phrase.head)
    if low in ("one", "nobody") and s.low(phrase.first) in ("no", "nobody"):
        yield Found(kind, phrase, 0, 0, 0, False)
        return
    plural = (
        low in _WORDS.groups
        or lemma in _WORDS.groups
        or s.words[phrase.head].xpos in ("NNS", "NNPS")
        or (not s.words[phrase.head].xpos and low.endswith("s") and low != lemma)
    )
    if plural:
        yield Found(kind, phrase, 2, None, None, False)
        return
    if lemma in _WORDS.some_of and s.low(phrase.head + 1) == "of":
        yield Found(kind, phrase, 2, None, None, False)
        return
    if lemma in _WORDS.collectives or kind == "displaced":
        return
    named = s.tag(phrase.head) == "PROPN" and verb != ""
    if determiner(s, phrase) or named or s.tag(phrase.head) == "NOUN":
        yield Found(kind, phrase, 1, 1, 1, False)


def listed(s: Sentence, phrase: Phrase | None, kind: str, verb: str) -> Iterator[Found]:
    """The phrase and those joined to it by comma and "and", each as a toll of its own."""
    if phrase is None:
        return
    for one in listing(s, phrase):
        if one is phrase and not patient(s, one, kind, verb, after=False):
            return
        if one is phrase or patient(s, one, kind, verb, after=False):
            yield from counted(s, one, kind, verb)


def listing(s: Sentence, phrase: Phrase) -> Iterator[Phrase]:
    """The phrase and those joined after it."""
    yield phrase
    last = phrase
    for _ in range(6):
        at = last.last
        if s.low(at) == "," and s.low(at + 1) in ("and", "as"):
            at += 1
        if s.low(at) not in ("and", ",", "&"):
            return
        following = phrase_from(s, at + 1)
        # A comma alone joins only what is counted: ", a clan elder" says more of the one just named.
        openers = ("a", "an", "one", "his", "her", "their", "another") if s.low(at) != "," else ()
        if following is None or (following.quantity is None and s.low(at + 1) not in openers):
            return
        if following.last < s.last and _opens_clause(s, following, phrase):
            return
        if following.head is None and phrase.head is not None:
            return
        yield following
        last = following


def _opens_clause(s: Sentence, following: Phrase, first: Phrase) -> bool:
    """True where a verb of its own comes after the joined phrase, and none of harm that both share."""
    after = following.last
    harm_next = harm(s, after) is not None or s.low(after) in ("dead", "others")
    if s.tag(after) in ("AUX", "VERB") or harm_next:
        verb_before_first = any(
            s.tag(j) == "VERB" or harm(s, j) for j in range(max(s.first, first.first - 3), first.first)
        )
        return verb_before_first or (harm_next and harm(s, first.last) is not None)
    return False
