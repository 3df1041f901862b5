"""Adds places to the user's own gazetteer, a second SQLite file that ``load_gazetteer`` picks up."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dateline.knowledge.gazetteer.around import Towns
from dateline.knowledge.gazetteer.gazetteer import Gazetteer, built_in, built_in_store
from dateline.knowledge.gazetteer.geometry import distance_km
from dateline.knowledge.gazetteer.keys import name_keys
from dateline.knowledge.gazetteer.names import fold
from dateline.knowledge.gazetteer.row import Row, Table
from dateline.knowledge.gazetteer.sources import BUSY_SECONDS, note
from dateline.knowledge.gazetteer.store import PlaceRow, Store, add_keys, add_places, check, ensure
from dateline.knowledge.gazetteer.tables import read_table
from dateline.model.errors import KnowledgeError

MOST_ROWS = 0x3FFFFF
"""The index has 22 bits for a row."""


Named = tuple[PlaceRow, tuple[str, ...]]
"""A place and its further names."""


@dataclass(frozen=True, slots=True)
class Added:
    """``kind`` of the table; how many places were new, already there, and left out as not exact enough."""

    kind: str
    new: int
    known: int
    left_out: int


def add_file(source: Path, store: Path) -> Added:
    """Add the places of ``source`` to the gazetteer file ``store``, made if it is not there; all or nothing.

    Raises ``KnowledgeError`` for a table that cannot be read or cannot be right, and for a store that is no gazetteer.
    """
    table = read_table(source)
    gazetteer = built_in()
    places = _places(table, gazetteer) if table.kind != "names" else _named_further(table, store)
    _check_not_swapped(source, places, gazetteer)
    ensure(store)
    connection = sqlite3.connect(store, timeout=BUSY_SECONDS)
    try:
        check(connection, store)
        connection.execute("BEGIN IMMEDIATE")
        with connection:
            new = _write(connection, places, gazetteer)
            rows = dict(connection.execute("SELECT id, row FROM place"))
            note(connection, source.name, table.kind, (rows[place.id] for place, _ in places))
    except sqlite3.Error as error:
        raise KnowledgeError(f"{store} could not be written: {error}.") from error
    finally:
        connection.close()
    return Added(table.kind, new, len(places) - new, table.left_out)


def _places(table: Table, gazetteer: Gazetteer) -> list[Named]:
    code_of = _country_codes(gazetteer)

    @cache
    def division(country: str, name: str) -> str:
        found = gazetteer.admin1(country, name) if country and name else None
        return found.admin1_code or name if found else name

    # The points tell where a table does not.
    towns = Towns(built_in_store().towns()) if any(not row.country for row in table.rows) else None
    places: list[Named] = []
    for row in table.rows:
        country = code_of.get(fold(row.country), "") if row.country else ""
        code = row.admin1 if row.admin1_is_code else division(country, row.admin1)
        if towns is not None and not row.country and (around := towns.division(row.lat, row.lon)):
            country, code = around[0], division(around[0], row.admin1) if row.admin1 else around[1]
        place = PlaceRow(
            row.id if row.id is not None else _own_id(row, country),
            row.name,
            row.lat,
            row.lon,
            country or None,
            code or None,
            row.feature,
            row.population,
            None,
            row.events or None,
        )
        places.append((place, row.others))
    return places


def _named_further(table: Table, store: Path) -> list[Named]:
    """The places whose further names the table gives, as they are on file; names of other places are left out."""
    stores = [built_in_store(), *([Store(store, immutable=False)] if store.exists() else [])]
    known: dict[int, PlaceRow] = {}
    for one in stores:
        known |= one.by_number(table.names)
    return [(place, table.names[id_]) for id_, place in known.items()]


def _own_id(row: Row, country: str) -> str:
    return f"user:{country or '-'}:{fold(row.name)}:{row.lat:.2f},{row.lon:.2f}"


def _country_codes(gazetteer: Gazetteer) -> dict[str, str]:
    codes: dict[str, str] = {}
    for country in gazetteer.countries():
        codes |= {fold(n): country.iso2 for n in (country.name, country.iso2, country.iso3)}
    return codes | {fold(name): code for name, code in _GED_COUNTRIES.items()}


_GED_COUNTRIES = {
    "Bosnia-Herzegovina": "BA",
    "Cambodia (Kampuchea)": "KH",
    "DR Congo (Zaire)": "CD",
    "Ivory Coast": "CI",
    "Kingdom of eSwatini (Swaziland)": "SZ",
    "Macedonia, FYR": "MK",
    "Madagascar (Malagasy)": "MG",
    "Myanmar (Burma)": "MM",
    "Russia (Soviet Union)": "RU",
    "Serbia (Yugoslavia)": "RS",
    "United States of America": "US",
    "Yemen (North Yemen)": "YE",
    "Zimbabwe (Rhodesia)": "ZW",
    "Palestine": "PS",
    "Democratic Republic of Congo": "CD",
    "Republic of Congo": "CG",
    "Congo": "CG",
    "eSwatini": "SZ",
    "Burma": "MM",
    "Turkey": "TR",
    "Czech Republic": "CZ",
    "Cape Verde": "CV",
    "East Timor": "TL",
}
"""Countries as the UCDP and ACLED write them, where GeoNames writes otherwise."""


def _check_not_swapped(source: Path, places: Sequence[Named], gazetteer: Gazetteer) -> None:
    """Both orders may be in range; then the country tells: half the places are far off it, and far
    nearer the other way round."""
    swapped = Counter[bool]()
    for place, _ in places[:2000]:
        country = gazetteer.country(place.country or "")
        if country is None:
            continue
        away = distance_km(place.lat, place.lon, country.lat, country.lon)
        turned = distance_km(place.lon, place.lat, country.lat, country.lon) if abs(place.lon) <= 90 else away
        swapped[away > 1.5 * country.radius_km and turned < 0.6 * away] += 1
    if swapped[True] > swapped[False]:
        raise KnowledgeError(
            f"{source}: {swapped[True]} of {swapped.total()} places lie outside their country, and nearer to it with "
            "latitude and longitude exchanged.",
            "The two columns seem to be swapped.",
        )


def _write(connection: sqlite3.Connection, places: Sequence[Named], gazetteer: Gazetteer) -> int:
    rows: dict[int | str, int] = dict(connection.execute("SELECT id, row FROM place"))
    free = 1 + max(rows.values(), default=0)
    if free + len(places) > MOST_ROWS:
        raise KnowledgeError(f"A gazetteer file holds {MOST_ROWS:,} places; these would be more.", "Use a second file.")
    keys: list[tuple[str, int, int]] = []
    fresh: dict[int | str, Named] = {}
    for place, others in places:
        if place.id in rows:
            row = rows[place.id]
            connection.execute("UPDATE place SET events = coalesce(?, events) WHERE row = ?", (place.events, row))
            keys += [(key, kind, row) for key, kind in set(name_keys(place.name, others, romanised=True))]
        else:
            fresh.setdefault(place.id, (place, others))
    for number, (place, others) in enumerate(fresh.values(), free):
        keys += [(key, kind, number) for key, kind in set(name_keys(place.name, others, romanised=True))]
    add_places(connection, free, [place for place, _ in fresh.values()])
    add_keys(connection, keys)
    for country, code in {(p.country, p.admin1) for p, _ in fresh.values() if p.country and p.admin1}:
        known = gazetteer.division(country, code)
        name = known.name if known else code
        connection.execute("INSERT OR IGNORE INTO admin1 VALUES (?, ?, ?)", (country, code, name))
    return len(fresh)
