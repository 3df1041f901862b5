"""Words of harm: whether somebody does it, or only what an act did to people is told."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.draft import Draft
from dateline.coding.frames import frame_of, objects, subjects
from dateline.coding.tree import Tree
from dateline.knowledge.codebook.references import DAMAGING, DEVICES, SELDOM_FATAL, STANDS_FOR
from dateline.knowledge.codebook.telling import telling_words
from dateline.knowledge.toll_words import is_consequence, toll_words

_LOSING = frozenset({"lose", "embrace", "attain"})


def tells_toll_only(d: Draft, tree: Tree) -> bool:
    """"Twelve people were killed and 30 wounded": a sentence of consequences that names no doer."""
    word = tree.words[d.anchor]
    bare = not objects(d.anchor, tree)
    harmed = tree.dependents(d.anchor, "nsubj:pass") + (tree.dependents(d.anchor, "nsubj") if bare else [])
    if _of_the_sufferer(d, tree):
        return True
    doers = [r for r in d.roles["agent"] if not any(r[0] <= k < r[1] for k in harmed)]
    if doers or frame_of(d.anchor, tree) or has_doer(d.anchor, tree):
        return False
    if telling_words().told_by(word.lemma, word.upos):
        return False
    if word.lemma in toll_words().toll_nouns:
        return True
    if _harm_noun(d.anchor, tree) or any(_harm_noun(k, tree) for k in tree.dependents(d.anchor, "obj", "nsubj:pass")):
        return True
    if word.lemma in toll_words().bringing | toll_words().treating and d.tolls:
        return True
    if word.lemma in DAMAGING and tree.dependents(d.anchor, "nsubj:pass"):
        return True
    harm = toll_words().transitive.get(word.lemma) == "destroyed" and word.deprel != "root" and word.upos == "VERB"
    return is_consequence(word.lemma) or harm or word.upos == "ADJ"


def _of_the_sufferer(d: Draft, tree: Tree) -> bool:
    """"Three lost their lives", "suffered burns", "two had fallen", "were among the dead": told by who is harmed."""
    word = tree.words[d.anchor]
    verb = tree.words[word.head] if word.upos == "NOUN" and word.deprel == "obj" else word
    words = toll_words()
    if verb.upos == "VERB" and (verb.lemma in words.suffering or verb.lemma in _LOSING):
        return any(_harm_noun(k, tree) for k in tree.dependents(verb.index, "obj"))
    if verb.lemma == "fall" and verb.upos == "VERB":
        return any(t.kind == "killed" for t in d.tolls)
    return word.lemma in words.adjectives and any(tree.words[k].lemma in ("among", "amongst") for k in tree.children[d.anchor])


def _harm_noun(i: int, tree: Tree) -> bool:
    """"Lost their lives", "no injuries were reported", "suffered burns": a noun for what was done to people, alone."""
    word = tree.words[i]
    words = toll_words()
    kind = words.nouns.get(word.lemma)
    of_people = kind in ("killed", "injured", "casualties") and word.lemma not in ("killing", "body", "corpse", "victim")
    return word.upos == "NOUN" and (of_people or word.lemma in words.wounds or word.lemma == "martyrdom")


def harmful(drafts: Sequence[Draft]) -> list[Draft]:
    """Those of ``drafts`` of which people are hurt, where there are any; else all."""
    return [d for d in drafts if d.sub_type not in SELDOM_FATAL] or list(drafts)


def has_doer(verb: int, tree: Tree) -> bool:
    """Someone does it: "soldiers burned eleven houses", "he was wounded by a sniper"; no blast, and nobody who dies."""
    if not (objects(verb, tree) and tree.words[verb].upos == "VERB"):
        return False
    doers = {tree.words[k].lemma for k in subjects(verb, tree) if tree.words[k].upos in ("NOUN", "PROPN")}
    return bool(doers - set(STANDS_FOR) - DEVICES)
