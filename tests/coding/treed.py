"""An analysis of one sentence from its words with their tags and heads, written out by hand."""

from __future__ import annotations

from dateline.model.analysis import Analysis, Sentence, Trigger, Word


def treed(*sentences: str, triggers: tuple[tuple[str, str], ...] = ()) -> Analysis:
    """Sentences of words "text[:lemma] UPOS head deprel [xpos]", split by "|"; heads count from 1, 0 is the root.

    ``triggers``: words of the text with the sub-type that the engine is sure of.
    """
    words: list[Word] = []
    bounds: list[tuple[int, int]] = []
    at = 0
    for sentence in sentences:
        first = len(words)
        for row in sentence.split("|"):
            form, upos, head, deprel, *rest = row.split()
            text, _, lemma = form.partition(":")
            index = len(words)
            parent = first + int(head) - 1 if int(head) else index
            words.append(Word(index, at, at + len(text), text, lemma or text.lower(), upos, "".join(rest), parent, deprel))
            at += len(text) + 1
        bounds.append((first, len(words)))
    text = " ".join(w.text for w in words)
    found = tuple(
        Trigger(w.index, w.index + 1, sub_type, 0.9, "news", 0.9, (), ((sub_type, 0.9),))
        for word, sub_type in triggers
        for w in words
        if w.text == word
    )
    return Analysis(
        text, tuple(words),
        tuple(Sentence(k, a, b, words[a].start, words[b - 1].end, 0) for k, (a, b) in enumerate(bounds)),
        triggers=tuple(sorted(found, key=lambda t: t.first)),
        sentence_of=tuple(k for k, (a, b) in enumerate(bounds) for _ in range(a, b)),
    )
