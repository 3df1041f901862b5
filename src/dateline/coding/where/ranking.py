"""Chooses, for every name of a text, the place it means: the candidates' grounds are added up, twice over.

The first round knows the countries that the text names, containment and the prior; the second adds how near
each candidate lies to what the other names were taken for. One name means one place throughout a text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp

from dateline.coding.where.evidence import HINT_SHARE, countries_by_adjective, shares, sole_country
from dateline.coding.where.weights import (
    CLOSE_KM,
    KNOWN_ANYWHERE,
    LEAST_KEY_SUPPORT,
    LEAST_LIKENESS,
    LEAST_SUPPORT,
    SHORTEST_ALIKE,
    Weights,
)
from dateline.knowledge.gazetteer import Candidate, Gazetteer
from dateline.knowledge.gazetteer.around import KM_PER_DEGREE
from dateline.knowledge.gazetteer.gazetteer import fits, importance
from dateline.knowledge.gazetteer.geometry import distance_km
from dateline.knowledge.gazetteer.kinds import Kind, split_type
from dateline.knowledge.gazetteer.names import fold

CANDIDATES = 60
"""Places considered for one name."""

NEIGHBOURS = 40
"""Names, before and after in the text, that a name is held against; bounds the work on very long texts."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where the text is set, as far as is known in a round: shares of countries and divisions, the caller's
    hints.
    """

    countries: Mapping[str, float]
    divisions: Mapping[str, float]
    hints: frozenset[str]


@dataclass(slots=True)
class Name:
    """One name of the text, with everything said of it anywhere.

    ``stated``: its mentions that are said to lie in another; ``quarters``: how many name a part of a town or a street.
    """

    key: str
    text: str
    kinds: set[Kind] = field(default_factory=set)
    first: int = 0
    mentions: list[int] = field(default_factory=list)
    stated: list[int] = field(default_factory=list)
    containers: list[tuple[str, bool]] = field(default_factory=list)
    outer: list[Candidate] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    chosen: Candidate | None = None
    town: Candidate | None = None
    division: Candidate | None = None
    as_division: bool = False
    quarters: int = 0
    grounds: float = 0.0


def rank(
    text: str, names: Mapping[str, Name], gazetteer: Gazetteer, weights: Weights, hints: Sequence[str]
) -> None:
    """Set ``chosen`` of every name, or leave it ``None`` where no candidate has grounds enough."""
    ordered = sorted(names.values(), key=lambda n: n.first)
    adjectives = countries_by_adjective(text, gazetteer)
    for round_ in range(3):
        settings = [(country, 0.7 * n**0.5) for country, n in adjectives.items()]
        settings += [(country, HINT_SHARE) for country in hints]
        divisions: list[tuple[str, float]] = []
        for name in ordered:
            if sole := sole_country(name.candidates):
                settings.append((sole.country or "", 1.5 * len(name.mentions) ** 0.5))
            elif name.chosen and round_:
                settings.append((name.chosen.country or "", len(name.mentions) ** 0.5))
                if name.chosen.admin1_code:
                    divisions.append((_division(name.chosen), len(name.mentions) ** 0.5))
        setting = Setting(shares(settings), shares(divisions), frozenset(hints))
        anchors = [n for n in ordered if n.chosen and not n.chosen.feature.startswith(("PCL", "CONT", "OCN"))]
        chosen: list[tuple[Candidate | None, float]] = []
        for name in ordered:
            near = _neighbours(anchors, name) if round_ else []
            chosen.append(_choose(name, names, weights, setting, near))
        for name, (candidate, grounds) in zip(ordered, chosen, strict=True):
            name.chosen, name.grounds = candidate, grounds


def _neighbours(anchors: Sequence[Name], name: Name) -> list[Candidate]:
    """The places of the names nearest in the text; ``anchors`` are in its order."""
    at = bisect_left(anchors, name.first, key=lambda n: n.first)
    nearby = anchors[max(0, at - NEIGHBOURS) : at + NEIGHBOURS]
    if len(nearby) > NEIGHBOURS:
        anchors = sorted(nearby, key=lambda n: abs(n.first - name.first))[:NEIGHBOURS]
    return [n.chosen for n in anchors if n is not name and n.chosen]


def _division(candidate: Candidate) -> str:
    return f"{candidate.country}.{candidate.admin1_code}"


def _choose(
    name: Name, names: Mapping[str, Name], w: Weights, setting: Setting, near: Sequence[Candidate]
) -> tuple[Candidate | None, float]:
    best: tuple[float, float, Candidate] | None = None
    settled = any(c.match == "exact" and importance(c) >= 5.0 for c in name.candidates)
    short = len(fold(split_type(name.text)[0])) < SHORTEST_ALIKE
    for c in name.candidates:
        if name.quarters == len(name.mentions) and (c.is_area or c.feature.startswith("PCL")):
            continue
        form = w.prior * importance(c)
        if c.match == "alternate":
            form += w.alternate
        elif c.match == "key":
            unlike = c.likeness < LEAST_LIKENESS and _containment(c, name, names, w) <= 0 and not _close_by(c, near)
            if settled or short or unlike:
                continue
            form += w.key + w.unlike * (0.95 - c.likeness)
        elif c.feature.startswith("PCL"):
            form += w.state
        if c.id.startswith("region:") and c.match != "key":
            form += w.region
        if name.kinds:
            form += w.kind * sum(1 if fits(c, kind) else -0.5 for kind in name.kinds) / len(name.kinds)
            form += w.site * ("site" in name.kinds and c.is_site)
        grounds = w.country * setting.countries.get(c.country or "", 0.0)
        grounds += w.division * setting.divisions.get(_division(c), 0.0)
        grounds += w.hint * (c.country in setting.hints) + _containment(c, name, names, w)
        if near and not c.feature.startswith(("PCL", "CONT", "OCN")):
            grounds += w.near * _nearness(c, near, w.near_km)
        if best is None or form + grounds > best[0]:
            best = (form + grounds, grounds, c)
    if best is None or (best[2].match == "key" and best[1] < LEAST_KEY_SUPPORT):
        return None, 0.0
    if setting.countries and best[1] < LEAST_SUPPORT and importance(best[2]) < KNOWN_ANYWHERE:
        return None, 0.0
    return best[2], best[1]


def _close_by(c: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether another place of the text, no region, lies within reach of a day's walk."""
    high = CLOSE_KM / KM_PER_DEGREE
    level = (o for o in others if abs(o.lat - c.lat) <= high and not o.is_area)
    return any(distance_km(c.lat, c.lon, o.lat, o.lon) <= CLOSE_KM for o in level)


def _nearness(c: Candidate, others: Sequence[Candidate], scale: float) -> float:
    closeness = sorted((exp(-distance_km(c.lat, c.lon, o.lat, o.lon) / scale) for o in others), reverse=True)[
        :3
    ]
    return sum(share * 0.5**i for i, share in enumerate(closeness)) / 1.75


def _containment(c: Candidate, name: Name, names: Mapping[str, Name], w: Weights) -> float:
    points = 0.0
    for key, stated in name.containers:
        container = names.get(key)
        if container is None or container is name or not container.candidates:
            continue
        around = [container.chosen] if container.chosen else container.candidates[:5]
        if any(lies_in(c, outer) for outer in around):
            points += w.stated if stated else w.comma
        elif any(lies_in(c, outer) for outer in container.candidates[:10]):
            points += 0.6 * (w.stated if stated else w.comma)
        elif stated and container.chosen is not None:
            points += w.outside
    if name.outer:
        points += w.comma if any(lies_in(c, outer) for outer in name.outer) else 0.0
    limit = max(w.stated, w.comma)
    return max(w.outside, min(points, limit))


def lies_in(c: Candidate, outer: Candidate) -> bool:
    """Whether ``c`` lies in ``outer``: by country and division code where known, else by distance."""
    if c.id == outer.id:
        return False
    if outer.feature.startswith("PCL"):
        return c.country == outer.country and not c.feature.startswith("PCL")
    if outer.feature == "ADM1":
        if c.admin1_code:
            return c.country == outer.country and c.admin1_code == outer.admin1_code and c.feature != "ADM1"
        return c.country in {None, outer.country} and _within(c, outer, 1.3)
    if outer.country and c.country and outer.country != c.country:
        return False
    if outer.is_area:
        return _within(c, outer, 1.2)
    # A town "in" a town: a quarter, or a village that the text places by the town it belongs to.
    return distance_km(c.lat, c.lon, outer.lat, outer.lon) <= 40.0


def _within(c: Candidate, outer: Candidate, slack: float) -> bool:
    return distance_km(c.lat, c.lon, outer.lat, outer.lon) <= slack * (outer.radius_km or 30.0)
