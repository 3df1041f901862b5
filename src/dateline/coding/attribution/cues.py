"""Acts of saying so found by rule: verbs, fixed phrases, adverbs and headlines, each with source and content."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from dateline.coding.attribution.bare_sources import beside_colon, in_brackets
from dateline.coding.attribution.contents import clause_around
from dateline.coding.attribution.page import Page
from dateline.coding.attribution.quotes import Quote
from dateline.coding.attribution.relation import Link, Relation
from dateline.coding.attribution.reporting_passives import is_passive, reported_by_passive
from dateline.coding.attribution.reporting_phrases import claims_responsibility, named_by_phrase, reported_by_noun
from dateline.coding.attribution.reporting_verbs import closes_actively, ends_report, reported_by_verb
from dateline.knowledge.attribution_words import AttributionWords, attribution_words

_VERBAL = frozenset({"VERB", "AUX", "SCONJ", "ADP"})


def relations(page: Page, quotations: tuple[Quote, ...]) -> list[Relation]:
    """Everything that a cue says, in the order of the cues."""
    known = attribution_words()
    found: list[Relation] = []
    taken: set[int] = set()
    for sentence in page.analysis.sentences:
        bracketed = in_brackets(page, (sentence.first, sentence.last), known)
        if bracketed:
            found.append(bracketed)
        i = sentence.first
        while i < sentence.last:
            relation = None if i in taken else _at(page, i, quotations, known)
            if relation:
                found.append(relation)
                taken |= set(range(*relation.cue))
            i += 1
        found = [_spoken_on(page, r, found) for r in found]
        headline = beside_colon(page, (sentence.first, sentence.last), known)
        if headline and not any(sentence.first <= r.cue[0] < sentence.last for r in found):
            found.append(headline)
    return found


def _spoken_on(page: Page, relation: Relation, found: list[Relation]) -> Relation:
    """ "He said they had taken Lira, and accused …": the second verb of speech is said of the same speaker as the first."""
    before = range(max(0, relation.cue[0] - 3), relation.cue[0])
    joint = next((k for k in before if page.low[k] == "and"), None)
    first = next((r for r in found if r.source and r.cue < relation.cue and any(c[1] == joint for c in r.contents)), None)
    if first is None or relation.source is None or relation.source[0] < first.cue[1]:
        return relation
    return replace(relation, source=first.source) if relation.source[1] <= (joint or 0) else relation


@cache
def _openings() -> frozenset[str]:
    """First words of all phrases that name a source."""
    known = attribution_words()
    return frozenset(phrase[0] for phrase in (*(p for p, _ in known.phrases), *known.inner, *known.outer))


def _at(page: Page, i: int, quotations: tuple[Quote, ...], known: AttributionWords) -> Relation | None:
    opens = page.low[i] in _openings()
    for phrase, force in known.phrases if opens else ():
        if page.matches(i, phrase):
            if phrase[-1] == "for":
                return claims_responsibility(page, i, len(phrase), force, known)
            return named_by_phrase(page, i, len(phrase), force, "plain")
    links: tuple[tuple[tuple[tuple[str, ...], ...], Link], ...] = ((known.inner, "inner"), (known.outer, "outer"))
    for phrases, link in links if opens else ():
        for phrase in phrases:
            if page.matches(i, phrase):
                return named_by_phrase(page, i, len(phrase), "said", link)
    if page.low[i] in known.nominal and page.words[i].upos == "NOUN":
        return reported_by_noun(page, i, known)
    if page.low[i] in known.adverbs:
        return Relation((i, i + 1), None, (clause_around(page, i),), known.adverbs[page.low[i]])
    if page.words[i].upos == "ADJ" and page.low[i] in known.passives and is_passive(page, i):
        return reported_by_passive(page, i, known)
    if page.low[i] in known.verbs and (page.words[i].upos in _VERBAL or ends_report(page, i, known)):
        if is_passive(page, i) and not closes_actively(page, i):
            return reported_by_passive(page, i, known)
        return reported_by_verb(page, i, quotations, known)
    return None
