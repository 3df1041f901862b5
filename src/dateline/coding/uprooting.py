"""Verbs of displacement that are themselves the link to what drove people away."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.attribution.page import Page, Range
from dateline.coding.cause_mentions import Mention
from dateline.knowledge.cause_words import CauseWords


def uprooting(page: Page, inside: list[Mention], known: CauseWords) -> Iterator[tuple[str, str, Range]]:
    """"The clashes displaced 700 people", "shelled the town, displacing 700", "fled the raid": the verb of displacement is
    itself the link."""
    for event in inside:
        verb = event.first
        if page.words[verb].upos != "VERB" or not page.is_any(verb, known.escaping):
            continue
        at = verb
        while page.words[at].deprel == "conj" and page.words[page.words[at].head].upos == "VERB":
            at = page.words[at].head
        flees = page.is_any(verb, known.fleeing)
        participle = page.words[at].deprel == "advcl" and page.low[at].endswith("ing")
        below = {"obj", "obl", "nmod"} if flees else set()
        agent = [c for c in page.children[verb] if page.words[c].deprel in {"obl", "obl:agent"} and _by(page, c)]
        sources = [c for c in page.children[verb] if page.words[c].deprel in below] + agent
        if not flees:
            sources += [c for c in page.children[at] if page.words[c].deprel == "nsubj"]
            if participle or page.words[at].deprel.startswith("acl"):
                sources.append(page.words[at].head)
        for other in inside:
            if other.id != event.id and any(other.first <= s < other.last for s in sources):
                yield event.id, other.id, (verb, event.last)


def _by(page: Page, word: int) -> bool:
    return any(page.low[c] == "by" for c in page.children[word])
