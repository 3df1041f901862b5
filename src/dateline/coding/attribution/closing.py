"""The speaker whom a sentence names behind what he says: "…, the mayor, Jean Kabila, said.", read by commas.

What the parser makes of such an end is not relied upon: it takes the first noun of the sentence for the speaker, or the
relative clause of the speaker for the speech.
"""

from __future__ import annotations

from dateline.coding.attribution.page import LONGEST_SOURCE, Page, Range
from dateline.knowledge.attribution_words import attribution_words
from dateline.knowledge.speaker_words import speaker_words

_WORDS = speaker_words()

_RELATIVE = frozenset({"who", "which", "whose", "whom", "that"})
_LONGEST_TAIL = 12
"""Words behind the verb that may tell to whom, where and when it was said."""
_TAIL = frozenset({"told", "tells"})
"""Verbs behind which whoever was told may stand."""
_LONGEST_ASIDE = 16
"""Words between the commas of an apposition or a relative clause."""
_AUXILIARY = frozenset({"has", "have", "had", "also", "later"})


def closing_speaker(page: Page, verb: int) -> Range | None:
    """The noun phrase before the reporting verb that closes its sentence, with the name in apposition to it.

    ``None`` where the verb has what is said behind it, or no clause stands before the phrase.
    """
    start, stop = page.sentence(verb)
    if not _closes(page, verb, stop):
        return None
    end = verb
    while end > start and page.low[end - 1] in _AUXILIARY:
        end -= 1
    if end <= start or page.words[end - 1].upos == "PRON":
        return None
    source = _aside(page, start, end) if page.low[end - 1] == "," else _plain(page, start, end)
    return source if source and _follows_a_clause(page, start, source[0]) else None


def _closes(page: Page, verb: int, stop: int) -> bool:
    """Whether nothing that is said stands behind the verb."""
    tail = range(verb + 1, stop)
    if len(tail) > _LONGEST_TAIL or any(page.low[i] in {"that", ":", ";", "to", "how", "“", '"'} for i in tail):
        return False
    finite = any(page.words[i].upos in {"VERB", "AUX"} and page.words[i].xpos not in {"VBN", "VBG"} for i in tail)
    bare = verb + 1 == stop or page.words[verb + 1].upos not in {"NOUN", "PROPN", "PRON", "NUM", "DET"}
    return not finite and (bare or page.low[verb] in _TAIL)


def _plain(page: Page, start: int, end: int) -> Range | None:
    """"…, residents said", "…, survivors who reached Pemba said", "…, a man reached by telephone said"."""
    comma = _comma_before(page, start, end)
    if comma is None:
        return None
    first = comma + 1
    cut = next((i for i in range(first + 1, end) if page.low[i] in _RELATIVE), None)
    if cut is None:
        verbs = [i for i in range(first + 1, end) if page.words[i].upos in {"VERB", "AUX"}]
        cut = verbs[0] if verbs and page.words[verbs[0]].xpos in {"VBN", "VBG"} else end
        if verbs and cut == end:
            return None
    return _speaking(page, first, cut)


def _aside(page: Page, start: int, end: int) -> Range | None:
    """"…, the mayor, Jean Kabila, said", "…, a doctor, who asked not to be named, said"."""
    inner = _comma_before(page, start, end - 1)
    if inner is None or end - 1 - inner > _LONGEST_ASIDE:
        return None
    outer = _comma_before(page, start, inner)
    if outer is None:
        return None
    source = _speaking(page, outer + 1, inner)
    if source is None:
        return None
    return (source[0], end - 1) if _is_name(page, (inner + 1, end - 1)) else source


def _comma_before(page: Page, start: int, end: int) -> int | None:
    return next((i for i in range(end - 1, start, -1) if page.low[i] in {",", "”", '"', "»"}), None)


def _speaking(page: Page, first: int, last: int) -> Range | None:
    """Words ``first`` to ``last`` where they can be a source: a noun for one, or a person's name."""
    if not 0 < last - first <= LONGEST_SOURCE or page.words[first].upos in {"VERB", "AUX", "ADP", "SCONJ", "CCONJ", "PRON"}:
        return None
    known = attribution_words()
    phrase = range(first, last)
    heads = any(page.low[i].rstrip(".") in known.kinds or page.low[i].rstrip(".") in known.titles for i in phrase)
    named = any(m.kind in ("name:PER", "Person", "name:ORG") and m.first < last and first < m.last and
                page.words[m.first].text[:1].isupper() for m in page.analysis.mentions)
    return page.trim((first, last)) if heads or named else None


def _is_name(page: Page, span: Range) -> bool:
    """A person's name, with his titles."""
    capitals = all(page.words[i].text != page.low[i] or page.low[i] in _WORDS.particles for i in range(*span))
    people = any(m.kind in ("Person", "name:PER") and m.first < span[1] and span[0] < m.last for m in page.analysis.mentions)
    return capitals and (people or span[1] - span[0] in (2, 3))


def _follows_a_clause(page: Page, start: int, first: int) -> bool:
    return any(page.words[i].upos in {"VERB", "AUX"} for i in range(start, first))
