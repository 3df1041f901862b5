"""A sentence as the readers of tolls look at it: its words, with the quantities laid over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.knowledge.toll_words import toll_words
from dateline.model.analysis import Word
from dateline.model.quantities import Quantity

_WORDS = toll_words()


@dataclass(frozen=True, slots=True)
class Sentence:
    """The words ``first`` to ``last`` of ``words``, with the quantities laid over them."""

    words: Sequence[Word]
    first: int
    last: int
    text: str
    starting: Mapping[int, tuple[Quantity, int]]
    inside: Mapping[int, tuple[Quantity, int, int]]

    def low(self, i: int) -> str:
        """The word at ``i`` in lower case, empty outside the sentence."""
        return self.words[i].text.lower() if self.first <= i < self.last else ""

    def tag(self, i: int) -> str:
        """The universal tag at ``i``, empty outside the sentence."""
        return self.words[i].upos if self.first <= i < self.last else ""

    def lemma(self, i: int) -> str:
        """The lemma at ``i``, empty outside the sentence."""
        return self.words[i].lemma.lower() if self.first <= i < self.last else ""


def sentence(
    words: Sequence[Word], first: int, last: int, text: str, quantities: Sequence[Quantity]
) -> Sentence:
    """A sentence with its quantities laid over its words."""
    starting: dict[int, tuple[Quantity, int]] = {}
    inside: dict[int, tuple[Quantity, int, int]] = {}
    begin, end = (words[first].start, words[last - 1].end) if first < last else (0, 0)
    for quantity in quantities:
        if quantity.span.start < begin or quantity.span.end > end:
            continue
        covered = [
            i
            for i in range(first, last)
            if words[i].start < quantity.span.end and quantity.span.start < words[i].end
        ]
        if covered:
            starting[covered[0]] = (quantity, covered[-1] + 1)
            for i in covered:
                inside[i] = (quantity, covered[0], covered[-1] + 1)
    return Sentence(words, first, last, text, starting, inside)


def cue_form(s: Sentence, i: int) -> bool:
    """True where the word is a participle of harm ("wounded", "dead"), which ends a counted phrase."""
    low = s.low(i)
    if low in _WORDS.adjectives:
        return True
    return (
        s.tag(i) in ("VERB", "ADJ")
        and low.endswith(("ed", "en", "ing", "own"))
        and (s.lemma(i) in _WORDS.transitive)
    )
