"""The engine's quotations and the rules' relations made one list, and quotations without a cue given their speaker."""

from __future__ import annotations

from dateline.coding.attribution.page import Page, overlap
from dateline.coding.attribution.quotes import Quote, is_speech
from dateline.coding.attribution.relation import Relation
from dateline.knowledge.attribution_words import attribution_words
from dateline.model.analysis import Quotation

ENGINE_THRESHOLD = 0.6
"""Mean probability from which a cue that no rule knows is believed."""
_FAR = 3
"""Sentences between a direct quotation without a cue and the one that names its speaker."""


def merged(page: Page, ruled: list[Relation]) -> list[Relation]:
    """The rules' relations with the engine's sources where these say more, and the cues that only the engine sees."""
    found = list(ruled)
    for quotation in page.analysis.quotations:
        relation = _engine_only(page, quotation)
        if relation and not any(overlap(relation.cue, r.cue) for r in found):
            found.append(relation)
    return found


def _engine_only(page: Page, quotation: Quotation) -> Relation | None:
    """A cue that only the engine sees counts where its head word is one of the known words of saying so."""
    if quotation.score < ENGINE_THRESHOLD or quotation.source is None or quotation.cue is None:
        return None
    known = attribution_words()
    if page.low[quotation.source[0]] in known.nobody:
        return None
    lemmas = [known.verbs.get(page.low[i]) for i in range(*quotation.cue)]
    lemma = next((x for x in lemmas if x), None)
    behind = page.low[quotation.cue[0] + 1 : quotation.cue[1] + 1]
    if lemma is None or known.no_speech.get(lemma, frozenset()).intersection(behind):
        return None
    return Relation(quotation.cue, quotation.source, (quotation.content,), known.forces[lemma])


def continued(page: Page, quotations: tuple[Quote, ...], found: list[Relation]) -> list[Relation]:
    """Adds to the speaker's contents the direct quotations that go on without a cue of their own."""
    result = list(found)
    for quote in quotations:
        if not is_speech(page, quote) and not quote.reopened:
            continue
        if any(_holds(r, quote) for r in result):
            continue
        k = _speaker_before(page, quote, result)
        if k is None:
            k = _speaker_after(page, quote, result)
        if k is not None:
            r = result[k]
            result[k] = Relation(r.cue, r.source, (*r.contents, quote.outside), r.force, r.link, True)
    return result


def _holds(relation: Relation, quote: Quote) -> bool:
    first, last = quote.inside
    return any(
        c[0] <= first and c[1] >= min(last, first + 2) and c[1] >= last - 1 for c in relation.contents
    ) and not overlap(relation.cue, quote.inside)


def _speaker_before(page: Page, quote: Quote, found: list[Relation]) -> int | None:
    at = page.sentence_of[quote.inside[0]]
    best: tuple[int, int] | None = None
    for k, r in enumerate(found):
        ends = [c for c in r.contents if c[1] <= quote.inside[0]]
        if (
            r.source is None
            or r.link != "plain"
            or r.force not in {"said", "intend", "doubt", "fear"}
            or (not ends and r.cue[0] > quote.inside[0])
        ):
            continue
        last_word = max([r.cue[1] - 1, *(c[1] - 1 for c in ends)])
        distance = at - page.sentence_of[min(last_word, quote.inside[0])]
        near = distance <= (_FAR if r.direct or quote.reopened else 1)
        if r.cue[0] < quote.inside[0] and near and (best is None or last_word > best[0]):
            best = (last_word, k)
    return best[1] if best else None


def _speaker_after(page: Page, quote: Quote, found: list[Relation]) -> int | None:
    at = page.sentence_of[quote.inside[1] - 1]
    for k, r in enumerate(found):
        if r.source and r.direct and r.cue[0] >= quote.inside[1] and page.sentence_of[r.cue[0]] - at <= 2:
            return k
    return None
