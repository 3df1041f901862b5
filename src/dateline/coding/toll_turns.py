"""Turns of phrase for death and injury: "fell in battle", "embraced martyrdom", "beaten to death"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.toll_counts import Found, listed
from dateline.coding.toll_phrases import Sentence, phrase_before, phrase_from
from dateline.coding.toll_subjects import harmed, has_be
from dateline.coding.toll_verbs import is_person, subjects

_MARTYRED = frozenset({"embrace", "attain", "achieve"})
_FIGHTS = frozenset("battle fighting combat action clash operation ambush firefight line duty".split())
_WOUNDS = frozenset({"wound", "injury", "burn", "fracture"})
_NEAR = 6
"""Words before "to death" among which its verb stands."""


def fallen(s: Sentence, i: int) -> Iterator[Found]:
    """The tolls of a turn of phrase whose telling word is ``i``."""
    if s.low(i) == "martyrdom" and s.lemma(i - 1) in _MARTYRED:
        yield from subjects(s, harmed(s, i - 1, True), "killed", "die")
    elif s.lemma(i) == "fall" and s.low(i + 1) == "in" and any(s.lemma(j) in _FIGHTS for j in range(i + 2, min(i + 5, s.last))):
        phrase = harmed(s, i, True)
        if phrase is not None and phrase.head is not None and is_person(s, phrase.head):
            yield from subjects(s, phrase, "killed", "die")
    elif s.low(i) == "death" and s.low(i - 1) == "to":
        yield from _to_death(s, i)
    elif s.low(i) == "hospital" and (s.low(i - 1), s.low(i + 1)) == ("in", "with") and _wounds_from(s, i + 2):
        yield from subjects(s, harmed(s, i - 1, True), "injured", "injure")


def _wounds_from(s: Sentence, i: int) -> bool:
    return any(s.lemma(j) in _WOUNDS for j in range(i, min(i + 4, s.last)))


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
