"""The neutral name of a phrase: the one that is known, or its own words without what takes a side."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.noun_phrases import capitalised, is_mark
from dateline.coding.relations.reading import Range, Reading
from dateline.knowledge.actors import load_actor_nouns, load_demonyms
from dateline.knowledge.framing import loaded_words
from dateline.knowledge.time_words import time_words
from dateline.model.analysis import Word


def actorish(reading: Reading, span: Range) -> bool:
    """True where the phrase can name people who act: a known one, a name, or a noun for a group."""
    first, last = span
    head = reading.words[last - 1]
    if reading.name_of(first, last):
        return True
    if reading.lows[last - 1] in reading.cues.words["group_nouns"]:
        return True
    return (
        head.upos in {"PROPN", "X", "NOUN", "ADJ", "NUM"}
        and capitalised(head)
        and head.text.lower() not in time_words().in_full
    )


def is_party(reading: Reading, span: Range) -> bool:
    """True where the phrase can be tied to others: a name that is no place, or a noun for people; no thing or ground."""
    first, last = span
    noun = reading.words[last - 1]
    own = spelled(reading, span)
    called = reading.name_of(first, last) or own
    if capitalised(noun):
        known = called != own or load_demonyms().named(own) is not None
        return actorish(reading, span) and (known or last - 1 not in reading.located)
    people = noun.text.lower() in reading.cues.words["group_nouns"] or load_actor_nouns().find(noun.text) is not None
    return people or (any(c.isupper() for c in called) and last - 1 not in reading.located)


def name(reading: Reading, span: Range) -> str | None:
    """The neutral name of a phrase, by ``name_of`` or its own words; ``None`` for an open pronoun."""
    first, last = core(reading, span)
    country = _country(spelled(reading, span)) if capitalised(reading.words[first]) else None
    if country:
        return country
    known = reading.name_of(*span) or reading.name_of(first, last)
    if known:
        return _as_written(known, spelled(reading, span))
    if all(w.upos in {"PRON", "DET"} for w in reading.words[first:last]):
        return None
    text = spelled(reading, _person(reading, first, last))
    country = _country(text) if capitalised(reading.words[first]) else None
    return country or text or None


def _country(text: str) -> str | None:
    """The country that a name, an adjective ("Turkish") or a word for its people stands for."""
    demonyms = load_demonyms()
    found = demonyms.of_adjective(text) or demonyms.named(text) or demonyms.of_people(text)
    return found.name if found else None


def _as_written(known: str, text: str) -> str:
    """``known`` with the capital of the text where it differs from it in nothing else."""
    return text if known != text and known.lower() == text.lower() else known


def _person(reading: Reading, first: int, last: int) -> Range:
    """The name in "cleric NAME" and "Lt. Gen. NAME", where it has two words or more; else the phrase."""
    start = last
    while start > first and start - 1 in reading.persons:
        start -= 1
    return (start, last) if last - start > 1 else (first, last)


def spelled(reading: Reading, span: Range) -> str:
    """The words of a phrase without determiner, quotation marks and a final "'s"."""
    words = [w for w in reading.words[span[0] : span[1]] if not is_mark(w)]
    while words and (
        words[0].upos == "DET"
        or words[0].text.lower() in {"so", "called", "-", "its", "their"}
        or _loaded(words[0], len(words))
    ):
        words = words[1:]
    while words and words[-1].text.lower() in {"'s", "’s", ",", "'", "’"}:
        words = words[:-1]
    return _joined(reading.analysis.text, words)


def _of_name(reading: Reading, i: int) -> bool:
    """A capitalised word, a mark, or a particle tied to its neighbour by a hyphen."""
    word = reading.words[i]
    tied = "-" in (reading.lows[i - 1], reading.lows[i + 1] if i + 1 < len(reading.lows) else "")
    return capitalised(word) or is_mark(word) or word.text in {"-", "al", "el", "de", "of"} or tied


def core(reading: Reading, span: Range) -> Range:
    """The name inside "“X” fighters" and "members of X"; the phrase itself where there is none."""
    first, last = span
    while first < last - 1 and (is_mark(reading.words[first]) or reading.words[first].upos == "DET"):
        first += 1
    lows = reading.lows
    if "of" in lows[first:last]:
        at = lows.index("of", first, last)
        if lows[at - 1] in reading.cues.words["group_nouns"] and not capitalised(reading.words[at - 1]):
            start = at + 1
            while start < last - 1 and (reading.words[start].upos == "DET" or is_mark(reading.words[start])):
                start += 1
            return start, last
    stripped = reading.cues.words["stripped_nouns"]
    if last - first > 1 and lows[last - 1] in stripped and not capitalised(reading.words[last - 1]):
        end = last - 1
        while end > first and is_mark(reading.words[end - 1]):
            end -= 1
        before = spelled(reading, (first, end))
        compound = any(
            reading.lows[k] in reading.cues.compounds or reading.lows[k] == "pro" for k in range(first, end)
        )
        demonyms = load_demonyms()
        names = not compound and end > first and all(_of_name(reading, k) for k in range(first, end))
        if names and not demonyms.of_adjective(before) and not demonyms.named(before):
            return first, end
    return first, last


def _loaded(word: Word, words: int) -> bool:
    """An adjective that takes a side, which no neutral name keeps."""
    if words < 2 or capitalised(word) or word.upos not in {"ADJ", "VERB"}:
        return False
    return any(
        entry.pos == "a" and len(entry.words) == 1 for entry in loaded_words().get(word.text.lower(), ())
    )


def _joined(text: str, words: Sequence[Word]) -> str:
    """The words with the white space that the text has between them; what is left out leaves one space."""
    parts: list[str] = []
    for k, word in enumerate(words):
        if k and word.start > words[k - 1].end:
            between = text[words[k - 1].end : word.start]
            parts.append(" " if between.strip() or between.isspace() else between)
        parts.append(word.text)
    return "".join(parts).strip(" ,")
