"""Analyses with guessed tags and no tree, to try rules that must hold where the parse is poor or missing."""

from __future__ import annotations

from dateline.language.sentences import split
from dateline.model.analysis import Analysis, Mention, Sentence, Word

_CLOSED = {
    "DET": ["a", "an", "the", "this", "that", "its", "their", "another", "no", "some"],
    "ADP": ["in", "on", "at", "of", "by", "for", "from", "with", "near", "into", "to", "as", "over", "under"],
    "AUX": ["is", "are", "was", "were", "has", "have", "had", "be", "been"],
    "CCONJ": ["and", "or"],
    "PRON": ["which", "who", "it", "they"],
    "PART": ["not"],
    "ADV": ["also", "now", "northeast"],
}
_TAG = {word: tag for tag, words in _CLOSED.items() for word in words}


def analysis(text: str, tags: dict[str, str] | None = None, **kinds: str) -> Analysis:
    """``text`` with tags by word (``tags`` wins), capitalised words as names, every word its own root.

    ``kinds`` gives mentions of one word each: ``Goma="Location"``.
    """
    tokens, stretches = split(text)
    words = []
    for i, token in enumerate(tokens):
        low = token.text.lower()
        tag = (tags or {}).get(token.text) or _TAG.get(low)
        if tag is None:
            if not token.text[0].isalnum():
                tag = "PUNCT"
            elif token.text[0].isdigit():
                tag = "NUM"
            else:
                tag = "PROPN" if token.text[0].isupper() else "NOUN"
        words.append(Word(i, token.start, token.end, token.text, low, tag, "", i, "dep"))
    sentences = tuple(
        Sentence(k, s.first, s.last, tokens[s.first].start, tokens[s.last - 1].end, s.paragraph)
        for k, s in enumerate(stretches)
    )
    mentions = tuple(Mention(w.index, w.index + 1, kinds[w.text], 1.0) for w in words if w.text in kinds)
    sentence_of = tuple(k for k, s in enumerate(stretches) for _ in range(s.last - s.first))
    return Analysis(text, tuple(words), sentences, mentions, sentence_of=sentence_of)
