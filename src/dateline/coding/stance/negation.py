"""Whether the text says that the event did not happen."""

from __future__ import annotations

from dateline.coding.attribution.page import Page, Range
from dateline.knowledge.stance_words import StanceWords, stance_words

_BETWEEN = frozenset({"ADV", "AUX", "PART", "DET", "ADJ", "NUM"})


def negation_of(page: Page, trigger: Range) -> Range | None:
    """The negating words whose scope the event is in, or ``None``. "No casualties" negates a toll and no event."""
    known = stance_words()
    return (
        _before(page, trigger, known) or _on_subject(page, trigger, known) or _governed(page, trigger, known)
    )


def _before(page: Page, trigger: Range, known: StanceWords) -> Range | None:
    start = page.sentence(trigger[0])[0]
    harm = page.is_any(trigger[0], known.harm_verbs)
    for i in range(trigger[0] - 1, max(start, trigger[0] - 6) - 1, -1):
        text = page.low[i]
        if text == "no" and page.low[i + 1] == "longer":
            return i, i + 2
        if text in known.negators and page.low[i + 1] not in known.not_negating_after:
            if text == "without" and i < trigger[0] - 3:
                return None
            return i, i + 1
        if text in known.negating_determiners and page.words[trigger[0]].upos == "NOUN" and not harm:
            return i, i + 1
        noun_inside = (
            page.words[trigger[0]].upos == "NOUN" and page.words[i].upos == "NOUN" and i == trigger[0] - 1
        )
        if page.words[i].upos not in _BETWEEN and not noun_inside:
            return None
    return None


def _on_subject(page: Page, trigger: Range, known: StanceWords) -> Range | None:
    """ "No shots were fired": a negated subject, or object, of a verb that does no harm to it."""
    verb = trigger[0]
    if page.words[verb].upos != "VERB" or page.is_any(verb, known.harm_verbs):
        return None
    for c in page.children[verb]:
        if page.words[c].deprel in {"nsubj", "nsubj:pass", "obj"}:
            for d in (c, *page.children[c]):
                if page.low[d] in {"no", "neither", "nobody", "none"} and page.words[c].deprel != "obj":
                    return d, d + 1
                if page.low[d] == "no" and page.is_any(verb, known.light_verbs | {"shoot"}):
                    return d, d + 1
    return None


def _governed(page: Page, trigger: Range, known: StanceWords) -> Range | None:
    """ "Failed to take", "prevented an attack", "did not carry out the raid"."""
    at = trigger[0]
    word = page.words[at]
    for _ in range(3):
        if word.head == at or word.deprel not in {
            "xcomp",
            "obj",
            "obl",
            "nsubj:pass",
            "conj",
            "nmod",
            "compound",
        }:
            return None
        head = word.head
        if page.is_any(head, known.negative_implicatives) and word.deprel in {
            "xcomp",
            "obj",
            "obl",
            "nsubj:pass",
        }:
            negated = _before(page, (head, head + 1), known)
            return None if negated else (head, head + 1)
        if word.deprel in {"obj", "nsubj:pass", "xcomp"} and page.is_any(head, known.light_verbs):
            negated = _before(page, (head, head + 1), known)
            if negated:
                return negated
        if word.deprel not in {"conj", "xcomp", "obj"}:
            return None
        at, word = head, page.words[head]
    return None
