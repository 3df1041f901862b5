"""The registry of actors: names in, actors out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

from dateline.knowledge.actors.actor import Actor, read_actors
from dateline.knowledge.actors.demonyms import load_demonyms
from dateline.knowledge.names import normalise, short_acronym, written_as_acronym
from dateline.knowledge.table import Source, packaged, wrong

BUILT_IN = (
    "governments", "middle_east", "south_central_asia", "east_asia_pacific", "europe_caucasus",
    "north_africa", "west_africa", "central_africa", "east_africa", "southern_africa", "americas",
    "international",
)  # fmt: skip
"""The built-in files, one a region; which reference lists each actor is in its ``source``."""

_PARENTHESIS = re.compile(r"\s*\(([^()]*)\)\s*")
_NAME, _LABEL, _CONTEXT = range(3)


class ActorRegistry:
    """Actors by name and by id. Frozen: nothing is added after it is built."""

    __slots__ = ("_acronyms", "_actors", "_index")

    def __init__(self, actors: Iterable[Actor]) -> None:
        self._actors = MappingProxyType({actor.id: actor for actor in actors})
        self._index: dict[str, dict[str, int]] = {}
        self._acronyms: set[str] = set()
        for actor in self._actors.values():
            self._enter(actor, (actor.name, *actor.aliases), _NAME)
            self._enter(actor, actor.labels, _LABEL)
            self._enter(actor, actor.context_aliases, _CONTEXT)

    def _enter(self, actor: Actor, names: Iterable[str], level: int) -> None:
        for name in names:
            key = normalise(name)
            self._index.setdefault(key, {}).setdefault(actor.id, level)
            # "IS" is a group, "is" is a verb: a short acronym counts only where it is written as one.
            if short_acronym(name):
                self._acronyms.add(key)

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._actors.values())

    def __len__(self) -> int:
        return len(self._actors)

    def by_id(self, id: str) -> Actor | None:
        """The actor with this id, or ``None``."""
        return self._actors.get(id)

    def ancestors(self, id: str) -> tuple[Actor, ...]:
        """The actors that ``id`` is a part of, nearest first; empty where it has no parent or is unknown."""
        chain: list[Actor] = []
        actor = self._actors.get(id)
        while actor and actor.parent:
            actor = self._actors[actor.parent]
            chain.append(actor)
        return tuple(chain)

    def find(self, name: str, countries: Collection[str] = (), *, year: int | None = None) -> Actor | None:
        """The one actor that ``name`` means, or ``None`` where none or more than one fits.

        ``countries`` (ISO codes of the places in the report) decides between actors that share a name, those
        at home there first, and is needed for names too generic to mean anything without a country. ``year``
        drops actors known to have begun later or ended before, where several fit. Case, diacritics, hyphens,
        articles and a possessive make no difference; a plural counts as its singular; a name with its
        abbreviation in brackets is found by either.
        """
        for reading in _readings(name):
            hits = self._hits(reading)
            if hits:
                return self._choose(hits, frozenset(countries), year)
        return None

    def _hits(self, name: str) -> dict[str, int]:
        key = normalise(name)
        hits = self._index.get(key) or (self._index.get(key[:-1]) if key.endswith("s") else None)
        if not hits or (key in self._acronyms and not written_as_acronym(name)):
            return {}
        return hits

    def _choose(self, hits: dict[str, int], countries: frozenset[str], year: int | None) -> Actor | None:
        fitting = [(self._actors[id], level) for id, level in hits.items()]
        if year is not None and len(fitting) > 1:
            fitting = [(actor, level) for actor, level in fitting if actor.active_in(year)]
        at_home = [actor for actor, _ in fitting if actor.country in countries]
        active = [actor for actor, _ in fitting if not countries.isdisjoint(actor.countries)]
        anywhere = [actor for actor, level in fitting if level != _CONTEXT]
        for candidates in (at_home, active, anywhere):
            if candidates:
                return candidates[0] if len(candidates) == 1 else None
        return None


def _readings(name: str) -> Iterator[str]:
    yield name
    if inner := _PARENTHESIS.search(name):
        yield _PARENTHESIS.sub(" ", name)
        yield inner[1]


def load_actors(extra: Sequence[Path] = ()) -> ActorRegistry:
    """The built-in actors, with those of the user's own files (CSV with the same columns).

    An actor in ``extra`` with the id of an earlier one replaces it. Raises ``KnowledgeError``, naming file,
    row and field, for a file that does not hold what it must.
    """
    return _read((), tuple(extra)) if extra else _built_in()


@cache
def _built_in() -> ActorRegistry:
    return _read(tuple(packaged("actors", f"{region}.csv") for region in BUILT_IN), ())


def _read(built_in: Sequence[Source], extra: Sequence[Source]) -> ActorRegistry:
    actors = {actor.id: actor for actor in _built_in()} if extra else {}
    codes = load_demonyms().codes
    rows: dict[str, tuple[Source, int]] = {}
    for source in (*built_in, *extra):
        for row, actor in read_actors(source, codes):
            actors[actor.id] = actor
            rows[actor.id] = source, row
    for id, (source, row) in rows.items():
        _check_links(source, row, actors[id], actors)
    return ActorRegistry(actors.values())


def _check_links(source: Source, row: int, actor: Actor, actors: dict[str, Actor]) -> None:
    for field, ids in (("parent", (actor.parent,) if actor.parent else ()), ("affiliates", actor.affiliates)):
        for id in ids:
            if id not in actors:
                raise wrong(source, row, field, f"there is no actor {id!r}.")
            if id == actor.id:
                raise wrong(source, row, field, "an actor cannot stand here for itself.")
    passed = {actor.id}
    above = actor.parent
    while above in actors:
        if above in passed:
            raise wrong(source, row, "parent", f"{actor.id!r} is its own ancestor.")
        passed.add(above)
        above = actors[above].parent
