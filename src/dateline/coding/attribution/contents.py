"""What is said: the stretches of a sentence, quoted or not, that a reporting verb vouches for."""

from __future__ import annotations

from dateline.coding.attribution.page import SUBJECTS, Page, Range
from dateline.coding.attribution.quotes import Quote, is_speech
from dateline.knowledge.attribution_words import attribution_words
from dateline.knowledge.speaker_words import speaker_words

_WORDS = speaker_words()

_TURNS = frozenset({"but", "while", "whereas", "although", "though"})
_NOMINAL = frozenset({"DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON"})
_RELYING = frozenset({"citing", "quoting"})


def contents_of(
    page: Page,
    verb: int,
    source: Range,
    quotations: tuple[Quote, ...],
    *,
    weak: bool,
    willing: bool,
    takes_object: bool,
) -> tuple[tuple[Range, ...], bool]:
    """The contents of the reporting verb and whether one of them is a direct quotation.

    ``weak`` verbs need a clause or a quotation; ``willing`` ones (order, ask) take an infinitive or an
    object;
    ``takes_object``: a plain object may be the content ("confirmed the attack").
    """
    start, stop = page.sentence(verb)
    unit = (min(source[0], verb), max(source[1], verb + 1))
    beside = [q for q in quotations if is_speech(page, q) and _touches(page, q, unit, verb)]
    before = _before(page, unit, start)
    after = _after(page, verb, unit, stop, willing=willing, takes_object=takes_object, weak=weak)
    if before and not after and _cut_in_two(page, verb, before) and page.low[unit[1] : unit[1] + 1] == (",",):
        after = (unit[1] + 1, clause_around(page, verb)[1])
    cut = page.low[unit[1] : unit[1] + 1] == (",",)
    if before and after and cut and not _cut_in_two(page, verb, before) and _tells(page, before):
        after = None
    found: list[Range] = []
    if before and (
        not after or _cut_in_two(page, verb, before) or any(q.inside[1] <= unit[0] for q in beside)
    ):
        found.append(before)
    if after and (
        not before
        or not found
        or _cut_in_two(page, verb, before)
        or any(q.inside[0] >= unit[1] for q in beside)
    ):
        found.append(after)
    found += [q.outside for q in beside]
    return tuple(dict.fromkeys(found)), bool(beside)


def clause_around(page: Page, word: int, *, until: int | None = None) -> Range:
    """The part of the sentence between semicolons, "but" and "while" that ``word`` stands in."""
    start, stop = page.sentence(word)
    first, last = start, stop if until is None else until
    for i in range(start, word):
        if page.low[i] == ";" or (page.low[i] in _TURNS and i > start and page.low[i - 1] == ","):
            first = i + 1
    for i in range(word + 1, last):
        if page.low[i] == ";" or (page.low[i] in _TURNS and page.low[i - 1] == ","):
            last = i
            break
    return first, last


def _touches(page: Page, quote: Quote, unit: Range, verb: int) -> bool:
    """True where nothing but a mark, or the rest of the reporting clause, stands between quotation and
    reporting verb."""
    first, last = quote.outside
    if last <= unit[0]:
        return all(page.low[k] in {",", "-", "–", "—"} for k in range(last, unit[0])) and unit[0] - last <= 2
    if first >= unit[1]:
        between = range(unit[1], first)
        return (
            page.sentence(verb)[1] >= first
            and not any(page.low[k] in {".", ";"} for k in between)
            and (first - unit[1] <= 2 or page.low[first - 1] in {":", ","} or page.low[first - 1] == "that")
        )
    return False


def _before(page: Page, unit: Range, start: int) -> Range | None:
    """What stands before ", residents said": back to a semicolon, or to the reporting clause before it."""
    if unit[0] <= start + 1 or page.low[unit[0] - 1] not in {",", "”", '"', "–", "—", "?", "!", "»"}:
        return None
    first = start
    for i in range(start, unit[0] - 1):
        if page.low[i] == ";":
            first = i + 1
    return (
        (first, unit[0])
        if any(page.words[k].upos in {"VERB", "AUX", "NOUN", "PROPN"} for k in range(first, unit[0]))
        else None
    )


def _tells(page: Page, stretch: Range) -> bool:
    return any(page.words[k].upos in {"VERB", "AUX"} for k in range(*stretch))


def _cut_in_two(page: Page, verb: int, before: Range | None) -> bool:
    """True where the reporting clause stands inside the clause it reports: "The raid, they said, killed
    ten"."""
    head = page.words[verb].head
    if before is None:
        return False
    if page.words[verb].deprel == "parataxis" and head > verb:
        return True
    return not any(page.words[k].upos in {"VERB", "AUX"} for k in range(*before))


def _after(
    page: Page, verb: int, unit: Range, stop: int, *, willing: bool, takes_object: bool, weak: bool
) -> Range | None:
    at = max(unit[1], verb + 1)
    clauses = [
        c for c in page.children[verb] if c > verb and page.words[c].deprel in {"ccomp", "xcomp", "parataxis"}
    ]
    objects = [
        c for c in page.children[verb] if c > verb and page.words[c].deprel in {"obj", "obl", "iobj", "advcl"}
    ]
    that = _that(page, at, stop)
    blocked = next((i for i in range(at, min(at + 12, stop)) if page.low[i] in {".", ";"}), stop)
    first: int | None = None
    if that is not None and that < blocked and (not clauses or that <= max(clauses)):
        first = that
    elif at < stop and page.low[at] == ":":
        first = at + 1
    elif clauses:
        first = max(at, min(page.below(clauses[0]), default=at))
        if clauses and page.words[clauses[0]].deprel == "xcomp" and not (willing or takes_object):
            first = None
    if first is None and willing and (objects or (at < stop and page.low[at] in {"to", "for", "on"})):
        first = at
    if first is None and takes_object and at < stop and page.words[at].upos in _NOMINAL:
        first = at
    if first is None and not weak and not willing:
        first = _subordinate(page, at, stop)
    if first is None or first >= stop:
        return None
    return first, _end(page, verb, first, stop)


def _that(page: Page, at: int, stop: int) -> int | None:
    """The "that" of the reported clause: after the verb, its recipient and its time, and before any
    other verb."""
    aside = False
    for i in range(at, min(at + 14, stop)):
        if page.low[i] in _RELYING:
            aside = True
        elif aside:
            aside = page.low[i] != ","
            continue
        if aside:
            continue
        if page.low[i] == "that":
            return i
        if page.words[i].upos == "VERB" or page.low[i] in {";", "."}:
            return None
    return None


def _subordinate(page: Page, at: int, stop: int) -> int | None:
    """Where a clause without "that" begins after the verb: a subject with its own verb behind it, no
    comma first."""
    for i in range(at, stop):
        if page.low[i] in {",", ";", ":", "."}:
            return None
        if page.words[i].upos in {"VERB", "AUX"} and page.words[i].deprel not in {
            "acl",
            "acl:relcl",
            "advcl",
        }:
            return at if i > at else None
    return None


def _end(page: Page, verb: int, first: int, stop: int) -> int:
    """The content runs to the end of the sentence, or to where the reporting clause's own sister clause
    begins."""
    known = attribution_words()
    for i in range(first, stop):
        if page.low[i] == ";":
            return i
        if i > first and page.low[i] == "and" and _speaks_on(page, first, i, stop):
            return i
        if i == first or (
            page.low[i] not in {"and", "or"} and page.low[i] not in _TURNS and page.low[i] not in _WORDS.adding
        ):
            continue
        if page.low[i] in _WORDS.adding:
            if page.low[i - 1] == "," and page.words[i].head == verb:
                return i
            continue
        sister = next(
            (
                k
                for k in page.children[verb]
                if page.words[k].deprel in {"conj", "advcl", "parataxis"} and k > i
            ),
            None,
        )
        if sister is not None and not any(
            i < c < sister and page.words[c].deprel == "conj" for c in page.children[verb]
        ):
            speaks = page.low[sister] in known.verbs or page.child(sister, *SUBJECTS) is not None
            if speaks and not any(page.words[k].upos == "VERB" for k in range(i, sister)):
                return i
    return stop


def _speaks_on(page: Page, first: int, at: int, stop: int) -> bool:
    """"It said it had hit back, and threatened to …": the speaker goes on with another verb of speech of his own.

    A comma before "and" tells so, or a pronoun as the subject of what he said.
    """
    known = attribution_words()
    verb = next((k for k in range(at + 1, min(stop, at + 4)) if page.words[k].upos != "ADV"), at)
    finite = page.words[verb].upos == "VERB" and page.words[verb].xpos in {"VBD", "VBZ", "VBP", "VBN"}
    lemma = known.verbs.get(page.low[verb])
    if lemma is None or not finite or (known.forces[lemma] == "said" and lemma not in {"say", "warn", "insist"}):
        return False
    if any(page.words[c].deprel in SUBJECTS for c in page.children[verb]):
        return False
    pronoun = any(page.words[k].upos == "PRON" and page.words[k].deprel in SUBJECTS for k in range(first, min(first + 3, at)))
    passive = any(page.words[k].deprel == "aux:pass" for k in page.children[verb])
    undergone = any(page.words[k].deprel == "aux:pass" for k in range(first, at))
    return (pronoun or undergone or page.low[at - 1] == ",") and not passive
