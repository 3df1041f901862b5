"""Facts that a phrase between two names tells: "linked to", "backed by", "the armed wing of"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.noun_phrases import NOMINAL, capitalised, is_mark, premodifies
from dateline.coding.relations.naming import actorish, is_party
from dateline.coding.relations.phrases import cuts, right, rights
from dateline.coding.relations.reading import Link, Range, Reading


def find_linked(reading: Reading) -> Iterator[Link]:
    """Facts of the kinds ``between`` and ``inverse`` of the cues, the longest cue first at each place."""
    i = 0
    while i < len(reading.words):
        cue, predicate, inverse = _cue_at(reading, i)
        if not cue:
            i += 1
            continue
        if not reading.negated(i):
            yield from (
                _inverse(reading, i, cue, predicate) if inverse else _between(reading, i, cue, predicate)
            )
        i += cue


def _cue_at(reading: Reading, i: int) -> tuple[int, str, bool]:
    """Length and predicate of the cue at word ``i``, 0 where there is none, and whether it is inverse."""
    best = (0, "", False)
    stop = reading.sentence(i)[1]
    for table, inverse in ((reading.cues.between, False), (reading.cues.inverse, True)):
        phrase = table.at(reading.lows, i, stop)
        if phrase and len(phrase) > best[0]:
            best = (len(phrase), table[phrase], inverse)
    return best


def _between(reading: Reading, i: int, length: int, predicate: str) -> Iterator[Link]:
    if predicate == "controls":
        yield from _controlling(reading, i, length)
        return
    start = _noun_phrase_start(reading, i) if reading.words[i].upos in NOMINAL else i
    if start is None:
        return
    subjects = [s for s in cuts(reading, start) if is_party(reading, s)]
    for target in rights(reading, i + length):
        if not is_party(reading, target) or not _definite(reading, target):
            continue
        for subject in subjects:
            yield Link(subject, predicate, target, i)


def _noun_phrase_start(reading: Reading, i: int) -> int | None:
    """Where "a powerful faction of" begins; ``None`` unless it is said of what stands before it."""
    begin = reading.sentence(i)[0]
    while i > begin and (
        premodifies(reading.words[i - 1]) or reading.words[i - 1].upos == "DET" or reading.lows[i - 1] == "-"
    ):
        i -= 1
    return (
        i
        if i > begin and reading.lows[i - 1] in {",", "is", "are", "was", "were", "as", "(", "–", "—"}
        else None
    )


def _controlling(reading: Reading, i: int, length: int) -> Iterator[Link]:
    """A place is what is controlled; a bare "control" must be the verb."""
    word = reading.words[i]
    if length == 1 and (reading.lows[i] not in reading.cues.words["controlling"] or word.upos != "VERB"):
        return
    holders = [s for s in cuts(reading, i) if actorish(reading, s)]
    place = _place(reading, i + length)
    while place:
        yield from (Link(s, "controls", place, i) for s in holders)
        joined = reading.lows[place[1] : place[1] + 1] in (("and",), (",",))
        place = _place(reading, place[1] + 1) if joined else None


def _inverse(reading: Reading, i: int, length: int, predicate: str) -> Iterator[Link]:
    owner = right(reading, i + length)
    if not owner or not actorish(reading, owner) or not _definite(reading, owner):
        return
    for target in list(cuts(reading, i, hop=predicate != "controls"))[:1]:
        first, last = target
        if predicate == "controls":
            nouns = reading.cues.words["place_nouns"] | reading.cues.words["facility_nouns"]
            named = last - 1 in reading.located or (
                reading.lows[last - 1] in nouns and any(capitalised(w) for w in reading.words[first:last])
            )
            if named:
                yield Link(owner, predicate, target, i)
        elif actorish(reading, target):
            yield Link(owner, predicate, target, i)


def _definite(reading: Reading, span: Range) -> bool:
    """A name, or a noun that ``name_of`` knows: "backed by helicopters" names no one."""
    return any(capitalised(w) for w in reading.words[span[0] : span[1]]) or reading.name_of(*span) is not None


def _place(reading: Reading, i: int) -> Range | None:
    """A named place at word ``i``, past "the town of", "parts of", "much of"."""
    stop = reading.sentence(i)[1] if i < len(reading.words) else i
    for j in range(i, min(stop, i + 9)):
        if j in reading.located and capitalised(reading.words[j]):
            end = j
            while end < stop and (end in reading.located or reading.lows[end] == "-"):
                end += 1
            return j, end
        if not (
            reading.words[j].upos in {"DET", "ADJ", "NOUN", "ADP", "NUM", "PRON"}
            or is_mark(reading.words[j])
            or reading.lows[j] in {"al", "-"}
        ):
            return None
    return None
