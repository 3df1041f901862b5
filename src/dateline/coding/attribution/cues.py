"""Acts of saying so found by rule: verbs, fixed phrases, adverbs and headlines, each with source and
content."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from dateline.coding.attribution.closing import closing_speaker
from dateline.coding.attribution.contents import clause_around, contents_of
from dateline.coding.attribution.denying import called, is_withheld, rejected
from dateline.coding.attribution.page import Page, Range
from dateline.coding.attribution.quotes import Quote
from dateline.coding.attribution.relation import Link, Relation
from dateline.coding.attribution.subjects import object_phrase, speaker
from dateline.knowledge.attribution_words import AttributionWords, attribution_words

_BE = frozenset({"is", "are", "was", "were", "been", "being", "be", "'s", "'re"})
_GET = frozenset({"get", "gets", "got", "getting"})
_VERBAL = frozenset({"VERB", "AUX", "SCONJ", "ADP"})
_LONGEST_TAIL = 6
"""Words after the colon of a headline that may name its source."""


def relations(page: Page, quotations: tuple[Quote, ...]) -> list[Relation]:
    """Everything that a cue says, in the order of the cues."""
    known = attribution_words()
    found: list[Relation] = []
    taken: set[int] = set()
    for sentence in page.analysis.sentences:
        bracketed = _bracketed(page, (sentence.first, sentence.last), known)
        if bracketed:
            found.append(bracketed)
        i = sentence.first
        while i < sentence.last:
            relation = None if i in taken else _at(page, i, quotations, known)
            if relation:
                found.append(relation)
                taken |= set(range(*relation.cue))
            i += 1
        found = [_spoken_on(page, r, found) for r in found]
        headline = _headline(page, (sentence.first, sentence.last), known)
        if headline and not any(sentence.first <= r.cue[0] < sentence.last for r in found):
            found.append(headline)
    return found


def _spoken_on(page: Page, relation: Relation, found: list[Relation]) -> Relation:
    """"He said they had taken Lira, and accused …": the second verb of speech is said of the same speaker as the first."""
    before = range(max(0, relation.cue[0] - 3), relation.cue[0])
    joint = next((k for k in before if page.low[k] == "and"), None)
    first = next((r for r in found if r.source and r.cue < relation.cue and any(c[1] == joint for c in r.contents)), None)
    if first is None or relation.source is None or relation.source[0] < first.cue[1]:
        return relation
    return replace(relation, source=first.source) if relation.source[1] <= (joint or 0) else relation


@cache
def _openings() -> frozenset[str]:
    """First words of all phrases that name a source."""
    known = attribution_words()
    return frozenset(phrase[0] for phrase in (*(p for p, _ in known.phrases), *known.inner, *known.outer))


def _at(page: Page, i: int, quotations: tuple[Quote, ...], known: AttributionWords) -> Relation | None:
    opens = page.low[i] in _openings()
    for phrase, force in known.phrases if opens else ():
        if page.matches(i, phrase):
            if phrase[-1] == "for":
                return _responsibility(page, i, len(phrase), force, known)
            return _prepositional(page, i, len(phrase), force, "plain")
    links: tuple[tuple[tuple[tuple[str, ...], ...], Link], ...] = (
        (known.inner, "inner"),
        (known.outer, "outer"),
    )
    for phrases, link in links if opens else ():
        for phrase in phrases:
            if page.matches(i, phrase):
                return _prepositional(page, i, len(phrase), "said", link)
    if page.low[i] in known.nominal and page.words[i].upos == "NOUN":
        return _nominal(page, i, known)
    if page.low[i] in known.adverbs:
        return Relation((i, i + 1), None, (clause_around(page, i),), known.adverbs[page.low[i]])
    if page.words[i].upos == "ADJ" and page.low[i] in known.passives and _is_passive(page, i):
        return _passive(page, i, known)
    if page.low[i] in known.verbs and (page.words[i].upos in _VERBAL or _ends_report(page, i, known)):
        if _is_passive(page, i) and not _closes_actively(page, i):
            return _passive(page, i, known)
        return _verb(page, i, quotations, known)
    return None


def _nominal(page: Page, i: int, known: AttributionWords) -> Relation | None:
    """ "Reports of looting", "the army's claim that …": a noun that says so, of nobody or of its
    possessor."""
    start, stop = page.sentence(i)
    if i + 2 >= stop or page.low[i + 1] not in {"of", "that"}:
        return None
    end = next((k for k in range(i + 2, stop) if page.low[k] in {",", ";", "."}), stop)
    if page.low[i + 1] == "of":
        end = next(
            (
                k
                for k in range(i + 2, end)
                if page.words[k].upos in {"VERB", "AUX"} and page.words[k].xpos != "VBG"
            ),
            end,
        )
    possessor = page.child(i, "nmod:poss")
    source = (
        page.phrase(possessor) if possessor is not None and page.words[possessor].upos != "PRON" else None
    )
    opens = i - start <= 2 or page.low[i - 1] in {
        "amid",
        "following",
        "despite",
        "were",
        "are",
        "after",
        "unconfirmed",
        "on",
    }
    if source is None and not opens:
        return None
    return Relation((i, i + 1), source, ((i + 2, end),), known.nominal[page.low[i]])


def _ends_report(page: Page, i: int, known: AttributionWords) -> bool:
    """ "…, our correspondent reports." — a verb in the present that the engine has taken for a noun."""
    start, stop = page.sentence(i)
    if page.words[i].upos != "NOUN" or not page.low[i].endswith("s") or i - 1 <= start:
        return False
    closes = i + 1 >= stop or page.low[i + 1] in {".", ",", ";"}
    return closes and page.low[i - 1] in known.kinds and "," in page.low[max(start, i - 6) : i]


def _verb(page: Page, i: int, quotations: tuple[Quote, ...], known: AttributionWords) -> Relation | None:
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
    if page.low[i].endswith("ing") and not _speaks(page, source, known):
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
        return Relation((i, i + 1), source, (told,), force) if _speaks(page, source, known) else None
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
    if (
        lemma in known.weak
        and not direct
        and not _speaks(page, source, known)
        and force not in {"intend", "fear"}
    ):
        return None
    if force in {"said", "doubt"} and _negated(page, i) and lemma not in {"say", "add", "confirm"}:
        return None
    return Relation((i, i + 1), source, contents, force, direct=direct)


def _told_of(page: Page, i: int, known: AttributionWords) -> Range | None:
    """What follows "spoke of" and "told of"."""
    if known.verbs[page.low[i]] not in known.of_verbs or page.low[i + 1 : i + 2] not in {("of",), ("about",)}:
        return None
    return i + 2, page.sentence(i)[1]


def _closes_actively(page: Page, i: int) -> bool:
    """"…, the group alleged in a communiqué": no passive, whatever the tree says."""
    ends = i + 1 >= page.sentence(i)[1] or page.words[i + 1].upos in {"ADP", "PUNCT"}
    return ends and closing_speaker(page, i) is not None


def _within_modifier(page: Page, i: int, content: Range, source: Range) -> Range | None:
    """The content without what stands behind the clause that only describes a noun: "a man, who asked not to be named, said"
    and "protesters demanding his release clashed with police"."""
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
            if (
                page.low[k] in known.verbs
                and page.words[k].upos == "VERB"
                and not page.low[k].endswith("ing")
            ):
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


def _speaks(page: Page, source: Range, known: AttributionWords) -> bool:
    """True for a source whose words show that it can speak: a noun of the list, a pronoun, a name."""
    span = range(*source)
    if any(page.low[k] in known.kinds or page.low[k] in known.pronouns for k in span):
        return True
    return any(page.words[k].upos == "PROPN" for k in span)


def _negated(page: Page, i: int) -> bool:
    return any(page.low[k] in {"not", "n't", "never"} for k in range(max(i - 3, page.sentence(i)[0]), i))


def _is_passive(page: Page, i: int) -> bool:
    if page.low[i].endswith(("s", "ing")) and not page.low[i].endswith("ss"):
        return False
    passive = page.child(i, "aux:pass")
    if passive is not None and page.low[passive] in _BE | _GET:
        return True
    if page.words[i].deprel in {"acl", "amod"} and page.words[i].xpos == "VBN":
        return True
    k = i - 1
    start = page.sentence(i)[0]
    while k >= start and page.words[k].upos == "ADV":
        k -= 1
    return k >= start and page.low[k] in _BE


def _passive(page: Page, i: int, known: AttributionWords) -> Relation | None:
    start, stop = page.sentence(i)
    be = i - 1
    while be > start and page.low[be] not in _BE:
        be -= 1
    cue = (be, i + 1) if page.low[be] in _BE and i - be <= 3 else (i, i + 1)
    form = page.low[i]
    if page.words[i].deprel == "amod":
        return None
    if form in {"quoted", "cited"} and page.low[i + 1 : i + 3] == ("as", "saying"):
        source = speaker(page, i)
        return Relation((cue[0], i + 3), source, ((i + 3, stop),), "said") if source else None
    if form not in known.passives:
        return None
    for k in range(i + 1, min(i + 5, stop - 1)):
        if page.low[k] == "by":
            agent = object_phrase(page, k + 1)
            if agent and _speaks(page, agent, known):
                force = "said" if form == "claimed" else known.passives[form]
                clause = clause_around(page, i)
                return Relation((i, k + 1), agent, ((clause[0], i),), force)
    follows = page.low[i + 1] if i + 1 < stop else ""
    if page.low[be] not in _BE:
        return None
    impersonal = be > start and page.low[be - 1] == "it" and follows == "that"
    event = page.child(i, "nsubj:pass", "nsubj")
    none = event is not None and page.low[page.phrase(event)[0]] in {"no", "none", "neither", "nothing"}
    told = form == "reported" and event is not None and page.words[event].upos == "NOUN" and not none
    raising = (
        follows == "to"
        or told
        or (form == "accused" and follows == "of")
        or form in {"feared", "believed", "suspected"}
    )
    if impersonal or raising:
        return Relation(cue, None, (clause_around(page, i),), known.passives[form])
    return None


def _prepositional(page: Page, i: int, length: int, force: str, link: Link) -> Relation | None:
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
    """What "according to X" vouches for: the clause before it, or the one after it, or both where it
    cuts a clause."""
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


def _responsibility(page: Page, i: int, length: int, force: str, known: AttributionWords) -> Relation | None:
    verb = next((k for k in range(i, i + length) if page.words[k].upos == "VERB"), i)
    source = speaker(page, verb)
    if source is None or page.low[source[0]] in known.nobody:
        return None
    end = max(clause_around(page, i)[1], i + length + 1)
    return Relation((i, i + length - 1), source, ((i + length, end),), force)


def _headline(page: Page, sentence: Range, known: AttributionWords) -> Relation | None:
    """ "Ten killed in raid on market: monitor" and "Monitor: ten killed in raid on market"."""
    first, last = sentence
    if page.low[last - 1] in {".", "!", "?", "”", '"'}:
        return None
    colons = [i for i in range(first + 1, last - 1) if page.low[i] == ":"]
    if not colons:
        return None
    colon = colons[-1]
    tail = (colon + 1, last)
    if tail[1] - tail[0] <= _LONGEST_TAIL and colon - first >= 3 and _speaks_here(page, tail, known):
        return Relation((colon, colon + 1), tail, ((first, colon),), "said")
    head = (first, colons[0])
    if head[1] - head[0] <= _LONGEST_TAIL and last - colons[0] >= 4 and _speaks_here(page, head, known):
        return Relation((colons[0], colons[0] + 1), head, ((colons[0] + 1, last),), "said")
    return None


def _bracketed(page: Page, sentence: Range, known: AttributionWords) -> Relation | None:
    """ "A drone struck the hotel (witnesses)." — a source alone in brackets at the end of the sentence."""
    first, last = sentence
    end = last - (page.low[last - 1] == ".")
    if end - first < 6 or page.low[end - 1] != ")":
        return None
    opening = next((k for k in range(end - 2, max(first + 2, end - 6), -1) if page.low[k] == "("), None)
    if opening is None or not _speaks_here(page, (opening + 1, end - 1), known):
        return None
    return Relation((opening, opening + 1), (opening + 1, end - 1), ((first, opening),), "said")


def _speaks_here(page: Page, span: Range, known: AttributionWords) -> bool:
    kinds = [known.kinds.get(page.low[k]) for k in range(*span)]
    return any(kinds) and not any(page.words[k].upos in {"VERB", "AUX"} for k in range(*span))
