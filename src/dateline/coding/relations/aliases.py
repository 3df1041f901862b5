"""Other names of one thing: "aka", "also known as", a nom de guerre, an abbreviation in brackets."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.noun_phrases import capitalised, is_mark
from dateline.coding.relations.phrases import cuts, ending
from dateline.coding.relations.reading import Link, Range, Reading

_NOT_A_NAME = frozenset(
    {"for", "because", "since", "when", "where", "that", "to", "in", "by", "as", "one", "it"}
)


def find_aliases(reading: Reading) -> Iterator[Link]:
    """Every "X, also known as Y" and "X (ABC)" whose X and Y are names."""
    i = 0
    while i < len(reading.words):
        cue = reading.cues.alias.at(reading.lows, i)
        if cue:
            yield from _known_as(reading, i, len(cue))
            i += len(cue)
        else:
            if reading.words[i].text == "(":
                yield from _bracketed(reading, i)
            i += 1


def _known_as(reading: Reading, i: int, length: int) -> Iterator[Link]:
    other = _name_at(reading, i + length)
    if other is None or reading.negated(i):
        return
    subject = next(cuts(reading, i, hop=False), None)
    if subject and subject[1] <= i and _named(reading, subject):
        yield Link(subject, "alias_of", other, i, spelled=True)


def _named(reading: Reading, subject: Range) -> bool:
    """A name, or a group that the text points at: "the insurgents, known as …"."""
    if any(capitalised(w) for w in reading.words[subject[0] : subject[1]]):
        return True
    definite = subject[0] > 0 and reading.lows[subject[0] - 1] in {"the", "these", "those"}
    return definite and reading.lows[subject[1] - 1] in reading.cues.words["group_nouns"]


def _name_at(reading: Reading, i: int) -> Range | None:
    """The name at word ``i``: what the quotation marks hold, or a run of capitalised words."""
    words = reading.words
    stop = reading.sentence(i)[1] if i < len(words) else i
    while i < stop and (
        words[i].upos == "DET" or words[i].text in {",", "simply"} or reading.lows[i] in {"the", "is", "was"}
    ):
        i += 1
    if i < stop and is_mark(words[i]):
        end = i + 1
        while end < stop and not is_mark(words[end]) and end - i < 9:
            end += 1
        return (i + 1, end) if end < stop and is_mark(words[end]) and end > i + 1 else None
    end = i
    while (
        end < stop
        and (
            capitalised(words[end])
            or (
                words[end].text in {"-", "al", "el", "of", "de", "bin", "ibn", "'s", "’s"}
                and end + 1 < stop
                and end - i < 8
            )
        )
        and words[end].text not in {"."}
    ):
        end += 1
    while end > i and not capitalised(words[end - 1]):
        end -= 1
    return (i, end) if end > i and reading.lows[i] not in _NOT_A_NAME else None


def _bracketed(reading: Reading, i: int) -> Iterator[Link]:
    """An abbreviation in brackets right behind a name of at least two words."""
    words = reading.words
    inner = [k for k in range(i + 1, min(i + 5, len(words))) if not is_mark(words[k])]
    if not inner or inner[0] + 1 >= len(words):
        return
    k = inner[0]
    close = k + 1
    while close < len(words) and (
        is_mark(words[close]) or words[close].text in {"-", "/"} or words[close].text.isdigit()
    ):
        close += 1
    text = words[k].text
    letters = sum(c.isupper() for c in text)
    if (
        close >= len(words)
        or words[close].text != ")"
        or letters < 2
        or text in reading.cues.words["not_abbreviations"]
    ):
        return
    if any(w.text[0].isdigit() for w in words[k:close]):
        return
    if letters < len(text) - 2 or len(text) > 8 or k in reading.persons:
        return
    j = i - 1
    begin = reading.sentence(i)[0]
    while j >= begin and is_mark(words[j]):
        j -= 1
    if j < begin or words[j].upos not in {"PROPN", "NOUN"}:
        return
    full_name = ending(reading, j, begin)
    if full_name is None:
        return
    first = full_name[0]
    while first < j and not capitalised(words[first]):
        first += 1
    full = (first, j + 1)
    if sum(capitalised(w) for w in words[first : j + 1]) < 2:
        return
    known = reading.name_of(*full)
    if known is None or known != reading.name_of(k, k + 1):
        yield Link(full, "alias_of", (k, close if not is_mark(words[close - 1]) else k + 1), i, spelled=True)
