"""Which weapons an act was done with, among those that its clauses name."""

from __future__ import annotations

from dateline.coding.draft import Draft
from dateline.coding.sequence import in_sequence
from dateline.coding.tree import Range, Tree
from dateline.knowledge.codebook import TYPE_OF
from dateline.knowledge.event_words import event_words
from dateline.knowledge.weapons import find_weapons
from dateline.model.claim import Weapon

_WORDS = event_words()

_USING = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians", "Riots", "Protests"})
"""Types of event in which weapons are used; their loss, trade and surrender tell of none used."""
_USING_TOO = frozenset({"Disrupted weapons use", "Looting/property destruction"})
_DEVICES = frozenset({"drone", "mine", "IED", "grenade"})
"""Kinds of weapon whose name stands for the attack itself."""


def weapons_used(draft: Draft, tree: Tree) -> list[Weapon]:
    """The draft's weapons without those that are only lost, taken, stored or named beside the act."""
    if TYPE_OF[draft.sub_type] not in _USING and draft.sub_type not in _USING_TOO:
        return []
    used = [w for w in draft.weapons if _used(tree.analysis.words_at(w.span.start, w.span.end), draft, tree)]
    named = [] if used else _named_by_trigger(draft, tree)
    return named + used


def _named_by_trigger(draft: Draft, tree: Tree) -> list[Weapon]:
    """"Drone strikes killed six", "a roadside bomb went off": the words for the event name the device as well."""
    first, last = draft.trigger
    while first > 0 and (tree.words[first - 1].deprel, tree.words[first - 1].head) == ("compound", last - 1):
        first -= 1
    words = tree.words[first:last]
    if words[-1].upos != "NOUN":
        return []
    found = [(a, b, kind) for a, b, kind in find_weapons([w.lemma for w in words]) if kind in _DEVICES]
    spans = [(kind, tree.analysis.span(first + a, first + b)) for a, b, kind in found]
    return [Weapon(kind, span.text, span) for kind, span in spans]


def _used(at: Range, draft: Draft, tree: Tree) -> bool:
    head = tree.head_of(at)
    word = tree.words[head]
    governor = tree.words[word.head]
    if word.deprel == "compound" and governor.lemma in _WORDS.storing:
        return False
    if draft.sub_type == "Disrupted weapons use":
        return True
    if in_sequence(head, tree.head_of(draft.trigger), tree):
        return False
    while word.deprel in ("conj", "nmod") and governor.upos == "NOUN" and governor.index != word.index:
        word, governor = governor, tree.words[governor.head]
    taken = governor.upos == "VERB" and word.deprel in ("obj", "nsubj:pass") and governor.lemma in _WORDS.losing
    return not taken
