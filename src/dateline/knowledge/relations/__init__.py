"""Cue phrases of standing facts: who belongs to whom, who backs, leads or controls whom, what lies where."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.phrase_table import PhraseTable
from dateline.knowledge.word_file import Phrase, WordFile, pieces
from dateline.model.errors import KnowledgeError

PREDICATES = (
    "part_of", "affiliated_with", "member_of", "backed_by", "leads", "alias_of", "controls", "located_at",
    "share_of",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RelationCues:
    """Everything in lower case. ``between`` and ``inverse`` map a phrase to its predicate.

    The subject is to the left of a ``between`` phrase and to the right of an ``inverse`` one; ``alias`` stands before another
    name; ``compounds`` maps the second part of "X-backed", ``apposed`` the noun of "an X affiliate".

    ``words`` holds plain lists: ``lesser`` before a leader noun make it a rank of many, ``stripped_nouns`` behind a group's
    name add nothing to it, ``commanded`` is what a country's commander commands. ``share_bounds`` maps words before a number
    to ``>``, ``<``, ``~``, ``>=`` or ``<=``, the longest first.
    """

    between: PhraseTable[str]
    inverse: PhraseTable[str]
    alias: PhraseTable[str]
    compounds: dict[str, str]
    apposed: dict[str, str]
    share_fractions: PhraseTable[float]
    share_words: PhraseTable[str]
    share_bounds: dict[Phrase, str]
    share_verbs: tuple[Phrase, ...]
    words: dict[str, frozenset[str]]


_LISTS = (
    "leader_nouns", "rank_and_file", "lesser", "unit_nouns", "facility_nouns", "standing_nouns",
    "located", "directions",
    "stronghold_nouns", "share_of_what", "not_shares", "group_nouns", "stripped_nouns", "place_nouns",
    "not_abbreviations", "between_phrases", "placing", "commanded", "controlling",
    "before_names", "negative", "no_side", "generic_units", "not_owners", "generic_owners",
)  # fmt: skip


@cache
def relation_cues() -> RelationCues:
    """The built-in cues; raises ``KnowledgeError`` for a missing list or an unknown predicate."""
    raw = WordFile("cues.json", "relations")
    named = {*raw.get("between", ()), *raw.get("inverse", ())}
    named |= {*raw.get("compounds", {}).values(), *raw.get("apposed", {}).values()}
    if not named <= set(PREDICATES):
        raise KnowledgeError(f"cues.json: unknown predicates {', '.join(sorted(named - set(PREDICATES)))}.")
    return RelationCues(
        between=_by_phrase(raw["between"]),
        inverse=_by_phrase(raw["inverse"]),
        alias=_by_phrase({"alias_of": raw["alias"]}),
        compounds=raw["compounds"],
        apposed=raw["apposed"],
        share_fractions=PhraseTable({pieces(p): value for p, value in raw["share_fractions"].items()}),
        share_words=PhraseTable({pieces(p): value for p, value in raw["share_words"].items()}),
        share_bounds=_longest_first({pieces(p): sign for p, sign in raw["share_bounds"].items()}),
        share_verbs=tuple(map(pieces, raw["share_verbs"])),
        words={name: raw.words(name) for name in _LISTS},
    )


def _by_phrase(groups: dict[str, list[str]]) -> PhraseTable[str]:
    return PhraseTable({pieces(phrase): predicate for predicate, phrases in groups.items() for phrase in phrases})


def _longest_first(phrases: dict[Phrase, str]) -> dict[Phrase, str]:
    return dict(sorted(phrases.items(), key=lambda item: -len(item[0])))
