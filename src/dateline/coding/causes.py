"""What the text gives as cause of an event: links that a connective or a verb draws, and no others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.coding.attribution.page import Page, Range
from dateline.coding.cause_mentions import (
    Mention,
    governing,
    headline_of,
    nearest_left,
    nearest_right,
    past_comma,
    said_of,
    subject_of,
    within_phrase,
)
from dateline.coding.cause_onsets import measured_onsets, named_reprisals
from dateline.coding.uprooting import uprooting
from dateline.knowledge.cause_words import CauseWords, cause_words
from dateline.model.analysis import Analysis
from dateline.model.span import Span

Link = tuple[str, str, Range]
"""Effect, cause, cue."""

_POINTERS = frozenset({"it", "this", "that", "these", "they"})
_PASSIVE = frozenset({"was", "were", "been", "being", "is", "are"})
_DURING = frozenset({"amid", "amidst"})
_ORDERING = frozenset({"after", "following"})
_UNDERGONE = frozenset({"Casualty count", "Blockade"})
"""Sub-types that a report tells as what another event did."""
_LOOK_BACK = 80
"""Words before a sentence among which "in response" finds what it answers."""


def find_causes(analysis: Analysis, events: Sequence[Mention]) -> list[tuple[str, str, Span]]:
    """(effect, cause, cue) for every two events that the text links, in text order, each pair once."""
    page = Page(analysis)
    known = cause_words()
    ordered = sorted(events, key=lambda e: (e.first, e.last))
    found: dict[tuple[str, str], Range] = {}
    for sentence in analysis.sentences:
        inside = [e for e in ordered if sentence.first <= e.first < sentence.last]
        before = [e for e in ordered if sentence.first - _LOOK_BACK <= e.first < sentence.first]
        for effect, cause, cue in _links(page, (sentence.first, sentence.last), inside, before, known):
            if effect != cause and (cause, effect) not in found:
                found.setdefault((effect, cause), cue)
    by_place = sorted(found.items(), key=lambda f: f[1])
    return [(effect, cause, analysis.span(*cue)) for (effect, cause), cue in by_place]


def _links(
    page: Page, bounds: Range, inside: list[Mention], before: list[Mention], known: CauseWords
) -> Iterator[Link]:
    if not inside:
        return
    taken: set[int] = set()
    measured = [(cue, "onset") for cue in measured_onsets(page, bounds, known)]
    measured += [(cue, "reprisal") for cue in named_reprisals(page, bounds, known)]
    for cue, kind in measured:
        links = list(_by_cue(page, cue, kind, inside, before, known))
        taken |= {i for _ in links for i in range(*cue)}
        yield from links
    groups = (
        (known.onset_after, "onset"), (known.effect_first, "effect"), (known.cause_first, "cause"),
        (known.cause_to, "cause to"),
        (known.coming_after, "follow"), (known.inquiring, "inquiry"), (known.answering, "answer"),
        (known.openers, "response"), (known.weak, "weak"),
    )  # fmt: skip
    for phrases, kind in groups:
        for phrase in phrases:
            for i in page.positions.get(phrase[0], ()):
                cue = (i, i + len(phrase))
                if i < bounds[0] or cue[1] > bounds[1] or taken & set(range(*cue)) or not page.matches(i, phrase):
                    continue
                links = list(_by_cue(page, cue, kind, inside, before, known))
                if links:
                    taken |= set(range(*cue))
                yield from links
    yield from uprooting(page, inside, known)
    yield from _undergone(page, inside)


def _by_cue(
    page: Page, cue: Range, kind: str, inside: list[Mention], before: list[Mention], known: CauseWords
) -> Iterator[Link]:
    if kind == "follow":
        yield from _following(page, cue, inside, before)
        return
    if kind in ("answer", "response"):
        yield from _answering(page, cue, kind, inside, before)
        return
    link = _linked(page, cue, kind, inside, known)
    if link:
        yield link
    else:
        yield from _pointing_back(page, cue, kind, inside, before)


def _linked(page: Page, cue: Range, kind: str, inside: list[Mention], known: CauseWords) -> Link | None:
    left, right = nearest_left(page, cue, inside), nearest_right(page, cue, inside)
    if cue[0] == page.sentence(cue[0])[0] and kind in {"effect", "weak"} and right:
        effect = past_comma(page, right, inside)
        reacts = effect and (kind == "effect" or _reacts(page, effect, known))
        return (effect.id, right.id, cue) if effect and reacts else None
    if kind == "weak":
        return _ordered(page, cue, left, inside, known)
    if kind == "reprisal":
        left = said_of((cue[0] + 1, cue[1]), inside) or left
    if kind == "cause to" and not _brings_to(page, cue[0]):
        return None
    if kind == "inquiry":
        left = said_of(cue, inside) or (left if left and left.sub_type == "Investigation" else None)
    if right is None or left is None:
        return None
    if kind in ("cause", "cause to"):
        return _brought_about(page, cue, left, right, inside)
    return left.id, right.id, cue


def _following(page: Page, cue: Range, inside: list[Mention], before: list[Mention]) -> Iterator[Link]:
    """"The ambush followed the killing", "clashes followed", "the raid was followed by an arrest"."""
    effect = subject_of(page, cue[0], inside, "nsubj")
    if page.low[cue[1] : cue[1] + 1] == ("by",):
        cause, effect = subject_of(page, cue[0], inside, "nsubj:pass", "nsubj"), nearest_right(page, cue, inside)
    elif page.child(cue[0], "obj") is not None:
        cause = within_phrase(page, cue, inside)
    else:
        cause = headline_of(page, page.sentence(cue[0])[0], before)
    if effect and cause:
        yield effect.id, cause.id, cue


def _ordered(page: Page, cue: Range, left: Mention | None, inside: list[Mention], known: CauseWords) -> Link | None:
    """"Detained after", "erupted when", "amid": a cause where the effect answers by its nature, or its beginning is told."""
    cause = within_phrase(page, cue, inside)
    if cause is None or _is_particle(page, cue[0]):
        return None
    verb = page.words[page.words[cue[1] - 1].head].head
    if page.is_any(verb, known.beginning):
        if page.low[cue[0]] in _DURING or {page.low[cue[0] - 1], page.low[cue[0]]} & cause_words().long_after:
            return None
        begun = subject_of(page, verb, inside, "nsubj", "nsubj:pass") or said_of((verb, verb + 1), inside)
        return (begun.id, cause.id, cue) if begun else None
    left = governing(page, cue, inside) or left
    if left is None or (page.low[cue[0]] == "as" and left.sub_type != "Displacement"):
        return None
    if left.doers & cause.doers and not left.doers & left.struck:
        return None
    strikes_back = left.struck & cause.doers or left.doers & cause.struck
    pays_back = bool(strikes_back) and page.low[cue[1] - 1] in _ORDERING
    return (left.id, cause.id, cue) if pays_back or _reacts(page, left, known) else None


def _is_particle(page: Page, i: int) -> bool:
    """"Hand over", "took over": the word belongs to the verb before it."""
    taken = page.low[i] == "over" and i > 0 and page.is_any(i - 1, cause_words().with_over)
    return taken or page.words[i].deprel == "compound:prt"


def _brought_about(page: Page, cue: Range, left: Mention, right: Mention, inside: list[Mention]) -> Link | None:
    """"The raid sparked a protest", "the protest was sparked by a raid": of a verb's own subject, where it has one."""
    verb = cue[0]
    if page.low[cue[1]] == "by" or page.low[verb - 1] in _PASSIVE:
        effect = subject_of(page, verb, inside, "nsubj", "nsubj:pass") or left
        return effect.id, right.id, cue
    subject = page.child(verb, "nsubj")
    if subject is not None and page.words[subject].upos in ("NOUN", "PROPN"):
        cause = subject_of(page, verb, inside, "nsubj")
        return (right.id, cause.id, cue) if cause else None
    return right.id, left.id, cue


def _answering(page: Page, cue: Range, kind: str, inside: list[Mention], before: list[Mention]) -> Iterator[Link]:
    """"In response, jets bombed the hills", "jets bombed the hills in response", "the army retaliated with strikes".

    What is answered is told before: earlier in the sentence, else by the sentence before.
    """
    if page.low[cue[1] : cue[1] + 1] and page.low[cue[1]] in {"to", "for", "of"} and kind == "response":
        return
    start = page.sentence(cue[0])[0]
    opens = cue[0] - start <= 1
    after = next((e for e in inside if e.first >= cue[0]), None)
    ahead = [e for e in inside if e.last <= cue[0]]
    effect = after if opens or kind == "answer" else _above(page, cue, inside) or (ahead[-1] if ahead else None)
    if effect is None:
        return
    earlier = [e for e in ahead if e.id != effect.id and e.last <= effect.first]
    cause = earlier[-1] if earlier else headline_of(page, start, before)
    if cause:
        yield effect.id, cause.id, cue


def _above(page: Page, cue: Range, inside: list[Mention]) -> Mention | None:
    """The event that the cue hangs on by the tree."""
    at = page.words[cue[1] - 1].head
    return next((e for e in inside if e.first <= at < e.last), None)


def _pointing_back(
    page: Page, cue: Range, kind: str, inside: list[Mention], before: list[Mention]
) -> Iterator[Link]:
    """"Trouble began after …", "It is the first result of …": the effect is what the sentence before told of."""
    start = page.sentence(cue[0])[0]
    right = nearest_right(page, cue, inside)
    pointing = page.low[start] in _POINTERS and cue[0] - start <= 6
    opens = (kind == "onset" and cue[0] - start <= 3) or (kind in {"effect", "cause"} and pointing)
    index = page.sentence_of[start]
    if right is None or not opens or not index or nearest_left(page, cue, inside):
        return
    if kind == "cause":
        cause = headline_of(page, start, before)
        if cause:
            yield right.id, cause.id, cue
        return
    s = page.analysis.sentences[index - 1]
    for e in before:
        if s.first <= e.first < s.last:
            yield e.id, right.id, (start, cue[1]) if kind == "onset" else cue


def _reacts(page: Page, event: Mention, known: CauseWords) -> bool:
    """True for an event that answers another by its nature: a protest, an arrest, a flight, a plea."""
    return event.sub_type in known.reacting or _is_answer(page, event, known)


def _is_answer(page: Page, event: Mention, known: CauseWords) -> bool:
    return any(page.is_any(i, known.reactions) for i in range(event.first, event.last))


def _brings_to(page: Page, verb: int) -> bool:
    """"Led the governor to resign": an infinitive hangs on the verb."""
    below = [c for c in page.children[verb] if page.words[c].deprel in {"xcomp", "advcl", "ccomp"} and c > verb]
    return any(page.low[m] == "to" for c in below for m in page.children[c])


def _undergone(page: Page, inside: list[Mention]) -> Iterator[Link]:
    """"The fighting has left 28 dead", "died in the clashes", "the strike has cut the river": the verb itself is the link."""
    for effect in inside:
        if effect.sub_type not in _UNDERGONE or page.words[effect.first].upos != "VERB":
            continue
        cause = subject_of(page, effect.first, inside, "nsubj")
        within = [c for c in page.children[effect.first] if page.words[c].deprel == "obl" and {"in", "by"} & _cases(page, c)]
        cause = cause or next((e for c in within if (e := said_of((c, c + 1), inside))), None)
        if cause and cause.id != effect.id:
            yield effect.id, cause.id, (effect.first, effect.last)


def _cases(page: Page, word: int) -> set[str]:
    return {page.low[c] for c in page.children[word] if page.words[c].deprel == "case"}
