"""The gazetteer: what places a name may mean, and why they rank as they do."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from math import log10
from pathlib import Path

from dateline.knowledge.gazetteer.candidate import Candidate, Country, Match
from dateline.knowledge.gazetteer.keys import (
    ALTERNATE,
    EXACT,
    SKELETON,
    SOUND,
    id_key,
    skeleton_key,
    sound_key,
)
from dateline.knowledge.gazetteer.kinds import Kind, split_type
from dateline.knowledge.gazetteer.names import fold, likeness, skeleton, sound
from dateline.knowledge.gazetteer.registry import Registry, aliases, registry
from dateline.knowledge.gazetteer.store import BUILT_IN, Hit, PlaceRow, Store, place_id
from dateline.model.errors import KnowledgeError

LEAST_LIKENESS = 0.72
"""A place met by its consonants alone is kept from this likeness of the sounds on."""

_MATCHES: dict[int, Match] = {EXACT: "exact", ALTERNATE: "alternate", SOUND: "key", SKELETON: "key"}
_RANK: dict[Match, int] = {"exact": 0, "alternate": 0, "key": 1}

_FEATURES: dict[Kind, tuple[str, ...]] = {
    "city": ("PPL",),
    "district": ("ADM2", "ADM3", "PPL"),
    "quarter": ("PPL",),
    "countryside": ("RGN", "ADM", "PPL"),
    "admin1": ("ADM1", "RGN"),
    "country": ("PCL",),
    "water": ("SEA", "STM", "LK", "GULF", "STRT", "OCN", "ISL", "MTS", "PEN", "DSRT", "RGN"),
    "site": ("OIL", "GAS", "DAM", "MILB", "CMP", "BDRX", "AIR", "PRT", "PSN", "PS", "MN", "HSP", "MFG"),
}


def fits(candidate: Candidate, kind: Kind | None) -> bool:
    """Whether the place is of the kind that the words beside its name ask for."""
    return kind is None or candidate.feature.startswith(_FEATURES[kind])


class Gazetteer:
    """Places by name. Safe in several threads and after a fork: every one opens its own connection."""

    def __init__(self, stores: Sequence[Store], own: Registry) -> None:
        self._stores = tuple(stores)
        self._registry = own
        self._found = lru_cache(maxsize=4096)(self._find)

    def candidates(self, name: str, limit: int = 20, *, loose: bool = False) -> list[Candidate]:
        """The places that ``name`` may mean, likeliest first without any context; exact names before like-sounding.

        ``name`` may carry its word of type ("Idlib countryside", "Kherson oblast"), which then chooses among places of
        one name. Places that share only the consonants are given where nothing is spelled so, and always if ``loose``.
        Empty for a name that is not known.
        """
        return list(self._found(name.strip(), loose)[:limit])

    def countries(self) -> tuple[Country, ...]:
        """Every country, by ISO code."""
        return self._countries

    def country(self, iso2: str) -> Country | None:
        """The country of an ISO 3166-1 alpha-2 code."""
        return self._by_code.get(iso2)

    def admin1(self, country: str, name: str) -> Candidate | None:
        """The first-order division of ``country`` (ISO code) called ``name``, in any spelling."""
        for c in self.candidates(name, 60):
            if c.feature == "ADM1" and c.country == country:
                return c
        return None

    def division(self, country: str, code: str) -> Candidate | None:
        """The first-order division with GeoNames's ``code`` ("07")."""
        return self.place(f"admin1:{country}.{code}")

    def place(self, id_: str) -> Candidate | None:
        """The country (``country:SY``), division (``admin1:SY.07``) or large town (``geonames:NNN``) of this id."""
        for store in self._stores[:1]:
            for hit in store.find(id_key(id_), (EXACT,)):
                return _candidate(hit.place, hit.admin1_name, EXACT, 1.0)
        return None

    @cached_property
    def _countries(self) -> tuple[Country, ...]:
        return tuple(self._stores[0].countries())

    @cached_property
    def _by_code(self) -> dict[str, Country]:
        return {c.iso2: c for c in self._countries}

    def _look_up(self, key: str, kinds: Sequence[int]) -> Iterable[Hit]:
        for kind, place in self._registry.find(key, kinds):
            yield Hit(kind, place, None)
        for store in self._stores:
            yield from store.find(key, kinds)

    def _find(self, name: str, loose: bool) -> tuple[Candidate, ...]:
        core, kind = split_type(name)
        best: dict[str, Candidate] = {}

        def keep(candidate: Candidate) -> None:
            known = best.get(candidate.id)
            if known is None or (_RANK[candidate.match], -candidate.likeness) < (
                _RANK[known.match],
                -known.likeness,
            ):
                best[candidate.id] = candidate

        for spelling in dict.fromkeys((fold(name), fold(core))):
            if not spelling:
                continue
            for target in aliases().get(spelling, ()):
                if found := self.place(target):
                    keep(found)
            for hit in self._look_up(spelling, (EXACT, ALTERNATE)):
                keep(_candidate(hit.place, hit.admin1_name, hit.kind, 1.0))
        for key in dict.fromkeys((sound(name), sound(core))):
            if key:
                for hit in self._look_up(sound_key(key), (SOUND,)):
                    alike = 0.8 + 0.15 * likeness(core, hit.place.name)
                    keep(_candidate(hit.place, hit.admin1_name, SOUND, alike))
        spelled = any(c.match != "key" for c in best.values())
        if (loose or not spelled) and (key := skeleton(core)):
            for hit in self._look_up(skeleton_key(key), (SKELETON,)):
                alike = likeness(core, hit.place.name)
                if alike >= LEAST_LIKENESS:
                    keep(_candidate(hit.place, hit.admin1_name, SKELETON, 0.9 * alike))
        whole = fold(name)

        def order(c: Candidate) -> tuple[float, ...]:
            misfit = kind is not None and fold(c.name) != whole and not fits(c, kind)
            return (_RANK[c.match], misfit, -round(c.likeness, 2), -importance(c))

        return tuple(sorted(best.values(), key=order))


def importance(candidate: Candidate) -> float:
    """A weak prior: how often a place of this size and kind is meant when nothing else is known (powers of ten)."""
    if candidate.feature.startswith(("PCL", "CONT")):
        return 9.0
    if candidate.is_area:
        return 6.0 if candidate.feature != "ADM2" else 4.0
    size = log10(max(candidate.population, 50, 20 * candidate.events))
    if candidate.feature == "PPLC":
        size += 1.0
    return max(size, 5.0) if candidate.is_site else size


def _candidate(place: PlaceRow, admin1: str | None, kind: int, alike: float) -> Candidate:
    return Candidate(
        place_id(place), place.name, place.lat, place.lon, place.country, admin1, place.feature or "PPL",
        place.population or 0, _MATCHES[kind], alike, place.admin1, place.radius_km, place.events or 0,
    )  # fmt: skip


def user_store_path() -> Path:
    """Where the user's own places are kept: ``dateline/gazetteer.sqlite`` under ``$XDG_DATA_HOME`` or ``~/.local/share``."""
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home) / "dateline" / "gazetteer.sqlite"


def built_in() -> Gazetteer:
    """The gazetteer of the package alone."""
    return Gazetteer([built_in_store()], registry())


def built_in_store() -> Store:
    """The file of the package; raises ``KnowledgeError`` where it is not built."""
    if not BUILT_IN.is_file():
        raise KnowledgeError(
            "The gazetteer is not built.", "Run `python -m dateline.knowledge.gazetteer.build`."
        )
    return Store(BUILT_IN, immutable=True)


def load_gazetteer(path: Path | None = None) -> Gazetteer:
    """The gazetteer of the package and, where there is one, the user's own places.

    ``path`` names a file of the user's places; without it, the one at ``user_store_path()`` is used if it is there.
    Raises ``KnowledgeError`` for a file that is missing, damaged or of another version.
    """
    own = path or user_store_path()
    stores = [built_in_store()]
    if own.is_file():
        stores.append(Store(own, immutable=False))
    elif path is not None:
        raise KnowledgeError(
            f"There is no gazetteer file {path}.", "Add places with `dateline gazetteer add`."
        )
    return Gazetteer(stores, registry())
