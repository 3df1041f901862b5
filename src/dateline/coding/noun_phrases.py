"""Noun phrases read from tags and word order, so that a wrong tree does not lose them."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model.analysis import Analysis, Word

NOMINAL = frozenset({"NOUN", "PROPN"})
_LONGEST = 14
"""Words that a phrase may have."""
_CLAUSAL = frozenset(
    {"root", "advcl", "conj", "xcomp", "ccomp", "acl", "acl:relcl", "parataxis", "aux", "aux:pass"}
)
_MARKS = frozenset("“”\"‘’'«»„")
_NAME_LINKS = frozenset(
    {"of", "the", "de", "du", "del", "la", "al", "el", "and", "for", "-", "–", "'s", "’s", "&"}
)


def is_mark(word: Word) -> bool:
    """True for a quotation mark."""
    return word.text in _MARKS


def bounds(analysis: Analysis, i: int) -> tuple[int, int]:
    """First and last (exclusive) word of the sentence that word ``i`` stands in."""
    if analysis.sentence_of:
        s = analysis.sentences[analysis.sentence_of[i]]
        return s.first, s.last
    for s in analysis.sentences:
        if s.first <= i < s.last:
            return s.first, s.last
    return 0, len(analysis.words)


def premodifies(word: Word) -> bool:
    """True for a word that may stand before its noun: an adjective or participle, a noun, a number."""
    if word.upos in {"ADJ", "NOUN", "PROPN", "NUM", "X"}:
        return True
    return word.upos == "VERB" and word.deprel not in _CLAUSAL


def head_right(words: Sequence[Word], i: int, stop: int) -> int | None:
    """The noun that ends the run of premodifiers from word ``i`` on, before ``stop``, or ``None``."""
    head: int | None = None
    if i < stop and words[i].text in {"'s", "’s"}:
        return None
    for j in range(i, min(stop, i + _LONGEST)):
        word = words[j]
        if premodifies(word):
            if word.upos in NOMINAL:
                head = j
            elif head is not None and word.upos != "ADJ" and not _hyphenated(words, j):
                break
        elif word.text in {"-", "–", "'s", "’s", "'", "’"} or is_mark(word):
            if (
                is_mark(word)
                and word.text not in {"'", "’"}
                and head is not None
                and j + 1 < stop
                and j > i
                and words[j + 1].start > word.end
                and not premodifies(words[j + 1])
            ):
                break
            continue
        elif (not (head is None and word.text in {"and", ",", "or"}) and word.upos != "ADV") or (
            word.upos == "ADV" and head is not None
        ):
            break
    return head


def _hyphenated(words: Sequence[Word], j: int) -> bool:
    return words[j - 1].text == "-" or (j + 1 < len(words) and words[j + 1].text == "-")


def extent_left(words: Sequence[Word], head: int, begin: int) -> int:
    """The first word of the phrase that ends in ``head``, without its determiner."""
    j = head
    while j > begin and head - j < _LONGEST:
        before = words[j - 1]
        if before.text.lower() == "called" and words[j - 2].text == "-":
            break
        if (
            premodifies(before)
            or is_mark(before)
            or before.text in {"-", "–", "'s", "’s", "'", "’"}
            or (before.text in _NAME_LINKS and _links_name(words, j - 1, begin))
        ):
            j -= 1
        else:
            break
    while j < head and (is_mark(words[j]) or words[j].text in {"'s", "’s", "-"}):
        j += 1
    return j


def _links_name(words: Sequence[Word], k: int, begin: int) -> bool:
    """``of`` or ``de`` between two capitalised words belongs to the name ("Forces of Sudan")."""
    if words[k].text in {"the", "and", "for"} or k == begin:
        return False
    return capitalised(words[k - 1]) and capitalised(words[k + 1])


def capitalised(word: Word) -> bool:
    """True for a word that begins with a capital letter."""
    return word.text[:1].isupper()
