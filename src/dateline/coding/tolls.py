"""Tolls of a sentence: how many were killed, injured, displaced, detained, abducted, missing, or what was destroyed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.coding.toll_phrases import Phrase, Sentence, determiner, phrase_before, phrase_from, phrase_of, sentence, who
from dateline.knowledge.toll_words import toll_words
from dateline.model.analysis import Word
from dateline.model.claim import Toll
from dateline.model.quantities import Quantity
from dateline.model.span import Span

_WORDS = toll_words()
_BE = frozenset("be is are was were been being 's ’s get got gets getting become".split())
_HELPERS = frozenset("have has had having be is are was were been being 's ’s got get gets will would may might could can also reportedly allegedly later subsequently".split())
_STATES = frozenset("remain remains remained go goes went gone report reported feared presumed believed found declared confirmed still left leave listed taken pronounced".split())
_TO_NUMBER = frozenset("to at of reached reach reaches reaching passed passes exceeded exceeds topped topping hit is was surpassed stood".split())
_PARTS = frozenset({"including", "among", "amongst"})
_PEOPLE_KINDS = frozenset({"injured", "detained", "abducted", "missing", "displaced"})


@dataclass(frozen=True, slots=True)
class _Found:
    kind: str
    phrase: Phrase
    low: int | None
    best: int | None
    high: int | None
    approx: bool
    over: bool = False
    parent: Phrase | None = None


def find_tolls(
    words: Sequence[Word], first: int, last: int, text: str, quantities: Sequence[Quantity]
) -> tuple[Toll, ...]:
    """The tolls that words ``first`` to ``last`` (exclusive) tell, in text order.

    ``quantities`` are those of the whole ``text``. ``part_of`` is an index into the result. The parse decides who was
    harmed where the words in between could mislead; everything else rests on neighbouring words and tags.
    """
    s = sentence(words, first, last, text, quantities)
    found: dict[tuple[int, int], _Found] = {}
    for toll in _all(s):
        key = (toll.phrase.first, toll.phrase.last)
        taken = found.get(key)
        if taken is None and not any(toll.phrase.first < e and b < toll.phrase.last for b, e in found):
            found[key] = toll
    for part in _parts(s, list(found.values())):
        key = (part.phrase.first, part.phrase.last)
        if not any(part.phrase.first < e and b < part.phrase.last and found[b, e].parent for b, e in found):
            for taken_key in [k for k in found if k[0] < key[1] and key[0] < k[1] and found[k].phrase != part.parent]:
                del found[taken_key]
            found[key] = part
    ordered = [found[key] for key in sorted(found)]
    return tuple(_toll(s, toll, ordered) for toll in ordered)


def _toll(s: Sentence, toll: _Found, ordered: list[_Found]) -> Toll:
    phrase = toll.phrase
    start, end = s.words[phrase.first].start, s.words[phrase.last - 1].end
    if phrase.quantity is not None:
        start = min(start, phrase.quantity.span.start)
        end = max(end, phrase.quantity.span.end)
    unit = _unit(s, phrase)
    part_of = next((n for n, other in enumerate(ordered) if other.phrase == toll.parent), None) if toll.parent else None
    return Toll(
        kind=toll.kind,
        low=toll.low,
        best=toll.best,
        high=toll.high,
        approx=toll.approx,
        unit=unit,
        who=who(s, phrase, unit),
        text=s.text[start:end],
        span=Span.of(s.text, start, end),
        part_of=part_of,
        cumulative=toll.over or (_cumulative(s) and not (phrase.quantity is None and toll.best == 1)),
    )


def _unit(s: Sentence, phrase: Phrase) -> str:
    return "persons" if phrase.head is None else _WORDS.units.get(s.lemma(phrase.head), "persons")


def _all(s: Sentence) -> Iterator[_Found]:
    yield from _toll_numbers(s)
    for i in range(s.first, s.last):
        pair = _paired(s, i)
        if pair is not None:
            yield from _verb(s, i + 2, "casualties", i)
            continue
        if _paired(s, i - 2) is not None:
            continue
        kind = _WORDS.transitive.get(_stem(s, i, _WORDS.transitive))
        if kind is not None and _is_verb(s, i):
            yield from _verb(s, i, kind, i)
            continue
        kind = _WORDS.intransitive.get(_stem(s, i, _WORDS.intransitive))
        if kind is not None and s.tag(i) in ("VERB", "AUX"):
            yield from _intransitive(s, i, kind)
        kind = _WORDS.adjectives.get(s.low(i))
        if kind is not None:
            yield from _adjective(s, i, kind)
        noun_kind = _WORDS.nouns.get(s.lemma(i)) or _WORDS.nouns.get(s.low(i))
        if noun_kind is not None and s.tag(i) in ("NOUN", "PROPN") and kind is None:
            yield from _noun(s, i, noun_kind)
        if (s.lemma(i) == "lose" or s.low(i) in ("lost", "losing")) and not _has_be(s, i):
            lost = phrase_from(s, i + 1)
            if lost is not None and lost.quantity is not None and lost.head is not None and s.lemma(lost.head) in _WORDS.losable:
                yield from _listed(s, lost, "killed", "lose")
        if s.lemma(i) == "shoot" or s.low(i) == "shot":
            yield from _shot(s, i)


def _stem(s: Sentence, i: int, known: dict[str, str]) -> str:
    """The lemma, or the word cut back to a known verb where the lemma is none (lemmas of participles go wrong most)."""
    lemma, low = s.lemma(i), s.low(i)
    if lemma in known:
        return lemma
    for ending, add in (("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("d", ""), ("s", "")):
        if low.endswith(ending) and low[: -len(ending)] + add in known:
            return low[: -len(ending)] + add
    return lemma


def _is_verb(s: Sentence, i: int) -> bool:
    low, tag = s.low(i), s.tag(i)
    if _stem(s, i, _WORDS.transitive) == "gun":
        return s.low(i + 1) == "down" and tag == "VERB"
    if low in _WORDS.adjectives and tag == "ADJ":
        return False
    if tag == "VERB" and _attributive(s, i) and low in _WORDS.adjectives:
        return False
    return tag in ("VERB", "AUX") or (low.endswith(("ed", "ing")) and tag in ("ADJ", "NOUN") and not _attributive(s, i))


def _attributive(s: Sentence, i: int) -> bool:
    if s.tag(i) == "VERB":
        return s.tag(i + 1) == "NOUN" and s.low(i).endswith("ed") and i - 1 in s.inside and s.low(i + 1).endswith(("s", "men", "people"))
    return s.tag(i + 1) in ("NOUN", "PROPN") and (i - 1 in s.inside or s.tag(i - 1) in ("DET", "ADJ"))


def _paired(s: Sentence, i: int) -> int | None:
    """ "killed or injured", "dead and wounded": the harm is not told apart."""
    if s.low(i + 1) not in ("and", "or", "/", "and/or"):
        return None
    kinds = [_harm(s, i), _harm(s, i + 2)]
    return i + 2 if set(kinds) == {"killed", "injured"} else None


def _harm(s: Sentence, i: int) -> str | None:
    low = s.low(i)
    if low in _WORDS.adjectives:
        return _WORDS.adjectives[low]
    if low.endswith(("ed", "ing")) or s.tag(i) == "VERB":
        return _WORDS.transitive.get(_stem(s, i, _WORDS.transitive))
    return None


def _negated(s: Sentence, i: int) -> bool:
    return any(s.low(j) in ("not", "n't", "n’t", "never") and s.low(j + 1) != "only" for j in range(max(s.first, i - 3), i))


def _verb(s: Sentence, i: int, kind: str, begin: int) -> Iterator[_Found]:
    """Whom a verb of harm harmed; ``begin`` is the first word of a pair such as "killed or injured"."""
    if _negated(s, begin):
        return
    verb = _stem(s, i, _WORDS.transitive)
    nobody = _nobody(s, begin)
    if nobody is not None:
        yield _Found(kind, nobody, 0, 0, 0, False)
        return
    after = i + 1
    while s.low(after) in _WORDS.not_patients and s.words[after].text[:1].isupper() or s.low(after) in ("yesterday", "today"):
        after += 1
    while s.tag(after) == "ADV" and after not in s.starting or s.low(after) in ("down", "dead", "dozens") and after not in s.starting:
        after += 1
    if s.low(after) == "of" and s.low(i).endswith(("ing", "ings")):
        after += 1
    passive = _has_be(s, begin)
    if s.tag(after) == "PRON" and s.low(after + 1) == "and" and not passive:
        after += 2
    right = None if passive else phrase_from(s, after)
    if right is not None and _patient(s, right, kind, verb, after=True):
        adjacent = phrase_before(s, begin) if not s.low(i).endswith("ing") else None
        # "12 killed, 30 wounded": a bare number before wins where what follows opens the next count.
        if not (adjacent is not None and adjacent.quantity is not None and right.quantity is None and s.low(after) not in ("a", "an")):
            yield from _listed(s, right, kind, verb)
            return
    if s.low(i).endswith("ing"):
        return
    yield from _subjects(s, _harmed(s, begin, passive), kind, verb)


def _subjects(s: Sentence, phrase: Phrase | None, kind: str, verb: str) -> Iterator[_Found]:
    """The phrase and those joined before it ("five civilians and two soldiers were killed")."""
    yield from _listed(s, phrase, kind, verb)
    for _ in range(4):
        if phrase is None:
            return
        at = phrase.first - 1
        if s.low(at) == "and" and s.low(at - 1) == ",":
            at -= 1
        if s.low(at) not in ("and", ",", "&"):
            return
        earlier = phrase_before(s, at)
        joins = earlier is not None and (earlier.quantity is not None or s.low(earlier.first) in ("a", "an", "one"))
        if earlier is None or not joins or s.tag(earlier.first - 1) in ("VERB", "ADP") or earlier.head is None:
            return
        if _patient(s, earlier, kind, verb, after=False):
            yield from _counted(s, earlier, kind, verb)
        phrase = earlier


def _nobody(s: Sentence, i: int) -> Phrase | None:
    """ "nobody was hurt", "no one has been killed"."""
    at = i
    while at > s.first and (s.tag(at - 1) in ("AUX", "ADV") or s.low(at - 1) in _HELPERS):
        at -= 1
    if s.low(at - 1) in ("nobody", "none"):
        return Phrase(at - 1, at, None, None)
    return Phrase(at - 2, at, None, None) if s.low(at - 1) == "one" and s.low(at - 2) == "no" else None


def _has_be(s: Sentence, i: int) -> bool:
    at = i - 1
    while at >= s.first and (s.tag(at) in ("ADV", "AUX", "PART") or s.low(at) in _HELPERS):
        if s.low(at) in _BE:
            return True
        at -= 1
    if any(s.words[j].head == i and s.words[j].deprel == "aux:pass" for j in range(max(s.first, i - 6), i)):
        return True
    # "were arrested or killed": the helper stands before the first of the two.
    return s.low(at) in ("and", "or") and at > s.first and _harm(s, at - 1) is not None and _has_be(s, at - 1)


def _harmed(s: Sentence, i: int, helped: bool) -> Phrase | None:
    """The subject of a passive or intransitive verb at ``i``, or the noun that a participle belongs to."""
    at = i
    if helped:
        while at > s.first and (s.tag(at - 1) in ("ADV", "AUX", "PART") or s.low(at - 1) in _HELPERS or s.low(at - 1) in _STATES):
            if at - 1 in s.inside:
                break
            at -= 1
    adjacent = phrase_before(s, at)
    if adjacent is not None and adjacent.quantity is not None and s.low(adjacent.first - 1) not in ("in", "at", "of", "from", "by", "near"):
        return adjacent
    tree = _by_tree(s, i)
    if tree is not None:
        return tree
    if s.low(at - 1) in ("who", "that", "which"):
        return phrase_before(s, at - 2 if s.low(at - 2) == "," else at - 1)
    return _by_steps(s, at) if adjacent is not None or s.low(at - 1) == "," else None


def _by_tree(s: Sentence, i: int) -> Phrase | None:
    word = s.words[i]
    for j in range(s.first, s.last):
        child = s.words[j]
        if child.head == i and j < i and child.deprel in ("nsubj:pass", "nsubj", "csubj:pass") and child.upos not in ("PRON", "DET"):
            return phrase_of(s, j)
    noun = word.head
    if word.deprel in ("acl", "acl:relcl", "amod") and s.first <= noun < i and s.tag(noun) in ("NOUN", "PROPN", "NUM"):
        return phrase_of(s, noun)
    if word.deprel in ("xcomp", "conj", "advcl") and s.first <= noun < s.last and noun != i and s.tag(noun) in ("VERB", "ADJ"):
        for j in range(s.first, i):
            child = s.words[j]
            if child.head == noun and child.deprel in ("obj", "nsubj:pass") and child.upos not in ("PRON", "DET"):
                return phrase_of(s, j)
    return None


def _by_steps(s: Sentence, at: int) -> Phrase | None:
    """Back over "in the town of X" and ", including three children," to the phrase that they belong to."""
    for _ in range(5):
        if s.low(at - 1) == ",":
            opening = next((j for j in range(at - 2, s.first, -1) if s.low(j) == "," and s.low(j + 1) in ("including", "among", "most", "mostly", "all", "who")), None)
            if opening is None:
                return None
            at = opening
        phrase = phrase_before(s, at)
        if phrase is None:
            return None
        if s.tag(phrase.first - 1) != "ADP" and s.low(phrase.first - 1) not in ("of", "in", "near", "from", "at", "on", "by"):
            return phrase
        at = phrase.first - 1
    return None


def _intransitive(s: Sentence, i: int, kind: str) -> Iterator[_Found]:
    verb = _stem(s, i, _WORDS.intransitive)
    if _negated(s, i) or s.low(i).endswith("ing"):
        return
    if s.low(i - 1) == "to":
        forced = phrase_before(s, i - 1)
        if forced is not None and (forced.quantity is not None or s.low(forced.head or i).endswith("s")):
            yield from _listed(s, forced, kind, verb)
        return
    yield from _subjects(s, _harmed(s, i, True), kind, verb)


def _adjective(s: Sentence, i: int, kind: str) -> Iterator[_Found]:
    if _negated(s, i) or s.low(i - 1) in ("shot", "the"):
        return
    if _attributive(s, i) or (s.tag(i + 1) in ("NOUN", "PROPN") and i - 1 in s.inside):
        head = i + 1
        while s.tag(head + 1) in ("NOUN", "PROPN"):
            head += 1
        phrase = phrase_of(s, head)
        if phrase is not None and phrase.quantity is not None and phrase.first < i:
            yield from _counted(s, phrase, kind, "")
        return
    before = phrase_before(s, i)
    if before is not None and (before.quantity is not None or s.tag(before.first - 1) == "VERB"):
        yield from _listed(s, before, kind, s.low(i))
        return
    if s.low(i - 1) in _STATES or s.low(i - 1) in _HELPERS or s.tag(i - 1) in ("AUX", "ADV"):
        yield from _listed(s, _harmed(s, i, True), kind, s.low(i))


def _shot(s: Sentence, i: int) -> Iterator[_Found]:
    """ "shot dead three men", "shot three men dead", "were shot dead", "shot down two drones"."""
    if s.low(i + 1) == "down":
        right = phrase_from(s, i + 2)
        target = right if right is not None and not _has_be(s, i) else _harmed(s, i, _has_be(s, i))
        yield from _listed(s, target, "destroyed", "down")
    elif s.low(i + 1) == "dead":
        right = None if _has_be(s, i) else phrase_from(s, i + 2)
        yield from _listed(s, right or _harmed(s, i, _has_be(s, i)), "killed", "shot")


def _noun(s: Sentence, i: int, kind: str) -> Iterator[_Found]:
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
        if of is not None and (of.quantity is not None or lemma in ("death", "killing", "body", "abduction", "kidnapping", "arrest")):
            if of.quantity is None and lemma == "body" and of.head is not None and s.tag(of.head) == "PROPN":
                return
            yield from _listed(s, of, kind, lemma)
            return
    phrase = phrase_of(s, i)
    if phrase is None or lemma in ("killing", "displacement"):
        return
    if phrase.quantity is not None:
        if phrase.quantity.low == 0 or not (lemma == "body" and not low.endswith("ies")):
            yield from _counted(s, phrase, kind, "")
        return
    reports = s.low(phrase.first - 1) in ("of", "on", "about") and s.lemma(phrase.first - 2) in ("report", "word", "information", "detail", "risk", "number", "toll", "count", "evidence", "fear", "claim")
    if lemma not in ("casualty", "fatality", "death", "injury") or not low.endswith("s") or reports:
        return
    before = [s.low(j) for j in range(max(s.first, phrase.first - 4), phrase.last)]
    if "without" in before or "any" in before:
        if "without" in before or any(s.low(j) in ("not", "n't", "n’t") and s.lemma(j + 1) in ("cause", "result", "lead", "inflict") for j in range(s.first, i)):
            yield _Found(kind, phrase, 0, 0, 0, False)
        return
    if lemma == "injury" and s.lemma(phrase.first - 1) in ("suffer", "sustain", "receive"):
        yield from _listed(s, _harmed(s, phrase.first - 1, True), "injured", "suffer")
        return
    if lemma in ("casualty", "fatality") or s.lemma(phrase.first - 1) in ("cause", "report", "in", "suffer", "to"):
        yield _Found(kind, phrase, 2, None, None, False)


def _taken(s: Sentence, i: int, kind: str) -> Iterator[_Found]:
    """ "took 14 prisoners", "took five soldiers hostage", "were taken prisoner"."""
    if not s.low(i).endswith("s"):
        before = phrase_before(s, i)
        if s.low(i - 1) == "taken":
            yield from _listed(s, _harmed(s, i - 1, _has_be(s, i - 1)), kind, "take")
        elif before is not None and s.lemma(before.first - 1) in ("take", "hold") or (before and s.low(before.first - 1) in ("took", "taking", "holding", "held")):
            yield from _counted(s, before, kind, "")
        return
    phrase = phrase_of(s, i)
    verbs = ("take", "took", "taking", "capture", "captured", "seize", "hold", "held", "holding")
    if phrase is not None and phrase.quantity is not None and (s.lemma(phrase.first - 1) in verbs or s.low(phrase.first - 1) in verbs):
        yield from _counted(s, phrase, kind, "")


def _lives(s: Sentence, i: int) -> Iterator[_Found]:
    """ "lost their lives", "claimed 12 lives", "the lives of 12 people", "12 lives were lost"."""
    before = i - 1
    if s.low(before) in ("their", "his", "her", "its") and (s.lemma(before - 1) == "lose" or s.low(before - 1) == "lost"):
        yield from _listed(s, _harmed(s, before - 1, True), "killed", "lose")
        return
    if s.low(i + 1) == "of" and s.low(i).endswith("s"):
        of = phrase_from(s, i + 2)
        if of is not None and any(s.lemma(j) in ("claim", "take", "cost", "end") for j in range(max(s.first, i - 3), i)):
            yield from _listed(s, of, "killed", "")
        return
    phrase = phrase_of(s, i)
    taken = phrase is not None and (s.lemma(phrase.first - 1) in ("claim", "cost", "take", "lose") or any(s.low(j) == "lost" for j in range(i + 1, i + 4)))
    if phrase is not None and phrase.quantity is not None and taken:
        yield from _counted(s, phrase, "killed", "")


def _toll_numbers(s: Sentence) -> Iterator[_Found]:
    """ "the death toll rose to 19", "brings the number of dead to 30"."""
    for i in range(s.first, s.last):
        over = False
        if s.lemma(i) in _WORDS.toll_nouns:
            kind = _WORDS.toll_kinds.get(s.lemma(i - 1), "casualties")
            over = s.lemma(i - 2 if s.low(i - 2) != "the" else i - 3) in ("overall", "total", "cumulative")
        elif s.lemma(i) in ("number", "total") and s.low(i + 1) == "of":
            kinds = [k for j in range(i + 2, min(i + 7, s.last)) if (k := _harm(s, j) or _WORDS.nouns.get(s.lemma(j)))]
            if not kinds:
                continue
            kind = kinds[0]
        else:
            continue
        raised = any(s.lemma(j) in ("bring", "raise", "push", "take") for j in range(max(s.first, i - 5), i))
        for j in range(i + 1, min(i + 16, s.last)):
            if s.low(j) in (".", ";"):
                break
            if j in s.starting and (s.low(j - 1) in _TO_NUMBER or s.tag(j - 1) == "ADV" and s.low(j - 2) in _TO_NUMBER):
                phrase = phrase_from(s, j)
                if phrase is not None and phrase.quantity is not None:
                    q = phrase.quantity
                    kind = _WORDS.adjectives.get(s.low(phrase.last)) or kind
                    yield _Found(kind, phrase, q.low, q.best, q.high, q.approx, over or raised)
                    break


def _parts(s: Sentence, found: list[_Found]) -> Iterator[_Found]:
    """ "including three children", "six of them children": parts of the toll told just before."""
    for i in range(s.first, s.last):
        if s.low(i) in _PARTS and _opens_parts(s, i):
            at = i + 1 if s.low(i) == "including" else i + 2
            while s.low(at) in ("are", "were", "was", "is", "killed", "dead", "wounded", "injured", "victims", ",", ":") and at < s.last:
                at += 1
            parent = _nearest(found, i)
            phrase = phrase_from(s, at)
            if parent is not None and phrase is not None:
                for one in _list(s, phrase):
                    for toll in _counted(s, one, parent.kind, ""):
                        yield _Found(toll.kind, one, toll.low, toll.best, toll.high, toll.approx, False, parent.phrase)
        elif i in s.starting:
            quantity, end = s.starting[i]
            if s.low(end) != "of" or s.low(end + 1) not in ("them", "whom", "those"):
                continue
            at = end + 2
            while s.low(at) in ("are", "were", "was", "is"):
                at += 1
            noun = phrase_from(s, at)
            parent = _nearest(found, i)
            if parent is not None and noun is not None and noun.head is not None and noun.quantity is None and at < end + 4:
                phrase = Phrase(i, noun.last, noun.head, quantity)
                yield _Found(parent.kind, phrase, quantity.low, quantity.best, quantity.high, quantity.approx, False, parent.phrase)


def _opens_parts(s: Sentence, i: int) -> bool:
    harmed = s.low(i + 1) == "the" and (_harm(s, i + 2) is not None or s.lemma(i + 2) in ("victim", "fatality", "casualty"))
    return s.low(i) == "including" or harmed or s.low(i + 1) in ("them", "whom", "those")


def _nearest(found: list[_Found], i: int) -> _Found | None:
    before = [toll for toll in found if toll.phrase.last <= i and toll.parent is None and i - toll.phrase.last <= 25]
    return max(before, key=lambda toll: toll.phrase.last) if before else None


def _listed(s: Sentence, phrase: Phrase | None, kind: str, verb: str) -> Iterator[_Found]:
    """The phrase and those joined to it by comma and "and", each as a toll of its own."""
    if phrase is None:
        return
    for one in _list(s, phrase):
        if one is phrase and not _patient(s, one, kind, verb, after=False):
            return
        if one is phrase or _patient(s, one, kind, verb, after=False):
            yield from _counted(s, one, kind, verb)


def _list(s: Sentence, phrase: Phrase) -> Iterator[Phrase]:
    yield phrase
    last = phrase
    for _ in range(6):
        at = last.last
        if s.low(at) == "," and s.low(at + 1) in ("and", "as"):
            at += 1
        if s.low(at) not in ("and", ",", "&"):
            return
        following = phrase_from(s, at + 1)
        if following is None or (following.quantity is None and s.low(at + 1) not in ("a", "an", "one", "his", "her", "their", "another")):
            return
        if following.last < s.last and _opens_clause(s, following, phrase):
            return
        if following.head is None and phrase.head is not None:
            return
        yield following
        last = following


def _opens_clause(s: Sentence, following: Phrase, first: Phrase) -> bool:
    """True where a verb of its own comes after the joined phrase, and none of harm that both share."""
    after = following.last
    harm_next = _harm(s, after) is not None or s.low(after) in ("dead", "others")
    if s.tag(after) in ("AUX", "VERB") or harm_next:
        verb_before_first = any(s.tag(j) == "VERB" or _harm(s, j) for j in range(max(s.first, first.first - 3), first.first))
        return verb_before_first or (harm_next and _harm(s, first.last) is not None)
    return False


def _patient(s: Sentence, phrase: Phrase, kind: str, verb: str, *, after: bool) -> bool:
    """True where the phrase can be what a verb of this kind harms."""
    if phrase.head is None:
        return phrase.quantity is not None
    lemma, tag = s.lemma(phrase.head), s.tag(phrase.head)
    unit = _WORDS.units.get(lemma)
    if lemma in _WORDS.not_patients and not (unit is not None and kind == "destroyed"):
        return False
    if kind == "destroyed":
        return unit is not None and unit not in ("families",)
    if kind in _PEOPLE_KINDS and unit is not None and unit not in ("families", "livestock"):
        return False
    if phrase.quantity is not None:
        return True
    if lemma in _WORDS.transitive or lemma in _WORDS.nouns and lemma not in ("victim", "prisoner", "hostage"):
        return False
    if verb in _WORDS.weak:
        return False
    return not (tag == "PROPN" and after and verb in ("capture", "displace", "evacuate"))


def _counted(s: Sentence, phrase: Phrase, kind: str, verb: str) -> Iterator[_Found]:
    quantity = phrase.quantity
    if quantity is not None:
        yield _Found(kind, phrase, quantity.low, quantity.best, quantity.high, quantity.approx)
        return
    if phrase.head is None:
        return
    low, lemma = s.low(phrase.head), s.lemma(phrase.head)
    if low in ("one", "nobody") and s.low(phrase.first) in ("no", "nobody"):
        yield _Found(kind, phrase, 0, 0, 0, False)
        return
    plural = low in _WORDS.groups or lemma in _WORDS.groups or s.words[phrase.head].xpos in ("NNS", "NNPS") or (low.endswith("s") and low != lemma)
    if plural:
        yield _Found(kind, phrase, 2, None, None, False)
        return
    if lemma in _WORDS.collectives or kind == "displaced":
        return
    named = s.tag(phrase.head) == "PROPN" and verb != ""
    if determiner(s, phrase) or named or s.tag(phrase.head) == "NOUN":
        yield _Found(kind, phrase, 1, 1, 1, False)


def _cumulative(s: Sentence) -> bool:
    sentence_text = s.text[s.words[s.first].start : s.words[s.last - 1].end].lower()
    if any(phrase in sentence_text for phrase in _WORDS.cumulative):
        return True
    perfect = any(s.low(j) in ("has", "have", "had") for j in range(s.first, s.last))
    return perfect and any(s.low(j) == "since" and s.tag(j + 1) in ("PROPN", "NUM", "DET", "ADJ", "ADV", "NOUN") for j in range(s.first, s.last))
