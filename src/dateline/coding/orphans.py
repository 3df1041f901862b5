"""Sentences that tell only a toll ("Twelve people died") become drafts of the event told before them."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.details import TOLLS_OF, Told
from dateline.coding.draft import ROLES, Draft
from dateline.coding.frames import objects, subjects
from dateline.coding.harm import has_doer
from dateline.coding.tree import Range, Tree
from dateline.knowledge.codebook import VIOLENT
from dateline.knowledge.codebook.references import AFTERMATH
from dateline.knowledge.toll_words import toll_words
from dateline.model.analysis import Analysis, Sentence
from dateline.model.claim import Toll

REACH = 3
"""Sentences over which a toll that names no act reaches back."""
_SCORE = 0.5
_HARM = frozenset({"killed", "injured", "casualties"})


def find_orphans(drafts: Sequence[Draft], told: Told, analysis: Analysis, tree: Tree) -> list[Draft]:
    """Drafts for sentences that tell of people killed or hurt and name no event that this could be the toll of."""
    found: list[Draft] = []
    for s in analysis.sentences:
        tolls = [t for t in told[s.index] if t.kind in _HARM and not t.cumulative]
        here = [d for d in drafts if tree.sentence(d.anchor).index == s.index]
        if not tolls:
            continue
        word = _harm_word(s, tree) or _verb_over(tolls[0], tree)
        told_by = next((d for d in here if word is not None and d.trigger[0] <= word < d.trigger[1]), None)
        nobody_hurt = told_by is not None and told_by.sub_type == "Casualty count" and tolls[0].high == 0
        if not nobody_hurt and any(d.sub_type in TOLLS_OF["killed"] for d in here):
            continue
        act = _act_before(s, drafts, tree)
        if word is not None and act is not None:
            at: Range = (word, word + 1)
            roles: dict[str, list[Range]] = {role: [] for role in ROLES}
            sub_type = act.sub_type
            if has_doer(word, tree):
                sub_type = "Attack"
                roles["agent"] = [tree.subtree(k) for k in subjects(word, tree)[:1]]
                roles["target"] = [tree.subtree(k) for k in objects(word, tree)[:1]]
            if told_by is not None:  # the engine saw the word, and not what it tells
                told_by.sub_type = sub_type
                continue
            found.append(Draft(at, sub_type, _SCORE, act.status, [(s.first, s.last)], roles))
    return found


def _harm_word(s: Sentence, tree: Tree) -> int | None:
    words = toll_words()
    for i in range(s.first, s.last):
        w = tree.words[i]
        kind = words.transitive.get(w.lemma) or words.intransitive.get(w.lemma) or words.adjectives.get(w.lemma)
        if kind in _HARM and w.upos in ("VERB", "ADJ"):
            return i
        if w.lemma in words.toll_nouns and w.upos == "NOUN":
            return i
    return None


def _verb_over(toll: Toll, tree: Tree) -> int | None:
    """The noun of harm ("No injuries were reported") or the verb of its clause ("22 were taken to hospital with burns")."""
    counted = tree.analysis.words_at(toll.span.start, toll.span.end)[1] - 1
    if tree.words[counted].lemma in toll_words().nouns:
        return counted
    head = tree.clause_head(tree.analysis.words_at(toll.span.start, toll.span.end)[0])
    return head if tree.words[head].upos == "VERB" else None


def _act_before(s: Sentence, drafts: Sequence[Draft], tree: Tree) -> Draft | None:
    """The last act of fighting or attacking within reach, or else the last that can have a toll at all."""
    before = [d for d in drafts if 0 < s.index - tree.sentence(d.anchor).index <= REACH and d.sub_type in VIOLENT]
    return max(before, key=lambda d: (d.sub_type not in AFTERMATH, d.trigger), default=None)
