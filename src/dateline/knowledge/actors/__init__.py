"""Who is who: armed actors by name, countries by demonym, nouns for actors."""

from dateline.knowledge.actors.actor import ACTOR_TYPES, Actor
from dateline.knowledge.actors.demonyms import Country, Demonyms, load_demonyms
from dateline.knowledge.actors.generic import derive_actor
from dateline.knowledge.actors.nouns import ActorNoun, ActorNouns, load_actor_nouns
from dateline.knowledge.actors.registry import ActorRegistry, load_actors

__all__ = [
    "ACTOR_TYPES",
    "Actor",
    "ActorNoun",
    "ActorNouns",
    "ActorRegistry",
    "Country",
    "Demonyms",
    "derive_actor",
    "load_actor_nouns",
    "load_actors",
    "load_demonyms",
]
