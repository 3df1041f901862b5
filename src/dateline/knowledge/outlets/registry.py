"""News outlets, agencies and monitors: who publishes, from where, and for whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.names import normalise, short_acronym, written_as_acronym
from dateline.knowledge.table import Row, listed, packaged, read_rows, wrong

COLUMNS = ("name", "aliases", "kind", "country", "affiliation", "actor", "domains")
KINDS = ("outlet", "agency", "state media", "party media", "monitor", "organization")
"""outlet: newspaper, broadcaster, site · agency: news agency · state media: run by or for a government ·
party media: run by or close to a party to a conflict · monitor: records events or rights · organization: aid
and other bodies that reports quote."""

_DOMAIN = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://)?(?:[^/@\s]*@)?((?:[a-z0-9-]+\.)+[a-z]{2,})(?::\d+)?(?:[/?#].*)?", re.I
)


@dataclass(frozen=True, slots=True)
class Outlet:
    """One that publishes or is quoted as a source.

    ``country`` is the seat (ISO 3166-1 alpha-2); ``affiliation`` says in words whose it is, ``actor`` is the
    registry id of the government or party it speaks for, both ``None`` where it speaks for itself.
    """

    name: str
    kind: str
    country: str | None
    aliases: tuple[str, ...]
    affiliation: str | None
    actor: str | None
    domains: tuple[str, ...]


class OutletRegistry:
    """Outlets by name, alias and domain."""

    __slots__ = ("_acronyms", "_by_domain", "_by_name", "_outlets")

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self._outlets = tuple(outlets)
        self._by_domain = {domain: outlet for outlet in self._outlets for domain in outlet.domains}
        self._by_name: dict[str, Outlet] = {}
        self._acronyms: set[str] = set()
        for outlet in self._outlets:
            for name in (outlet.name, *outlet.aliases):
                self._by_name.setdefault(normalise(name), outlet)
                if short_acronym(name):
                    self._acronyms.add(normalise(name))

    def __iter__(self) -> Iterator[Outlet]:
        return iter(self._outlets)

    def __len__(self) -> int:
        return len(self._outlets)

    def find(self, name_or_domain: str) -> Outlet | None:
        """The outlet of this name, alias, domain (subdomains included) or URL, or ``None``.

        Case, diacritics, articles and a possessive make no difference, save that short acronyms must be
        written in capitals ("WHO" is an organization, "who" is not).
        """
        key = normalise(name_or_domain)
        outlet = self._by_name.get(key)
        if outlet and (key not in self._acronyms or written_as_acronym(name_or_domain)):
            return outlet
        address = _DOMAIN.fullmatch(name_or_domain.strip())
        return self._of_domain(address[1].lower()) if address else None

    def _of_domain(self, domain: str) -> Outlet | None:
        while "." in domain:
            if outlet := self._by_domain.get(domain):
                return outlet
            domain = domain.partition(".")[2]
        return None


@cache
def load_outlets() -> OutletRegistry:
    """The built-in outlets (general reference; an affiliation only where it is public knowledge)."""
    return OutletRegistry(
        _outlet(row, cells) for row, cells in read_rows(packaged("outlets", "outlets.csv"), COLUMNS)
    )


def _outlet(row: int, cells: Row) -> Outlet:
    if cells["kind"] not in KINDS:
        raise wrong(packaged("outlets", "outlets.csv"), row, "kind", f"{cells['kind']!r} is unknown.")
    return Outlet(
        name=cells["name"],
        kind=cells["kind"],
        country=cells["country"] or None,
        aliases=listed(cells["aliases"]),
        affiliation=cells["affiliation"] or None,
        actor=cells["actor"] or None,
        domains=listed(cells["domains"]),
    )
