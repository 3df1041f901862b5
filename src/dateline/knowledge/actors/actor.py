"""One actor as the registry knows it, and the rows it is read from."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from dateline.knowledge.names import normalise, written_as_acronym
from dateline.knowledge.table import Row, Source, listed, read_rows, wrong

ACTOR_TYPES = (
    "State Forces", "Rebel Groups", "Political Militias", "Identity Militias",
    "Rioters", "Protesters", "Civilians", "External/Other Forces",
)  # fmt: skip
"""Actor types of the ACLED codebook."""

COLUMNS = (
    "id", "name", "aliases", "context_aliases", "labels", "type", "country", "countries",
    "parent", "affiliates", "active_from", "active_to", "source",
)  # fmt: skip
"""Columns of an actor file, built-in or the user's own; lists are separated by ``|``."""

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_YEAR = re.compile(r"[12][0-9]{3}")


@dataclass(frozen=True, slots=True)
class Actor:
    """An armed actor, a government, or another party that reports name.

    ``name`` is what a neutral reader would write. ``aliases`` mean this actor wherever no other has the
    same; ``context_aliases`` are short or generic and mean it only in its own ``countries``; ``labels`` are
    names that opponents give it. ``country`` is its home (ISO 3166-1 alpha-2, or ``None``), ``countries``
    where it is active, home included. Years are ``None`` where not known, not where open.
    """

    id: str
    name: str
    type: str
    country: str | None = None
    countries: frozenset[str] = frozenset()
    aliases: tuple[str, ...] = ()
    context_aliases: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    parent: str | None = None
    affiliates: tuple[str, ...] = ()
    active_from: int | None = None
    active_to: int | None = None
    source: str = "general reference"

    def owns(self, name: str) -> bool:
        """Whether ``name`` is one that the actor goes by everywhere, or its acronym; no label, no generic word."""
        key = normalise(name)
        short = (alias for alias in self.context_aliases if written_as_acronym(alias))
        return any(key == normalise(own) for own in (self.name, *self.aliases, *short))

    def active_in(self, year: int) -> bool:
        """Whether nothing known speaks against the actor being active in ``year``."""
        return (self.active_from or year) <= year <= (self.active_to or year)


def read_actors(source: Source, known_countries: Collection[str]) -> list[tuple[int, Actor]]:
    """The actors of one file, each with its row. Raises ``KnowledgeError`` naming file, row and field."""
    seen: set[str] = set()
    actors = []
    for row, cells in read_rows(source, COLUMNS):
        actor = _actor(source, row, cells, known_countries)
        if actor.id in seen:
            raise wrong(source, row, "id", f"{actor.id!r} stands in the file twice.")
        seen.add(actor.id)
        actors.append((row, actor))
    return actors


def _actor(source: Source, row: int, cells: Row, known_countries: Collection[str]) -> Actor:
    if not _SLUG.fullmatch(cells["id"]):
        raise wrong(source, row, "id", f"{cells['id']!r} is no slug.", "Use a-z, 0-9 and single hyphens.")
    for field in ("name", "source"):
        if not cells[field]:
            raise wrong(source, row, field, "is empty.")
    if cells["type"] not in ACTOR_TYPES:
        raise wrong(
            source, row, "type", f"{cells['type']!r} is unknown.", f"One of: {', '.join(ACTOR_TYPES)}."
        )
    countries = listed(cells["countries"])
    for field, codes in (("country", listed(cells["country"])), ("countries", countries)):
        for code in codes:
            if code not in known_countries:
                raise wrong(source, row, field, f"{code!r} is no ISO 3166-1 alpha-2 code of a country.")
    start, end = (_year(source, row, cells, field) for field in ("active_from", "active_to"))
    if start and end and start > end:
        raise wrong(source, row, "active_to", f"{end} is before {start}, the year in active_from.")
    home = cells["country"] or None
    return Actor(
        id=cells["id"],
        name=cells["name"],
        type=cells["type"],
        country=home,
        countries=frozenset((*countries, home) if home else countries),
        aliases=listed(cells["aliases"]),
        context_aliases=listed(cells["context_aliases"]),
        labels=listed(cells["labels"]),
        parent=cells["parent"] or None,
        affiliates=listed(cells["affiliates"]),
        active_from=start,
        active_to=end,
        source=cells["source"],
    )


def _year(source: Source, row: int, cells: Row, field: str) -> int | None:
    cell = cells[field]
    if cell and not _YEAR.fullmatch(cell):
        raise wrong(source, row, field, f"{cell!r} is no year.", "Write four digits, or leave it empty.")
    return int(cell) if cell else None
