"""Words that tell how a noun phrase names those who take part: ranks, groups, members, labels."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from dateline.knowledge.word_file import WordFile, longest_first
from dateline.model.errors import KnowledgeError


@dataclass(frozen=True, slots=True)
class NamingWords:
    """Lower-case words by what they do in a noun phrase.

    ``counters`` count when "of" follows ("a group of"); ``breakers`` never stand inside a phrase; ``links``
    open a modifier behind the noun ("loyal to"), ``hyphen_links`` close one before it ("U.S.-backed");
    ``members`` mean the group named beside them, ``equipment`` the forces of the country beside it;
    ``weaponry`` alone is no one; ``leaders`` are persons beside a group, not the group; ``group_nouns`` may
    point back to a group named earlier; ``nobody`` are nouns of times, acts and measures; ``unsure`` are
    people who may be unarmed or not; ``pronouns`` map to ``one``, ``many`` or ``person``; ``speech`` are acts
    by which a capital stands for its government.
    """

    source: str
    articles: frozenset[str]
    definite: frozenset[str]
    possessives: frozenset[str]
    counts: frozenset[str]
    counters: frozenset[str]
    prepositions: frozenset[str]
    breakers: frozenset[str]
    links: frozenset[str]
    hyphen_links: frozenset[str]
    known_as: tuple[tuple[str, ...], ...]
    labels: frozenset[str]
    loaded_modifiers: frozenset[str]
    armed_modifiers: frozenset[str]
    enemy: frozenset[str]
    pronouns: dict[str, str]
    not_pronouns: frozenset[str]
    members: frozenset[str]
    equipment: frozenset[str]
    weaponry: frozenset[str]
    leaders: frozenset[str]
    group_nouns: frozenset[str]
    org_words: frozenset[str]
    armed_org_words: frozenset[str]
    titles: frozenset[str]
    capital_titles: frozenset[str]
    place_nouns: frozenset[str]
    nobody: frozenset[str]
    unsure: frozenset[str]
    speech: frozenset[str]


@cache
def naming_words() -> NamingWords:
    """The built-in words; raises ``KnowledgeError`` where the file does not hold what it must."""
    raw = WordFile("naming_words.json")
    names = sorted(f.name for f in fields(NamingWords))
    if names != sorted(raw):
        raise KnowledgeError(f"naming_words.json must hold {names}, not {sorted(raw)}")
    values: dict[str, Any] = {name: frozenset(raw[name]) for name in names}
    values["source"], values["pronouns"] = raw["source"], raw["pronouns"]
    values["known_as"] = longest_first(raw["known_as"])
    return NamingWords(**values)
