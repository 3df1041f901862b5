"""Words that tell how a noun phrase names those who take part: ranks, groups, members, labels."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from dateline.knowledge.word_file import WordFile, longest_first, read_words
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

    ``named_by_noun`` are groups that only a name with the same noun can be, ``no_groups`` are never "the group";
    ``raiders`` point back to raiders, ``crowds`` to nobody, ``pairs`` to two at once, ``rebels`` and ``islamists`` to
    rebel groups, ``of_a_group`` to the one armed group just named. ``shared_nouns`` are plurals that two names may share
    ("the Dinka and Nuer tribes"), ``collectives`` nouns for which several names may be put; ``sorts`` tell what sort of
    group a name is. ``institutions`` open the name of one body, "and" included. ``ranks`` and ``also_names`` stand before
    a person's name, the latter also alone; ``divisions`` and ``waters`` are of a place's name; ``army_units`` of an
    ``arms_of_service`` are regular ("the 6th Infantry Division"). ``crowd_numbers`` count a crowd, ``followers`` are one
    of somebody's. ``plain_arms`` maps a noun for an arm of a state to the plain one, ``ruling`` mean its government,
    ``of_others`` its forces as of others. ``attackers`` act, also where they are hurt; ``vehicles`` are hit as things;
    ``realms`` own the party before ("the country's largest rebel group").
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
    institutions: frozenset[str]
    shared_nouns: frozenset[str]
    sorts: frozenset[str]
    named_by_noun: frozenset[str]
    rebels: frozenset[str]
    islamists: frozenset[str]
    no_groups: frozenset[str]
    raiders: frozenset[str]
    pairs: frozenset[str]
    crowds: frozenset[str]
    ranks: frozenset[str]
    divisions: frozenset[str]
    also_names: frozenset[str]
    of_a_group: frozenset[str]
    army_units: frozenset[str]
    arms_of_service: frozenset[str]
    crowd_numbers: frozenset[str]
    followers: frozenset[str]
    waters: frozenset[str]
    of_others: frozenset[str]
    plain_arms: dict[str, str]
    ruling: frozenset[str]
    collectives: frozenset[str]
    attackers: frozenset[str]
    vehicles: frozenset[str]
    realms: frozenset[str]


@cache
def naming_words() -> NamingWords:
    """The built-in words; raises ``KnowledgeError`` where the file does not hold what it must."""
    raw = WordFile("naming_words.json")
    names = sorted(f.name for f in fields(NamingWords))
    if names != sorted(raw):
        raise KnowledgeError(f"naming_words.json must hold {names}, not {sorted(raw)}")
    return read_words(NamingWords, raw, known_as=longest_first)
