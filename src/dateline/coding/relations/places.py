"""What stands where, and whose stronghold a place is."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.noun_phrases import capitalised, is_mark
from dateline.coding.relations.naming import actorish
from dateline.coding.relations.phrases import cuts, ending, right
from dateline.coding.relations.reading import Link, Range, Reading

_AT = frozenset(
    {"in", "near", "at", "on", "outside", "along", "inside", "by", "within", "close", "next", "of", "from"}
)


def find_located(reading: Reading) -> Iterator[Link]:
    """Standing facilities: "the base, located near X", "the U.S. base at X"."""
    for i, low in enumerate(reading.lows):
        if low in reading.cues.words["located"] and reading.words[i].upos in {"VERB", "ADJ"}:
            yield from _stated(reading, i)
        elif low in {"at", "in", "near", "outside"} and i:
            yield from _adjacent(reading, i)


def _stated(reading: Reading, i: int) -> Iterator[Link]:
    subject = _subject(reading, i)
    if subject is None or not _facility(reading, subject) or reading.negated(i):
        return
    place = _after_preposition(reading, i + 1)
    if place:
        yield Link(subject, "located_at", place, i)


def _subject(reading: Reading, verb: int) -> Range | None:
    """By the tree where it gives the verb a facility as subject; else what stands to its left."""
    words = reading.words
    verbs = {verb, words[verb].head} if words[verb].deprel == "conj" else {verb}
    if words[words[verb].head].deprel == "conj":
        verbs.add(words[words[verb].head].head)
    begin = reading.sentence(verb)[0]
    for i in range(begin, verb):
        if words[i].deprel in {"nsubj", "nsubj:pass"} and words[i].head in verbs:
            found = ending(reading, i, begin)
            if found and _facility(reading, found):
                return found
    left = next(cuts(reading, verb, hop=False), None)
    if left is None or not _facility(reading, left):
        left = next(cuts(reading, verb), None)
    return left and (_before_apposition(reading, left[0], begin) or left)


def _before_apposition(reading: Reading, first: int, begin: int) -> Range | None:
    """The facility that "the largest field in X" is said of: what stands before the comma and the article."""
    j = first - 1
    while j > begin and (reading.words[j].upos in {"DET", "ADV", "ADJ", "CCONJ"}):
        j -= 1
    found = (
        ending(reading, j - 1, begin)
        if j > begin and reading.words[j].text == "," and j < first - 1
        else None
    )
    return found if found and _facility(reading, found) else None


def _adjacent(reading: Reading, i: int) -> Iterator[Link]:
    """A facility that bears a name or an owner's, right before the preposition."""
    facility = ending(reading, i - 1, reading.sentence(i)[0])
    if facility is None or facility[1] < i - 1:
        return
    if reading.lows[facility[1] - 1] not in reading.cues.words["standing_nouns"]:
        return
    if not any(
        capitalised(w) and w.upos in {"PROPN", "ADJ"} for w in reading.words[facility[0] : facility[1]]
    ):
        return
    place = right(reading, i + 1)
    if place and _named_place(reading, place):
        yield Link(facility, "located_at", place, i)


def _facility(reading: Reading, span: Range) -> bool:
    lows = reading.lows[span[1] - 1]
    return lows in reading.cues.words["facility_nouns"] or (
        lows.endswith("s") and lows[:-1] in reading.cues.words["facility_nouns"]
    )


def _named_place(reading: Reading, span: Range) -> bool:
    words = reading.words[span[0] : span[1]]
    return any(capitalised(w) for w in words) and (
        any(k in reading.located for k in range(*span)) or _facility(reading, span)
    )


def _after_preposition(reading: Reading, i: int) -> Range | None:
    """The place after "in", "northeast of", "on the eastern bank of"."""
    stop = reading.sentence(i)[1] if i < len(reading.words) else i
    for j in range(i, min(stop, i + 12)):
        if capitalised(reading.words[j]) and (j in reading.located or reading.words[j].upos == "PROPN"):
            span = right(reading, j)
            return span if span and span[1] - span[0] <= 8 else None
        if reading.words[j].upos in {"VERB", "AUX", "SCONJ"} or reading.words[j].text in {".", ";", ","}:
            return None
    return None


def find_strongholds(reading: Reading) -> Iterator[Link]:
    """ "Khiam, a Hezbollah stronghold" and "Idlib is a bastion of X"."""
    for i, low in enumerate(reading.lows):
        if low not in reading.cues.words["stronghold_nouns"]:
            continue
        begin = reading.sentence(i)[0]
        start = i
        while (start > begin and reading.words[start - 1].upos in {"NOUN", "PROPN", "ADJ", "X", "NUM"}) or (
            start > begin and reading.words[start - 1].text in {"-", "'s", "’s"}
        ):
            start -= 1
        j = start - 1
        while j >= begin and (reading.words[j].upos == "DET" or is_mark(reading.words[j])):
            j -= 1
        apposed = j > begin and (reading.words[j].text == "," or reading.lows[j] in {"is", "was", "remains"})
        if not apposed:
            continue
        place = ending(reading, j - 1, begin)
        owner = _owner(reading, start, i)
        if place and owner and any(capitalised(w) for w in reading.words[place[0] : place[1]]):
            yield Link(owner, "controls", place, i)


def _owner(reading: Reading, start: int, noun: int) -> Range | None:
    end = noun
    while end > start and (reading.lows[end - 1] in {"'s", "’s", "-", "key", "main", "last", "major"}):
        end -= 1
    while start < end and not capitalised(reading.words[start]) and reading.lows[start] not in {"rebel"}:
        start += 1
    if end > start and capitalised(reading.words[start]) and actorish(reading, (start, end)):
        return start, end
    after = (
        right(reading, noun + 2)
        if noun + 2 < len(reading.words) and reading.lows[noun + 1] in {"of", "for"}
        else None
    )
    return after if after and actorish(reading, after) and capitalised(reading.words[after[0]]) else None
