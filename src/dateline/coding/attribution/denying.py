"""Denials and judgements that name what they are about: "an assertion that X rejected", "called the report a lie"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.attribution.page import Page, Range
from dateline.coding.attribution.relation import Relation
from dateline.knowledge.attribution_words import AttributionWords

_CALLING_FOR = frozenset({"for", "on", "upon", "to", "in", "off", "up", "out", "back", "away"})
_NAMES = frozenset({"NOUN", "PROPN", "ADJ"})
_FAR = 12
"""Words before a verb of denial among which the noun for what it denies may stand."""


def rejected(page: Page, verb: int, source: Range, known: AttributionWords) -> Range | None:
    """The noun of "…, an assertion that Hezbollah rejected", the pronoun of "…, which Kigali denies" and of "denied it"."""
    if _points(page, verb):
        return verb + 1, verb + 2
    if any(page.words[j].deprel == "ccomp" and j > verb for j in page.children[verb]) or source[0] > verb:
        return None
    if page.low[source[0] - 1] == "which" and source[0] > page.sentence(verb)[0] and page.low[source[0] - 2] == ",":
        return source[0] - 1, source[0]
    return _assertion(page, verb, known)


def _points(page: Page, verb: int) -> bool:
    """"Denied it", "denied this on Monday": a pronoun with no clause behind it."""
    stop = page.sentence(verb)[1]
    if verb + 1 >= stop or page.low[verb + 1] not in {"it", "this", "that"}:
        return False
    return verb + 2 >= stop or page.words[verb + 2].upos in {"PUNCT", "ADP", "ADV", "CCONJ", "SCONJ"}


def _assertion(page: Page, verb: int, known: AttributionWords) -> Range | None:
    """The noun for a statement in whose relative clause ``verb`` stands."""
    start = page.sentence(verb)[0]
    for k in range(max(start + 1, verb - _FAR), verb):
        opened = page.low[k - 1] in {"an", "a", "the", "which", ","}
        if page.low[k] in known.denying_nouns and opened and {"that", "which"} & set(page.low[k + 1 : verb]):
            return k, k + 1
    return None


def is_withheld(page: Page, verb: int) -> bool:
    """"Has neither confirmed nor denied it", "would not confirm or deny": nobody denies anything."""
    start = page.sentence(verb)[0]
    near = page.low[max(start, verb - 3) : verb]
    return bool({"nor", "not", "n't", "never"} & set(near)) or page.low[max(start, verb - 2) : verb] == ("confirm", "or")


def is_apposed(page: Page, denial: Relation) -> bool:
    """Whether what is denied is the clause before: "…, allegations that Yerevan rejects", "…, which Kigali denies"."""
    first, last = denial.contents[0]
    return len(denial.contents) == 1 and last - first == 1 and first < denial.cue[0]


def parted(page: Page, relations: Sequence[Relation]) -> list[Relation]:
    """The relations without the clauses behind them that deny what they say."""
    found = list(relations)
    for denial in relations:
        if denial.force != "deny" or not is_apposed(page, denial):
            continue
        at = denial.contents[0][0]
        comma = next((k for k in range(at - 1, max(page.sentence(at)[0], at - 4), -1) if page.low[k] == ","), at)
        for k, r in enumerate(found):
            if r is not denial and r.cue[0] < at:
                found[k] = replace(r, contents=tuple((a, comma) if a < comma <= at < b else (a, b) for a, b in r.contents))
    return found


def called(page: Page, verb: int, source: Range, known: AttributionWords) -> tuple[Range, str] | None:
    """What someone calls something, and with what force: a denial where he calls it untrue.

    ``None`` where the verb calls for something, or names nothing.
    """
    stop = page.sentence(verb)[1]
    if known.verbs[page.low[verb]] not in known.naming_verbs or verb + 1 >= stop or page.low[verb + 1] in _CALLING_FOR:
        return None
    untrue = next((i for i in range(verb + 1, min(stop, verb + _FAR)) if _is_untrue(page, i, known)), None)
    if untrue is not None and not any(page.words[i].upos == "VERB" for i in range(verb + 1, untrue)):
        meant = _assertion(page, verb, known) or (verb + 1, untrue)
        return (meant, "deny") if any(page.words[i].upos in _NAMES | {"PRON"} for i in range(*meant)) else None
    name = next((c for c in page.children[verb] if c > verb and page.words[c].deprel == "xcomp"), None)
    words = _named_as_what(page, verb, source, stop) or (_named_twice(page, verb, stop) if name is None else None)
    if words:
        return words, "said"
    if name is None or page.words[name].upos not in _NAMES or page.child(name, "mark") is not None:
        return None
    return (verb + 1, max(page.below(name)) + 1), "said"


def _is_untrue(page: Page, i: int, known: AttributionWords) -> bool:
    return page.low[i] in known.called_untrue or any(page.matches(i, phrase) for phrase in known.untrue)


def _named_as_what(page: Page, verb: int, source: Range, stop: int) -> Range | None:
    """"In what officials called a revenge attack"."""
    if page.low[source[0] - 1] != "what" or source[0] > verb:
        return None
    return verb + 1, next((k for k in range(verb + 1, stop) if page.low[k] in {",", ";", "."}), stop)


def _named_twice(page: Page, verb: int, stop: int) -> Range | None:
    """"Called the arrests a kidnapping": a noun phrase right behind another, whatever the tree makes of them."""
    joint = verb + 1
    while joint < stop and page.words[joint].upos in _NAMES | {"DET", "NUM", "PRON", "PART"}:
        joint += 1
        named = page.words[joint - 1].upos in {"NOUN", "PROPN", "PRON"}
        if named and joint < stop and page.low[joint] in {"a", "an", '"', "“"}:
            end = next((k for k in range(joint, stop) if page.low[k] in {",", ";", ".", "and", "but"}), stop)
            return verb + 1, end
    return None
