"""A report's words as the rules of attribution look at them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from dateline.knowledge.speaker_words import speaker_words
from dateline.model.analysis import Analysis, Word

Range = tuple[int, int]
"""Word indices, the end exclusive."""

SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
_TRIMMED = frozenset(
    {",", ";", ":", "-", "–", "—", "(", ")", "“", "”", '"', "and", "or", "but", "'", "’", "‘", "."}
)
LONGEST_SOURCE = 22
_ENDINGS = (
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
)


def within(inner: Range, outer: Range) -> bool:
    """True where every word of ``inner`` is one of ``outer``."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def overlap(a: Range, b: Range) -> bool:
    """True where the two share a word."""
    return a[0] < b[1] and b[0] < a[1]


@dataclass(frozen=True)
class Page:
    """The analysis with lower-case words and the children of every word."""

    analysis: Analysis
    low: tuple[str, ...] = field(init=False)
    children: tuple[tuple[int, ...], ...] = field(init=False)

    def __post_init__(self) -> None:
        words = self.analysis.words
        object.__setattr__(self, "low", tuple(w.text.lower().replace("’", "'") for w in words))
        below: list[list[int]] = [[] for _ in words]
        for w in words:
            if w.head != w.index:
                below[w.head].append(w.index)
        object.__setattr__(self, "children", tuple(map(tuple, below)))

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the report."""
        return self.analysis.words

    @cached_property
    def sentence_of(self) -> tuple[int, ...]:
        """The index of the sentence of every word."""
        return tuple(s.index for s in self.analysis.sentences for _ in range(s.first, s.last))

    def sentence(self, word: int) -> Range:
        """The words of the sentence that ``word`` stands in."""
        s = self.analysis.sentences[self.sentence_of[word]]
        return s.first, s.last

    def paragraph(self, word: int) -> int:
        """The number of the paragraph that ``word`` stands in."""
        return self.analysis.sentences[self.sentence_of[word]].paragraph

    def child(self, word: int, *relations: str) -> int | None:
        """The first child of ``word`` that hangs on it by one of ``relations``."""
        return next((c for c in self.children[word] if self.words[c].deprel in relations), None)

    def below(self, word: int) -> set[int]:
        """``word`` and everything that hangs on it, near or far."""
        found, stack = {word}, [word]
        while stack:
            for c in self.children[stack.pop()]:
                if c not in found:
                    found.add(c)
                    stack.append(c)
        return found

    def above(self, word: int) -> list[int]:
        """What ``word`` hangs on, nearest first, up to the root of its sentence."""
        chain: list[int] = []
        while self.words[word].head != word and len(chain) < 60:
            word = self.words[word].head
            chain.append(word)
        return chain

    def phrase(self, head: int) -> Range:
        """The noun phrase around ``head``: its unbroken subtree without clauses set off by commas."""
        inside = self.below(head)
        for c in self.children[head]:
            relation = self.words[c].deprel
            clause = relation.startswith(("acl", "advcl")) and any(self.low[i] == "," for i in range(head, c))
            if c > head and (clause or relation in {"parataxis", "ccomp", "punct"}):
                inside -= self.below(c)
        first = last = head
        while first - 1 in inside and self.low[first - 1] not in {",", ";", ":"}:
            first -= 1
        while last + 1 in inside:
            last += 1
        return self.trim((first, last + 1))

    def trim(self, span: Range) -> Range:
        """``span`` without marks and conjunctions at its edges."""
        first, last = span
        while first < last - 1 and self.low[first] in _TRIMMED:
            first += 1
        while last - 1 > first and self.low[last - 1] in _TRIMMED and not self.words[last - 1].text.isalnum():
            last -= 1
        return first, last

    def nominal(self, word: int) -> bool:
        """True for a word that can head a noun phrase."""
        return self.words[word].upos in _NOMINAL

    def is_any(self, word: int, lemmas: frozenset[str]) -> bool:
        """True where ``word`` is a form of one of ``lemmas``, also where the engine's lemma is off."""
        text = self.low[word]
        if text in speaker_words().irregular:
            return speaker_words().irregular[text] in lemmas or text in lemmas
        if text in lemmas or self.words[word].lemma.lower() in lemmas:
            return True
        return any(stem in lemmas for stem in _stems(text))

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """Where each word stands, in lower case."""
        found: dict[str, list[int]] = {}
        for i, low in enumerate(self.low):
            found.setdefault(low, []).append(i)
        return found

    def matches(self, at: int, phrase: tuple[str, ...]) -> bool:
        """True where the words from ``at`` are ``phrase``, within one sentence."""
        end = at + len(phrase)
        return self.low[at:end] == phrase and end <= self.sentence(at)[1]


def _stems(form: str) -> Iterator[str]:
    """Base forms that an English word may be a regular form of."""
    for ending, bases in _ENDINGS:
        if form.endswith(ending) and len(form) > len(ending) + 1:
            stem = form[: -len(ending)]
            for base in bases:
                yield stem + base
            if ending in {"ed", "ing"} and stem[-1] == stem[-2:-1]:
                yield stem[:-1]
