"""A list of parties as a sentence goes through it: "A, linked to X, and B, C and D, also known as Y, including Z".

Read by words, commas and joints rather than by the tree: attachment inside long lists is what parsers get wrong most.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.coding.entities.phrase import QUOTES, Phrase, read_phrase
from dateline.coding.tree import Range
from dateline.knowledge.naming_words import naming_words
from dateline.model.analysis import Word

_WORDS = naming_words()

_AND = frozenset({"and", "or", "&"})
_NAMING = (("including",), ("namely",), ("such", "as"), ("notably",), ("among", "them"), ("among", "which"), ("i.e.",))
"""What opens the names of those whom the phrase before took together."""
_OWN = frozenset({"of", "from", "belonging", "within"})
"""Prepositions whose phrase is part of the party's name ("fighters of X", "tribesmen from Y")."""
_SPEAKING_OF = frozenset({"which", "who", "whom", "whose", "where", "that", "also", "aka", "alias", "formerly", "once", "now"})
_LONGEST = 12
"""Parties that one list may have."""
_LONGEST_OPENING = 4
"""Words of article, count and label that may stand before the first word of a name."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One party of a list: its words, the ``joint`` before it (``""``, ``","``, ``"and"`` or ``", and"``).

    ``within`` where it is named as one of the party before it.
    """

    words: Range
    joint: str
    within: bool = False


def read_roster(words: tuple[Word, ...], first: int, stop: int) -> list[Listed]:
    """The parties listed from word ``first`` on, before ``stop``; empty where there is none."""
    return _Roster(words, stop).read(first)


class _Roster:
    def __init__(self, words: tuple[Word, ...], stop: int) -> None:
        self._words = words
        self._low = [w.text.lower() for w in words[:stop]]
        self._stop = stop
        self._v = naming_words()

    def read(self, i: int) -> list[Listed]:
        found: list[Listed] = []
        joint, within = "", False
        while i < self._stop and len(found) < _LONGEST:
            phrase = read_phrase(self._words, i, self._stop)
            if phrase is None or (joint and not self._names_someone(i, phrase)):
                break
            if found and self._apposed(phrase, joint, found):
                i, joint = self._closing_comma(phrase.last), ","
            else:
                name = self._named_behind(phrase)
                end = self._end_of_name(name or phrase)
                begin = (name.owner[0] if name.owner else name.first) if name else i
                found.append(Listed((begin, end), joint, within))
                i = end
            i = self._past_asides(i, alone=len(found) == 1)
            if (named := self._naming(i)) > i:
                i, joint, within = named, "", True
                continue
            if within and self._joint(i)[0] == ", and" and any(x.within and x.joint == "and" for x in found):
                within = False
            joint, i = self._joint(i)
            if not joint:
                break
        return _closed(found)

    def _named_behind(self, phrase: Phrase) -> Phrase | None:
        """The name in "its ally, the X Front,"."""
        i = phrase.last
        common = phrase.possessive is not None and not self._words[phrase.head].text[:1].isupper()
        if not common or i >= self._stop or self._low[i] != ",":
            return None
        name = read_phrase(self._words, i + 1, self._stop)
        begin = (name.owner[0] if name.owner else name.first) if name else i
        close = name is not None and begin - i <= 3 and self._words[name.head].text[:1].isupper()
        ends = name is not None and (name.last >= self._stop or self._low[name.last] not in _AND)
        return name if close and ends else None

    def _names_someone(self, i: int, phrase: Phrase) -> bool:
        """What follows a joint is a noun phrase, not a verb ("… and fled")."""
        opening, low = self._words[i], self._low[i]
        if low in self._v.prepositions or phrase.first - i > _LONGEST_OPENING:
            return False
        acting = opening.upos in ("VERB", "AUX", "ADV", "SCONJ", "PRON") and low not in self._v.possessives
        return not acting or low in self._v.armed_modifiers or opening.text[:1].isupper()

    def _end_of_name(self, phrase: Phrase) -> int:
        """Behind the core with what "of" adds, its closing quotation mark and a bracket."""
        i = self._past_marks(phrase.last)
        title = self._words[phrase.head].text[:1].isupper()
        while i < self._stop and (self._low[i] in _OWN or (title and self._low[i] == "for")):
            inner = read_phrase(self._words, i + 1, self._stop)
            if inner is None:
                break
            i = self._past_marks(inner.last)
        return i

    def _past_marks(self, i: int) -> int:
        while i < self._stop:
            if self._words[i].text in QUOTES:
                i += 1
            elif self._low[i] == "(":
                i = next((k + 1 for k in range(i, self._stop) if self._low[k] == ")"), self._stop)
            else:
                break
        return i

    def _past_asides(self, i: int, *, alone: bool) -> int:
        """Past "loyal to X", ", linked to Y," and ", which holds Z,"; past "in W" only where the list has just begun."""
        while i < self._stop:
            aside = i + 1 if self._low[i] == "," else i
            if aside < self._stop and self._is_aside(aside) and self._naming(i) == i:
                i = self._closing_comma(aside) if aside > i or self._low[aside] in _SPEAKING_OF else self._past_link(aside)
            elif alone and self._low[i] in self._v.prepositions and (inner := read_phrase(self._words, i + 1, self._stop)):
                i = self._past_marks(inner.last)
            else:
                break
        return i

    def _is_aside(self, i: int) -> bool:
        word = self._words[i]
        participle = word.upos == "VERB" and word.xpos in ("VBN", "VBG")
        return self._low[i] in _SPEAKING_OF or (not word.text[:1].isupper() and (self._low[i] in self._v.links or participle))

    def _past_link(self, i: int) -> int:
        """Behind "loyal to the X", which no comma sets apart."""
        k = i + 1
        while k < self._stop and self._low[k] in self._v.prepositions:
            k += 1
        inner = read_phrase(self._words, k, self._stop) if k > i + 1 else None
        return self._end_of_name(inner) if inner else self._closing_comma(i)

    def _closing_comma(self, i: int) -> int:
        return next((k for k in range(i, self._stop) if self._low[k] in (",", ";")), self._stop)

    def _naming(self, i: int) -> int:
        """The word behind "including" or ", namely", or ``i`` where neither stands."""
        k = i + 1 if i < self._stop and self._low[i] == "," else i
        return next((k + len(p) for p in _NAMING if tuple(self._low[k : k + len(p)]) == p), i)

    def _apposed(self, phrase: Phrase, joint: str, found: list[Listed]) -> bool:
        """", a group that …": a noun with its article between commas, or at the end of a list that has had its "and"."""
        end = self._past_asides(self._end_of_name(phrase), alone=False)
        common = not self._words[phrase.head].text[:1].isupper()
        listed_on = end < self._stop and self._low[end] in _AND
        if joint != "," or not common or listed_on:
            return False
        ranked = phrase.owner is not None and self._low[phrase.owner[1] - 1] in _WORDS.realms
        told = (phrase.article and not phrase.definite) or phrase.counted or ranked
        return told and (self._joint(end)[0] != "," or len(found) == 1 or any("and" in x.joint for x in found))

    def _joint(self, i: int) -> tuple[str, int]:
        comma = i < self._stop and self._low[i] == ","
        k = i + 1 if comma else i
        if k < self._stop and self._low[k] in _AND:
            return (", and" if comma else "and"), k + 1
        if tuple(self._low[k : k + 3]) == ("as", "well", "as"):
            return (", and" if comma else "and"), k + 3
        return (",", k) if comma else ("", i)


def _closed(found: list[Listed]) -> list[Listed]:
    """Without what follows a bare comma behind the last "and" ("A and B, police said"); all of it where there is no "and"."""
    last = max((k for k, x in enumerate(found) if "and" in x.joint or (x.within and not x.joint)), default=0)
    return found[: last + 1]
