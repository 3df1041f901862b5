"""Which language a report is in: the engine reads English, and anything else is refused by name."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import Any

from dateline.knowledge.english_words import english_words
from dateline.knowledge.languages import language_name
from dateline.model.errors import ReadingError, UnsupportedLanguage
from dateline.model.record import Warning

_SAMPLE = 50_000
_FEW_LETTERS = 20
_FOREIGN_SHARE = 0.5
# Share of the model's belief. English news snippets cut to six words kept at least 0.01 of it in all but the
# barest lists of names; headlines in eight other languages left English 0.002 at the most.
_NOT_ENGLISH = 0.005
_ENGLISH = 0.5
_COMMON_SHARE = 0.2
"""Of running English at least so much is its common words: they settle nearly every report without loading the language
model, which takes most of a second."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def recognise(text: str, ref: str) -> tuple[str, tuple[Warning, ...]]:
    """``("en", warnings)``; raises ``UnsupportedLanguage`` by name, ``ReadingError`` without words.

    Quotations in another script do not make a report foreign: only the Latin part is judged as long as it is
    the greater. Text too short to be told is taken for English, with a warning.
    """
    sample = text[:_SAMPLE]
    letters = sum(character.isalpha() for character in sample)
    if letters == 0:
        raise ReadingError(f"{ref} holds no words.", "Check that it is the file you meant.")
    latin = sum(character.isalpha() and _is_latin(character) for character in sample)
    if latin < _FOREIGN_SHARE * letters:
        raise _unsupported(_classify(sample)[0], ref)
    words = [word.lower() for word in _WORD.findall(sample) if _is_latin(word[0])]
    if _reads_as_english(words):
        return "en", ()
    if latin < _FEW_LETTERS:
        return "en", (
            Warning(
                "language-assumed", "The text is too short for its language to be told; taken for English."
            ),
        )
    language, english = _classify(" ".join(words))
    if english < _NOT_ENGLISH:
        raise _unsupported(language, ref)
    if english < _ENGLISH and language != "en":
        return "en", (
            Warning(
                "language-assumed",
                f"The language is not clear (English, or {language_name(language)}); taken for English.",
            ),
        )
    return "en", ()


def _reads_as_english(words: list[str]) -> bool:
    counts = Counter(words)
    known = english_words()
    common = sum(counts[word] for word in known.common)
    distinct = sum(1 for word in known.distinct if counts[word])
    return len(words) >= 12 and common >= _COMMON_SHARE * len(words) and distinct >= 3


def _unsupported(language: str, ref: str) -> UnsupportedLanguage:
    return UnsupportedLanguage(
        f"{ref} is in {language_name(language)}; the embedded engine reads English only.",
        "Give an English text or translation.",
    )


@cache
def _is_latin(character: str) -> bool:
    return character.isascii() or unicodedata.name(character, "").startswith("LATIN")


def _classify(text: str) -> tuple[str, float]:
    """The likeliest language (ISO 639) and the model's belief in English, 0 to 1."""
    ranked: list[tuple[str, float]] = _identifier().rank(text)
    return ranked[0][0], dict(ranked)["en"]


@cache
def _identifier() -> Any:
    # Nine tenths of a second to load; most reports never ask.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
