"""Words of harm: what kills, injures, displaces, detains, abducts or destroys, and what kinds of things are counted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.word_file import WordFile, read_words, words_by_group


@dataclass(frozen=True, slots=True)
class TollWords:
    """Lemmas (adjectives as written) to the kind of toll they tell.

    ``transitive`` verbs harm their object, ``intransitive`` ones their subject; ``units`` maps a counted noun to its unit;
    ``weak`` verbs need a number beside them; ``losable`` people are dead when a side "lost" them; ``plain_people`` say nothing
    of who the people are; ``not_patients`` are never counted as harmed; ``collectives`` are counted by what they are made of;
    who has ``wounds`` is ``suffering`` them, and those whom verbs of ``bringing`` or ``treating`` take to places of ``care``
    are hurt, those hit by ``fragments`` hurt or dead, unless a word tells that they are ``surviving``; captives that verbs of
    ``freeing`` have as object are no toll; ``be`` and ``helpers`` stand between a subject and its verb, ``states`` ("feared",
    "remain") before an adjective, ``before_number`` between "toll" and its figure; ``cumulative`` are phrases of tolls over
    more than one event, and what is ``lasting`` has many. Verbs of ``putting`` give a figure "at" which the dead are reckoned;
    adverbs of ``gravity`` stand before a participle of harm; ``of_a_whole`` nouns are told by what they are of ("members of
    X"), ``some_of`` leave open how many follow, ``figures`` stand for a toll; who is ``attaining`` martyrdom is dead, as is who
    falls in ``fights``; ``limbs`` are lost by the injured; verbs of ``killing_things`` are used of vehicles and guns as well.
    """

    source: str
    transitive: dict[str, str]
    intransitive: dict[str, str]
    adjectives: dict[str, str]
    nouns: dict[str, str]
    taking_nouns: dict[str, str]
    weak: frozenset[str]
    losable: frozenset[str]
    plain_people: frozenset[str]
    units: dict[str, str]
    groups: frozenset[str]
    collectives: frozenset[str]
    not_patients: frozenset[str]
    time_nouns: frozenset[str]
    toll_nouns: frozenset[str]
    toll_kinds: dict[str, str]
    wounds: frozenset[str]
    suffering: frozenset[str]
    bringing: frozenset[str]
    treating: frozenset[str]
    care: frozenset[str]
    fragments: frozenset[str]
    surviving: frozenset[str]
    freeing: frozenset[str]
    be: frozenset[str]
    helpers: frozenset[str]
    states: frozenset[str]
    before_number: frozenset[str]
    cumulative: tuple[str, ...]
    lasting: frozenset[str]
    putting: frozenset[str]
    gravity: frozenset[str]
    of_a_whole: frozenset[str]
    attaining: frozenset[str]
    fights: frozenset[str]
    limbs: frozenset[str]
    some_of: frozenset[str]
    figures: frozenset[str]
    killing_things: frozenset[str]


@cache
def toll_words() -> TollWords:
    """The built-in words of harm; raises ``KnowledgeError`` where the file does not hold what it must."""
    raw = WordFile("toll_words.json")
    verbs = raw.take("verbs")
    for use in ("transitive", "intransitive"):
        raw[use] = {lemma: kind for kind, used in verbs.items() for lemma in used[use]}
    return read_words(TollWords, raw, adjectives=words_by_group, nouns=words_by_group, cumulative=tuple)


def is_consequence(lemma: str) -> bool:
    """True for a verb that tells what an act did to people ("kill", "wound", "die") rather than the act."""
    words = toll_words()
    return (words.transitive.get(lemma) or words.intransitive.get(lemma)) in ("killed", "injured", "casualties")
