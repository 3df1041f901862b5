"""Who leads a group and who is one of it."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.noun_phrases import NOMINAL, capitalised, extent_left, is_mark
from dateline.coding.relations.naming import actorish
from dateline.coding.relations.phrases import right
from dateline.coding.relations.reading import Link, Range, Reading


def find_leaders(reading: Reading) -> Iterator[Link]:
    """ "X commander NAME", "NAME, a member of X", "their leader, NAME", "NAME was an X fighter"."""
    leaders = reading.cues.words["leader_nouns"]
    ranks = reading.cues.words["rank_and_file"]
    for i, low in enumerate(reading.lows):
        singular = low in leaders or low in ranks
        if not singular or reading.words[i].upos not in {"NOUN", "PROPN"}:
            continue
        begin, stop = reading.sentence(i)
        first = extent_left(reading.words, i, begin)
        yield from _of_group(reading, i, first, stop)
        yield from _before_name(reading, i, first, stop)
        yield from _own_leader(reading, i, stop)


def _predicate(reading: Reading, noun: int, first: int) -> str | None:
    """``leads`` for the one leader, ``member_of`` for one of many, ``None`` for one who was it before."""
    lows = reading.lows[max(0, first - 1) : noun]
    if {"former", "ex", "late", "slain", "then", "ousted", "exiled"} & set(lows):
        return None
    indefinite = first > 0 and reading.lows[first - 1] in {"a", "an", "one"}
    lesser = reading.cues.words["lesser"] & set(lows)
    if reading.lows[noun] in reading.cues.words["leader_nouns"] and not indefinite and not lesser:
        return "leads"
    return "member_of" if reading.lows[noun] in reading.cues.words["rank_and_file"] else None


def _of_group(reading: Reading, noun: int, first: int, stop: int) -> Iterator[Link]:
    """ "the leader of X, NAME" and "NAME, the leader of X"."""
    if noun + 1 >= stop or reading.lows[noun + 1] not in {"of", "in"}:
        return
    group = right(reading, noun + 2)
    predicate = _predicate(reading, noun, first)
    if group is None or predicate is None or not actorish(reading, group) or group[1] - 1 in reading.located:
        return
    person = _apposed_after(reading, group[1], stop) or _person_before(reading, first)
    if person:
        yield Link(person, predicate, group, noun)


def _before_name(reading: Reading, noun: int, first: int, stop: int) -> Iterator[Link]:
    """ "X commander NAME", "X's leader, NAME" and "NAME, an X commander", "NAME was an X fighter"."""
    group = _group_before(reading, noun, first)
    predicate = _predicate(reading, noun, first)
    if group is None or predicate is None or not actorish(reading, group):
        return
    person = _person_at(reading, noun + 1, stop) or _apposed_after(reading, noun + 1, stop)
    if person is None:
        person = _person_before(reading, first)
    if person and person != group:
        yield Link(person, predicate, group, noun)


def _group_before(reading: Reading, noun: int, first: int) -> Range | None:
    """The name at the beginning of the phrase, before "leader", "'s senior commander" and the like."""
    owned = _owner_of(reading, noun, first)
    if owned:
        return owned
    end = first
    while (
        end < noun
        and (
            capitalised(reading.words[end])
            or is_mark(reading.words[end])
            or reading.lows[end] in {"-", "al", "of", "army", "police", "militia", "rebel", "group"}
        )
        and reading.lows[end] not in {"'s", "’s"}
    ):
        end += 1
    while first < end and (
        is_mark(reading.words[first]) or reading.lows[first] in reading.cues.words["lesser"] | {"-"}
    ):
        first += 1
    return (first, end) if end > first else None


def _owner_of(reading: Reading, noun: int, first: int) -> Range | None:
    """"Mozambique's police" of "Mozambique's police commander", the group meant by "the coalition's leader"."""
    mark = next((k for k in range(first + 1, noun) if reading.lows[k] in {"'s", "’s"}), None)
    if mark is None:
        return None
    last = next((k for k in range(noun - 1, mark, -1) if reading.lows[k] in reading.cues.words["commanded"]), None)
    if last is not None:
        return first, last + 1
    known = reading.name_of(first, mark)
    return (first, mark) if known and known[:1].isupper() and not capitalised(reading.words[first]) else None


def _own_leader(reading: Reading, noun: int, stop: int) -> Iterator[Link]:
    """The group of "their leader, NAME": named before, or the subject that comes behind it."""
    if noun == 0 or reading.lows[noun - 1] not in {"their", "its"}:
        return
    if reading.lows[noun] not in reading.cues.words["leader_nouns"]:
        return
    person = _apposed_after(reading, noun + 1, stop) or _person_at(reading, noun + 1, stop)
    if person is None:
        return
    group = (
        _known_pronoun(reading, noun - 1)
        or _subject_behind(reading, person[1], stop)
        or _group_earlier(reading, noun - 1)
    )
    if group:
        yield Link(person, "leads", group, noun)


def _known_pronoun(reading: Reading, i: int) -> Range | None:
    return (i, i + 1) if reading.name_of(i, i + 1) else None


def _subject_behind(reading: Reading, start: int, stop: int) -> Range | None:
    """The subject behind an opening phrase: "Led by their chief, NAME, fighters of X attacked"."""
    begin = reading.sentence(start)[0]
    opening = reading.words[begin].upos in {"ADP", "SCONJ", "VERB"}
    if not opening:
        return None
    i = start
    while (i < stop and reading.words[i].text != ",") or _alias_next(reading, i):
        i += 1
        if i >= stop:
            return None
    group = right(reading, i + 1) if i + 1 < stop else None
    return group if group and actorish(reading, group) and group[0] not in reading.persons else None


def _alias_next(reading: Reading, i: int) -> bool:
    return i + 1 < len(reading.words) and reading.cues.alias.at(reading.lows, i + 1) is not None


def _group_earlier(reading: Reading, i: int) -> Range | None:
    """The organisation last named before word ``i`` in its sentence or the one before."""
    begin = reading.sentence(i)[0]
    begin = reading.sentence(begin - 1)[0] if begin else begin
    kinds = {"Organisation", "name:ORG"}
    named = [m for m in reading.analysis.mentions if m.kind in kinds and begin <= m.first and m.last <= i]
    return (named[-1].first, named[-1].last) if named else None


def _person_at(reading: Reading, i: int, stop: int) -> Range | None:
    """A person's name that begins at word ``i``, past a rank ("Gen", "Colonel")."""
    end = i
    while end < stop and (end in reading.persons or reading.words[end].text == "-"):
        end += 1
    while end > i and not capitalised(reading.words[end - 1]):
        end -= 1
    if end == i and i + 1 < stop and capitalised(reading.words[i]) and i + 1 in reading.persons:
        return _person_at(reading, i + 1, stop)
    return (i, end) if end > i and reading.words[end - 1].upos in {"PROPN", "NOUN", "X"} else None


def _apposed_after(reading: Reading, i: int, stop: int) -> Range | None:
    while i < stop and (is_mark(reading.words[i]) or reading.lows[i] == ")"):
        i += 1
    return _person_at(reading, i + 1, stop) if i < stop and reading.words[i].text == "," else None


def _person_before(reading: Reading, first: int) -> Range | None:
    """The person of "NAME, a …" or "NAME was a …"; without a name, a definite "the driver was a …"."""
    begin = reading.sentence(first)[0] if first < len(reading.words) else 0
    j = first - 1
    while j >= begin and (reading.words[j].upos == "DET" or is_mark(reading.words[j])):
        j -= 1
    if j < begin:
        return None
    if reading.words[j].text == "," and j - 1 in reading.persons:
        k = j - 1
        while k > begin and (k - 1 in reading.persons):
            k -= 1
        return k, j
    if reading.lows[j] in {"was", "is"} and j > begin and not reading.negated(first):
        k = j - 1
        if k in reading.persons or (
            reading.words[k].upos in NOMINAL and reading.words[k].text.lower() != "there"
        ):
            start = extent_left(reading.words, k, begin)
            named = k in reading.persons
            definite = start > begin and reading.lows[start - 1] == "the"
            return (start, k + 1) if named or definite else None
    return None
