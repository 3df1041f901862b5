"""Events that a wish, an order or a threat takes for granted: they are there, whatever is willed about them."""

from __future__ import annotations

from dateline.coding.attribution.page import Page, Range
from dateline.knowledge.cause_words import cause_words
from dateline.knowledge.stance_words import stance_words

_DEFINITE = frozenset({"the", "these", "those", "its", "their", "his", "her", "'s", "all"})
_PAST = frozenset({"had", "has", "have", "was", "were"})
_SUBJECTS = frozenset({"it", "they", "he", "she", "we", "who", "which", "that"})
_INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "PUNCT"})
_LONGEST_PHRASE = 7
"""Words between an event and the article or connective that its phrase begins with."""


def taken_for_granted(page: Page, trigger: Range) -> bool:
    """ "Halt the fighting", "investigate the killing", "respect the truce": the event is there."""
    word = page.words[trigger[0]]
    governor = word.deprel in {"obj", "obl", "nsubj:pass", "nmod"} and page.is_any(
        word.head, stance_words().ceasing
    )
    before = [i for i in range(max(0, trigger[0] - 4), trigger[0]) if page.is_any(i, stance_words().ceasing)]
    nominal = word.upos in {"NOUN", "PROPN"} or page.low[trigger[0] - 1] in {"the", "all", "any"}
    return nominal and (
        governor
        or any(
            all(page.words[k].upos in {"DET", "ADJ", "NOUN", "PRON", "ADP"} for k in range(i + 1, trigger[0]))
            for i in before
        )
    )


def presupposed(page: Page, trigger: Range) -> bool:
    """A past act that only tells of which thing something is willed: "free the hostages taken in Lira", "honour the truce that
    it signed", "unless the siege, imposed in May, ends", or the ground of what is willed: "in response to attacks"."""
    return _describes(page, trigger[0]) or _set_off(page, trigger[0]) or _is_ground(page, trigger)


def _describes(page: Page, verb: int) -> bool:
    """By the order of the words: the tree hangs such clauses on the verb of the wish as often as on their noun."""
    if page.words[verb].xpos not in {"VBN", "VBD"}:
        return False
    start = page.sentence(verb)[0]
    noun = verb - 1
    while noun > start and (page.low[noun] in _PAST | _SUBJECTS or page.words[noun].upos == "ADV"):
        noun -= 1
    finite = noun < verb - 1
    if noun <= start or page.words[noun].upos not in {"NOUN", "PROPN"}:
        return False
    if finite and not _SUBJECTS & set(page.low[noun + 1 : verb]):
        return False
    opening = noun
    while opening > start and noun - opening < _LONGEST_PHRASE and page.low[opening] not in _DEFINITE:
        if page.words[opening].upos not in _INSIDE and page.low[opening] != "of":
            return False
        opening -= 1
    before = opening - 1
    while before > start and page.words[before].upos in {"ADP", "ADV"}:
        before -= 1
    willed = page.words[before].upos == "VERB" and not page.is_any(before, stance_words().intended_verbs)
    return page.low[opening] in _DEFINITE and before > start and willed


def _set_off(page: Page, verb: int) -> bool:
    """A participle between two commas."""
    stop = page.sentence(verb)[1]
    participle = page.words[verb].xpos == "VBN" and verb > 1 and page.low[verb - 1] == ","
    aside = any(page.low[i] == "," for i in range(verb + 1, min(stop, verb + _LONGEST_PHRASE)))
    return participle and aside and page.words[verb - 2].upos in {"NOUN", "PROPN"}


def _is_ground(page: Page, trigger: Range) -> bool:
    first = trigger[0]
    start = page.sentence(first)[0]
    if page.words[first].upos not in {"NOUN", "PROPN"}:
        return False
    while first > start and trigger[0] - first < _LONGEST_PHRASE and page.words[first - 1].upos in _INSIDE | {"DET", "PRON"}:
        first -= 1
    if page.low[first] == "any":
        return False
    return any(p[0] != "to" and first - len(p) >= start and page.matches(first - len(p), p) for p in cause_words().effect_first)
