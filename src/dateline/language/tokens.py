"""Text into words, after the conventions of Universal Dependencies' English treebanks.

Hyphenated compounds are split at the hyphen, clitics ("n't", "'s") stand alone, and abbreviations keep their period.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.knowledge.abbreviations import abbreviations

_LETTER = r"(?:[^\W\d_]|[\u0300-\u036f\u064b-\u0652])"
_ALNUM = r"(?:[^\W_]|[\u0300-\u036f\u064b-\u0652])"
_CLITIC = r"['’](?:s|re|ve|ll|d|m)\b"
_ABBREVIATION = "|".join(sorted(map(re.escape, abbreviations().every), key=len, reverse=True))

_TOKEN = re.compile(
    rf"""
    https?://[^\s<>"”]*[^\s<>"”.,;:!?)\]] | www\.[^\s<>"”]*[^\s<>"”.,;:!?)\]]
    | [\w.+-]+@[\w-]+\.[\w-]+(?:\.[\w-]+)*
    | (?:[A-Za-z]\.){{2,}}
    | (?-i:\b(?:{_ABBREVIATION})\.(?!\w)) | (?-i:\bNos?\.(?=\s?\d))
    | \d+(?:[.,:]\d+)*{_LETTER}*
    | {_LETTER}+?(?=n['’]t\b) | n['’]t\b | {_CLITIC}
    | {_ALNUM}+(?:['’](?!(?:s|re|ve|ll|d|m)\b){_ALNUM}+)*
    | \.{{2,}} | -{{2,}} | [!?]{{2,}} | [^\s]
    """,
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the text: code-point offsets and the characters between them."""

    start: int
    end: int
    text: str


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words of ``text[start:end]`` in order; white space belongs to none of them."""
    stop = len(text) if end is None else end
    return [Token(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text, start, stop)]
