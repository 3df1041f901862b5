"""Lemmas as edit scripts: how many letters to take off the end of the lower-cased word, and what to put there.

After Chrupała (2006), *Simple data-driven context-sensitive lemmatization*.
"""

from __future__ import annotations


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
