"""Tolls that lie in what an event is: how many were abducted, detained, displaced, raped or robbed."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.draft import Draft
from dateline.coding.frames import objects, subjects
from dateline.coding.toll_counts import counted
from dateline.coding.toll_phrases import phrase_of
from dateline.coding.toll_sentence import sentence
from dateline.coding.tolls import as_toll
from dateline.coding.tree import Tree
from dateline.knowledge.codebook.references import DAMAGING
from dateline.knowledge.toll_words import toll_words
from dateline.model.claim import Toll

_KIND_OF = {
    "Abduction/forced disappearance": "abducted",
    "Arrests": "detained",
    "Displacement": "displaced",
    "Sexual violence": "injured",
    "Looting/property destruction": "destroyed",
}
"""What the object of each sub-type's verb is counted as; of a displacement, its subject as well."""


def add_tolls_of_type(drafts: Sequence[Draft], tree: Tree) -> None:
    """Gives drafts of these sub-types the count of those whom their verb is done to, where no other toll has been read."""
    for d in drafts:
        kind = _KIND_OF.get(d.sub_type)
        if tree.words[d.anchor].lemma in DAMAGING:  # what is damaged is not destroyed
            continue
        if kind is None or tree.words[d.anchor].upos != "VERB" or any(t.kind == kind for t in d.tolls):
            continue
        heads = objects(d.anchor, tree)
        if kind == "displaced":
            heads = [*subjects(d.anchor, tree), *heads]
        taken = {(t.span.start, t.span.end) for o in drafts for t in o.tolls}
        toll = next((t for h in heads if (t := _count(h, kind, tree)) and not _overlaps(t, taken)), None)
        if toll:
            d.tolls.append(toll)


def _count(head: int, kind: str, tree: Tree) -> Toll | None:
    """The toll that a counted noun gives; none for a noun without a number, or of a thing that is not of the kind."""
    at = tree.sentence(head)
    s = sentence(tree.words, at.first, at.last, tree.analysis.text, tree.analysis.quantities)
    phrase = phrase_of(s, head)
    if phrase is None or phrase.quantity is None or phrase.head is None:
        return None
    unit = toll_words().units.get(s.lemma(phrase.head), "persons")
    if (unit in ("persons", "families")) == (kind == "destroyed") or s.lemma(phrase.head) in toll_words().time_nouns:
        return None
    return next((as_toll(s, found, [found]) for found in counted(s, phrase, kind, "")), None)


def _overlaps(toll: Toll, taken: set[tuple[int, int]]) -> bool:
    return any(toll.span.start < end and start < toll.span.end for start, end in taken)
