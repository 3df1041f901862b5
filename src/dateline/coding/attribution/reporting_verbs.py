"""Sources told by a reporting verb in the active: "residents said", "…, the army confirmed"."""

from __future__ import annotations

from dateline.coding.attribution.closing import closing_speaker
from dateline.coding.attribution.contents import contents_of
from dateline.coding.attribution.denying import called, is_withheld, rejected
from dateline.coding.attribution.page import Page, Range
from dateline.coding.attribution.quotes import Quote
from dateline.coding.attribution.relation import Relation
from dateline.coding.attribution.subjects import speaker, speaks
from dateline.knowledge.attribution_words import AttributionWords


def reported_by_verb(page: Page, i: int, quotations: tuple[Quote, ...], known: AttributionWords) -> Relation | None:
    """What the subject of the verb at word ``i`` says with it."""
    lemma = known.verbs[page.low[i]]
    force = known.forces[lemma]
    word = page.words[i]
    if word.deprel in {"amod", "compound"} or page.low[i - 1 : i] == ("so",):
        return None
    if page.low[i + 1 : i + 2] and page.low[i + 1] in known.no_speech.get(lemma, ()):
        return None
    source = _quoted_by_another(page, i) or speaker(page, _finite(page, i, known))
    if source is None or page.low[source[0]] in known.nobody:
        return None
    if page.low[i].endswith("ing") and not speaks(page, source, known):
        return None
    if lemma in {"quote", "cite"} and (words := _as_saying(page, i)):
        return Relation((i, i + 1), source, (words,), "said")
    if force == "deny" and is_withheld(page, i):
        return None
    if force == "deny" and (words := rejected(page, i, source, known)):
        return Relation((i, i + 1), source, (words,), "deny")
    if (naming := called(page, i, source, known)) is not None:
        return Relation((i, i + 1), source, (naming[0],), naming[1])
    own = all(page.low[k] in {"we", "i", "you"} for k in range(*source))
    if (told := _told_of(page, i, known)) is not None:
        return Relation((i, i + 1), source, (told,), force) if speaks(page, source, known) else None
    contents, direct = contents_of(
        page,
        i,
        source,
        quotations,
        weak=lemma in known.weak or own,
        willing=force == "intend",
        takes_object=lemma in known.object_verbs,
    )
    contents = tuple(c for c in (_within_modifier(page, i, c, source) for c in contents) if c)
    if not contents:
        return None
    if lemma in known.weak and not direct and not speaks(page, source, known) and force not in {"intend", "fear"}:
        return None
    if force in {"said", "doubt"} and _negated(page, i) and lemma not in {"say", "add", "confirm"}:
        return None
    return Relation((i, i + 1), source, contents, force, direct=direct)


def ends_report(page: Page, i: int, known: AttributionWords) -> bool:
    """ "…, our correspondent reports." — a verb in the present that the engine has taken for a noun."""
    start, stop = page.sentence(i)
    if page.words[i].upos != "NOUN" or not page.low[i].endswith("s") or i - 1 <= start:
        return False
    closes = i + 1 >= stop or page.low[i + 1] in {".", ",", ";"}
    return closes and page.low[i - 1] in known.kinds and "," in page.low[max(start, i - 6) : i]


def closes_actively(page: Page, i: int) -> bool:
    """ "…, the group alleged in a communiqué": no passive, whatever the tree says."""
    ends = i + 1 >= page.sentence(i)[1] or page.words[i + 1].upos in {"ADP", "PUNCT"}
    return ends and closing_speaker(page, i) is not None


def _told_of(page: Page, i: int, known: AttributionWords) -> Range | None:
    """What follows "spoke of" and "told of"."""
    if known.verbs[page.low[i]] not in known.of_verbs or page.low[i + 1 : i + 2] not in {("of",), ("about",)}:
        return None
    return i + 2, page.sentence(i)[1]


def _within_modifier(page: Page, i: int, content: Range, source: Range) -> Range | None:
    """The content without what stands behind the clause that only describes a noun: "a man, who asked not to be named,
    said" and "protesters demanding his release clashed with police".
    """
    word = page.words[i]
    if word.deprel not in {"acl", "acl:relcl", "advcl"} or content[0] < i or source[0] > i:
        return content
    stop = content[1]
    between = page.low[source[1] : i]
    if {"who", "which", "that"} & set(between) and "," in between:
        stop = next((k for k in range(*content) if page.low[k] == ","), stop)
    elif not between:
        above = page.words[word.head].head if word.deprel == "acl" else word.head
        stop = min(stop, above) if above > i else stop
    return (content[0], stop) if stop > content[0] else None


def _finite(page: Page, i: int, known: AttributionWords) -> int:
    """The reporting verb before "adding" and "saying", which names the speaker of both."""
    if page.low[i].endswith("ing"):
        for k in range(i - 1, page.sentence(i)[0], -1):
            if page.low[k] in known.verbs and page.words[k].upos == "VERB" and not page.low[k].endswith("ing"):
                return k
    return i


def _as_saying(page: Page, i: int) -> Range | None:
    """What follows "quoted a commander as saying"."""
    stop = page.sentence(i)[1]
    for k in range(i + 1, min(i + 12, stop - 1)):
        if page.low[k : k + 2] == ("as", "saying"):
            return k, stop
    return None


def _quoted_by_another(page: Page, i: int) -> Range | None:
    """The commander of "quoted a commander as saying", for the verb "saying"."""
    if page.low[i] != "saying" or page.low[i - 1 : i] != ("as",):
        return None
    for k in range(i - 2, max(page.sentence(i)[0], i - 12), -1):
        if page.low[k] in {"quoted", "cited", "quoting", "citing", "quotes", "cites"}:
            return (k + 1, i - 1) if i - 1 > k + 1 else None
    return None


def _negated(page: Page, i: int) -> bool:
    return any(page.low[k] in {"not", "n't", "never"} for k in range(max(i - 3, page.sentence(i)[0]), i))
