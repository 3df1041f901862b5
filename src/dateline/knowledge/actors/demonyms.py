"""Countries with their adjectives and the names of their people."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.names import normalise
from dateline.knowledge.table import listed, packaged, read_rows

COLUMNS = ("iso", "name", "aliases", "adjectives", "demonyms")


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory: ISO 3166-1 alpha-2 code (``XK`` for Kosovo, as in common use), names, words."""

    iso: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    demonyms: tuple[str, ...]


class Demonyms:
    """Countries by code, by name, by adjective and by demonym."""

    __slots__ = ("_adjectives", "_by_iso", "_demonyms", "_names", "codes")

    def __init__(self, countries: Collection[Country]) -> None:
        self._by_iso = {country.iso: country for country in countries}
        self.codes = frozenset(self._by_iso)
        self._names: dict[str, list[Country]] = {}
        self._adjectives: dict[str, list[Country]] = {}
        self._demonyms: dict[str, list[Country]] = {}
        for country in countries:
            for index, words in (
                (self._names, (country.name, *country.aliases)),
                (self._adjectives, country.adjectives),
                (self._demonyms, country.demonyms),
            ):
                for key in {normalise(word) for word in words}:
                    index.setdefault(key, []).append(country)

    def __len__(self) -> int:
        return len(self._by_iso)

    def by_iso(self, iso: str) -> Country | None:
        """The country with this code, or ``None``."""
        return self._by_iso.get(iso)

    def named(self, name: str, countries: Collection[str] = ()) -> Country | None:
        """The country of this name ("the DRC"); ``countries`` decides where two share it."""
        return _only(self._names.get(normalise(name), []), countries)

    def of_adjective(self, adjective: str, countries: Collection[str] = ()) -> Country | None:
        """The country of an adjective ("Burkinabè"); ``countries`` decides between those that share it."""
        return _only(self._adjectives.get(normalise(adjective), []), countries)

    def of_people(self, demonym: str, countries: Collection[str] = ()) -> Country | None:
        """The country of a people ("Nigeriens"); ``countries`` decides between those that share it."""
        return _only(self._demonyms.get(normalise(demonym), []), countries)


def _only(found: list[Country], countries: Collection[str]) -> Country | None:
    if len(found) > 1:
        found = [country for country in found if country.iso in countries]
    return found[0] if len(found) == 1 else None


@cache
def load_demonyms() -> Demonyms:
    """The built-in countries (ISO 3166-1 names; adjectives and demonyms from general reference)."""
    return Demonyms(
        [
            Country(
                row["iso"],
                row["name"],
                listed(row["aliases"]),
                listed(row["adjectives"]),
                listed(row["demonyms"]),
            )
            for _, row in read_rows(packaged("actors", "demonyms.csv"), COLUMNS)
        ]
    )
