"""Tolls that an adjective or a noun tells: "28 dead", "numerous casualties", "a toll of 19"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.coding.toll_counts import Found, counted, harm, listed
from dateline.coding.toll_phrases import Phrase, phrase_before, phrase_from, phrase_of
from dateline.coding.toll_sentence import Sentence
from dateline.coding.toll_subjects import both_of, harmed, has_be, nobody
from dateline.coding.toll_verbs import attributive, negated
from dateline.knowledge.toll_words import toll_words

_WORDS = toll_words()


_SPOKEN_OF = 6
"""Words before "dead at" among which the verb stands: "put the army's own dead at 40"."""


def adjective_tolls(s: Sentence, i: int, kind: str) -> Iterator[Found]:
    """ "28 dead", "three are missing", "12 wounded soldiers"."""
    both = both_of(s, i)
    if both is not None:
        yield Found(kind, both, 2, 2, 2, False)
        return
    no_one = nobody(s, i)
    if no_one is not None:
        yield Found("casualties" if s.low(i) == "hurt" else kind, no_one, 0, 0, 0, False)
        return
    if negated(s, i) or s.low(i - 1) in ("shot", "the"):
        return
    if attributive(s, i) or (s.tag(i + 1) in ("NOUN", "PROPN") and i - 1 in s.inside):
        head = i + 1
        while s.tag(head + 1) in ("NOUN", "PROPN"):
            head += 1
        phrase = phrase_of(s, head)
        if phrase is not None and phrase.quantity is not None and phrase.first < i:
            yield from counted(s, phrase, kind, "")
        return
    before = phrase_before(s, i)
    if before is not None and (before.quantity is not None or s.tag(before.first - 1) == "VERB"):
        yield from listed(s, before, kind, s.low(i))
        return
    if s.low(i - 1) in _WORDS.states or s.low(i - 1) in _WORDS.helpers or s.tag(i - 1) in ("AUX", "ADV"):
        yield from listed(s, harmed(s, i, True), kind, s.low(i))


def noun_tolls(s: Sentence, i: int, kind: str) -> Iterator[Found]:
    """The tolls of a noun of harm at ``i``, with whose they are ("casualties among the fighters")."""
    among = phrase_from(s, i + 2) if s.low(i + 1) in ("among", "amongst") else None
    for toll in _of_noun(s, i, kind):
        yield replace(toll, whose=among) if among is not None and toll.phrase.last == i + 1 else toll


def _of_noun(s: Sentence, i: int, kind: str) -> Iterator[Found]:
    lemma, low = s.lemma(i), s.low(i)
    if lemma in _WORDS.taking_nouns:
        yield from _taken(s, i, _WORDS.taking_nouns[lemma])
        return
    if lemma == "life":
        yield from _lives(s, i)
        return
    if s.tag(i + 1) in ("NOUN", "PROPN"):
        return
    if s.low(i + 1) == "of" and (lemma not in ("casualty", "victim", "injury")):
        of = phrase_from(s, i + 2)
        if of is not None and (
            of.quantity is not None
            or lemma in ("death", "killing", "body", "abduction", "kidnapping", "arrest")
        ):
            if of.quantity is None and lemma == "body" and of.head is not None and s.tag(of.head) == "PROPN":
                return
            yield from listed(s, of, kind, lemma)
            return
    phrase = phrase_of(s, i)
    if phrase is None or lemma in ("killing", "displacement") or s.low(phrase.first) in ("his", "her", "their", "its"):
        return
    if (kind in ("detained", "abducted") and _freed(s, phrase)) or (lemma in _WORDS.wounds and _suffered(s, phrase)):
        return
    if phrase.quantity is not None:
        if phrase.quantity.low == 0 or not (lemma == "body" and not low.endswith("ies")):
            yield from counted(s, phrase, kind, "")
        return
    none_before = s.inside.get(phrase.first - 3) if s.low(phrase.first - 1) in ("or", "and") else None
    if none_before is not None and none_before[0].high == 0 and s.lemma(phrase.first - 2) in _WORDS.nouns:
        yield Found(kind, phrase, 0, 0, 0, False)  # "no injuries or deaths"
        return
    reports = s.low(phrase.first - 1) in ("of", "on", "about") and s.lemma(phrase.first - 2) in (
        "report",
        "word",
        "information",
        "detail",
        "risk",
        "number",
        "toll",
        "count",
        "evidence",
        "fear",
        "claim",
    )
    if lemma not in ("casualty", "fatality", "death", "injury") or not low.endswith("s") or reports:
        return
    yield from _bare_plural(s, phrase, kind)


def _freed(s: Sentence, phrase: Phrase) -> bool:
    """"Freed dozens of detainees", "32 hostages were released": captives, but none of this event."""
    word = s.words[phrase.last - 1]
    return s.lemma(phrase.first - 1) in _WORDS.freeing or s.words[word.head].lemma in _WORDS.freeing


def _suffered(s: Sentence, phrase: Phrase) -> bool:
    """"Received multiple shrapnel wounds": the number is of wounds, not of people."""
    word = s.words[phrase.last - 1]
    return word.deprel == "obj" and s.words[word.head].lemma in _WORDS.suffering


def _taken(s: Sentence, i: int, kind: str) -> Iterator[Found]:
    """ "took 14 prisoners", "took five soldiers hostage", "were taken prisoner"."""
    if not s.low(i).endswith("s"):
        before = phrase_before(s, i)
        if s.low(i - 1) == "taken":
            yield from listed(s, harmed(s, i - 1, has_be(s, i - 1)), kind, "take")
        elif (before is not None and s.lemma(before.first - 1) in ("take", "hold")) or (
            before and s.low(before.first - 1) in ("took", "taking", "holding", "held")
        ):
            yield from counted(s, before, kind, "")
        return
    phrase = phrase_of(s, i)
    verbs = ("take", "took", "taking", "capture", "captured", "seize", "hold", "held", "holding")
    if (
        phrase is not None
        and phrase.quantity is not None
        and (s.lemma(phrase.first - 1) in verbs or s.low(phrase.first - 1) in verbs)
    ):
        yield from counted(s, phrase, kind, "")


def _lives(s: Sentence, i: int) -> Iterator[Found]:
    """ "lost their lives", "claimed 12 lives", "the lives of 12 people", "12 lives were lost"."""
    before = i - 1
    if s.low(before) in ("their", "his", "her", "its") and (
        s.lemma(before - 1) == "lose" or s.low(before - 1) == "lost"
    ):
        yield from listed(s, harmed(s, before - 1, True), "killed", "lose")
        return
    if s.low(i + 1) == "of" and s.low(i).endswith("s"):
        of = phrase_from(s, i + 2)
        if of is not None and any(
            s.lemma(j) in ("claim", "take", "cost", "end") for j in range(max(s.first, i - 3), i)
        ):
            yield from listed(s, of, "killed", "")
        return
    phrase = phrase_of(s, i)
    taken = phrase is not None and (
        s.lemma(phrase.first - 1) in ("claim", "cost", "take", "lose")
        or any(s.low(j) == "lost" for j in range(i + 1, i + 4))
    )
    if phrase is not None and phrase.quantity is not None and taken:
        yield from counted(s, phrase, "killed", "")


def toll_numbers(s: Sentence) -> Iterator[Found]:
    """ "the death toll rose to 19", "brings the number of dead to 30", "put the dead at 40"."""
    for i in range(s.first, s.last):
        over = of_one = False
        if s.lemma(i) in _WORDS.toll_nouns:
            kind = _WORDS.toll_kinds.get(s.lemma(i - 1), "killed")
            over = s.lemma(i - 2 if s.low(i - 2) != "the" else i - 3) in ("overall", "total", "cumulative")
            of_one = s.low(i + 1) in ("of", "from", "in") and i + 2 not in s.starting
            if of_one and any(s.lemma(j) in _WORDS.lasting for j in range(i + 2, min(i + 6, s.last))):
                of_one, over = False, True
        elif s.lemma(i) in ("number", "total") and s.low(i + 1) == "of":
            kinds = [
                k
                for j in range(i + 2, min(i + 7, s.last))
                if (k := harm(s, j) or _WORDS.nouns.get(s.lemma(j)))
            ]
            if not kinds:
                continue
            kind = kinds[0]
        elif s.low(i) in _WORDS.adjectives and s.low(i + 1) == "at" and _is_put(s, i):
            kind = _WORDS.adjectives[s.low(i)]
        elif s.low(i) in _WORDS.adjectives and s.low(i - 1) == "the" and s.lemma(i + 1) in ("number", "total"):
            kind = _WORDS.adjectives[s.low(i)]  # "the wounded number at least six"
        else:
            continue
        raised = any(s.lemma(j) in ("bring", "raise", "push", "take") for j in range(max(s.first, i - 5), i))
        for j in range(i + 1, min(i + 16, s.last)):
            if s.low(j) in (".", ";"):
                break
            if j in s.starting and (
                s.low(j - 1) in _WORDS.before_number
                or (s.tag(j - 1) == "ADV" and s.low(j - 2) in _WORDS.before_number)
            ):
                phrase = phrase_from(s, j)
                if phrase is not None and phrase.quantity is not None:
                    q = phrase.quantity
                    kind = _WORDS.adjectives.get(s.low(phrase.last)) or kind
                    yield Found(kind, phrase, q.low, q.best, q.high, q.approx, over or (raised and not of_one), None, of_one)
                    break


def _bare_plural(s: Sentence, phrase: Phrase, kind: str) -> Iterator[Found]:
    """ "casualties", "heavy casualties", "without any casualties"."""
    lemma = s.lemma(phrase.last - 1)
    before = [s.low(j) for j in range(max(s.first, phrase.first - 4), phrase.last)]
    if "without" in before or "any" in before:
        if "without" in before or any(
            s.low(j) in ("not", "n't", "n’t") and s.lemma(j + 1) in ("cause", "result", "lead", "inflict")
            for j in range(s.first, phrase.last)
        ):
            yield Found(kind, phrase, 0, 0, 0, False)
        return
    if lemma == "injury" and s.lemma(phrase.first - 1) in ("suffer", "sustain", "receive"):
        yield from listed(s, harmed(s, phrase.first - 1, True), "injured", "suffer")
        return
    if lemma in ("casualty", "fatality") or s.lemma(phrase.first - 1) in (
        "cause",
        "report",
        "in",
        "suffer",
        "to",
    ):
        yield Found(kind, phrase, 2, None, None, False)


def _is_put(s: Sentence, i: int) -> bool:
    """True for the "dead" of "put the army's own dead at 40"."""
    return any(s.low(j) in _WORDS.putting for j in range(i - _SPOKEN_OF, i))
