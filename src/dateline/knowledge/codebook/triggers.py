"""Words and phrases that name an event by themselves, and words that never do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.codebook.types import SUB_TYPES
from dateline.knowledge.word_file import WordFile
from dateline.model.errors import KnowledgeError

BETWEEN = 2
"""Words that may stand between two words of a verb phrase: "opened heavy fire", "set the shops ablaze"."""
UNCOUNTED = frozenset((
    "a", "an", "the", "of", "-", "–", "its", "it", "his", "he", "her", "she", "their", "they", "at",
    "least", "more", "than", "about", "some", "all",
))
"""Lemmas that may stand between the words of any phrase and are not counted."""
CLOSING = frozenset((
    "and", "or", "but", "nor", "who", "which", "that", "to", "as", "if", "when", "while", "after",
    "before", "by", "for", "from", "with",
))
"""Lemmas that end a phrase: what comes after them belongs to something else."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Lemmas in their order and what they name; the words of a noun phrase stand together."""

    lemmas: tuple[str, ...]
    verbal: bool
    sub_types: frozenset[str]

    def at(self, lemmas: Sequence[str], index: int, position: int) -> bool:
        """Whether the phrase stands in ``lemmas`` with its word number ``position`` at ``index``."""
        between = BETWEEN if self.verbal else 0
        return _runs(self.lemmas[position + 1 :], lemmas, index, 1, between) and _runs(
            self.lemmas[:position][::-1], lemmas, index, -1, between
        )


@dataclass(frozen=True, slots=True)
class TriggerWords:
    """Sub-types by lemma for verbs and for nouns; phrases by each of their lemmas; words that name nothing.

    ``silent`` holds lemmas by part of speech (``""``: neither verb nor noun), ``silent_parts`` whole parts.
    """

    verbs: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]
    phrases: dict[str, tuple[Phrase, ...]]
    silent: dict[str, frozenset[str]]
    silent_parts: frozenset[str]

    def sub_types(self, lemma: str, upos: str) -> frozenset[str]:
        """What a word with this lemma and part of speech can name; empty for a word that names no event."""
        return (self.verbs if upos == "VERB" else self.nouns).get(lemma, frozenset())

    def sub_types_at(self, lemmas: Sequence[str], first: int, upos: str) -> frozenset[str]:
        """What the word ``first`` of a sentence's ``lemmas`` can name.

        The longest phrase that it belongs to wins over the word alone. A verb phrase speaks for its first word; for another
        only where that is listed for the same ("fire" in "open fire", not "fighting" in "flee fighting").
        """
        alone = self.sub_types(lemmas[first], upos)
        found = [
            phrase
            for phrase in self.phrases.get(lemmas[first], ())
            for position, lemma in enumerate(phrase.lemmas)
            if lemma == lemmas[first] and (position == 0 or not phrase.verbal or alone & phrase.sub_types)
            if phrase.at(lemmas, first, position)
        ]
        longest = max((len(phrase.lemmas) for phrase in found), default=0)
        named = (phrase.sub_types for phrase in found if len(phrase.lemmas) == longest)
        return frozenset().union(*named) if found else alone

    def begins_phrase(self, lemmas: Sequence[str], first: int) -> bool:
        """Whether a listed verb phrase begins with the word ``first`` of a sentence's ``lemmas``."""
        some = self.phrases.get(lemmas[first], ())
        return any(p.verbal and p.lemmas[0] == lemmas[first] and p.at(lemmas, first, 0) for p in some)

    def names_nothing(self, lemmas: Sequence[str], first: int, upos: str) -> bool:
        """True for a word that never names an event, save a verb with which a listed phrase begins."""
        lemma = lemmas[first]
        if upos in self.silent_parts:
            return True
        if lemma not in self.silent[upos if upos in self.silent else ""]:
            return False
        return not (upos == "VERB" and self.begins_phrase(lemmas, first))


def _runs(wanted: Iterable[str], lemmas: Sequence[str], index: int, step: int, between: int) -> bool:
    for lemma in wanted:
        room = between
        index += step
        while 0 <= index < len(lemmas) and lemmas[index] != lemma:
            other = lemmas[index]
            if other not in UNCOUNTED and not other.isdecimal():
                room -= 1
                if room < 0 or other in CLOSING or not other[:1].isalnum():
                    return False
            index += step
        if not 0 <= index < len(lemmas):
            return False
    return True


@cache
def trigger_words() -> TriggerWords:
    """The built-in list; raises ``KnowledgeError`` for a sub-type that the codebook does not have."""
    raw = WordFile("triggers.json", "codebook")
    unknown = set(raw["sub_types"]) - set(SUB_TYPES)
    if unknown:
        raise KnowledgeError(f"triggers.json names unknown sub-types: {', '.join(sorted(unknown))}.")
    silent = raw["silent"]
    return TriggerWords(
        verbs=_by_lemma(raw["sub_types"], "verbs", " "),
        nouns=_by_lemma(raw["sub_types"], "nouns", " "),
        phrases=_phrases(raw["sub_types"]),
        silent={
            part: frozenset(silent[name].split())
            for part, name in (("VERB", "verbs"), ("NOUN", "nouns"), ("", "others"))
        },
        silent_parts=frozenset(silent["parts"].split()),
    )


def _by_lemma(listed: dict[str, dict[str, str]], part: str, separator: str) -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for sub_type, words in listed.items():
        for lemma in words[part].split(separator):
            table.setdefault(lemma, set()).add(sub_type)
    table.pop("", None)
    return {lemma: frozenset(subs) for lemma, subs in table.items()}


def _phrases(listed: dict[str, dict[str, str]]) -> dict[str, tuple[Phrase, ...]]:
    table: dict[str, list[Phrase]] = {}
    for part in ("verb phrases", "noun phrases"):
        for words, sub_types in _by_lemma(listed, part, ", ").items():
            phrase = Phrase(tuple(words.split()), part == "verb phrases", sub_types)
            for lemma in dict.fromkeys(phrase.lemmas):
                table.setdefault(lemma, []).append(phrase)
    return {lemma: tuple(some) for lemma, some in table.items()}
