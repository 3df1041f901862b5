"""Lemmas as edit scripts: how many letters to take off the end of the lower-cased word, and what to put there.

After Chrupała (2006), *Simple data-driven context-sensitive lemmatization*.
"""

from __future__ import annotations

from collections.abc import Callable, Container


def script(word: str, lemma: str) -> str:
    """The script that makes ``lemma`` of ``word``, as ``"2|y"``; ``"0|"`` leaves the word as it is."""
    low, lemma = word.lower(), lemma.lower()
    shared = 0
    while shared < min(len(low), len(lemma)) and low[shared] == lemma[shared]:
        shared += 1
    return f"{len(low) - shared}|{lemma[shared:]}"


def apply(word: str, how: str) -> str:
    """The lemma that script ``how`` makes of ``word``; the lower-cased word where the script does not fit."""
    off, _, suffix = how.partition("|")
    low = word.lower()
    if int(off) > len(low) or (int(off) == len(low) and not suffix):
        return low
    return low[: len(low) - int(off)] + suffix


_ENDINGS = (
    ("men", "man"), ("ied", "y"), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("es", ""), ("s", ""),
)  # fmt: skip

_PLURALS = (("ies", "y"), ("s", ""), ("es", ""))


def base_among(word: str, listed: Container[str]) -> str | None:
    """The regular base form of ``word`` that is in ``listed``, the word itself first; ``None`` where none is."""
    low = word.lower()
    stems = [low, *(low.removesuffix(ending) + base for ending, base in _ENDINGS if low.endswith(ending)), _undoubled(low)]
    return next((stem for stem in stems if stem in listed), None)


def singular(word: str, known: Container[str]) -> str | None:
    """The regular singular of a plural ``word`` that is in ``known``; ``None`` where none is."""
    low = word.lower()
    stems = (low.removesuffix(ending) + base for ending, base in _PLURALS if low.endswith(ending))
    return next((stem for stem in stems if len(stem) > 2 and stem in known), None)


def settle(word: str, lemma: str, known: Callable[[str], bool]) -> str:
    """``lemma``, or the regular base form of ``word`` where that is a known word and ``lemma`` is none."""
    low = word.lower()
    if known(lemma) or lemma == low:
        return lemma
    for ending, base in _ENDINGS:
        if low.endswith(ending) and known(stem := low.removesuffix(ending) + base):
            return stem
    stem = _undoubled(low)
    return stem if stem != low and known(stem) else lemma


def _undoubled(low: str) -> str:
    """"Gunned", "robbing": the base whose last letter the ending has doubled; the word itself where none is."""
    doubled = low.removesuffix("ing").removesuffix("ed")
    return doubled[:-1] if doubled != low and len(doubled) > 3 and doubled[-1] == doubled[-2] else low
