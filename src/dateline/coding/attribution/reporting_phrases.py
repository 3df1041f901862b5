"""Sources told by a fixed phrase or a noun: "according to X", "X claimed responsibility for", "the army's claim that"."""

from __future__ import annotations

from dateline.coding.attribution.contents import clause_around
from dateline.coding.attribution.page import Page, Range
from dateline.coding.attribution.relation import Link, Relation
from dateline.coding.attribution.subjects import object_phrase, speaker
from dateline.knowledge.attribution_words import AttributionWords
from dateline.knowledge.speaker_words import speaker_words

_WORDS = speaker_words()


def named_by_phrase(page: Page, i: int, length: int, force: str, link: Link) -> Relation | None:
    """The one named behind a phrase of ``length`` words from word ``i``: "according to X", "citing X", "quoted by X"."""
    at = i + length
    source = object_phrase(page, at) if at < page.sentence(i)[1] else None
    if source is None:
        return None
    start, stop = page.sentence(i)
    if link == "plain":
        contents = _beside(page, i, source)
    else:
        contents = tuple(c for c in ((start, i), (source[1], stop)) if c[1] > c[0])
    return Relation((i, at), source, contents, force, link) if contents else None


def _beside(page: Page, i: int, source: Range) -> tuple[Range, ...]:
    """What "according to X" vouches for: the clause before it, or the one after it, or both where it cuts a clause."""
    clause = clause_around(page, i)
    first = clause[0]
    before = page.trim((first, i)) if i > first else None
    after = (source[1], clause[1]) if source[1] < clause[1] else None
    if before and page.low[before[1] - 1] == "that" and after:
        return (after,)
    if before is None or not any(page.words[k].text.isalnum() for k in range(*before)):
        return (after,) if after else ()
    verb_before = any(page.words[k].upos in {"VERB", "AUX"} for k in range(*before))
    goes_on = after and page.low[source[1]] == "," and after[1] - after[0] > 2
    if not verb_before and goes_on and after:
        return before, after
    return (before,)


def claims_responsibility(page: Page, i: int, length: int, force: str, known: AttributionWords) -> Relation | None:
    """Who claimed responsibility, for what stands behind the phrase of ``length`` words from word ``i``."""
    verb = next((k for k in range(i, i + length) if page.words[k].upos == "VERB"), i)
    source = speaker(page, verb)
    if source is None or page.low[source[0]] in known.nobody:
        return None
    end = max(clause_around(page, i)[1], i + length + 1)
    return Relation((i, i + length - 1), source, ((i + length, end),), force)


def reported_by_noun(page: Page, i: int, known: AttributionWords) -> Relation | None:
    """ "Reports of looting", "the army's claim that …": a noun that says so, of nobody or of its possessor."""
    start, stop = page.sentence(i)
    if i + 2 >= stop or page.low[i + 1] not in {"of", "that"}:
        return None
    end = next((k for k in range(i + 2, stop) if page.low[k] in {",", ";", "."}), stop)
    if page.low[i + 1] == "of":
        end = next((k for k in range(i + 2, end) if page.words[k].upos in {"VERB", "AUX"} and page.words[k].xpos != "VBG"), end)
    possessor = page.child(i, "nmod:poss")
    source = page.phrase(possessor) if possessor is not None and page.words[possessor].upos != "PRON" else None
    opens = i - start <= 2 or page.low[i - 1] in _WORDS.before_rumours
    if source is None and not opens:
        return None
    return Relation((i, i + 1), source, ((i + 2, end),), known.nominal[page.low[i]])
