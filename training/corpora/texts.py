"""Texts and sentences into windows of words."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from dateline.language.sentences import split
from training.window import Window, join

LONGEST = 400
"""Words of a window that are kept together for the sake of what would be cut."""


def windows_of(
    text: str, corpus: str, most: int, rng: random.Random | None = None, whole: Sequence[tuple[int, int]] = ()
) -> Iterator[tuple[Window, list[tuple[int, int]]]]:
    """``text`` in our own words and sentences, packed to at most ``most`` words, with the offsets of each word.

    With ``rng`` the limit varies from window to window, down to one sentence. The character ranges of ``whole`` are not cut.
    """
    tokens, stretches = split(text)
    held = [any(a < tokens[s.first].start < b for a, b in whole) for s in stretches]
    i = 0
    while i < len(stretches):
        limit = rng.choice([0, most // 4, most // 2, most]) if rng else most
        j = i + 1
        while j < len(stretches) and stretches[j].last - stretches[i].first <= (LONGEST if held[j] else limit):
            j += 1
        first, last = stretches[i].first, stretches[j - 1].last
        sentence = [k for k, s in enumerate(stretches[i:j]) for _ in range(s.last - s.first)]
        part = tokens[first:last]
        yield Window(corpus, [t.text for t in part], sentence), [(t.start, t.end) for t in part]
        i = j


def word_span(offsets: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    """Words that a character range covers (in part or whole), or ``None``."""
    inside = [i for i, (a, b) in enumerate(offsets) if a < end and start < b]
    return (inside[0], inside[-1] + 1) if inside else None


def packed(pairs: Iterator[tuple[str, Window]], most: int, rng: random.Random) -> Iterator[Window]:
    """Sentences of one document packed together, to a limit that varies up to ``most`` words."""
    run: list[Window] = []
    current, limit = "", most
    for doc, w in pairs:
        if run and (doc != current or sum(map(len, run)) + len(w) > limit):
            yield join(run)
            run, limit = [], rng.choice([30, most // 2, most])
        current = doc
        run.append(w)
    if run:
        yield join(run)
