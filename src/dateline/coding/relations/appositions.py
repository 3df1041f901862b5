"""Facts told by a noun beside a name: "JNIM, an al-Qaeda affiliate", "X, the Y movement's armed wing"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.noun_phrases import capitalised, extent_left, is_mark
from dateline.coding.relations.naming import is_party, spelled
from dateline.coding.relations.phrases import ending, right
from dateline.coding.relations.reading import Link, Range, Reading
from dateline.knowledge.actors.demonyms import load_demonyms

_BEING = frozenset({",", "is", "are", "was", "were", "remains", "(", "–", "—"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def find_apposed(reading: Reading) -> Iterator[Link]:
    """Every such noun whose phrase begins with the name of the other party."""
    for i, low in enumerate(reading.lows):
        predicate = reading.cues.apposed.get(low)
        if predicate is None or reading.words[i].upos != "NOUN" or reading.lows[i + 1 : i + 2] == ("of",):
            continue
        begin, stop = reading.sentence(i)
        first = extent_left(reading.words, i, begin)
        owner = _owner(reading, first, i, predicate)
        subject = _before(reading, first, begin) or _behind(reading, i, stop)
        if owner and subject and is_party(reading, subject):
            yield Link(subject, predicate, owner, i)


def _owner(reading: Reading, first: int, noun: int, predicate: str) -> Range | None:
    """The name at the beginning of the phrase: before "'s", or the capitalised words."""
    end = next((k for k in range(first, noun) if reading.words[k].text in _POSSESSIVE), first)
    if end == first:
        while end < noun and (capitalised(reading.words[end]) or reading.words[end].text in {"-", "al"}):
            end += 1
        while end > first and not capitalised(reading.words[end - 1]):
            end -= 1
    if end == first or not is_party(reading, (first, end)) or reading.words[end].text == "-":
        return None
    demonyms = load_demonyms()
    nation = demonyms.of_adjective(spelled(reading, (first, end))) is not None
    return None if nation and predicate == "part_of" else (first, end)


def _before(reading: Reading, first: int, begin: int) -> Range | None:
    """The name of "NAME, an X affiliate" and "NAME is X's affiliate"."""
    j = first - 1
    while j >= begin and (reading.words[j].upos == "DET" or is_mark(reading.words[j])):
        j -= 1
    if j <= begin or reading.lows[j] not in _BEING or reading.negated(first):
        return None
    found = ending(reading, j - 1, begin)
    return found if found and capitalised(reading.words[found[1] - 1]) else None


def _behind(reading: Reading, noun: int, stop: int) -> Range | None:
    """The name of "the al-Qaeda affiliate NAME" and "X's local branch, NAME"."""
    at = noun + 1 + (reading.lows[noun + 1 : noun + 2] == (",",))
    if at >= stop or not capitalised(reading.words[at]) or at in reading.located:
        return None
    found = right(reading, at)
    return found if found and capitalised(reading.words[found[1] - 1]) else None
