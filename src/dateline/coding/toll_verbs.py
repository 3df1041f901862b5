"""Tolls that a verb tells: "killed 12", "12 were killed", "fled", "shot dead"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.entities.phrase import QUOTES
from dateline.coding.toll_counts import Found, counted, harm, listed, patient, stem
from dateline.coding.toll_phrases import Phrase, phrase_before, phrase_from
from dateline.coding.toll_sentence import Sentence
from dateline.coding.toll_subjects import both_of, harmed, has_be, nobody
from dateline.knowledge.actors.nouns import load_actor_nouns
from dateline.knowledge.toll_words import toll_words

_WORDS = toll_words()


_OPENING = frozenset({"when", "where", "while", "as", "after", "before"})
"""Words that open a clause: whom a participle before them harmed stands before it."""


def paired(s: Sentence, i: int) -> int | None:
    """ "killed or injured", "dead and wounded": the harm is not told apart."""
    if s.low(i + 1) not in ("and", "or", "/", "and/or"):
        return None
    kinds = [harm(s, i), harm(s, i + 2)]
    return i + 2 if set(kinds) == {"killed", "injured"} else None


def is_verb(s: Sentence, i: int) -> bool:
    """True where the word of harm at ``i`` is used as a verb, not as an adjective before a noun."""
    low, tag = s.low(i), s.tag(i)
    if stem(s, i, _WORDS.transitive) == "gun":
        return s.low(i + 1) == "down" and tag == "VERB"
    if low in _WORDS.adjectives and tag == "ADJ":
        return False
    if tag == "VERB" and attributive(s, i) and low in _WORDS.adjectives:
        return False
    quality = s.words[i].deprel == "amod" and s.words[i].head > i and s.tag(i + 1) in ("NOUN", "PROPN", "ADJ")
    if tag == "VERB" and quality and not _numbered(s, i):
        return False  # "the slain commander": known to be dead before
    return tag in ("VERB", "AUX") or (
        low.endswith(("ed", "ing")) and tag in ("ADJ", "NOUN") and not attributive(s, i)
    )


def attributive(s: Sentence, i: int) -> bool:
    """ "12 wounded soldiers": the word of harm belongs to the noun after it."""
    if s.tag(i) == "VERB":
        return (
            s.tag(i + 1) == "NOUN"
            and s.low(i).endswith("ed")
            and _numbered(s, i)
            and s.low(i + 1).endswith(("s", "men", "people"))
        )
    return s.tag(i + 1) in ("NOUN", "PROPN") and (_numbered(s, i) or s.tag(i - 1) in ("DET", "ADJ"))


def _numbered(s: Sentence, i: int) -> bool:
    """ "12 wounded", "thousands of wounded"."""
    return i - 1 in s.inside or (s.low(i - 1) == "of" and i - 2 in s.inside)


def negated(s: Sentence, i: int) -> bool:
    """ "were not killed": the text tells of no toll."""
    return any(
        s.low(j) in ("not", "n't", "n’t", "never") and s.low(j + 1) != "only"
        for j in range(max(s.first, i - 3), i)
    )


def verb_tolls(s: Sentence, i: int, kind: str, begin: int) -> Iterator[Found]:
    """Whom a verb of harm harmed; ``begin`` is the first word of a pair such as "killed or injured"."""
    if negated(s, begin):
        return
    verb = stem(s, i, _WORDS.transitive)
    both = both_of(s, begin)
    if both is not None:
        yield Found(kind, both, 2, 2, 2, False)
        return
    no_one = nobody(s, begin)
    if no_one is not None:
        yield Found("casualties" if verb == "hurt" else kind, no_one, 0, 0, 0, False)
        return
    passive = has_be(s, begin)
    after = _past_asides(s, i, begin, passive)
    right = None if passive else phrase_from(s, after)
    if right is not None and patient(s, right, kind, verb, after=True):
        adjacent = phrase_before(s, begin) if not s.low(i).endswith("ing") else None
        # "12 killed, 30 wounded": a bare number before wins where what follows opens the next count.
        if not (
            adjacent is not None
            and adjacent.quantity is not None
            and adjacent.head is None
            and right.quantity is None
            and s.low(after) not in ("a", "an")
        ):
            yield from listed(s, right, kind, verb)
            return
    elif right is not None and right.head is not None and s.lemma(right.head) not in _WORDS.time_nouns:
        return
    if s.low(i).endswith("ing") or (not passive and s.tag(begin - 1) == "AUX"):
        return
    yield from subjects(s, harmed(s, begin, passive), kind, verb)


def _past_asides(s: Sentence, i: int, begin: int, passive: bool) -> int:
    """The word at which the object of the verb ``i`` begins: past days, adverbs, marks, and a second verb."""
    after = i + 1
    while (s.low(after) in _WORDS.not_patients and s.words[after].text[:1].isupper()) or s.low(after) in (
        "yesterday",
        "today",
    ):
        after += 1
    while (s.tag(after) == "ADV" and after not in s.starting and s.low(after) not in _OPENING) or (
        s.low(after) in ("down", "dead", "dozens") and after not in s.starting
    ):
        after += 1
    if s.low(after) in QUOTES and s.low(begin - 1) in QUOTES:
        after += 1  # "neutralised" in the marks of another's word
    if s.low(after) == "of" and s.low(i).endswith(("ing", "ings")):
        after += 1
    if s.tag(after) == "PRON" and s.low(after + 1) == "and" and not passive:
        after += 2
    if s.tag(after) == "CCONJ" and s.tag(after + 1) == "VERB" and not passive:
        after += 2  # "arrested and questioned the student"
    return after


def subjects(s: Sentence, phrase: Phrase | None, kind: str, verb: str) -> Iterator[Found]:
    """The phrase and those joined before it ("five civilians and two soldiers were killed")."""
    yield from listed(s, phrase, kind, verb)
    for _ in range(4):
        if phrase is None:
            return
        at = phrase.first - 1
        if s.low(at) == "and" and s.low(at - 1) == ",":
            at -= 1
        if s.low(at) not in ("and", ",", "&"):
            return
        earlier = phrase_before(s, at)
        joins = earlier is not None and (
            earlier.quantity is not None or s.low(earlier.first) in ("a", "an", "one")
        )
        if (
            earlier is None
            or not joins
            or s.tag(earlier.first - 1) in ("VERB", "ADP")
            or earlier.head is None
        ):
            return
        if patient(s, earlier, kind, verb, after=False):
            yield from counted(s, earlier, kind, verb)
        phrase = earlier


def intransitive_tolls(s: Sentence, i: int, kind: str) -> Iterator[Found]:
    """ "12 died", "thousands fled", "forced 3,000 families to flee"."""
    verb = stem(s, i, _WORDS.intransitive)
    if negated(s, i) or s.low(i).endswith("ing"):
        return
    if s.low(i - 1) == "to":
        forced = phrase_before(s, i - 1)
        if forced is not None and (forced.quantity is not None or s.low(forced.head or i).endswith("s")):
            yield from listed(s, forced, kind, verb)
        return
    yield from subjects(s, harmed(s, i, True), kind, verb)


def shot_tolls(s: Sentence, i: int) -> Iterator[Found]:
    """ "shot dead three men", "shot three men dead", "were shot dead", "shot down two drones"."""
    if s.low(i + 1) == "down":
        right = phrase_from(s, i + 2)
        target = right if right is not None and not has_be(s, i) else harmed(s, i, has_be(s, i))
        yield from listed(s, target, "destroyed", "down")
    elif s.low(i + 1) == "dead":
        right = None if has_be(s, i) else phrase_from(s, i + 2)
        yield from listed(s, right or harmed(s, i, has_be(s, i)), "killed", "shot")
    elif not any(harm(s, j) for j in range(i + 1, min(i + 4, s.last))) and s.low(i + 1) not in ("at", "to"):
        right = None if has_be(s, i) else phrase_from(s, i + 1)
        hit = right if right is not None else (harmed(s, i, True) if has_be(s, i) else None)
        if hit is not None and hit.head is not None and is_person(s, hit.head):
            yield from listed(s, hit, "injured" if lives(s) else "casualties", "shot")


def lives(s: Sentence) -> bool:
    """"Was shot in the hand and is out of danger": whoever was hit is told to be alive."""
    return any(s.lemma(j) in _WORDS.surviving for j in range(s.first, s.last))


def lost_tolls(s: Sentence, i: int) -> Iterator[Found]:
    """"Lost five fighters", "lost 60 men killed and wounded and two tanks", "have lost their lives"."""
    if s.tag(i + 1) in ("PRON", "DET") and s.low(i + 2) in ("life", "lives"):
        yield from subjects(s, harmed(s, i, True), "killed", "die")
        return
    if s.lemma(i + 2) in _WORDS.limbs:
        yield from subjects(s, harmed(s, i, True), "injured", "lose")
        return
    lost = None if has_be(s, i) else phrase_from(s, i + 1)
    if lost is None or lost.quantity is None or lost.head is None:
        return
    if s.lemma(lost.head) in _WORDS.losable:
        both = paired(s, lost.last) is not None
        yield from counted(s, lost, "casualties" if both else "killed", "lose")
        lost = phrase_from(s, lost.last + 4 if both else lost.last + 1)
    yield from listed(s, lost, "destroyed", "lose")


def is_person(s: Sentence, head: int) -> bool:
    """True for a noun that tells of people: "girl", "two drivers"."""
    lemma = s.lemma(head)
    known = lemma in _WORDS.losable or lemma in _WORDS.plain_people
    return known or load_actor_nouns().find(s.low(head)) is not None or load_actor_nouns().find(lemma) is not None


def wound_tolls(s: Sentence, i: int) -> Iterator[Found]:
    """"Two policemen suffered slight wounds": the subject is hurt."""
    if any(s.lemma(j) in _WORDS.wounds for j in range(i + 1, min(i + 4, s.last))):
        yield from subjects(s, harmed(s, i, True), "injured", "injure")
