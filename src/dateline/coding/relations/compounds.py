"""Facts inside a compound: "U.S.-backed forces", "pro-Iranian militia", "Iran's Quds Force"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.noun_phrases import capitalised, is_mark
from dateline.coding.relations.naming import actorish, spelled
from dateline.coding.relations.phrases import right
from dateline.coding.relations.reading import Link, Range, Reading
from dateline.knowledge.actors.demonyms import load_demonyms
from dateline.knowledge.time_words import time_words

_HYPHENS = frozenset({"-", "‑", "–"})


def find_compounds(reading: Reading) -> Iterator[Link]:
    """Facts told by hyphenated premodifiers, the outer name to the left of the hyphen."""
    for i, word in enumerate(reading.words):
        if word.text not in _HYPHENS or i == 0 or i + 2 >= len(reading.words):
            continue
        predicate = reading.cues.compounds.get(reading.lows[i + 1])
        if predicate:
            yield from _owned(reading, i, predicate)
        elif reading.lows[i - 1] == "pro":
            yield from _pro(reading, i)


def _owned(reading: Reading, hyphen: int, predicate: str) -> Iterator[Link]:
    owner = _owner(reading, hyphen)
    if owner is None:
        return
    if predicate == "controls":
        place = _held(reading, hyphen + 2)
        if place:
            yield Link(owner, predicate, place, hyphen + 1)
        return
    whole = right(reading, hyphen + 2)
    if whole is None or not actorish(reading, whole):
        return
    if predicate == "leads":
        if (
            reading.name_of(*whole)
            or any(capitalised(w) for w in reading.words[whole[0] : whole[1]])
            or reading.lows[whole[1] - 1] in {"coalition", "alliance", "junta"}
        ):
            yield Link(owner, predicate, whole, hyphen + 1)
    else:
        yield Link(_bare(reading, owner[0], whole), predicate, owner, hyphen + 1)


def _owner(reading: Reading, hyphen: int) -> Range | None:
    """The name left of the hyphen, hyphenated names ("al-Qaeda") and names of several words included."""
    last = hyphen
    first = last - 1
    if not capitalised(reading.words[first]) or reading.lows[first] in reading.cues.words["generic_owners"]:
        return None
    kinds = {"Organisation", "Nationality", "Location", "name:ORG", "name:LOC", "name:MISC"}
    spans = [
        m
        for m in (*reading.analysis.mentions, *reading.analysis.toponyms)
        if m.last == last and m.first < first and (m.kind in kinds or m in reading.analysis.toponyms)
    ]
    begin = reading.sentence(first)[0]
    if spans:
        first = min(m.first for m in spans)
    while (
        first - 2 >= begin
        and reading.words[first - 1].text in _HYPHENS
        and reading.words[first - 2].end == reading.words[first - 1].start
    ):
        first -= 2
    if load_demonyms().named(spelled(reading, (last - 1, last))) is None and not spans:
        while (
            first > begin
            and reading.words[first - 1].upos == "PROPN"
            and capitalised(reading.words[first - 1])
            and reading.lows[first - 1] not in time_words().in_full
            and first - 1 > begin
        ):
            first -= 1
    while first < last - 1 and reading.lows[first] in {"the", "a", "an"}:
        first += 1
    return first, last


def _held(reading: Reading, i: int) -> Range | None:
    """The named place after "X-held": "Donetsk", "town of Goma", "city of Nyala"."""
    stop = reading.sentence(i)[1] if i < len(reading.words) else i
    for j in range(i, min(stop, i + 6)):
        if capitalised(reading.words[j]) and (j in reading.located or reading.words[j].upos == "PROPN"):
            end = j + 1
            while end < stop and (
                (capitalised(reading.words[end]) and reading.words[end].upos == "PROPN")
                or reading.words[end].text in _HYPHENS
                or end in reading.located
            ):
                end += 1
            return j, end
        nouns = reading.cues.words["place_nouns"] | {
            "of",
            "the",
            "eastern",
            "western",
            "northern",
            "southern",
            "central",
        }
        if (
            reading.lows[j] not in nouns
            and not is_mark(reading.words[j])
            and reading.words[j].text not in {"al", "-"}
        ):
            return None
    return None


def _pro(reading: Reading, hyphen: int) -> Iterator[Link]:
    if reading.lows[hyphen + 1] in reading.cues.words["no_side"] or not capitalised(
        reading.words[hyphen + 1]
    ):
        return
    end = hyphen + 2
    while (
        end + 1 < len(reading.words)
        and reading.words[end].text in _HYPHENS
        and reading.words[end].start == reading.words[end - 1].end
    ):
        end += 2
    whole = right(reading, end)
    if whole and actorish(reading, whole):
        yield Link(_bare(reading, hyphen - 1, whole), "affiliated_with", (hyphen + 1, end), hyphen)


def _bare(reading: Reading, start: int, whole: Range) -> Range:
    """A noun that says little alone ("forces") keeps the words before it: "U.S.-backed forces"."""
    alone = whole[1] - whole[0] == 1 and not capitalised(reading.words[whole[0]])
    return (start, whole[1]) if alone else whole


def _stands_for_name(reading: Reading, mark: int) -> bool:
    """"The army's Second Division": a noun whose bearer is known by name."""
    known = reading.name_of(mark - 1, mark)
    return reading.words[mark - 1].upos == "NOUN" and bool(known) and str(known)[:1].isupper()


def find_possessed(reading: Reading) -> Iterator[Link]:
    """Named units of a named owner: "the PDF's Pale battalion", "Iran's Quds Force"."""
    words = reading.words
    for i, word in enumerate(words):
        if (
            word.text not in {"'s", "’s", "'", "’"}
            or i == 0
            or not (capitalised(words[i - 1]) or _stands_for_name(reading, i))
            or i + 2 >= len(words)
        ):
            continue
        if i - 1 in reading.persons and not load_demonyms().named(words[i - 1].text):
            continue
        if reading.lows[i - 1] in reading.cues.words["not_owners"]:
            continue
        unit = right(reading, i + 1)
        if unit is None or unit[1] - unit[0] < 2 or unit[0] > i + 2:
            continue
        if reading.lows[unit[1] - 1] not in reading.cues.words["unit_nouns"]:
            continue
        if not any(capitalised(w) or w.text[0].isdigit() for w in words[unit[0] : unit[1] - 1]):
            continue
        if all(low in reading.cues.words["generic_units"] for low in reading.lows[unit[0] : unit[1]]):
            continue
        first = i - 1
        begin = reading.sentence(i)[0]
        while first > begin and words[first - 1].upos == "PROPN" and capitalised(words[first - 1]):
            first -= 1
        owner = (first, i)
        if actorish(reading, owner):
            yield Link(unit, "part_of", owner, i)
