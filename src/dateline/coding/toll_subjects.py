"""Who was harmed where the harmed stand before the word of harm: subjects, participles, relatives."""

from __future__ import annotations

from dateline.coding.toll_counts import harm
from dateline.coding.toll_phrases import Phrase, phrase_before, phrase_of
from dateline.coding.toll_sentence import Sentence
from dateline.knowledge.toll_words import toll_words

_WORDS = toll_words()

_OF_WHOM = 7
"""Words before a verb among which "not one of them" begins."""


def nobody(s: Sentence, i: int) -> Phrase | None:
    """ "nobody was hurt", "no one has been killed", "not one of its fighters was killed"."""
    at = i
    while at > s.first and (s.tag(at - 1) in ("AUX", "ADV") or s.low(at - 1) in _WORDS.helpers):
        at -= 1
    if s.low(at - 1) in ("nobody", "none"):
        return Phrase(at - 1, at, None, None)
    for j in range(at - 2, max(s.first, at - _OF_WHOM), -1):
        if s.low(j) == "of" and s.low(j - 1) == "one" and s.low(j - 2) in ("not", "no"):
            return Phrase(j - 2, at, None, None)
    return Phrase(at - 2, at, None, None) if s.low(at - 1) == "one" and s.low(at - 2) == "no" else None


def both_of(s: Sentence, i: int) -> Phrase | None:
    """"Both were killed", "both of whom died": two, where the word stands for them by itself."""
    at = i
    while at > s.first and (s.tag(at - 1) in ("AUX", "ADV") or s.low(at - 1) in _WORDS.helpers or s.low(at - 1) == "found"):
        at -= 1
    if s.low(at - 1) == "both":
        return Phrase(at - 1, at, None, None)
    of_them = s.low(at - 1) in ("them", "whom") and s.low(at - 2) == "of" and s.low(at - 3) == "both"
    return Phrase(at - 3, at, None, None) if of_them else None


def has_be(s: Sentence, i: int) -> bool:
    """True where the verb at ``i`` is passive: a form of "be" or "get" stands before it."""
    at = i - 1
    while at >= s.first and (s.tag(at) in ("ADV", "AUX", "PART") or s.low(at) in _WORDS.helpers):
        if s.low(at) in _WORDS.be:
            return True
        at -= 1
    if any(s.words[j].head == i and s.words[j].deprel == "aux:pass" for j in range(max(s.first, i - 6), i)):
        return True
    # "were arrested or killed": the helper stands before the first of the two.
    return s.low(at) in ("and", "or") and at > s.first and harm(s, at - 1) is not None and has_be(s, at - 1)


def harmed(s: Sentence, i: int, helped: bool) -> Phrase | None:
    """The subject of a passive or intransitive verb at ``i``, or the noun that a participle belongs to."""
    at = i
    if helped:
        while at > s.first and (
            s.tag(at - 1) in ("ADV", "AUX", "PART")
            or s.low(at - 1) in _WORDS.helpers
            or s.low(at - 1) in _WORDS.states
        ):
            if at - 1 in s.inside:
                break
            at -= 1
    adjacent = phrase_before(s, at)
    if (
        adjacent is not None
        and adjacent.quantity is not None
        and s.low(adjacent.first - 1) not in ("in", "at", "of", "from", "by", "near")
    ):
        return adjacent
    tree = _by_tree(s, i, helped)
    if tree is not None:
        return tree
    if s.low(at - 1) in ("who", "that", "which"):
        return phrase_before(s, at - 2 if s.low(at - 2) == "," else at - 1)
    return _by_steps(s, at) if adjacent is not None or s.low(at - 1) == "," else None


def _subject(s: Sentence, i: int) -> int | None:
    children = (
        j for j in range(s.first, i) if s.words[j].head == i and s.words[j].deprel in ("nsubj:pass", "nsubj")
    )
    return next((j for j in children if s.low(j) not in ("who", "that", "which")), None)


def _by_tree(s: Sentence, i: int, helped: bool) -> Phrase | None:
    word = s.words[i]
    subject = _subject(s, i)
    if subject is not None:
        return None if s.tag(subject) in ("PRON", "DET") else phrase_of(s, subject)
    noun = word.head
    if (
        word.deprel in ("acl", "acl:relcl", "amod")
        and s.first <= noun < i
        and s.tag(noun) in ("NOUN", "PROPN", "NUM")
    ):
        return phrase_of(s, noun)
    if (
        word.deprel in ("xcomp", "conj")
        and s.first <= noun < s.last
        and noun != i
        and s.tag(noun) in ("VERB", "ADJ")
    ):
        for j in range(s.first, i):
            child = s.words[j]
            shared = ("obj", "nsubj:pass", "nsubj") if word.deprel == "conj" and helped else ("obj", "nsubj:pass")
            if child.head == noun and child.deprel in shared and child.upos not in ("PRON", "DET"):
                return phrase_of(s, j)
    return None


def _by_steps(s: Sentence, at: int) -> Phrase | None:
    """Back over "in the town of X" and ", including three children," to the phrase that they belong to."""
    for _ in range(5):
        if s.low(at - 1) == ",":
            opening = next(
                (
                    j
                    for j in range(at - 2, s.first, -1)
                    if s.low(j) == ","
                    and s.low(j + 1) in ("including", "among", "most", "mostly", "all", "who")
                ),
                None,
            )
            if opening is None:
                return None
            at = opening
        phrase = phrase_before(s, at)
        if phrase is None:
            return None
        if s.tag(phrase.first - 1) != "ADP" and s.low(phrase.first - 1) not in (
            "of",
            "in",
            "near",
            "from",
            "at",
            "on",
            "by",
        ):
            return phrase
        at = phrase.first - 1
    return None
