"""Plans and possibilities: what stands between the words for an event and the statement that it
happened."""

from __future__ import annotations

from typing import Literal

from dateline.coding.attribution.page import Page, Range
from dateline.coding.stance.granted import presupposed, taken_for_granted
from dateline.knowledge.stance_words import StanceWords, stance_words

Mode = Literal["intended", "possible", "alleged"]
Found = tuple[Mode, Range]
"""The mode and the words that carry it."""

_CHAIN = frozenset(
    {
        "be",
        "been",
        "being",
        "have",
        "has",
        "had",
        "also",
        "still",
        "soon",
        "not",
        "n't",
        "now",
        "again",
        "even",
        "then",
        "get",
    }
)
_NOUN_BEFORE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "PART"})
_THROUGH = frozenset(
    {
        "obl:agent",
        "xcomp",
        "ccomp",
        "obj",
        "obl",
        "nmod",
        "conj",
        "acl",
        "advcl",
        "nsubj:pass",
        "dep",
        "compound",
        "parataxis",
        "fixed",
    }
)

_CASES = {
    "obl": frozenset({"for", "to", "of", "on", "into", "with", "from", "by", "in"}),
    "nmod": frozenset({"for", "of", "to", "on", "against"}),
}
"""Prepositions through which a plan or a possibility reaches the event."""


def mode_of(page: Page, trigger: Range, cues: frozenset[int]) -> Found | None:
    """The nearest word that makes the event of ``trigger`` planned, possible or doubted; ``cues`` end
    the search."""
    known = stance_words()
    granted = taken_for_granted(page, trigger) or presupposed(page, trigger)
    return (
        _beside(page, trigger, known)
        or (None if granted else _governed(page, trigger, cues, known))
        or _phrased(page, trigger, known)
    )


def _beside(page: Page, trigger: Range, known: StanceWords) -> Found | None:
    """Auxiliaries and adverbs before a verb, adjectives before a noun."""
    start = page.sentence(trigger[0])[0]
    i = trigger[0] - 1
    while i >= start:
        text = page.low[i]
        if text in known.future and page.words[i].upos in {"AUX", "VERB"}:
            return "intended", (i, i + 1)
        if text in known.backshifted and page.words[i].upos == "AUX":
            have = "have" in page.low[i + 1 : trigger[0]]
            return "possible" if have else "intended", (i, i + 1)
        if text in known.modals and page.words[i].upos == "AUX":
            done = {"not", "n't"} & set(page.low[i + 1 : trigger[0]]) and text in {"could", "can"}
            return None if done else ("possible", (i, i + 1))
        if text in known.possible_adverbs:
            return "possible", (i, i + 1)
        if page.words[i].upos in {"ADJ", "VERB"} and i > trigger[0] - 4:
            if text in known.possible_adjectives and _describes(page, i, trigger):
                return "possible", (i, i + 1)
            if text in known.intended_adjectives and _describes(page, i, trigger):
                return "intended", (i, i + 1)
            if text in known.alleged_adjectives and _describes(page, i, trigger):
                return "alleged", (i, i + 1)
        if (
            text not in _CHAIN
            and page.words[i].upos != "ADV"
            and not (page.words[i].upos == "ADJ" and i > trigger[0] - 3)
        ):
            break
        i -= 1
    return None


def _describes(page: Page, adjective: int, trigger: Range) -> bool:
    """An adjective of the event's noun, not of a noun that stands between them."""
    if page.words[trigger[0]].upos not in {"NOUN", "PROPN"}:
        return False
    head = page.words[adjective].head
    return trigger[0] <= head < trigger[1] or adjective == trigger[0] - 1


def _governed(page: Page, trigger: Range, cues: frozenset[int], known: StanceWords) -> Found | None:
    at = trigger[0]
    for _ in range(6):
        word = page.words[at]
        mark = _mark(page, at, known)
        if mark is not None:
            return "possible", (mark, mark + 1)
        if word.head == at or word.deprel not in _THROUGH or word.head in cues:
            return None
        if word.deprel in _CASES and not _case(page, at) & _CASES[word.deprel]:
            return None
        found = _by_governor(page, at, known) or _by_sister(page, at, known)
        if found or (word.deprel == "advcl" and _to(page, at) is None):
            return found
        at = word.head
    return None


def _by_governor(page: Page, at: int, known: StanceWords) -> Found | None:
    """The head of ``at`` wills it, fears it, or has it as its purpose."""
    relation, head = page.words[at].deprel, page.words[at].head
    upos = page.words[head].upos
    willing = upos in {"VERB", "AUX"} and page.is_any(head, known.intended_verbs)
    if willing and _wills(page, head, at, relation):
        return "intended", (head, head + 1)
    if upos == "NOUN" and head < at and page.is_any(head, known.intended_nouns):
        return "intended", (head, head + 1)
    if head < at and relation != "conj" and page.is_any(head, known.possible_governors):
        return "possible", (head, head + 1)
    infinitive = _to(page, at) if relation in {"advcl", "acl", "xcomp"} else None
    done = page.is_any(head, known.doing_verbs | known.negative_implicatives)
    if infinitive is not None and not done and upos in {"VERB", "NOUN", "ADJ"}:
        return "intended", (infinitive, infinitive + 1)
    return None


def _by_sister(page: Page, at: int, known: StanceWords) -> Found | None:
    """The head's own auxiliaries reach what hangs on it ("will begin to shell", "may launch a raid")."""
    relation, head = page.words[at].deprel, page.words[at].head
    if head > at or relation not in {"ccomp", "xcomp", "conj", "obj", "acl", "obl"}:
        return None
    beside = _beside(page, (head, head + 1), known)
    reaches = relation != "obj" or page.is_any(head, known.light_verbs)
    return beside if beside and (reaches or beside[0] == "intended") else None


def _wills(page: Page, verb: int, below: int, relation: str) -> bool:
    """True where the verb's wish reaches what hangs on it: an infinitive, a clause, "for" something, the
    thing ordered."""
    if relation == "obl":
        return not page.is_any(verb, stance_words().needs_preposition) or bool(_case(page, below) & {"for", "on", "to"})
    if relation in {"xcomp", "ccomp"}:
        return True
    if relation == "advcl":
        return _to(page, below) is not None
    return relation in {"obj", "nsubj:pass"} and page.is_any(verb, stance_words().takes_event)


def _mark(page: Page, at: int, known: StanceWords) -> int | None:
    for c in page.children[at]:
        if page.words[c].deprel == "mark" and page.low[c] in known.conditional_marks:
            return c
    return None


def _to(page: Page, at: int) -> int | None:
    for c in page.children[at]:
        if page.words[c].deprel == "mark" and page.low[c] == "to" and c < at:
            return c
    return None


def _case(page: Page, at: int) -> set[str]:
    return {page.low[c] for c in page.children[at] if page.words[c].deprel in {"case", "mark"}}


def _conditional(page: Page, trigger: Range, known: StanceWords) -> Found | None:
    """ "If", "unless" or "whether" at the head of the clause, where the tree hangs it elsewhere."""
    for i in range(trigger[0] - 1, max(page.sentence(trigger[0])[0], trigger[0] - 10) - 1, -1):
        if page.low[i] in {",", ";", ":", "“", "”"}:
            return None
        if page.low[i] in known.conditional_marks and page.words[i].upos == "SCONJ":
            return "possible", (i, i + 1)
    return None


def _phrased(page: Page, trigger: Range, known: StanceWords) -> Found | None:
    """Fixed phrases shortly before the event, and a conditional that the tree has missed."""
    start = page.sentence(trigger[0])[0]
    first = max(start, trigger[0] - 5)
    for length in (4, 3, 2, 1):
        for i in range(first, trigger[0] - length + 1):
            phrase = " ".join(page.low[i : i + length])
            span = (i, i + length)
            if phrase in known.possible_phrases or phrase in known.conditional_phrases:
                return "possible", span
            if phrase in known.intended_phrases and all(
                page.words[k].upos in {"ADV", "DET", "ADJ", "AUX"} or page.low[k] in {"be", "have"}
                for k in range(i + length, trigger[0])
            ):
                return "intended", span
    return None
