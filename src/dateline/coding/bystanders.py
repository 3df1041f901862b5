"""Those that a role's words name beside the one who has the role: helpers ("backed by X"), commanders ("on the orders of
X"), and what somebody is only tied to ("loyal to X", "armed with Y")."""

from __future__ import annotations

from typing import Literal

from dateline.coding.entities.phrase import QUOTES
from dateline.coding.tree import Range, Tree, overlap
from dateline.knowledge.event_words import event_words
from dateline.knowledge.naming_words import naming_words

_WORDS = event_words()

Standing = Literal["helper", "aside"]

_BESIDE = frozenset("near outside around beside opposite towards toward behind in inside by from".split())
_REACH = 7
"""Words of article, adjective and title between a name and the preposition that it hangs on."""


def standing(span: Range, tree: Tree) -> Standing | None:
    """Whether words ``span`` name a helper of whom the event is told, or no one who takes part; ``None`` for the rest."""
    k = _preposition(span, tree)
    if k is None or k == 0:
        return None
    link, prep = tree.words[k - 1], tree.words[k].text.lower()
    if link.upos == "ADV" and k > 1:
        link = tree.words[k - 2]
    lemma = link.lemma.lower()
    if link.upos == "NOUN":
        if lemma in _WORDS.command and prep in ("of", "from", "by"):
            return "aside"
        if prep == "of" and (lemma in naming_words().leaders | _WORDS.parts or link.text.lower() in naming_words().leaders):
            return "aside"
        return "helper" if lemma in _WORDS.help and prep in ("of", "from", "by") and _means(link.index, tree) else None
    if link.upos not in ("VERB", "ADJ") or _finite(link.index, tree):
        return None
    if prep == "by":
        return "helper" if lemma in _WORDS.helping else "aside" if lemma in _WORDS.leading | _WORDS.holding else None
    return "aside" if lemma in _WORDS.tied and prep in ("to", "with") else None


def supports(span: Range, trigger: Range, tree: Tree) -> bool:
    """"Turkish drones supported the operation": the subject of a verb of help whose object is the event."""
    word = tree.words[tree.head_of(span)]
    while word.deprel in ("amod", "compound", "nmod:poss"):
        word = tree.words[word.head]
    verb = tree.words[word.head]
    event = tree.words[tree.head_of(trigger)]
    return word.deprel == "nsubj" and verb.lemma in _WORDS.helping and event.head == verb.index and event.deprel == "obj"


def owns_the_scene(span: Range, tree: Tree) -> bool:
    """"Near the French base", "outside the US embassy": the words only tell whose the place of the event is."""
    word = tree.words[tree.head_of(span)]
    if word.deprel not in ("amod", "compound", "nmod:poss") or span[0] <= word.head < span[1]:
        return False
    return any(tree.words[k].text.lower() in _BESIDE for k in tree.dependents(word.head, "case"))


def _preposition(span: Range, tree: Tree) -> int | None:
    """The preposition that the words hang on, past the title in "of its commander, X"."""
    first, leaders = span[0], naming_words().leaders
    subject = tree.words[tree.head_of(span)].deprel.startswith("nsubj") and not _is_person(span, tree)
    for k in range(first - 1, max(tree.sentence(first).first, first - _REACH) - 1, -1):
        word = tree.words[k]
        if word.upos == "ADP":
            return k
        titled = word.text == "," and k > 0 and tree.words[k - 1].lemma in leaders and not subject
        passed = word.upos in ("DET", "ADJ", "PRON") or word.text in QUOTES or word.lemma in leaders or titled
        if not passed:
            return None
    return None


def _is_person(span: Range, tree: Tree) -> bool:
    kinds = ("Person", "name:PER")
    bare = tree.words[span[0]].text[:1].isupper() and tree.words[span[0]].upos == "PROPN"
    return bare and any(m.kind in kinds and overlap((m.first, m.last), span) for m in tree.analysis.mentions)


def _finite(verb: int, tree: Tree) -> bool:
    """"Was backed by": a clause of its own."""
    return bool(tree.dependents(verb, "aux", "aux:pass", "cop"))


def _means(noun: int, tree: Tree) -> bool:
    """"With the support of", "under cover from"."""
    before = [tree.words[k].text.lower() for k in range(max(0, noun - 3), noun)]
    return any(word in ("with", "under") for word in before)
