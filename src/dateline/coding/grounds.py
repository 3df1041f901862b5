"""Events that a sentence names only as what another answers: "in response to the ambush", "revenge for the murder"."""

from __future__ import annotations

from dateline.coding.draft import Draft
from dateline.coding.tree import Tree
from dateline.knowledge.cause_words import cause_words

_INSIDE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PUNCT", "PART"})
_ORDERING = (("after",), ("following",))
_LONGEST_PHRASE = 7
"""Words between the event and the connective before its phrase."""


def is_ground(d: Draft, tree: Tree) -> bool:
    """Whether the event is a noun whose phrase stands right behind a connective of cause."""
    first, start = d.anchor, tree.sentence(d.anchor).first
    if tree.words[d.anchor].upos != "NOUN":
        return False
    while first > start and d.anchor - first < _LONGEST_PHRASE and tree.words[first - 1].upos in _INSIDE:
        first -= 1
    before = tuple(w.text.lower() for w in tree.words[max(start, first - 4) : first])
    return any(before[-len(p) :] == p for p in (*cause_words().effect_first, *_ORDERING))
