"""A town and the division named after it: which of the two one mention means.

"northern Deir ez-Zor", "Kharkiv region" and "X in Aleppo" mean the division, "15 km from Homs" and "Homs
city" the town. Where neither is said, a name that the text uses as a region elsewhere is read as the region,
else as the town.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.where.surroundings import Surroundings
from dateline.knowledge.gazetteer import Candidate
from dateline.knowledge.gazetteer.geometry import BEARINGS, distance_km

NAMESAKE_KM = 160.0
"""A town and a division of one name and country no further apart than this belong together."""


def namesakes(
    chosen: Candidate, candidates: Sequence[Candidate]
) -> tuple[Candidate | None, Candidate | None]:
    """The town and the first-order division (or registry region) that one name stands for, ``chosen`` among
    them.
    """
    town = chosen if chosen.feature.startswith("PPL") else None
    division = chosen if _is_division(chosen) else None
    for c in candidates:
        if c.country != chosen.country or distance_km(c.lat, c.lon, chosen.lat, chosen.lon) > NAMESAKE_KM:
            continue
        if town is None and c.feature.startswith("PPL") and _alike(c, chosen):
            town = c
        if division is None and _is_division(c) and _alike(c, chosen):
            division = c
    return town, division


def _alike(c: Candidate, chosen: Candidate) -> bool:
    return c.match != "key" or chosen.match == "key" or c.likeness >= 0.9


def _is_division(c: Candidate) -> bool:
    return c.feature == "ADM1" or (c.feature == "RGN" and c.id.startswith("region:"))


def means_division(said: Surroundings, holds_others: bool) -> bool:
    """Whether this mention can only be the division: by its words, or because other places are said to lie in
    it.
    """
    if said.kind in {"admin1", "countryside"}:
        return True
    if said.kind in {"city", "quarter"} or said.km is not None:
        return False
    return holds_others or (said.part in BEARINGS and said.part_is_region)


def means_town(said: Surroundings) -> bool:
    """Whether this mention can only be the town."""
    return (
        said.kind in {"city", "quarter"}
        or said.km is not None
        or (said.relation in {"near", "from", "to", "via"} and not said.part)
    )
