"""Quotation marks that cast doubt on a name or a phrase, told from those of speech, titles and nicknames."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dateline.coding.loaded_words import forms
from dateline.coding.noun_phrases import NOMINAL, bounds, capitalised, is_mark, premodifies
from dateline.coding.quotation_marks import Quoted
from dateline.knowledge.framing import FramingCues, framing_cues
from dateline.model.analysis import Analysis, Word

LONGEST = 6
"""Words of a phrase in scare quotes; hyphens and the particle of Arabic names are not counted."""
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_REACH = 14
"""Words before a phrase among which a verb of saying makes it a quotation."""


def is_scare_quoted(analysis: Analysis, quoted: Quoted) -> bool:
    """True where the marks stand around a name or a short phrase that is no speech, title or nickname."""
    words = analysis.words
    content = [w for w in words[quoted.first : quoted.last] if w.text[0].isalnum() and w.text.lower() != "al"]
    if (
        not 1 <= len(content) <= LONGEST
        or sum(len(w.text) for w in content) < 2
        or any(w.text in {"?", "!", ":", ";"} for w in words[quoted.first : quoted.last])
    ):
        return False
    begin, stop = bounds(analysis, quoted.first)
    cues = framing_cues()
    if _introduces_name(words, quoted, begin, cues) or _is_weapon(analysis, quoted):
        return False
    name = _is_name(content)
    if _is_nickname(analysis, quoted, begin, stop):
        return False
    if name:
        return not _directly_said(words, quoted, begin, stop, cues.speech_verbs)
    if _is_clause(words, quoted):
        return False
    return not _said_nearby(analysis, quoted, begin, stop, cues.speech_verbs)


def _is_name(content: Sequence[Word]) -> bool:
    small = {"of", "the", "and", "for", "de", "in"}
    return all(capitalised(w) or w.text.isdigit() or w.text.lower() in small for w in content) and (
        len(content) > 1 or content[0].upos in NOMINAL or content[0].upos in {"X", "ADJ"}
    )


def _is_clause(words: Sequence[Word], quoted: Quoted) -> bool:
    """A finite verb inside, a stop at its end, or a capital at its beginning speak of a quoted sentence."""
    inner = words[quoted.first : quoted.last]
    return (
        (inner[0].upos == "VERB" and not premodifies(inner[0]))
        or any(w.xpos in _FINITE and w.upos in {"VERB", "AUX"} for w in inner)
        or inner[-1].text == "."
        or (capitalised(inner[0]) and inner[0].upos not in {"PROPN", "NOUN", "ADJ"})
        or inner[0].upos in {"PRON", "INTJ"}
    )


def _introduces_name(words: Sequence[Word], quoted: Quoted, begin: int, cues: FramingCues) -> bool:
    """After "also known as", "called", "the film", and in brackets, the marks only set off a name."""
    mark = quoted.first - 1
    before = [w.text.lower() for w in words[max(begin, mark - 7) : mark] if not is_mark(w)]
    while (
        before
        and before[-1] in {"the", "a", "an", ",", "simply", "as"}
        and tuple(before[-2:]) != ("known", "as")
    ):
        before.pop()
    if any(tuple(before[-len(p) :]) == p for p in cues.names_it):
        return True
    if before and (before[-1] in cues.titles_before or before[-1] == "("):
        return True
    after = [w.text.lower() for w in words[quoted.last + 1 : quoted.last + 3]]
    return bool(after) and after[0] in cues.works_behind


def _is_weapon(analysis: Analysis, quoted: Quoted) -> bool:
    kinds = {"Weapon", "MilitaryPlatform", "Vehicle"}
    return any(
        m.kind in kinds and m.first <= quoted.first < m.last and m.score >= 0.5 for m in analysis.mentions
    )


def _is_nickname(analysis: Analysis, quoted: Quoted, begin: int, stop: int) -> bool:
    """Between a person's given name and surname: Jon "Max" Doe; or behind a whole person's name."""
    words = analysis.words
    before, after = quoted.first - 2, quoted.last + 1
    if before < begin or not capitalised(words[before]) or words[before].upos != "PROPN":
        return False
    if after < stop and capitalised(words[after]) and words[after].upos == "PROPN" and before > begin:
        return True
    return any(m.kind in {"Person", "name:PER"} and m.first <= before < m.last for m in analysis.mentions)


def _directly_said(
    words: Sequence[Word], quoted: Quoted, begin: int, stop: int, verbs: Collection[str]
) -> bool:
    before = [w for w in words[max(begin, quoted.first - 3) : quoted.first - 1] if w.text != ","]
    if words[quoted.first - 2].text == ":" and quoted.first - 2 >= begin:
        return True
    if before and _says(before[-1], verbs):
        return True
    return _said_after(words, quoted, stop, verbs)


def _said_after(words: Sequence[Word], quoted: Quoted, stop: int, verbs: Collection[str]) -> bool:
    """A comma inside or behind the marks and then a verb of saying: “…,” the ministry said."""
    inside = words[quoted.last - 1].text
    after = words[quoted.last + 1 : min(stop, quoted.last + 7)]
    comma = inside in {",", "."} or (bool(after) and after[0].text == ",")
    return comma and any(_says(w, verbs) for w in after)


def _said_nearby(analysis: Analysis, quoted: Quoted, begin: int, stop: int, verbs: Collection[str]) -> bool:
    words = analysis.words
    if (
        words[quoted.first - 2].text in {":", ","}
        and quoted.first - 2 >= begin
        and not premodifies(words[quoted.last])
    ):
        nouns_follow = quoted.last + 1 < stop and words[quoted.last + 1].upos in NOMINAL
        if words[quoted.first - 2].text == ":" or not nouns_follow:
            return True
    for w in words[max(begin, quoted.first - 1 - _REACH) : quoted.first - 1]:
        if _says(w, verbs) or (
            w.upos == "NOUN" and w.lemma in {"statement", "accusation", "description", "warning"}
        ):
            return True
    if _said_after(words, quoted, stop, verbs):
        return True
    return any(
        q.cue and begin <= q.cue[0] < stop and q.content[0] <= quoted.first < q.content[1]
        for q in analysis.quotations
    )


def _says(word: Word, verbs: Collection[str]) -> bool:
    if word.upos not in {"VERB", "AUX", "ADJ"} and word.text.lower() not in {"said", "says", "told"}:
        return False
    return any(form in verbs for form in forms(word))
