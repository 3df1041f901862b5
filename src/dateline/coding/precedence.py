"""What the means of an attack say of its kind, where the words for the act itself do not."""

from __future__ import annotations

from dateline.coding.draft import Draft
from dateline.coding.tree import Tree
from dateline.knowledge.codebook.references import GENERIC_EVENTS
from dateline.knowledge.toll_words import is_consequence

_BY_WEAPON = {
    "drone": "Air/drone strike",
    "air strike": "Air/drone strike",
    "artillery": "Shelling/artillery/missile attack",
    "missile": "Shelling/artillery/missile attack",
    "rocket": "Shelling/artillery/missile attack",
    "IED": "Remote explosive/landmine/IED",
    "mine": "Remote explosive/landmine/IED",
    "explosive belt": "Suicide bomb",
    "grenade": "Grenade",
    "chemical weapon": "Chemical weapon",
}
"""Kinds of weapon that make an attack an event of ACLED's Explosions/Remote violence."""


def by_weapon(draft: Draft, tree: Tree) -> str:
    """The draft's sub-type; for an attack told by its consequence or a general word, that of the one means named with it."""
    word = tree.words[draft.anchor]
    if draft.sub_type != "Attack" or not (is_consequence(word.lemma) or word.lemma in GENERIC_EVENTS):
        return draft.sub_type
    kinds = {_BY_WEAPON[w.kind] for w in draft.weapons if w.kind in _BY_WEAPON}
    return kinds.pop() if len(kinds) == 1 else draft.sub_type
