"""Reporting verbs in the passive: "was said by residents", "is believed to", "it was reported that"."""

from __future__ import annotations

from dateline.coding.attribution.contents import clause_around
from dateline.coding.attribution.page import Page
from dateline.coding.attribution.relation import Relation
from dateline.coding.attribution.subjects import object_phrase, speaker, speaks
from dateline.knowledge.attribution_words import AttributionWords

_BE = frozenset({"is", "are", "was", "were", "been", "being", "be", "'s", "'re"})
_GET = frozenset({"get", "gets", "got", "getting"})


def is_passive(page: Page, i: int) -> bool:
    """True where word ``i`` is a passive by its auxiliary, or by the noun that it describes."""
    if page.low[i].endswith(("s", "ing")) and not page.low[i].endswith("ss"):
        return False
    passive = page.child(i, "aux:pass")
    if passive is not None and page.low[passive] in _BE | _GET:
        return True
    if page.words[i].deprel in {"acl", "amod"} and page.words[i].xpos == "VBN":
        return True
    k = i - 1
    start = page.sentence(i)[0]
    while k >= start and page.words[k].upos == "ADV":
        k -= 1
    return k >= start and page.low[k] in _BE


def reported_by_passive(page: Page, i: int, known: AttributionWords) -> Relation | None:
    """What the passive at word ``i`` tells, of the agent behind "by" or of nobody."""
    start, stop = page.sentence(i)
    be = i - 1
    while be > start and page.low[be] not in _BE:
        be -= 1
    cue = (be, i + 1) if page.low[be] in _BE and i - be <= 3 else (i, i + 1)
    form = page.low[i]
    if page.words[i].deprel == "amod":
        return None
    if form in {"quoted", "cited"} and page.low[i + 1 : i + 3] == ("as", "saying"):
        source = speaker(page, i)
        return Relation((cue[0], i + 3), source, ((i + 3, stop),), "said") if source else None
    if form not in known.passives:
        return None
    for k in range(i + 1, min(i + 5, stop - 1)):
        if page.low[k] == "by":
            agent = object_phrase(page, k + 1)
            if agent and speaks(page, agent, known):
                force = "said" if form == "claimed" else known.passives[form]
                clause = clause_around(page, i)
                return Relation((i, k + 1), agent, ((clause[0], i),), force)
    follows = page.low[i + 1] if i + 1 < stop else ""
    if page.low[be] not in _BE:
        return None
    impersonal = be > start and page.low[be - 1] == "it" and follows == "that"
    event = page.child(i, "nsubj:pass", "nsubj")
    none = event is not None and page.low[page.phrase(event)[0]] in {"no", "none", "neither", "nothing"}
    told = form == "reported" and event is not None and page.words[event].upos == "NOUN" and not none
    raising = follows == "to" or told or (form == "accused" and follows == "of") or form in {"feared", "believed", "suspected"}
    if impersonal or raising:
        return Relation(cue, None, (clause_around(page, i),), known.passives[form])
    return None
