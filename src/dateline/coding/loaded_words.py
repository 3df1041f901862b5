"""Occurrences of the lexicon's loaded words in a report, with the phrase that each of them is about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.coding.noun_phrases import NOMINAL, bounds, capitalised, extent_left, head_right, premodifies
from dateline.knowledge.framing import LoadedWord, framing_cues, loaded_words
from dateline.model.analysis import Analysis, Word

Range = tuple[int, int]
_TITLE_CASE = 0.75
"""Share of capitalised words from which a line is a headline in title case, where capitals mark no names."""
_SMALL = frozenset({"DET", "ADP", "CCONJ", "AUX", "PART", "SCONJ"})
_WRONG_TAGS = {
    "n": frozenset({"VERB", "ADV", "AUX", "ADP"}),
    "a": frozenset({"ADV", "AUX", "ADP"}),
    "v": frozenset({"NOUN", "PROPN", "ADV", "ADP"}),
    "r": frozenset({"NOUN", "PROPN", "VERB"}),
    "x": frozenset[str](),
}


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Words ``first`` to ``last`` (exclusive) are ``entry``; ``about`` is the range of what they tell of."""

    first: int
    last: int
    entry: LoadedWord
    about: Range


def find_loaded_words(analysis: Analysis) -> tuple[Occurrence, ...]:
    """Every occurrence in text order, the longest entry where several fit; not in names and set phrases."""
    found: list[Occurrence] = []
    i = 0
    while i < len(analysis.words):
        hit = next(_at(analysis, i), None)
        if hit:
            found.append(hit)
        i = hit.last if hit else i + 1
    return tuple(found)


def _at(analysis: Analysis, i: int) -> Iterator[Occurrence]:
    words = analysis.words
    sentence = bounds(analysis, i)
    lexicon = loaded_words()
    candidates = {id(e): e for form in forms(words[i]) for e in lexicon.get(form, ())}.values()
    for entry in sorted(candidates, key=lambda e: -len(e.words)):
        last = i + len(entry.words)
        at = (i, last)
        if (
            last > sentence[1]
            or not _spelled(words[i:last], entry.words, entry.pos)
            or not _tagged(words, i, last, entry)
        ):
            continue
        if _excepted(words, at, sentence, entry) or _in_name(analysis, at, sentence, entry):
            continue
        about = _about(words, at, sentence, entry)
        if about is not None:
            yield Occurrence(i, last, entry, about)


def forms(word: Word, *, verbal: bool = True) -> tuple[str, ...]:
    """As written, its lemma, and what a regular plural or verb form is made from."""
    low = word.text.lower()
    made = [low, word.lemma.lower()] if verbal or word.upos != "VERB" else [low]
    if verbal and len(low) > 5 and low.endswith("ed"):
        made += [low[:-1], low[:-2]]
    elif verbal and len(low) > 6 and low.endswith("ing"):
        made += [low[:-3], low[:-3] + "e"]
    if len(low) > 3 and low.endswith("s") and not low.endswith("ss"):
        made.append(low[:-1])
        if low.endswith("ies"):
            made.append(low[:-3] + "y")
        elif low.endswith(("ches", "shes", "xes", "sses")):
            made.append(low[:-2])
    return tuple(dict.fromkeys(made))


def _spelled(words: Sequence[Word], phrase: tuple[str, ...], pos: str) -> bool:
    return all(p in forms(w, verbal=pos == "v") for w, p in zip(words, phrase, strict=True))


def _tagged(words: Sequence[Word], first: int, last: int, entry: LoadedWord) -> bool:
    if last - first > 1:
        return entry.pos not in {"n", "x"} or words[last - 1].upos != "VERB" or premodifies(words[last - 1])
    word = words[first]
    if word.upos in _WRONG_TAGS[entry.pos]:
        return (
            entry.pos == "n"
            and word.upos == "VERB"
            and word.text.lower().endswith("s")
            and _determined(words, first)
        )
    if entry.pos == "a" and word.upos == "VERB":
        return premodifies(word)
    return not (entry.pos == "v" and word.upos == "ADJ")


def _determined(words: Sequence[Word], i: int) -> bool:
    return i > 0 and words[i - 1].upos in {"DET", "ADJ", "NUM"}


def _excepted(words: Sequence[Word], at: Range, sentence: Range, entry: LoadedWord) -> bool:
    """One of the entry's exceptions stands beside it; "anti-", "counter-" and "ex-" always except a noun."""
    (first, last), (begin, stop) = at, sentence
    before = [w for w in words[max(begin, first - 4) : first] if w.text != "-"]
    after = [w for w in words[last : min(stop, last + 4)] if w.text != "-"]
    if first - 2 >= begin and words[first - 1].text == "-" and entry.pos != "v":
        prefix = words[first - 2].text.lower()
        if prefix in {"anti", "counter", "ex", "non"}:
            return True
    if any(len(before) >= len(p) and _spelled(before[-len(p) :], p, "v") for p in entry.not_after):
        return True
    return any(len(after) >= len(p) and _spelled(after[: len(p)], p, "v") for p in entry.not_before)


def _in_name(analysis: Analysis, at: Range, sentence: Range, entry: LoadedWord) -> bool:
    """The word is a part of a proper name: capitalised within a run of capitals that names an institution."""
    words = analysis.words
    (first, last), (begin, stop) = at, sentence
    if entry.capital or not capitalised(words[first]) or _title_case(words[begin:stop]):
        return False
    if words[first].text.isupper() and len(words[first].text) > 4:
        return False
    a, b = first, last
    while (
        a > begin
        and (capitalised(words[a - 1]) or _joins(words, a - 1, begin, stop))
        and words[a - 1].text not in ".,"
    ):
        a -= 1
    while b < stop and (capitalised(words[b]) or _joins(words, b, begin, stop)):
        b += 1
    if any(capitalised(w) for w in words[last:b]):
        person = any(m.kind in {"Person", "name:PER"} and m.first <= last < m.last for m in analysis.mentions)
        return not person
    if a == begin and not any(w.upos == "PROPN" for w in words[a:first]):
        return False
    heads = framing_cues().name_heads
    return any(capitalised(w) and w.text.lower() in heads for w in words[a:first]) or (
        first > a and words[first].upos == "PROPN" and any(capitalised(w) for w in words[a:first])
    )


def _joins(words: Sequence[Word], i: int, begin: int, stop: int) -> bool:
    """A link inside a name, between two capitalised words."""
    if words[i].text.lower() not in {"of", "the", "-", "al", "'s", "’s", "'", "’", "de", "for", "and"}:
        return False
    return (
        i > begin
        and i + 1 < stop
        and capitalised(words[i - 1])
        and (
            capitalised(words[i + 1])
            or (
                i + 2 < stop and words[i + 1].text.lower() in {"the", "al", "-"} and capitalised(words[i + 2])
            )
        )
    )


def _title_case(words: Sequence[Word]) -> bool:
    content = [w for w in words if w.text[0].isalpha() and w.upos not in _SMALL]
    return len(content) >= 4 and sum(map(capitalised, content)) >= _TITLE_CASE * len(content)


def _about(words: Sequence[Word], at: Range, sentence: Range, entry: LoadedWord) -> Range | None:
    """What the words speak of; ``None`` where the entry asks for a noun of some class and there is none."""
    (first, last), (begin, stop) = at, sentence
    if entry.pos in {"a", "x"} or entry.about:
        head = head_right(words, last, stop)
        if entry.about and not (head is not None and any(_is(words[head], c) for c in entry.about)):
            return _predicated(words, first, begin, entry) if head is None else None
        if head is not None and entry.pos == "a" and words[last - 1].upos not in NOMINAL:
            return last, head + 1
    if entry.pos != "v":
        head = head_right(words, last, stop) if last < stop and words[last].upos in NOMINAL else None
        return _phrase_start(words, first, begin), (head + 1 if head is not None else last)
    return first, last


def _phrase_start(words: Sequence[Word], first: int, begin: int) -> int:
    return first if words[first].upos == "DET" else extent_left(words, first, begin)


def _predicated(words: Sequence[Word], first: int, begin: int, entry: LoadedWord) -> Range | None:
    """The noun before it of which a strong adjective is said: "the raid was barbaric"."""
    before = [w for w in words[max(begin, first - 8) : first] if w.text[0].isalnum()]
    quoted = first > begin and not words[first - 1].text[0].isalnum() and words[first - 1].text not in ",-"
    said = bool(before) and (
        before[-1].lemma == "be" or before[-1].text.lower() in {"as", "was", "were", "is", "are"}
    )
    if entry.weak or not (quoted or said):
        return None
    nouns = [w for w in before if w.upos in NOMINAL and any(_is(w, c) for c in entry.about)]
    return (nouns[-1].index, nouns[-1].index + 1) if nouns else None


def _is(noun: Word, kind: str) -> bool:
    nouns = framing_cues().nouns[kind]
    return any(form in nouns for form in forms(noun)) or (kind == "actor" and noun.upos == "PROPN")
