"""Whether a sentence sets one of its events before, after or against another, so that the two cannot be one act."""

from __future__ import annotations

from dateline.coding.tree import Tree
from dateline.knowledge.event_words import event_words

_WORDS = event_words()


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
        parted = parted or word.lemma in _WORDS.answering or any(w.text.lower() in _WORDS.ordering for w in tied)
        below = word.head
    return parted or (below != above and tree.words[below].lemma in _WORDS.causing)
