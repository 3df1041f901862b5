"""An analysis of a text without an engine: words, sentences and paragraphs, no tags and no tree."""

from __future__ import annotations

from dateline.language.sentences import split
from dateline.model.analysis import Analysis, Sentence, Word


def plain(text: str, tags: dict[str, str] | None = None) -> Analysis:
    """``text`` cut into words; ``tags`` gives the UD tag of some of them, the others are ``X`` and hang on nothing."""
    tokens, stretches = split(text)
    known = tags or {}
    words = tuple(
        Word(i, t.start, t.end, t.text, t.text.lower(), known.get(t.text, "X"), "", i, "root")
        for i, t in enumerate(tokens)
    )
    sentences = tuple(
        Sentence(k, s.first, s.last, tokens[s.first].start, tokens[s.last - 1].end, s.paragraph)
        for k, s in enumerate(stretches)
    )
    return Analysis(text, words, sentences)


def at(analysis: Analysis, phrase: str, nth: int = 0) -> tuple[int, int]:
    """The words of the ``nth`` occurrence of ``phrase``."""
    start = -1
    for _ in range(nth + 1):
        start = analysis.text.index(phrase, start + 1)
    inside = [w.index for w in analysis.words if w.start < start + len(phrase) and start < w.end]
    return inside[0], inside[-1] + 1
