"""Second names that a report itself introduces: abbreviations in brackets, "also known as"."""

from __future__ import annotations

from functools import cache

from dateline.coding.entities.phrase import QUOTES, is_capital, plain_text
from dateline.knowledge.names import normalise
from dateline.knowledge.naming_words import naming_words
from dateline.model.analysis import Analysis

_CONNECTING = frozenset(
    ["of", "the", "for", "and", "de", "al", "el", "la", "del", "du", "des", "in", "on", "to"]
)
_LONGEST = 10


class Aliases:
    """Full names by the short ones of one report."""

    def __init__(self) -> None:
        self._full: dict[str, str] = {}

    def add(self, short: str, full: str) -> None:
        """Lets ``short`` mean ``full`` from here on; the first meaning stays."""
        if normalise(short) and normalise(short) != normalise(full):
            self._full.setdefault(normalise(short), full)

    def full(self, name: str) -> str | None:
        """The full name that the report gave for ``name``, or ``None``."""
        return self._full.get(normalise(name))


def read_aliases(analysis: Analysis) -> Aliases:
    """The aliases that ``analysis`` introduces, in text order."""
    aliases = Aliases()
    for i in range(len(analysis.words)):
        if analysis.words[i].text == "(":
            _bracketed(analysis, i, aliases)
        else:
            _known_as(analysis, i, aliases)
    return aliases


def _bracketed(analysis: Analysis, opening: int, aliases: Aliases) -> None:
    words = analysis.words
    end = next((k for k in range(opening + 1, min(opening + 9, len(words))) if words[k].text == ")"), None)
    if end is None:
        return
    inner = [k for k in range(opening + 1, end) if words[k].text not in QUOTES]
    inside = plain_text(analysis.text, words, inner)
    before = _name_before(analysis, opening)
    if not inner or not before:
        return
    if _abbreviation(inside):
        if fitting := _fitting(analysis, before, inside):
            aliases.add(inside, plain_text(analysis.text, words, fitting))
    elif (
        len(before) == 1
        and _abbreviation(words[before[0]].text)
        and is_capital(words[inner[0]])
        and len(inner) > 1
    ):
        aliases.add(words[before[0]].text, inside)


def _abbreviation(text: str) -> bool:
    return (
        " " not in text and 2 <= len(text) <= 12 and sum(map(str.isupper, text)) >= 2 and not text.isdigit()
    )


def _name_before(analysis: Analysis, end: int) -> list[int]:
    """The longest stretch of capitalised words, with connecting ones inside, right before word ``end``."""
    words = analysis.words
    found: list[int] = []
    i = end - 1
    bottom = max(analysis.sentences[analysis.sentence_of[end]].first, end - _LONGEST - 4)
    while i >= bottom:
        word = words[i]
        if word.text in QUOTES:
            pass
        elif (
            is_capital(word)
            or word.text in "-–’'"
            or word.text in ("'s", "’s")
            or word.text[:1].isdigit()
            or (
                word.text.lower() in _CONNECTING
                and i > bottom
                and (is_capital(words[i - 1]) or words[i - 1].text.lower() in _CONNECTING)
            )
            or (
                not found
                and (
                    word.text.lower() in naming_words().group_nouns
                    or word.text.lower() in naming_words().members
                )
            )
        ):
            found.append(i)
        else:
            break
        i -= 1
    found.reverse()
    while found and not is_capital(words[found[0]]) and not words[found[0]].text[:1].isdigit():
        found.pop(0)
    return found[1:] if len(found) > 1 and words[found[0]].text in ("The", "A", "An") else found


def _fitting(analysis: Analysis, before: list[int], short: str) -> list[int]:
    """The last words of ``before`` whose initials spell ``short``; all of a long name else."""
    letters = [c for c in short.lower() if c.isalpha()]
    words = analysis.words
    for start in range(len(before) - 1, -1, -1):
        initials = [
            words[k].text[0].lower()
            for k in before[start:]
            if words[k].text[0].isalpha() and words[k].text[0] not in "'’"
        ]
        capitals = [words[k].text[0].lower() for k in before[start:] if words[k].text[0].isupper()]
        if letters in (initials, capitals):
            return before[start:]
    return before if len(before) > 2 else []


@cache
def _openings() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in naming_words().known_as)


def _known_as(analysis: Analysis, i: int, aliases: Aliases) -> None:
    words = analysis.words
    if words[i].text.lower() not in _openings():
        return
    for phrase in naming_words().known_as:
        end = i + len(phrase)
        if end >= len(words) or tuple(w.text.lower() for w in words[i:end]) != phrase:
            continue
        behind = _name_behind(analysis, end)
        k = i - 1
        while k >= 0 and (words[k].text in QUOTES or words[k].text in ",("):
            k -= 1
        before = _name_before(analysis, k + 1)
        if before and behind:
            _join(plain_text(analysis.text, words, before), plain_text(analysis.text, words, behind), aliases)
        return


def _name_behind(analysis: Analysis, start: int) -> list[int]:
    words = analysis.words
    found: list[int] = []
    for i in range(start, min(start + _LONGEST, len(words))):
        word = words[i]
        if word.text in QUOTES or (word.text.lower() == "the" and not found):
            if found and word.text in QUOTES:
                break
            continue
        if is_capital(word) or (
            found
            and (
                word.text in "-–"
                or (word.text.lower() in _CONNECTING and i + 1 < len(words) and is_capital(words[i + 1]))
            )
        ):
            found.append(i)
        else:
            break
    return found


def _join(before: str, behind: str, aliases: Aliases) -> None:
    """The longer of two names is the full one, save that an abbreviation never is."""
    if _abbreviation(before) and not _abbreviation(behind):
        aliases.add(before, behind)
    else:
        aliases.add(behind, before)
