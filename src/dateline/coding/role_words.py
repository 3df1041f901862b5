"""The words that the engine gives a role, cut to those that name who has it."""

from __future__ import annotations

from dateline.coding.bystanders import standing
from dateline.coding.draft import Draft
from dateline.coding.tree import Range, Tree
from dateline.knowledge.naming_words import naming_words

_ROLES = ("agent", "target", "victim")
_COMPARING = frozenset({"like", "as", "including", "according"})
"""Words before what is only likened to a party, or is part of one that is told already."""
_AIMED = frozenset({"against", "on", "upon", "at"})


def cut_roles(draft: Draft, tree: Tree) -> None:
    """Takes out of the draft's roles who only stands beside the event, and acts that stand for whom they are aimed at."""
    for role in _ROLES:
        cut = (_cut(span, draft.trigger, tree) for span in draft.roles[role])
        draft.roles[role] = [span for span in cut if span]


def _cut(span: Range, trigger: Range, tree: Tree) -> Range | None:
    if tree.words[span[0] - 1].text.lower() in _COMPARING and span[0]:
        return None
    if _described(span, trigger, tree):
        return None
    if standing(span, tree) == "aside" or tree.words[span[0]].text == ",":
        return _behind_aside(span, tree)
    return _aimed_at(span, trigger, tree)


def _described(span: Range, trigger: Range, tree: Tree) -> bool:
    """Named only in a clause that describes somebody else: "militiamen, who are backed by [the army], clashed with …"."""
    opening = tree.relative_before(span[0])
    if opening is None or opening in range(*span):
        return False
    return not (opening < trigger[0] and _same_clause(opening, trigger[0], tree))


def _same_clause(opening: int, anchor: int, tree: Tree) -> bool:
    """Whether the event is told in the clause that the pronoun opens: no comma between, or by the tree."""
    plain = not any(w.text == "," for w in tree.words[opening:anchor])
    verb = tree.clause_head(opening)
    return plain or anchor == verb or any(w.index == verb for w in tree.ancestors(anchor))


def _behind_aside(span: Range, tree: Tree) -> Range | None:
    """"On the orders of [its leader, X, the fighters]": the last phrase between commas, where it tells of a group."""
    v = naming_words()
    comma = max((i for i in range(*span) if tree.words[i].text == ","), default=None)
    if comma is None:
        return None
    grouped = any(tree.words[i].text.lower() in v.members | v.group_nouns | v.org_words for i in range(comma + 1, span[1]))
    return (comma + 1, span[1]) if grouped else None


def _aimed_at(span: Range, trigger: Range, tree: Tree) -> Range | None:
    """The enemy in "launched [an offensive against the enemy]"; nobody in "launched [an offensive]"."""
    head = tree.head_of(span)
    word = tree.words[head]
    if word.text.lower() not in naming_words().nobody or word.text[:1].isupper():
        return span
    aimed = [k for k in tree.dependents(head, "nmod", "obl") if _AIMED.intersection(tree.words[c].lemma for c in
             tree.dependents(k, "case"))]
    return tree.subtree(aimed[0]) if aimed and not trigger[0] <= head < trigger[1] else None
