"""Cuts "soldiers and the X brigade" into those it names; leaves "Ministry of Health and Population" whole."""

from __future__ import annotations

from dateline.coding.entities.naming import Namer
from dateline.coding.entities.phrase import QUOTES, is_capital, read_phrase
from dateline.coding.tree import Range
from dateline.knowledge.naming_words import naming_words

_WORDS = naming_words()

_JOINING = frozenset({"and", "or", "&"})
_CLOSING = frozenset(["who", "which", "that", "whose", "where", "including"])


def split(namer: Namer, first: int, last: int) -> list[Range]:
    """The conjuncts of words ``first`` to ``last`` in text order; the range itself where none are."""
    commas, joints = _separators(namer, first, last)
    cuts = [j for j in joints if _cuts(namer, first, j, last)]
    if not cuts:
        return [(first, last)]
    listing = [c for c in commas if c < cuts[-1] and _cuts(namer, first, c, last)]
    parts: list[Range] = []
    start = first
    for cut in sorted({*cuts, *listing}):
        if cut > start:
            parts.append((start, cut))
        start = cut + 1
    parts.append((start, last))
    return [p for p in (_trimmed(namer, *part) for part in parts) if p] or [(first, last)]


def _separators(namer: Namer, first: int, last: int) -> tuple[list[int], list[int]]:
    commas, joints, depth = [], [], 0
    for i in range(first, last):
        word = namer.w.low(i)
        depth += (word in "([“") - (word in ")]”")
        if depth > 0:
            continue
        if word in _CLOSING:
            break
        if word in _JOINING:
            joints.append(i)
        elif word in (",", ";"):
            commas.append(i)
    return commas, joints


def _trimmed(namer: Namer, first: int, last: int) -> Range | None:
    while first < last and (namer.w.low(first) in _JOINING or namer.w.low(first) in (",", ";")):
        first += 1
    while first < last and (namer.w.low(last - 1) in _JOINING or namer.w.low(last - 1) in (",", ";")):
        last -= 1
    return (first, last) if first < last else None


def _cuts(namer: Namer, first: int, joint: int, last: int) -> bool:
    """Whether a comma or "and" stands between two parties rather than inside a name or a modifier."""
    words, v = namer.w.words, naming_words()
    after = joint + 1
    while after < last and (words[after].text in QUOTES or namer.w.low(after) in _JOINING):
        after += 1
    if after >= last or joint <= first or _inside_a_name(namer, first, joint, last):
        return False
    word = namer.w.low(after)
    if (
        word in v.links
        or word in v.prepositions
        or word in ("also", "then", "not")
        or words[after].upos in ("AUX", "SCONJ")
    ):
        return False
    if words[after].upos in ("VERB", "ADV") and not is_capital(words[after]) and namer.w.noun(word) is None:
        following = words[after + 1].upos if after + 1 < last else ""
        if following not in ("NOUN", "PROPN", "ADJ"):
            return False
    if word in v.articles or word in v.possessives or words[after].upos == "NUM":
        return True
    right = read_phrase(words, after, last)
    if right is None:
        return False
    left_word = joint - 1
    while (left_word > first and words[left_word].text in QUOTES) or words[left_word].text == ",":
        left_word -= 1
    country = namer.w.context.country
    if country(words[left_word].text) and country(words[after].text) and right.core[0] == after and len(right.core) > 1:
        return words[left_word].upos == "ADJ" or words[after].upos == "ADJ"
    if is_capital(words[left_word]) and is_capital(words[after]):
        return not _place_list(namer, first, left_word, right.core)
    if (
        left_word == first
        and namer.w.noun(namer.w.low(left_word)) is None
        and not is_capital(words[left_word])
        and words[left_word].xpos != "NNS"
    ):
        return False
    return _is_party(namer, left_word) or (is_capital(words[left_word]) and _is_party(namer, right.head))


def _is_party(namer: Namer, i: int) -> bool:
    """Whether a word can end a noun phrase for people, a force or a thing that stands alone."""
    if namer.w.noun(namer.w.low(i)) or namer.w.low(i) in namer.w.v.members:
        return True
    return namer.w.words[i].upos == "NOUN" and namer.w.words[i].xpos == "NNS"


def _inside_a_name(namer: Namer, first: int, joint: int, last: int) -> bool:
    """A name known whole, or one thing to the engine, that goes on behind the joint."""
    for mention in namer.w.analysis.mentions:
        if (
            mention.first < joint < mention.last - 1
            and mention.kind in ("Organisation", "name:ORG")
            and _plain_joint(namer, mention.first, mention.last)
            and not _shares_noun(namer, mention.last)
        ):
            return True
    start = joint
    while start > first and (
        is_capital(namer.w.words[start - 1]) or namer.w.low(start - 1) in ("of", "for", "the", "’s", "'s")
    ):
        start -= 1
    while start < joint and not is_capital(namer.w.words[start]):
        start += 1
    end = joint + 1
    while end < last and is_capital(namer.w.words[end]):
        end += 1
    if start >= joint or end == joint + 1:
        return False
    whole = namer.w.analysis.text[namer.w.words[start].start : namer.w.words[end - 1].end]
    if namer.known(whole):
        return True
    opening = namer.w.low(start)
    return opening in _WORDS.institutions and namer.w.low(start + 1) in ("of", "for", "on")


def _shares_noun(namer: Namer, i: int) -> bool:
    """ "The Dinka and Nuer tribes": the plural behind two names belongs to both."""
    return i < len(namer.w.words) and namer.w.low(i) in _WORDS.shared_nouns and namer.w.words[i].xpos != "NN"


def _plain_joint(namer: Namer, first: int, last: int) -> bool:
    return not any(namer.w.low(i) in ("the", "a", ",") for i in range(first + 1, last)) and all(
        is_capital(namer.w.words[i]) or namer.w.low(i) in ("of", "for", "and", "&")
        for i in range(first, last)
    )


def _place_list(namer: Namer, first: int, left: int, right: tuple[int, ...]) -> bool:
    """ "villagers in X and Y": the joint stands between two places behind a preposition."""
    i = left
    while i > first and is_capital(namer.w.words[i]):
        i -= 1
    if namer.w.low(i) == "the":
        i -= 1
    name = namer.w.text(right)
    return (
        i >= first
        and namer.w.low(i) in ("in", "near", "at", "from", "around", "outside", "to")
        and namer.w.context.find(name) is None
    )
