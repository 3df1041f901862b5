"""Turns of phrase for death and injury: "fell in battle", "beaten to death", "taken to hospital", "in critical condition"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.toll_counts import Found, listed
from dateline.coding.toll_phrases import Phrase, phrase_before, phrase_from
from dateline.coding.toll_sentence import Sentence
from dateline.coding.toll_subjects import harmed, has_be
from dateline.coding.toll_verbs import is_person, lives, subjects
from dateline.knowledge.toll_words import toll_words

_WORDS = toll_words()
_NEAR = 6
"""Words before "to death" among which its verb stands."""
_CLOSE = 4
"""Words behind a preposition among which its noun stands."""
_TO_CARE = 7
"""Words behind "taken to" among which the hospital stands: its name may be long."""


def fallen(s: Sentence, i: int) -> Iterator[Found]:
    """The tolls of a turn of phrase whose telling word is ``i``."""
    if s.low(i) == "martyrdom" and s.lemma(i - 1) in _WORDS.attaining:
        yield from subjects(s, harmed(s, i - 1, True), "killed", "die")
    elif s.lemma(i) == "fall" and s.tag(i) == "VERB" and _in_battle(s, i):
        phrase = harmed(s, i, True)
        if phrase is not None and phrase.head is not None and is_person(s, phrase.head):
            yield from subjects(s, phrase, "killed", "die")
    elif s.low(i) == "hell" and s.low(i - 1) == "to" and s.low(i - 2) in ("sent", "dispatched"):
        yield from subjects(s, harmed(s, i - 2, True), "killed", "die")
    elif s.low(i) == "death" and s.low(i - 1) == "to":
        yield from _to_death(s, i)
    elif s.low(i) == "condition" and s.low(i - 2) == "in":
        yield from _in_condition(s, i)
    elif s.lemma(i) in _WORDS.wounds and s.tag(i) == "NOUN" and s.low(i + 1) == "to":
        phrase = phrase_from(s, i + 2)
        if phrase is not None and phrase.quantity is not None:
            yield from listed(s, phrase, "injured", "injure")


def in_care(s: Sentence, i: int) -> Iterator[Found]:
    """Those whom a verb brings to a hospital or has treated: "22 were taken to hospital", "doctors treated 19 with burns"."""
    if s.lemma(i) in _WORDS.treating and (s.tag(i) == "VERB"):
        if has_be(s, i):
            if s.low(i + 1) in ("for", "with", "in", "at") and (_wounds_from(s, i + 2) or _care_from(s, i + 2)):
                yield from _hurt(s, harmed(s, i, True))
            return
        phrase = phrase_from(s, i + 1)
        if phrase is not None and phrase.quantity is not None and _with_wounds(s, phrase.last):
            yield from _hurt(s, phrase)
    elif s.lemma(i) in _WORDS.bringing and s.tag(i) == "VERB" and has_be(s, i) and _care_from(s, i + 1):
        yield from _hurt(s, harmed(s, i, True))
    elif s.low(i) in _WORDS.care and s.low(i - 1) == "in" and s.low(i + 1) == "with" and _wounds_from(s, i + 2):
        yield from _hurt(s, harmed(s, i - 1, True))


def struck(s: Sentence, i: int) -> Iterator[Found]:
    """"A girl was hit by a stray bullet": harmed, whether dead or hurt is not told by these words."""
    by = s.low(i + 1) == "by" and any(s.lemma(j) in _WORDS.fragments for j in range(i + 2, i + 2 + _CLOSE))
    if not by or not has_be(s, i):
        return
    phrase = harmed(s, i, True)
    if phrase is not None and phrase.head is not None and is_person(s, phrase.head):
        yield from listed(s, phrase, "injured" if lives(s) else "casualties", "hit")


def _in_battle(s: Sentence, i: int) -> bool:
    """"Fell in the battle"; "have fallen", said of people."""
    alone = s.low(i + 1) in ("", ".", ",", "in", "during", "since")
    perfect = s.low(i) == "fallen" and s.tag(i - 1) in ("AUX", "ADV") and alone
    return perfect or (s.low(i + 1) == "in" and any(s.lemma(j) in _WORDS.fights for j in range(i + 2, min(i + 5, s.last))))


def _in_condition(s: Sentence, i: int) -> Iterator[Found]:
    """"Left three more in critical condition", "two are in serious condition"."""
    before = phrase_before(s, i - 2)
    if before is not None and before.quantity is not None:
        yield from _hurt(s, before)
    elif s.low(i - 3) in _WORDS.be:
        yield from _hurt(s, harmed(s, i - 3, True))


def _hurt(s: Sentence, phrase: Phrase | None) -> Iterator[Found]:
    """Bodies are taken to a hospital as well, and the sick."""
    if phrase is None or (phrase.head is not None and s.lemma(phrase.head) in _WORDS.nouns):
        return
    if phrase.head is None or is_person(s, phrase.head) or s.low(phrase.head) == "others":
        for toll in subjects(s, phrase, "injured", "injure"):
            if toll.phrase.head is None or s.lemma(toll.phrase.head) not in _WORDS.units:
                yield toll


def _wounds_from(s: Sentence, i: int) -> bool:
    return any(s.lemma(j) in _WORDS.wounds for j in range(i, min(i + _CLOSE, s.last)))


def _with_wounds(s: Sentence, i: int) -> bool:
    return s.low(i) in ("with", "for") and _wounds_from(s, i + 1)


def _care_from(s: Sentence, i: int) -> bool:
    """"To El Obeid Teaching Hospital", "to a health centre": the words up to the next comma name a place of care."""
    for j in range(i, min(i + _TO_CARE, s.last)):
        if s.low(j) in (",", ";", ".", "and") or s.tag(j) == "VERB":
            return False
        if s.low(j) in _WORDS.care:
            return True
    return False


def _to_death(s: Sentence, i: int) -> Iterator[Found]:
    """"Hacked to death", "beat a man to death", "beat to death two men"; those "sentenced to death" are not dead."""
    verb = next((j for j in range(i - 2, max(s.first, i - _NEAR) - 1, -1) if s.tag(j) == "VERB"), None)
    if verb is None or s.lemma(verb) in ("sentence", "condemn"):
        return
    if has_be(s, verb):
        yield from subjects(s, harmed(s, verb, True), "killed", "die")
        return
    between = phrase_before(s, i - 1) if verb < i - 2 else None
    yield from listed(s, between or phrase_from(s, i + 1), "killed", "kill")
