"""Ways about the dependency trees of a report: subtrees, clauses, who governs whom."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from dateline.model.analysis import Analysis, Sentence, Word

Range = tuple[int, int]
"""Words ``first`` to ``last`` (exclusive), report-wide."""

CLAUSE_LINKS = frozenset(["root", "ccomp", "advcl", "acl", "acl:relcl", "parataxis", "advcl:relcl", "csubj"])
"""Relations under which a word heads a clause of its own."""


RELATIVE_PRONOUNS = frozenset({"who", "which", "whose", "whom", "that"})


class Tree:
    """Read-only view of an analysis' trees."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.words = analysis.words

    @cached_property
    def children(self) -> list[list[int]]:
        """Dependents of each word, in text order."""
        found: list[list[int]] = [[] for _ in self.words]
        for w in self.words:
            if w.head != w.index:
                found[w.head].append(w.index)
        return found

    def sentence(self, i: int) -> Sentence:
        """The sentence of word ``i``."""
        return self.analysis.sentences[self.analysis.sentence_of[i]]

    def subtree(self, i: int) -> Range:
        """The stretch from the first to the last word that depends on ``i``, itself included."""
        first, last, todo = i, i, list(self.children[i])
        while todo:
            k = todo.pop()
            first, last = min(first, k), max(last, k)
            todo += self.children[k]
        return first, last + 1

    def ancestors(self, i: int) -> Iterator[Word]:
        """Governors of word ``i`` from the nearest up to the root."""
        while self.words[i].head != i:
            i = self.words[i].head
            yield self.words[i]

    def head_of(self, span: Range) -> int:
        """The word of the range that depends on nothing inside it (the last such for a broken tree)."""
        first, last = span
        tops = [i for i in range(first, last) if not first <= self.words[i].head < last or self.words[i].head == i]
        nominal = [i for i in tops if self.words[i].upos in ("NOUN", "PROPN", "PRON", "VERB", "NUM", "ADJ")]
        return (nominal or tops or [last - 1])[0]

    def clause_head(self, i: int) -> int:
        """The word that heads the clause of word ``i``: itself or its nearest governor that heads one."""
        while True:
            w = self.words[i]
            verbal = w.upos in ("VERB", "AUX") and w.deprel in ("conj", "xcomp")
            if w.head == i or w.deprel in CLAUSE_LINKS or verbal:
                return i
            i = w.head

    def clause(self, i: int) -> Range:
        """The stretch of words of the clause of word ``i`` with the clauses inside it."""
        return self.subtree(self.clause_head(i))

    def dependents(self, i: int, *relations: str) -> list[int]:
        """Dependents of ``i`` under one of the relations."""
        return [k for k in self.children[i] if self.words[k].deprel in relations]

    def relative_before(self, i: int) -> int | None:
        """The relative pronoun in whose clause word ``i`` stands, by the order of the words: no comma between the two."""
        for k in range(i - 1, self.sentence(i).first, -1):
            if self.words[k].text == ",":
                return None
            if self.words[k].text.lower() in RELATIVE_PRONOUNS and self.words[k].upos == "PRON":
                return k
        return None

    def text(self, span: Range) -> str:
        """Characters of a range of words."""
        return self.analysis.text[self.words[span[0]].start : self.words[span[1] - 1].end]


def overlap(a: Range, b: Range) -> bool:
    """True where two ranges share a word."""
    return a[0] < b[1] and b[0] < a[1]


def inside(a: Range, b: Range) -> bool:
    """True where ``a`` lies wholly within ``b``."""
    return b[0] <= a[0] and a[1] <= b[1]
