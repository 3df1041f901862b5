"""Who speaks: the noun phrase that a reporting verb or phrase names."""

from __future__ import annotations

from dateline.coding.attribution.closing import closing_speaker
from dateline.coding.attribution.page import LONGEST_SOURCE, SUBJECTS, Page, Range
from dateline.knowledge.attribution_words import AttributionWords, attribution_words
from dateline.knowledge.speaker_words import speaker_words
from dateline.knowledge.time_words import time_words

_WORDS = speaker_words()

_INSIDE = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM"})
_JOINTS = frozenset({"-", "of", "'", "'s", "for"})
_DAYS = time_words().in_full | {"today", "yesterday"}


def speaker(page: Page, verb: int) -> Range | None:
    """Who speaks, without the participle that tells how he was heard: "a source quoted by the paper"."""
    found = _speaker(page, verb)
    if found is None:
        return None
    end = next((k for k in range(found[0] + 1, found[1]) if _is_heard(page, k)), found[1])
    return found[0], end


def _is_heard(page: Page, i: int) -> bool:
    if page.low[i] not in _WORDS.heard or i + 1 >= len(page.words):
        return False
    return page.words[i - 1].upos in {"NOUN", "PROPN"} and page.words[i + 1].upos in {"ADP", "PART"}


def _speaker(page: Page, verb: int) -> Range | None:
    """The subject of the reporting verb: before one that closes its sentence by the commas, else by the
    tree and, where that names none, by the order of the words."""
    by_tree = _without_time(page, _by_tree(page, verb))
    closing = _without_time(page, closing_speaker(page, verb))
    if closing and not (by_tree and _lists(page, by_tree, closing, verb)):
        return closing
    if by_tree and {":", ";"} & set(page.low[by_tree[1] : verb]):
        by_tree = None
    if by_tree and by_tree[1] - by_tree[0] <= LONGEST_SOURCE and not by_tree[0] <= verb < by_tree[1]:
        return by_tree
    by_order = _without_time(page, _before(page, verb) or _after(page, verb))
    if by_order and by_order[1] - by_order[0] == 1 and page.low[by_order[0]] in {"which", "who", "that"}:
        return _antecedent(page, by_order[0])
    return by_order


def _lists(page: Page, phrase: Range, last: Range, verb: int) -> bool:
    """Whether the phrase behind a comma names several who speak, of whom ``last`` are the last."""
    begins = phrase[0] == page.sentence(verb)[0] or page.low[phrase[0] - 1] == ","
    return begins and phrase[0] < last[0] and phrase[1] == last[1] and "and" in page.low[slice(*last)]


def _antecedent(page: Page, relative: int) -> Range | None:
    """The names and nouns right before ", which said"."""
    end = relative - (page.low[relative - 1] == ",")
    first = end
    while first > page.sentence(relative)[0] and page.words[first - 1].upos in _INSIDE:
        first -= 1
    return _checked(page, first, end)


def _up_to(page: Page, phrase: Range, verb: int) -> Range:
    """The phrase with the name that the tree has left between it and the verb ("police spokesman | Ali Hassan | said")."""
    first, end = phrase
    while end < verb and (page.words[end].upos in _INSIDE or page.low[end] in _JOINTS):
        end += 1
    if not all(page.low[i] in _WORDS.before_verb for i in range(end, verb)):
        end = phrase[1]
    return _left_edge(page, first), end


def _left_edge(page: Page, first: int) -> int:
    """Where the phrase begins: at a mark nearby, where only nouns and adjectives stand between, else at its article."""
    start = page.sentence(first)[0]
    edge = first
    while edge > start and first - edge < 4 and page.words[edge - 1].upos in _INSIDE:
        edge -= 1
    if edge > start and page.low[edge - 1] in {",", "”", '"', "that", ";"}:
        return edge
    while first > start and edge < first and page.words[first - 1].xpos in {"DT", "PRP$", "JJ"}:
        first -= 1
    return first


def _by_tree(page: Page, verb: int) -> Range | None:
    at = verb
    for _ in range(4):
        subjects = [c for c in page.children[at] if page.words[c].deprel in SUBJECTS]
        head = min(subjects, key=lambda c: abs(c - at), default=None)
        if head is not None and page.words[head].upos in {"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"}:
            if page.low[head] in {"who", "which", "that"}:
                return _antecedent(page, head)
            return _up_to(page, page.phrase(head), at)
        word = page.words[at]
        if word.head == at:
            return None
        if word.deprel == "acl":
            if page.words[word.head].upos == "PROPN" or page.low[word.head] in attribution_words().kinds:
                return page.phrase(word.head)
            at = page.words[word.head].head
            continue
        if word.deprel not in {"conj", "xcomp", "advcl"}:
            return None
        at = word.head
    return None


def _before(page: Page, verb: int) -> Range | None:
    start = page.sentence(verb)[0]
    end = verb
    while end > start and page.low[end - 1] in _WORDS.before_verb:
        end -= 1
    if end > start and page.low[end - 1] == ",":
        end = _over_parenthesis(page, start, end)
    first = end
    while (
        first > start
        and page.low[first - 1] not in _WORDS.phrase_edges
        and page.words[first - 1].upos not in {"VERB", "AUX"}
    ):
        first -= 1
    return _checked(page, first, end)


def _over_parenthesis(page: Page, start: int, comma: int) -> int:
    """The end of what stands before ", who asked not to be named," — or ``comma`` where there is no earlier comma."""
    earlier = [i for i in range(start + 1, comma - 1) if page.low[i] == ","]
    return earlier[-1] if earlier else comma


def _after(page: Page, verb: int) -> Range | None:
    stop = page.sentence(verb)[1]
    last = verb + 1
    while (
        last < stop and page.low[last] not in _WORDS.phrase_edges and page.words[last].upos not in {"VERB", "AUX", "SCONJ"}
    ):
        if page.words[last].upos == "ADP" and page.low[last] not in _WORDS.links:
            break
        last += 1
    return _checked(page, verb + 1, last)


def _checked(page: Page, first: int, last: int) -> Range | None:
    if not 0 < last - first <= LONGEST_SOURCE:
        return None
    if not any(page.words[i].upos in {"NOUN", "PROPN", "PRON"} for i in range(first, last)):
        return None
    return page.trim((first, last))


def object_phrase(page: Page, at: int) -> Range | None:
    """The noun phrase that begins at ``at``, with appositions and a list behind commas: "X, Y and a local Z"."""
    stop = page.sentence(at)[1]
    last = at
    while last < stop:
        text, upos = page.low[last], page.words[last].upos
        if upos in {"VERB", "AUX", "SCONJ"} and not (
            upos == "VERB" and page.words[last].deprel in {"amod", "compound"}
        ):
            break
        if text == "," and not _list_goes_on(page, last, stop):
            break
        if (text != "," and text in _WORDS.phrase_edges) or (upos == "ADP" and text not in _WORDS.links and text != "by"):
            break
        if text in {"in", "on", "at"} and page.words[last + 1 : last + 2] and _is_time(page, last + 1):
            break
        last += 1
    return _checked(page, at, last) if last > at else None


def speaks(page: Page, source: Range, known: AttributionWords) -> bool:
    """True for a source whose words show that it can speak: a noun of the list, a pronoun, a name."""
    span = range(*source)
    if any(page.low[k] in known.kinds or page.low[k] in known.pronouns for k in span):
        return True
    return any(page.words[k].upos == "PROPN" for k in span)


def _is_time(page: Page, at: int) -> bool:
    return page.low[at] in _DAYS or page.low[at][:1].isdigit()


def _without_time(page: Page, phrase: Range | None) -> Range | None:
    """A source without the day that the tree has hung on it ("the army on Tuesday")."""
    if phrase is None:
        return None
    first, last = phrase
    while first < last - 1 and page.low[first] in _DAYS:
        first += 1
    phrase = (first, last)
    for i in range(first + 1, last):
        if page.low[i] in _DAYS | {"late", "early"} and all(
            page.low[k] in _DAYS | {"late", "early"} for k in range(i, last)
        ):
            return (first, i - (page.low[i - 1] in {"on", "in"})) if i - 1 > first else phrase
    return (
        None
        if all(page.low[i] in _DAYS | {"on", "late", "early", "in"} for i in range(first, last))
        else phrase
    )


def _list_goes_on(page: Page, comma: int, stop: int) -> bool:
    """A comma inside a list of sources: no verb before the "and" that closes it, and few words."""
    for i in range(comma + 1, min(stop, comma + 9)):
        if page.low[i] in {"and", "or"}:
            after = page.words[i + 1 : i + 5]
            return bool(after) and not any(w.upos in {"VERB", "AUX"} for w in after)
        if page.words[i].upos in {"VERB", "AUX", "SCONJ"} or page.low[i] in {
            "who",
            "which",
            "while",
            "but",
            ";",
            ".",
        }:
            return False
    return False
