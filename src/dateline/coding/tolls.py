"""Tolls of a sentence: how many were killed, injured, displaced, detained, abducted, missing, destroyed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.coding.toll_counts import Found, stem
from dateline.coding.toll_nouns import adjective_tolls, noun_tolls, toll_numbers
from dateline.coding.toll_parts import among_harmed, parts
from dateline.coding.toll_phrases import Phrase, who
from dateline.coding.toll_sentence import Sentence, sentence
from dateline.coding.toll_turns import fallen, in_care, struck
from dateline.coding.toll_verbs import intransitive_tolls, is_verb, lost_tolls, paired, shot_tolls, verb_tolls, wound_tolls
from dateline.knowledge.toll_words import toll_words
from dateline.model.analysis import Word
from dateline.model.claim import Toll
from dateline.model.quantities import Quantity
from dateline.model.span import Span

_WORDS = toll_words()
_VERBS = frozenset(_WORDS.transitive) | frozenset(_WORDS.intransitive)
_CUES = (
    _VERBS
    | frozenset(verb + ending for verb in _VERBS for ending in ("s", "d", "ed", "ing"))
    | frozenset(verb[:-1] + "ing" for verb in _VERBS)
    | frozenset(_WORDS.adjectives)
    | frozenset(_WORDS.nouns)
    | frozenset(_WORDS.taking_nouns)
    | _WORDS.toll_nouns
    | _WORDS.wounds
    | _WORDS.care
    | _WORDS.fragments
    | {"death", "martyrdom", "fall", "fell", "hell", "condition", "shoot", "shot", "lose", "lost", "losing"}
)
_OUTDONE = frozenset({"injured", "displaced", "detained", "casualties"})
"""Kinds that a death told of the same people outdoes."""
_BROUGHT_TO = re.compile(r"\bbr(?:ing|ings|inging|ought) to [\w,. -]{1,30}\bthe (?:total )?(?:number|toll)\b")


def find_tolls(
    words: Sequence[Word], first: int, last: int, text: str, quantities: Sequence[Quantity]
) -> tuple[Toll, ...]:
    """The tolls that words ``first`` to ``last`` (exclusive) tell, in text order.

    ``quantities`` are those of the whole ``text``. ``part_of`` is an index into the result. The parse
    decides who was harmed where the words in between could mislead; everything else rests on neighbouring
    words and tags.
    """
    if not any(words[i].lemma.lower() in _CUES or words[i].text.lower() in _CUES for i in range(first, last)):
        return ()
    s = sentence(words, first, last, text, quantities)
    found: dict[tuple[int, int], Found] = {}
    for toll in _all(s):
        key = (toll.phrase.first, toll.phrase.last)
        taken = found.get(key)
        if taken is not None and toll.kind == "killed" and taken.kind in _OUTDONE:
            found[key] = toll  # "two, who had been injured, died", "seven displaced people were killed"
        if taken is None and not any(toll.phrase.first < e and b < toll.phrase.last for b, e in found):
            found[key] = toll
    for part in parts(s, list(found.values())):
        key = (part.phrase.first, part.phrase.last)
        if not any(part.phrase.first < e and b < part.phrase.last and found[b, e].parent for b, e in found):
            for taken_key in [
                k for k in found if k[0] < key[1] and key[0] < k[1] and found[k].phrase != part.parent
            ]:
                del found[taken_key]
            found[key] = part
    if any(s.low(b) == "both" and e == b + 1 for b, e in found):  # "shot X and his son; both were killed"
        found = {key: toll for key, toll in found.items() if toll.kind != "casualties"}
    ordered = [found[key] for key in sorted(found)]
    return tuple(as_toll(s, toll, ordered) for toll in ordered)


def as_toll(s: Sentence, toll: Found, ordered: list[Found]) -> Toll:
    """The toll as a record has it; ``ordered`` are those of its sentence, among which its whole is."""
    phrase = toll.phrase
    start, end = s.words[phrase.first].start, s.words[phrase.last - 1].end
    if phrase.quantity is not None:
        start = min(start, phrase.quantity.span.start)
        end = max(end, phrase.quantity.span.end)
    unit = _unit(s, phrase)
    part_of = (
        next((n for n, other in enumerate(ordered) if other.phrase == toll.parent), None)
        if toll.parent
        else None
    )
    return Toll(
        kind=toll.kind,
        low=toll.low,
        best=toll.best,
        high=toll.high,
        approx=toll.approx,
        unit=unit,
        who=who(s, toll.whose or phrase, unit),
        text=s.text[start:end],
        span=Span.of(s.text, start, end),
        part_of=part_of,
        cumulative=toll.over or _brought_to(s, phrase) or (_cumulative(s) and not toll.of_one and not _one(toll)),
    )


def _one(toll: Found) -> bool:
    return toll.phrase.quantity is None and toll.best == 1


def _brought_to(s: Sentence, phrase: Phrase) -> bool:
    """"…, bringing to 16 the number of peacekeepers killed": what the number is of, not who died before."""
    begin = s.words[s.first].start
    told = _BROUGHT_TO.search(s.text[begin : s.words[s.last - 1].end].lower())
    return told is not None and s.words[phrase.first].start >= begin + told.start()


def _unit(s: Sentence, phrase: Phrase) -> str:
    return "persons" if phrase.head is None else _WORDS.units.get(s.lemma(phrase.head), "persons")


def _all(s: Sentence) -> Iterator[Found]:
    yield from toll_numbers(s)
    for i in range(s.first, s.last):
        pair = paired(s, i)
        if pair is not None:
            yield from verb_tolls(s, i + 2, "casualties", i)
            continue
        if paired(s, i - 2) is not None:
            continue
        kind = _WORDS.transitive.get(stem(s, i, _WORDS.transitive))
        if kind is not None and is_verb(s, i):
            yield from verb_tolls(s, i, kind, i)
            continue
        kind = _WORDS.intransitive.get(stem(s, i, _WORDS.intransitive))
        if kind is not None and s.tag(i) in ("VERB", "AUX"):
            yield from intransitive_tolls(s, i, kind)
        kind = _WORDS.adjectives.get(s.low(i))
        if kind is not None:
            yield from adjective_tolls(s, i, kind)
        noun_kind = _WORDS.nouns.get(s.lemma(i)) or _WORDS.nouns.get(s.low(i))
        if noun_kind is not None and s.tag(i) in ("NOUN", "PROPN") and kind is None:
            yield from noun_tolls(s, i, noun_kind)
        yield from fallen(s, i)
        yield from in_care(s, i)
        yield from among_harmed(s, i)
        if s.lemma(i) in ("hit", "strike"):
            yield from struck(s, i)
        if s.lemma(i) == "lose" or s.low(i) in ("lost", "losing"):
            yield from lost_tolls(s, i)
        if s.lemma(i) in _WORDS.suffering:
            yield from wound_tolls(s, i)
        if s.lemma(i) == "shoot" or s.low(i) == "shot":
            yield from shot_tolls(s, i)


def _cumulative(s: Sentence) -> bool:
    sentence_text = s.text[s.words[s.first].start : s.words[s.last - 1].end].lower()
    if any(phrase in sentence_text for phrase in _WORDS.cumulative):
        return True
    perfect = any(s.low(j) in ("has", "have", "had") for j in range(s.first, s.last))
    return perfect and any(
        s.low(j) == "since" and s.tag(j + 1) in ("PROPN", "NUM", "DET", "ADJ", "ADV", "NOUN")
        for j in range(s.first, s.last)
    )
