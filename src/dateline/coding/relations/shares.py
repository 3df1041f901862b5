"""Who makes up how much of a whole: "the X and Y tribes, which comprise over 70% of the council"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.noun_phrases import NOMINAL, capitalised
from dateline.coding.relations.phrases import cuts, right
from dateline.coding.relations.reading import Link, Range, Reading

_PERCENT = (("%",), ("percent",), ("per", "cent"), ("pc",), ("percentage", "points"))


def find_shares(reading: Reading) -> Iterator[Link]:
    """Shares told by a verb between the part and the whole; one link for each subject."""
    for i in range(len(reading.words)):
        found = _amount(reading, i)
        if found is None:
            continue
        start, end, value = found
        verb = next((v for v in reading.cues.share_verbs if _ends_with(reading, start, v)), None)
        if verb is None or (reading.words[start - 1].upos == "ADP" and len(verb) < 2):
            continue
        whole = _whole(reading, end)
        if whole is None:
            continue
        cue = start - len(verb)
        subjects = list(cuts(reading, cue))
        parts = _parts(reading, subjects[0]) if subjects else []
        shared = subjects[0][1] - 1 if len(parts) > 1 else None
        for part in parts if shared else subjects:
            yield Link(part, "share_of", whole, cue, value, shared=shared)


def _ends_with(reading: Reading, end: int, verb: tuple[str, ...]) -> bool:
    """True where the words before ``end`` are the verb in any of its forms."""
    start = end - len(verb)
    if start < 0 or reading.lows[start + 1 : end] != verb[1:]:
        return False
    word = reading.words[start]
    low = reading.lows[start]
    return word.lemma.lower() == verb[0] or low in {
        verb[0],
        verb[0] + "s",
        verb[0] + "d",
        verb[0] + "ed",
        verb[0][:-1] + "ing",
    }


def _amount(reading: Reading, i: int) -> tuple[int, int, str] | None:
    """A share that begins at word ``i``: its first word with the bound, the word behind it, and the value."""
    lows = reading.lows
    number, end = _number(reading, i)
    if number is None:
        return None
    start = i
    while start and reading.words[start - 1].upos == "DET":
        start -= 1
    if number[0] in "<>":
        return start, end, number
    for bound, sign in reading.cues.share_bounds.items():
        if start >= len(bound) and lows[start - len(bound) : start] == bound:
            return start - len(bound), end, sign + number
    return start, end, number


def _number(reading: Reading, i: int) -> tuple[str | None, int]:
    lows = reading.lows
    text = lows[i].replace(",", ".")
    if text.replace(".", "", 1).isdigit():
        for sign in _PERCENT:
            if lows[i + 1 : i + 1 + len(sign)] == sign:
                return f"{round(float(text) / 100, 4):g}", i + 1 + len(sign)
        return None, i
    if fraction := reading.cues.share_fractions.at(lows, i):
        return f"{reading.cues.share_fractions[fraction]:g}", i + len(fraction)
    if words := reading.cues.share_words.at(lows, i):
        return reading.cues.share_words[words], i + len(words)
    return None, i


def _whole(reading: Reading, i: int) -> Range | None:
    """What the share is of: "of the council's composition" gives the council."""
    if i >= len(reading.words) or reading.lows[i] != "of":
        return None
    whole = right(reading, i + 1)
    if whole is None or reading.lows[whole[1] - 1] in reading.cues.words["not_shares"]:
        return None
    first, last = whole
    if (
        reading.lows[last - 1] in reading.cues.words["share_of_what"]
        and last - 2 > first
        and reading.lows[last - 2] in {"'s", "’s", "'", "’"}
    ):
        return first, last - 2
    return whole


def _parts(reading: Reading, subject: Range) -> list[Range]:
    """The names of "the Dinka and Nuer tribes", without the noun that they share; else the subject."""
    first, last = subject
    parts: list[Range] = []
    begin = reading.sentence(first)[0]
    j = first - 1
    while (
        j > begin
        and (reading.lows[j] in {"and", ","})
        and capitalised(reading.words[j - 1])
        and reading.words[j - 1].upos in NOMINAL
        and reading.words[last - 1].upos == "NOUN"
    ):
        k = j - 1
        while k > begin and reading.words[k - 1].text in {"-"}:
            k -= 2
        parts.insert(0, (k, j))
        j = k - 1
    return [*parts, (first, last - 1)] if parts else [subject]
