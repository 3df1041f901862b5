"""Actors that no list holds: a country and a noun, "Nigerien soldiers", "police in Haiti"."""

from __future__ import annotations

import re
from collections.abc import Collection

from dateline.knowledge.actors.actor import Actor
from dateline.knowledge.actors.demonyms import Country, load_demonyms
from dateline.knowledge.actors.nouns import ActorNoun, load_actor_nouns
from dateline.knowledge.actors.registry import ActorRegistry, load_actors
from dateline.knowledge.names import normalise

# Words that may stand between the country and the noun without making it another actor.
_MODIFIERS = frozenset(
    {"federal", "national", "state", "regular", "elite", "military", "armed", "government", "security",
     "army", "ground", "special", "local", "civilian", "unarmed"}
)  # fmt: skip
_UNARMED_GROUPS = {"Civilians": "civilians", "Protesters": "protesters", "Rioters": "rioters"}
_OF_COUNTRY = re.compile(r"^(?P<noun>.+?) (?:of|in|from) (?P<country>.+)$")
_PREFIX = {"security forces": "security", "border guard": "border-guard", "national guard": "national-guard",
           "prison guard": "prison-guard"}  # fmt: skip


def derive_actor(
    phrase: str, countries: Collection[str] = (), registry: ActorRegistry | None = None
) -> Actor | None:
    """The actor that a country and an actor noun name together, or ``None``.

    ``phrase`` is "Nigerian army", "Israel's air force", "police in Haiti", "government forces of Mali"; a
    noun for an arm of the state alone ("the army") means that of the country where ``countries`` has just
    one. Words for the same arm of one state give the same actor, from ``registry`` (the built-in one if
    ``None``) where it holds it, e.g. ``military-ng``; people not in arms give ``civilians-ng``,
    ``protesters-ng`` or ``rioters-ng``. A loaded noun gives the neutral name.
    """
    registry = registry or load_actors()
    words = normalise(phrase).split()
    found = _country_first(words, countries) or _country_last(words, countries) or _alone(words, countries)
    return _actor(*found, registry) if found else None


def _country_first(words: list[str], countries: Collection[str]) -> tuple[Country, ActorNoun] | None:
    demonyms = load_demonyms()
    head = load_actor_nouns().head(words[1:])
    if not head:
        return None
    end = head[0] + 1
    for length in range(min(5, end), 0, -1):
        name = " ".join(words[:length])
        country = demonyms.of_adjective(name, countries) or demonyms.named(name, countries)
        if country and _MODIFIERS.issuperset(words[length:end]):
            return country, head[1]
    return None


def _country_last(words: list[str], countries: Collection[str]) -> tuple[Country, ActorNoun] | None:
    parts = _OF_COUNTRY.match(" ".join(words))
    if not parts:
        return None
    country = load_demonyms().named(parts["country"], countries)
    noun = load_actor_nouns().find(parts["noun"])
    return (country, noun) if country and noun else None


def _alone(words: list[str], countries: Collection[str]) -> tuple[Country, ActorNoun] | None:
    noun = load_actor_nouns().find(" ".join(words))
    if not noun or not noun.branch or len(countries) != 1:
        return None
    country = load_demonyms().by_iso(next(iter(countries)))
    return (country, noun) if country else None


def _actor(country: Country, noun: ActorNoun, registry: ActorRegistry) -> Actor:
    group = _UNARMED_GROUPS.get(noun.type or "")
    kind = _PREFIX.get(noun.branch, noun.branch) if noun.branch else group or noun.neutral.replace(" ", "-")
    id = f"{kind}-{country.iso.lower()}"
    government = f"government-{country.iso.lower()}"
    return registry.by_id(id) or Actor(
        id=id,
        name=f"{country.adjectives[0]} {noun.branch or group or noun.neutral}",
        type=noun.type or "Political Militias",
        country=country.iso,
        countries=frozenset({country.iso}),
        parent=government if noun.branch and registry.by_id(government) else None,
        source="derived from the words of the report",
    )
