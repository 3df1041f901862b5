"""What the means of an attack say of its kind, where the words for the act itself do not."""

from __future__ import annotations

from dateline.coding.draft import Draft
from dateline.coding.tree import Tree, inside
from dateline.knowledge.codebook.references import GENERIC_EVENTS, MUTUAL, PROTEST_WORDS
from dateline.knowledge.toll_words import is_consequence
from dateline.model.claim import Weapon

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
    """The draft's sub-type; for an attack told by its consequence or a general word, that of the one means named with it.

    A clash is one whomever it hurts; of which only civilians are said to take part, it is mob violence (ACLED codebook).
    """
    word = tree.words[draft.anchor]
    if draft.sub_type == "Attack" and word.lemma in MUTUAL and word.upos == "NOUN":
        return "Mob violence" if _unarmed(draft) else "Armed clash"
    if word.lemma in MUTUAL and word.upos == "NOUN":
        return draft.sub_type
    if draft.sub_type not in ("Attack", "Armed clash") or not (is_consequence(word.lemma) or word.lemma in GENERIC_EVENTS):
        return draft.sub_type
    kinds = [_BY_WEAPON[w.kind] for w in _means(draft, tree) if w.kind in _BY_WEAPON]
    certain = len(set(kinds)) == 1 or (kinds and _with(draft, tree))
    return kinds[0] if certain else draft.sub_type


def by_protest(sub_type: str, tree: Tree, *, armed: bool) -> str:
    """Without a word of protest in the report, force used on protesters is an attack, or on those ``armed`` a clash."""
    if sub_type not in ("Excessive force against protesters", "Protest with intervention"):
        return sub_type
    if any(w.lemma in PROTEST_WORDS and w.upos != "PROPN" for w in tree.words):
        return sub_type
    return "Armed clash" if armed else "Attack"


def by_toll(draft: Draft, sub_type: str) -> str:
    """``sub_type``, and for an intervention in a protest that killed someone, excessive force (ACLED codebook, 3.4)."""
    fatal = any(t.kind == "killed" and (t.low or t.best or t.high) for t in draft.tolls)
    return "Excessive force against protesters" if sub_type == "Protest with intervention" and fatal else sub_type


def _means(draft: Draft, tree: Tree) -> list[Weapon]:
    """The weapons of an attack; of a clash, those that it was fought "with" or "by" alone."""
    held = [tree.subtree(k) for k in _with(draft, tree)]
    within = [w for w in draft.weapons if any(inside(tree.analysis.words_at(w.span.start, w.span.end), r) for r in held)]
    return within or (draft.weapons if draft.sub_type == "Attack" else [])


def _with(draft: Draft, tree: Tree) -> list[int]:
    """What hangs on the trigger with "with", "by" or "using"."""
    tied = tree.dependents(draft.anchor, "obl", "nmod", "advcl", "obl:agent")
    return [k for k in tied if any(tree.words[c].lemma in ("with", "by", "use", "using") for c in [k, *tree.children[k]])]


def _unarmed(draft: Draft) -> bool:
    return bool(draft.participants) and all(p.actor_type in ("Civilians", "Rioters") for p in draft.participants)
