"""Nouns that point back at an event told before: "the attack", "these clashes", "the incident"."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.cause_mentions import Mention
from dateline.coding.draft import Draft
from dateline.coding.tree import Range, Tree
from dateline.knowledge.codebook import TYPE_OF
from dateline.knowledge.codebook.references import STANDS_FOR
from dateline.knowledge.toll_words import is_consequence, toll_words

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_NOT_TOLD = frozenset({"intended", "possible", "denied", "retracted"})
_DERIVED = 5
"""Letters by which a noun may be longer than the verb that it is made of: "demonstrate", "demonstration"."""


def refers_back(d: Draft, tree: Tree) -> bool:
    """A definite noun of the event without particulars of its own: "the attack", "these clashes", "Tuesday's fighting"."""
    word = tree.words[named_by(d, tree)]
    if word.upos not in ("NOUN", "PROPN") or word.lemma not in STANDS_FOR:
        return False
    definite = is_definite(d.anchor, tree) or bool(tree.dependents(word.index, "nmod:poss"))
    return definite and not any(_particular(k, d, tree) for k in tree.children[word.index])


def named_by(d: Draft, tree: Tree) -> int:
    """The noun or verb among the trigger's words that names the event: "exchange" of "exchange of fire"."""
    return tree.head_of(d.trigger) if d.trigger[1] - d.trigger[0] > 1 else d.anchor


def _particular(below: int, d: Draft, tree: Tree) -> bool:
    """A word on the noun that tells more of the event than when it was: "on the market", "that killed six"."""
    word = tree.words[below]
    if word.deprel not in ("nmod", "acl", "acl:relcl") or word.upos == "PRON" or d.trigger[0] <= below < d.trigger[1]:
        return False
    return not any(t.span.start <= word.start < t.span.end for t in tree.analysis.times)


def pointing_mentions(drafts: Sequence[Draft], tree: Tree) -> list[Mention]:
    """Nouns that are no trigger but stand for an event told before: "the onset of the conflicts".

    They are definite, or repeat the very word that told of it.
    """
    taken = {i for d in drafts for t in (d.trigger, *d.triggers) for i in range(*t)}
    found: list[Mention] = []
    for w in tree.words:
        kinds = STANDS_FOR.get(w.lemma) if w.upos == "NOUN" and w.index not in taken else None
        if kinds is None:
            continue
        before = [d for d in drafts if d.trigger < (w.index,) and kinds & {d.sub_type, TYPE_OF[d.sub_type]}]
        same_word = [d for d in before if tree.words[named_by(d, tree)].lemma == w.lemma]
        told = before if is_definite(w.index, tree) else same_word
        if told:
            meant = meant_by(w.index, told, tree)
            found.append(mention_of(meant, (w.index, w.index + 1)))
    return found


def mention_of(d: Draft, at: Range) -> Mention:
    """The draft's event as the words ``at`` name it."""
    both = d.sub_type == "Armed clash"
    fighting = frozenset(p.name for p in d.participants if both and p.role == "party")
    doers = frozenset(p.name for p in d.participants if p.role == "agent" or p.side == 1)
    struck = frozenset(p.name for p in d.participants if p.role in ("target", "victim") or p.side == 2)
    return Mention(d.id, *at, d.sub_type, doers | fighting, struck | fighting)


def meant_by(noun: int, told: Sequence[Draft], tree: Tree) -> Draft:
    """Which of the events ``told`` before it the noun stands for: one that happened, told by a word of its kin, the latest,
    and in a sentence of several the one told by its main clause."""

    def rank(d: Draft) -> tuple[bool, bool, bool, tuple[int, int, int]]:
        happened = d.stance not in _NOT_TOLD and d.polarity == "+"
        return happened, names_kin(noun, d, tree), not _is_harm(d, tree), _standing(d, tree)

    return max(told, key=rank)


def _is_harm(d: Draft, tree: Tree) -> bool:
    """"Claimed they had killed 30": what an attack did, for which "the attack" does not stand where an act is told as well."""
    named = [named_by(d, tree), *(t[0] for t in d.triggers)]
    return all(is_consequence(tree.words[i].lemma) or tree.words[i].lemma in toll_words().toll_nouns for i in named)


def names_kin(noun: int, d: Draft, tree: Tree) -> bool:
    """True where one of the event's words is the noun itself or the verb that it is made of ("raided", "the raid")."""
    lemma = tree.words[noun].lemma
    return any(_kin(lemma, tree.words[i].lemma) for t in (d.trigger, *d.triggers) for i in range(*t))


def _kin(noun: str, word: str) -> bool:
    stem = word.removesuffix("e")
    return noun == word or (len(stem) > 3 and noun.startswith(stem) and len(noun) - len(stem) <= _DERIVED)


def _standing(d: Draft, tree: Tree) -> tuple[int, int, int]:
    depth = sum(1 for _ in tree.ancestors(d.anchor))
    return tree.sentence(d.anchor).index, -depth, d.anchor


def is_definite(noun: int, tree: Tree) -> bool:
    """Whether the noun phrase that ends with ``noun`` begins with an article or demonstrative, as it stands in the text."""
    first = tree.sentence(noun).first
    k = noun - 1
    while k >= first and tree.words[k].upos in ("ADJ", "NOUN", "NUM", "PROPN"):
        k -= 1
    return k >= first and tree.words[k].lemma in _DEFINITE
