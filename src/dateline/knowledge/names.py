"""One spelling for names that are written many ways."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from dateline.knowledge.word_file import WordFile

# Letters that Unicode does not take apart into a base and a mark, and marks of transliteration.
_PLAIN = {
    ord(mark): plain
    for mark, plain in {
        "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe",
        "'": "", "’": "", "‘": "", "ʼ": "", "`": "", "´": "", "ʿ": "", "ʾ": "", "′": "", "ʻ": "", ".": "",
        "&": " and ",
    }.items()
}  # fmt: skip
_PLAIN |= {ord(mark): " " for mark in '-‐‑‒–—−/\\_,;:()[]{}"“”«»!?*#+\u00a0\t\n'}
_POSSESSIVE = re.compile(r"['’]s(?=$|\W)")
_ARTICLES = frozenset({"the", "al", "el"})


def normalise(name: str) -> str:
    """``name`` folded for look-up: case, diacritics, apostrophes, dots, hyphens, possessives, the articles
    "the", "al" and "el", and American spellings make no difference to the result.

    >>> normalise("The Al-Shabaab's")
    'shabaab'
    """
    folded = _POSSESSIVE.sub("", name.casefold())
    if not folded.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    words = folded.translate(_PLAIN).split()
    spellings = _spellings()
    kept = [spellings.get(word, word) for word in words if word not in _ARTICLES]
    return " ".join(kept or words)


def written_as_acronym(name: str) -> bool:
    """Whether ``name`` has two capitals or more: tells "IS" and "WHO" from the words "is" and "who"."""
    return sum(map(str.isupper, name)) >= 2


def short_acronym(name: str) -> bool:
    """Whether ``name`` is an acronym short enough to be taken for a word once its case is lost."""
    return len(name) <= 4 and written_as_acronym(name)


@cache
def _spellings() -> dict[str, str]:
    spellings: dict[str, str] = WordFile("spellings.json")["spellings"]
    return spellings
