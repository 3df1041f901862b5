"""Whether a sentence sets one of its events before, after or against another, so that the two cannot be one act."""

from __future__ import annotations

from dateline.coding.tree import Tree

ORDERING: frozenset[str] = frozenset("after before following despite because until amid amidst since ahead".split())
"""Prepositions and conjunctions, as they stand in the text, between two events of which one is not the other."""
ANSWERING: frozenset[str] = frozenset(
    "response retaliation revenge reprisal reaction retribution vengeance answer wake aftermath protest punishment".split()
)
"""Nouns by which an act is said to answer another: "in response to strikes"."""


CAUSING: frozenset[str] = frozenset("trigger spark prompt cause provoke ignite follow precede fuel".split())
"""Verbs whose subject and object are two events."""


def in_sequence(below: int, above: int, tree: Tree) -> bool:
    """True where the way up the tree from ``below`` to ``above``, or to the head of its clause, passes a word that sets the
    one against the other; false also where neither governs ``below``.
    """
    parted, tops = False, {above, tree.clause_head(above)}
    while below not in tops:
        word = tree.words[below]
        if word.head == below:
            return False
        tied = (tree.words[k] for k in tree.dependents(below, "case", "mark", "fixed"))
        parted = parted or word.lemma in ANSWERING or any(w.text.lower() in ORDERING for w in tied)
        below = word.head
    return parted or (below != above and tree.words[below].lemma in CAUSING)
