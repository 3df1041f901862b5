"""Arms of a state by the plain name that a neutral reader would use: "Congolese army", "Haitian police", "US forces".

The registry's formal name ("Armed Forces of the Democratic Republic of the Congo") stays behind the participant's actor id.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.coding.entities import Entity
from dateline.coding.tree import Tree
from dateline.knowledge.actors import Country, load_demonyms
from dateline.knowledge.naming_words import naming_words

_WORDS = naming_words()

_BRANCHES = {"military": ("forces", frozenset({"army", "military", "navy", "forces", "air force"})),
             "police": ("police", frozenset({"police"})),
             "government": ("government", frozenset({"government"}))}  # fmt: skip
"""By the branch in an actor's id: the noun where the report gives none, and those that fit."""


def plain_name(actor: str | None, name: str, words: Iterable[str]) -> str:
    """The plain name of a participant; ``name`` without the country in brackets where ``actor`` is no arm of a state.

    ``words`` are the lemmas by which the report mentions it, in text order: they choose between army, navy and forces.
    """
    branch, _, iso = (actor or "").partition("-")
    country = load_demonyms().by_iso(iso.upper()) if branch in _BRANCHES else None
    if country is None or not country.adjectives:
        return name.partition(" (")[0] if actor else name
    default, fitting = _BRANCHES[branch]
    lemmas = list(words)
    if branch == "government" and any(w == country.name.lower() for w in lemmas) and not _WORDS.ruling.intersection(lemmas):
        return country.name
    used = (_WORDS.plain_arms[w] for w in lemmas if w in _WORDS.plain_arms)
    return f"{_adjective(country)} {next((noun for noun in used if noun in fitting), default)}"


def _adjective(country: Country) -> str:
    return "US" if country.iso == "US" else country.adjectives[0]


def name_of(entity: Entity, tree: Tree) -> str:
    """The plain name of an entity of the report."""
    lemmas = (tree.words[i].lemma.lower() for first, last in entity.mentions for i in range(first, last))
    return plain_name(entity.actor, entity.called or entity.name, lemmas)
