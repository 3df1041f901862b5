"""The words that a report spends on who says so and to whom: places and names among them are not those of the event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.attribution.page import Page, Range
from dateline.coding.attribution.relation import Relation
from dateline.knowledge.speaker_words import speaker_words

_WORDS = speaker_words()

_DESCRIBING = frozenset({"who", "which", "whose", "whom"})
_LONGEST_DESCRIPTION = 25


def words_of_speakers(page: Page, relations: Sequence[Relation]) -> Iterator[int]:
    """Words of the sources, and of the clauses behind them that tell who they are ("said X, who had fled to Y")."""
    for relation in relations:
        if relation.source is None:
            continue
        yield from range(*relation.source)
        yield from _description(page, relation.source, relation.cue)


def _description(page: Page, source: Range, cue: Range) -> range:
    """The relative or participial clause behind the source: up to a comma, the cue or the end of the sentence."""
    stop = page.sentence(source[0])[1]
    first = source[1] + (page.low[source[1] : source[1] + 1] == (",",))
    if first >= stop or cue[0] == source[1]:
        return range(0)
    opens = page.low[first] in _DESCRIBING or (page.words[first].xpos == "VBN" and cue[0] > first)
    if not opens:
        return range(0)
    end = next((i for i in range(first, stop) if page.low[i] in {",", ";"} or i == cue[0]), stop)
    return range(first, min(end, first + _LONGEST_DESCRIPTION))


def words_of_addressees(page: Page, relations: Sequence[Relation], outlet: str | None) -> Iterator[int]:
    """Words that name whom it was said to ("told Savannah Wire"), the outlet itself, and whoever speaks by a bare name."""
    for i, low in enumerate(page.low):
        if low in _WORDS.telling:
            yield from _name(page, i + 1)
        elif any(page.matches(i, phrase) for phrase in _WORDS.speaking_to):
            yield from _name(page, i + 2)
    yield from _outlet(page, outlet)
    for relation in relations:
        if relation.source and all(page.words[i].text[:1].isupper() for i in range(*relation.source)):
            yield from range(*relation.source)


def _name(page: Page, first: int) -> Iterator[int]:
    """The capitalised words from ``first`` on, article, nationality and noun before them included."""
    stop = page.sentence(first)[1] if first < len(page.words) else first
    i = first
    while i < stop and (page.words[i].text[:1].isupper() or page.low[i] in {"the", "-"} or page.words[i].upos == "NOUN"):
        yield i
        i += 1


def _outlet(page: Page, outlet: str | None) -> Iterator[int]:
    """Where the outlet's name of two words or more stands in the text."""
    name = tuple((outlet or "").lower().replace("\u2019", "'").split())
    for i in range(len(page.low)):
        if len(name) > 1 and page.low[i : i + len(name)] == name and page.words[i].text[:1].isupper():
            yield from range(i, i + len(name))
