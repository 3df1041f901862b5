"""Institutions whose names are nearly equal: "Gaza health ministry", "Health Ministry in Gaza", "the Hamas-run ministry"."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from dateline.incidents.folding import folded
from dateline.knowledge.actors import load_actors, load_demonyms
from dateline.knowledge.incident_words import incident_words

_WORDS = incident_words()

_SPELT = {"defense": "defence"}
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
_INITIALS = re.compile(r"[A-Z]{2,}")


@dataclass(frozen=True, slots=True)
class Body:
    """``head`` the kind, ``topics`` what it deals with, ``whose`` the words that say whose it is, ``countries`` those
    of them that are a country's or an actor's."""

    head: str
    topics: frozenset[str]
    whose: frozenset[str]
    countries: frozenset[str]


@lru_cache(maxsize=20_000)
def body_of(name: str) -> Body | None:
    """The institution that ``name`` is, ``None`` where it is of no kind that each state has one of."""
    plain = _POSSESSIVE.sub("", name).replace("-", " ")
    words = [_SPELT.get(word, word) for word in folded(plain).split()]
    head = next((_WORDS.bodies[word] for word in words if word in _WORDS.bodies), None)
    if head is None or len(words) > _LONGEST:
        return None
    said = _WORDS.bodies.keys() | _WORDS.matters | _WORDS.idle_in_bodies
    whose = [word for word in words if word not in said]
    countries = {country for word in (*whose, " ".join(whose)) if (country := _country(word))}
    if head == "army" and whose and not countries:
        # "Arakan Army" is a name, not the army of a place.
        return None
    return Body(head, frozenset(words) & _WORDS.matters, frozenset(whose), frozenset(countries))


_LONGEST = 9
"""Words of a name; what is longer is a description."""


def same_body(one: str, other: str) -> bool:
    """Whether two names are of one institution, where nothing in them says that they are two: the same kind, the same
    matter, and of no two countries or regions."""
    a, b = body_of(one), body_of(other)
    if a is None or b is None or a.head != b.head:
        return False
    if a.topics != b.topics and a.topics and b.topics:
        return False
    if not a.whose or not b.whose or a.whose & b.whose:
        return True
    if a.countries and b.countries:
        return bool(a.countries & b.countries)
    # "Houthi-run" and "in Sanaa" say the same in two ways; "in Hama" and "in Homs" are two towns.
    return bool(a.countries) != bool(b.countries)


def commands(name: str, participants: Collection[str]) -> bool:
    """Whether a name is that of a ministry of defence or an army, and forces of its state, or, where it says no country,
    of any one state, are among the ``participants``."""
    body = body_of(name)
    if body is None or not (body.head in _WORDS.armed_bodies or "defence" in body.topics):
        return False
    found = (load_actors().by_id(actor) for actor in participants)
    states = {actor.country for actor in found if actor is not None and actor.type == "State Forces" and actor.country}
    return bool(states & body.countries) if body.countries else len(states) == 1


def abbreviates(short: str, long: str) -> bool:
    """Whether ``short`` is made of the initials of ``long``: "SOHR", "Syrian Observatory for Human Rights"."""
    if not _INITIALS.fullmatch(short):
        return False
    capitals = "".join(word[0] for word in re.findall(r"[A-Z][\w’'-]*", long))
    return len(capitals) >= len(short) > 2 and capitals == short


def _country(word: str) -> str | None:
    known = load_demonyms()
    found = known.named(word) or known.of_adjective(word) or known.of_people(word)
    if found is not None:
        return found.iso
    actor = load_actors().find(word)
    return actor.country if actor else None
