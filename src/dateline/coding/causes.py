"""What the text gives as cause of an event: links that a connective or a verb draws, and no others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.attribution.page import Page, Range
from dateline.knowledge.cause_words import CauseWords, cause_words
from dateline.model.analysis import Analysis
from dateline.model.span import Span

Event = tuple[str, int, int]
"""Id, first word and last word (exclusive) of the trigger."""
Link = tuple[str, str, Range]
"""Effect, cause, cue."""

_POINTERS = frozenset({"it", "this", "that", "these", "they"})
_BY_THEMSELVES = frozenset({"flee", "escape"})
_NEAR = 14
"""Words between a connective and the event that it links."""


def find_causes(analysis: Analysis, events: Sequence[Event]) -> list[tuple[str, str, Span]]:
    """(effect, cause, cue) for every two events that the text links, in text order, each pair once."""
    page = Page(analysis)
    known = cause_words()
    ordered = sorted(events, key=lambda e: (e[1], e[2]))
    found: dict[tuple[str, str], Range] = {}
    for sentence in analysis.sentences:
        inside = [e for e in ordered if sentence.first <= e[1] < sentence.last]
        if not inside:
            continue
        before = [e for e in ordered if sentence.first - 80 <= e[1] < sentence.first]
        for effect, cause, cue in _links(page, (sentence.first, sentence.last), inside, before, known):
            if effect != cause and (cause, effect) not in found:
                found.setdefault((effect, cause), cue)
    by_place = sorted(found.items(), key=lambda f: f[1])
    return [(effect, cause, analysis.span(*cue)) for (effect, cause), cue in by_place]


def _links(
    page: Page, bounds: Range, inside: list[Event], before: list[Event], known: CauseWords
) -> Iterator[Link]:
    opener = _opener(page, bounds, known)
    if opener:
        previous = _previous(page, bounds, before)
        effect = next((e for e in inside if e[1] >= opener[1]), None)
        if previous and effect:
            yield effect[0], previous[0], opener
    taken: set[int] = set()
    groups = (
        (known.onset_after, "onset"), (known.effect_first, "effect"), (known.cause_first, "cause"),
        (known.inquiring, "effect"), (known.weak, "weak"),
    )  # fmt: skip
    for phrases, kind in groups:
        for phrase in phrases:
            for i in page.positions.get(phrase[0], ()):
                cue = (i, i + len(phrase))
                outside = i < bounds[0] or cue[1] > bounds[1] or bool(opener and i < opener[1])
                if outside or i in taken or not page.matches(i, phrase):
                    continue
                link = _linked(page, cue, kind, inside, known)
                links = [link] if link else list(_pointing_back(page, cue, kind, inside, before))
                if links:
                    taken |= set(range(*cue))
                yield from links
    yield from _escapes(page, inside, known)


def _linked(page: Page, cue: Range, kind: str, inside: list[Event], known: CauseWords) -> Link | None:
    left = _nearest_left(page, cue, inside)
    right = _nearest_right(page, cue, inside)
    opens = cue[0] == page.sentence(cue[0])[0]
    if opens and kind in {"effect", "weak"} and right:
        effect = _past_comma(page, right, inside)
        if effect and (kind == "effect" or _reacts(page, effect, known)):
            return effect[0], right[0], cue
        return None
    if right is None:
        return None
    if left is None:
        return None
    if kind == "cause":
        passive = page.low[cue[1]] == "by" or page.low[cue[0] - 1] in {
            "was",
            "were",
            "been",
            "is",
            "are",
            "being",
        }
        return (left[0], right[0], cue) if passive else (right[0], left[0], cue)
    if kind == "weak" and not _reacts(page, left, known):
        return None
    return left[0], right[0], cue


def _pointing_back(
    page: Page, cue: Range, kind: str, inside: list[Event], before: list[Event]
) -> Iterator[Link]:
    """ "Trouble began after …", "It is the first result of …": the effect is what the sentence before
    told of."""
    start = page.sentence(cue[0])[0]
    right = _nearest_right(page, cue, inside)
    opens = (kind == "onset" and cue[0] - start <= 3) or (
        kind == "effect" and page.low[start] in _POINTERS and cue[0] - start <= 6
    )
    index = page.sentence_of[start]
    if right is None or not opens or not index or _nearest_left(page, cue, inside):
        return
    s = page.analysis.sentences[index - 1]
    for e in before:
        if s.first <= e[1] < s.last:
            yield e[0], right[0], (start, cue[1]) if kind == "onset" else cue


def _reacts(page: Page, event: Event, known: CauseWords) -> bool:
    return any(page.is_any(i, known.reactions) for i in range(event[1], event[2]))


def _nearest_left(page: Page, cue: Range, inside: list[Event]) -> Event | None:
    """The event before the cue that the cue's clause is about: no semicolon between, not the cue itself."""
    near = [
        e
        for e in inside
        if e[2] <= cue[0] and cue[0] - e[2] <= 2 * _NEAR and ";" not in page.low[e[2] : cue[0]]
    ]
    if not near:
        return None
    head = page.words[cue[0]].head
    governing = [e for e in near if e[1] <= head < e[2]]
    return governing[0] if governing else near[-1]


def _nearest_right(page: Page, cue: Range, inside: list[Event]) -> Event | None:
    near = (
        e for e in inside if e[1] >= cue[1] and e[1] - cue[1] <= _NEAR and ";" not in page.low[cue[1] : e[1]]
    )
    return next(near, None)


def _past_comma(page: Page, cause: Event, inside: list[Event]) -> Event | None:
    for e in inside:
        if e[1] >= cause[2] and "," in page.low[cause[2] : e[1]]:
            return e
    return None


def _opener(page: Page, bounds: Range, known: CauseWords) -> Range | None:
    at = bounds[0] + (page.low[bounds[0]] in {"“", '"', "and"})
    for phrase in known.openers:
        if page.matches(at, phrase) and (
            at + len(phrase) >= bounds[1] or page.low[at + len(phrase)] not in {"to", "for", "of", "at"}
        ):
            return at, at + len(phrase)
    return None


def _previous(page: Page, bounds: Range, before: list[Event]) -> Event | None:
    """The first event of the sentence before; "in response" answers what that sentence is about."""
    index = page.sentence_of[bounds[0]]
    if not index:
        return None
    s = page.analysis.sentences[index - 1]
    return next((e for e in before if s.first <= e[1] < s.last), None)


def _escapes(page: Page, inside: list[Event], known: CauseWords) -> Iterator[Link]:
    """ "The clashes displaced 700 people", "they fled the raid": the verb of displacement is itself the
    link."""
    for event in inside:
        verb = event[1]
        if page.words[verb].upos != "VERB" or not page.is_any(verb, known.escaping):
            continue
        for other in inside:
            low, high = min(event[2], other[2]), max(event[1], other[1])
            between = page.low[low:high]
            if other[1] == verb or {";", "and", "but"} & set(between[1:]) or high - low > _NEAR:
                continue
            flees = page.is_any(verb, _BY_THEMSELVES)
            after = other[1] > verb and len(between) <= 4 and page.words[other[1]].upos == "NOUN"
            before = other[1] < verb and page.words[other[1]].upos == "NOUN" and not flees
            passive = bool({"was", "were", "been", "being"} & set(page.low[verb - 2 : verb]))
            if (
                before and not passive and not any(page.words[i].upos == "VERB" for i in range(low, high))
            ) or (after and (flees or "by" in between)):
                yield event[0], other[0], (verb, event[2])
