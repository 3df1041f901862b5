"""What ``dateline gazetteer`` does: places added, and places shown with what ranked them."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from rich.table import Table
from rich.text import Text

from dateline.cli.running import carry_out
from dateline.cli.screen import Screen
from dateline.exports.geojson import CREDIT
from dateline.exports.table import table_console
from dateline.exports.wording import printable
from dateline.knowledge.gazetteer import (
    Candidate,
    Gazetteer,
    add_file,
    added_files,
    load_gazetteer,
    remove_file,
    user_store_path,
)
from dateline.knowledge.gazetteer.reasons import reasons
from dateline.model.errors import UsageError

_ALL = 1000
"""More places than any name has."""

_KINDS = {
    "geonames": "a GeoNames dump",
    "names": "GeoNames's alternate names",
    "ged": "the UCDP GED",
    "acled": "an ACLED export",
    "plain": "a table of places",
}


def add_places(file: Path) -> int:
    """Add ``file``, say what came of it; returns the exit status (0, 1 not writable, 2 not usable)."""

    def work(screen: Screen) -> int:
        store = user_store_path()
        added = add_file(file, store)
        known = f", there already: {added.known:,}" if added.known else ""
        left_out = f", left out as not exact enough: {added.left_out:,}" if added.left_out else ""
        screen.say(f"{file}, read as {_KINDS[added.kind]}: places added: {added.new:,}{known}{left_out}.")
        screen.say(f"They are kept in {store}.")
        return 0

    return carry_out(work, output=str(user_store_path()))


def list_added() -> int:
    """Print the files that were added, with their places; returns the exit status."""

    def work(screen: Screen) -> int:
        found = added_files(user_store_path())
        for file in found:
            print(f"{printable(file.name)}\t{_KINDS[file.kind]}\t{file.places:,} places")
        if not found:
            screen.say("No file was added.")
        return 0

    return carry_out(work)


def remove_places(name: str) -> int:
    """Take the places of the file ``name`` out again; returns the exit status (0, 1 not writable, 2 no such file)."""

    def work(screen: Screen) -> int:
        gone = remove_file(name, user_store_path())
        screen.say(f"{name}: places taken out: {gone:,}.")
        return 0

    return carry_out(work, output=str(user_store_path()))


def find_places(name: str, country: str | None, limit: int, form: str) -> int:
    """Print the candidates for ``name``; returns the exit status (0, 1 none found, 2 wrong usage)."""

    def work(screen: Screen) -> int:
        gazetteer = load_gazetteer()
        code = _code(gazetteer, country)
        found = gazetteer.candidates(name, _ALL)
        if code:
            found = [candidate for candidate in found if candidate.country == code]
        if form == "json":
            print(json.dumps(_plain(gazetteer, name, found[:limit]), ensure_ascii=False, indent=2))
        elif found:
            _print(gazetteer, name, found, limit)
        if found:
            return 0
        where = f" in {_country(gazetteer, code)}" if code else ""
        advice = "Villages and sites can be added: dateline gazetteer add FILE (see --help)."
        screen.error(f"No place called {name!r} is known{where}. {advice}")
        return 1

    return carry_out(work)


def _code(gazetteer: Gazetteer, country: str | None) -> str | None:
    if country is None:
        return None
    code = country.strip().upper()
    if gazetteer.country(code) is None:
        alike = next((c for c in gazetteer.candidates(country, 5) if c.feature.startswith("PCL")), None)
        meant = f" {alike.name} is {alike.country}." if alike else ""
        raise UsageError(
            f"There is no country {country!r}.{meant}", "Give its ISO 3166-1 code of two letters, such as SY."
        )
    return code


def _country(gazetteer: Gazetteer, code: str | None) -> str:
    known = gazetteer.country(code or "")
    return known.name if known else code or "–"


def _plain(gazetteer: Gazetteer, name: str, found: list[Candidate]) -> dict[str, Any]:
    return {
        "name": name,
        "attribution": CREDIT,
        "candidates": [
            {
                "rank": rank,
                "id": c.id,
                "name": c.name,
                "lat": c.lat,
                "lon": c.lon,
                "admin1": c.admin1,
                "country": c.country,
                "country_name": _country(gazetteer, c.country),
                "feature": c.feature,
                "population": c.population,
                "radius_km": c.radius_km,
                "events": c.events,
                "match": c.match,
                "likeness": round(c.likeness, 3),
                "reasons": list(reasons(name, c)),
            }
            for rank, c in enumerate(found, 1)
        ],
    }


def _print(gazetteer: Gazetteer, name: str, found: list[Candidate], limit: int) -> None:
    grid = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", pad_edge=False)
    grid.add_column("", justify="right", style="dim")
    for heading in ("place", "division, country", "at", "how the name matched, what ranked it"):
        grid.add_column(heading, overflow="fold")
    for rank, c in enumerate(found[:limit], 1):
        how, *others = reasons(name, c)
        within = ", ".join(part for part in (c.admin1, _country(gazetteer, c.country)) if part)
        why = Text.assemble((how, "yellow" if c.match == "key" else "green"), f"; {', '.join(others)}")
        where = Text(f"{c.lat:.3f} {c.lon:.3f}")
        if c.radius_km:
            where.append(f" ±{c.radius_km:.0f} km", "dim")
        place = Text.assemble((printable(c.name), "bold"), (f"\n{c.feature} · {printable(c.id)}", "dim"))
        grid.add_row(str(rank), place, Text(printable(within)), where, why)
    console = table_console(sys.stdout)
    console.print(grid)
    more = f"{len(found) - limit} more with --limit. " if len(found) > limit else ""
    console.print(Text(f"\n{more}{CREDIT}", "dim"))
