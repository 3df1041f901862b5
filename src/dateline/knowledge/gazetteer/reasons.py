"""Why a candidate stands where it stands in the list, in words; the order itself is ``Gazetteer``'s."""

from __future__ import annotations

from dateline.knowledge.gazetteer.candidate import Candidate
from dateline.knowledge.gazetteer.gazetteer import fits
from dateline.knowledge.gazetteer.kinds import split_type
from dateline.knowledge.gazetteer.names import fold

_MATCHED = {
    "exact": "written so",
    "alternate": "another of its names",
    "key": "sounds alike",
}


def matched(candidate: Candidate) -> str:
    """How the name that was asked for met the place: ``written so``, ``sounds alike (0.91)``."""
    said = _MATCHED[candidate.match]
    return f"{said} ({candidate.likeness:.2f})" if candidate.match == "key" else said


def reasons(name: str, candidate: Candidate) -> tuple[str, ...]:
    """What ranked ``candidate`` for ``name``, most weighty first: match, kind, then what is known of the place."""
    _, kind = split_type(name)
    found = [matched(candidate)]
    if kind is not None and fold(candidate.name) != fold(name):
        asked = {"admin1": "division", "water": "water or land form"}.get(kind, kind)
        found.append(f"of the kind asked for ({asked})" if fits(candidate, kind) else f"not a {asked}")
    found.append(_weight(candidate))
    return tuple(found)


def _weight(candidate: Candidate) -> str:
    feature = candidate.feature
    if feature.startswith(("PCL", "CONT")):
        return "countries come first"
    if candidate.is_area and feature != "ADM2":
        return "divisions and regions come before towns"
    if feature == "ADM2":
        return "a district counts as a town of 10,000"
    if candidate.is_site:
        return "a site known for its part in conflicts"
    said = [f"population {candidate.population:,}" if candidate.population else "population not on file"]
    if candidate.events:
        said.append(f"{candidate.events:,} events coded here")
    if feature == "PPLC":
        said.append("a capital")
    return ", ".join(said)
