"""Resolves the place names of one report against the gazetteer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.coding.where.evidence import place_of_adjective
from dateline.coding.where.mention import PlaceMention
from dateline.coding.where.precision import place_at, place_between, place_inside
from dateline.coding.where.ranking import CANDIDATES, Name, lies_in, rank
from dateline.coding.where.sense import means_division, means_town, namesakes
from dateline.coding.where.surroundings import Surroundings, read_all, without_part
from dateline.coding.where.weights import WEIGHTS, Weights
from dateline.knowledge.gazetteer import Candidate, Gazetteer
from dateline.knowledge.gazetteer.geometry import distance_km
from dateline.knowledge.gazetteer.kinds import split_type
from dateline.knowledge.gazetteer.names import fold
from dateline.model.claim import Place
from dateline.model.span import Span

_INSIDE = re.compile(
    r"^(?P<what>.*?)\s+(?P<word>in|of|near|outside|at|inside)\s+(?:the\s+)?(?P<where>[A-Z].*)$"
)

UNKNOWN = "not in the gazetteer"
ONLY_ALIKE = "only places elsewhere, or that merely sound alike, are known"


class PlaceResolver:
    """Resolves names in the light of the whole text; keeps nothing between texts."""

    def __init__(self, gazetteer: Gazetteer, weights: Weights = WEIGHTS) -> None:
        self._gazetteer = gazetteer
        self._weights = weights

    def resolve(
        self,
        text: str,
        mentions: Sequence[PlaceMention],
        *,
        countries: Sequence[str] = (),
        dateline: str | None = None,
    ) -> tuple[Place, ...]:
        """The places of ``mentions``, one for each and in their order.

        ``countries`` are ISO codes that stand to reason before the text is read (the outlet's own country);
        ``dateline`` the place name that heads the report, if the caller knows one. A place that cannot be resolved
        has its span and a ``reason``, the rest ``None``.
        """
        order = sorted(range(len(mentions)), key=lambda i: (mentions[i].span.start, mentions[i].span.end))
        ordered = [mentions[i] for i in order]
        said = read_all(text, ordered)
        keys, names = self._names(ordered, said)
        hints = list(countries)
        if dateline and (found := self._gazetteer.candidates(dateline, 1)) and found[0].country:
            hints.append(found[0].country)
        rank(text, names, self._gazetteer, self._weights, hints)
        holders = {around.container for around in said if around.container is not None}
        for name in names.values():
            if name.chosen:
                name.town, name.division = namesakes(name.chosen, name.candidates)
                if name.town and name.division:
                    name.as_division = any(means_division(said[j], j in holders) for j in name.mentions)
        result: dict[int, Place] = {}
        for position, index in enumerate(order):
            result[index] = self._place(text, ordered, said, keys, names, position, position in holders)
        return tuple(result[i] for i in range(len(mentions)))

    def _names(
        self, mentions: Sequence[PlaceMention], said: Sequence[Surroundings]
    ) -> tuple[list[str], dict[str, Name]]:
        keys = [_key(m) for m in mentions]
        names: dict[str, Name] = {}
        for position, (key, mention, around) in enumerate(zip(keys, mentions, said, strict=True)):
            name = names.get(key)
            if name is None:
                looked_up = _looked_up(mention)
                stands_for = place_of_adjective(looked_up, self._gazetteer)
                found = [stands_for] if stands_for else self._candidates(looked_up)
                name = names[key] = Name(key, looked_up, first=position, candidates=found)
            name.mentions.append(position)
            if around.kind:
                name.kinds.add(around.kind)
            if around.container is not None:
                name.containers.append((keys[around.container], around.stated))
            elif around.apposed:
                name.outer += [
                    c
                    for c in self._gazetteer.candidates(around.apposed, 5)
                    if c.feature.startswith(("ADM1", "PCL"))
                ]
        return keys, names

    def _candidates(self, name: str) -> list[Candidate]:
        found = self._gazetteer.candidates(name, CANDIDATES)
        whole = without_part(name)
        if whole != name and not any(c.match != "key" for c in found):
            return self._gazetteer.candidates(whole, CANDIDATES)
        return found

    def _place(
        self, text: str, mentions: Sequence[PlaceMention], said: Sequence[Surroundings], keys: Sequence[str],
        names: dict[str, Name], i: int, holds_others: bool,
    ) -> Place:  # fmt: skip
        span, around = mentions[i].span, said[i]
        name = names[keys[i]]
        chosen = sense(name, around, holds_others)
        outer, part = self._container(said, keys, names, i)
        if around.between is not None and chosen:
            other = names[keys[around.between]].chosen
            if other and other.id != chosen.id and _could_be_ends(chosen, other):
                first, last = sorted((span, mentions[around.between].span))
                whole = Span.of(text, first.start, last.end)
                return place_between(whole, chosen, other, f"between {first.text} and {last.text}")
        if chosen and not (outer and around.stated and _contradicts(chosen, outer)):
            return place_at(span, chosen, around)
        if match := _INSIDE.match(span.text):
            inner = self._gazetteer.candidates(match["where"], 1)
            known = names.get(fold(split_type(match["where"])[0]))
            held = known.chosen if known and known.chosen else inner[0] if inner else None
            if held:
                return place_inside(
                    span, held, None, around, f"{UNKNOWN}; placed at {held.name}, which its name holds"
                )
        if outer:
            where = f"{part}ern {outer.name}" if part else outer.name
            return place_inside(span, outer, part, around, f"{UNKNOWN}; the text says it lies in {where}")
        return Place(around.relation, span.text, span, reason=ONLY_ALIKE if name.candidates else UNKNOWN)

    def _container(
        self, said: Sequence[Surroundings], keys: Sequence[str], names: dict[str, Name], i: int
    ) -> tuple[Candidate | None, str | None]:
        """What the text says that mention ``i`` lies in, here or at another mention of the name."""
        same = [i, *(j for j in names[keys[i]].mentions if j != i)]
        for j in same:
            container = said[j].container
            if container is not None and keys[container] != keys[i] and (said[j].stated or j == i):
                outer = sense(names[keys[container]], said[container], True)
                if outer is not None and (outer.is_area or said[j].stated):
                    return outer, said[j].container_part
        return (names[keys[i]].outer[0], None) if names[keys[i]].outer else (None, None)


def sense(name: Name, around: Surroundings, holds_others: bool) -> Candidate | None:
    """What one mention of a name was taken for: the town or the division of that name."""
    if not (name.town and name.division):
        return name.chosen
    if means_division(around, holds_others):
        return name.division
    if means_town(around):
        return name.town
    return name.division if name.as_division else name.town


BETWEEN_KM = 300.0
"""Places further apart are not the ends of a road: "ties between Moscow and Paris" is no place."""


def _could_be_ends(one: Candidate, other: Candidate) -> bool:
    areas = one.feature.startswith("PCL") or other.feature.startswith("PCL")
    return not areas and distance_km(one.lat, one.lon, other.lat, other.lon) <= BETWEEN_KM


def _contradicts(chosen: Candidate, outer: Candidate) -> bool:
    """The text says "in Y", and what the name is taken for lies far from Y."""
    if chosen.is_area or not outer.is_area or lies_in(chosen, outer):
        return False
    return chosen.country != outer.country if outer.country else False


def _looked_up(mention: PlaceMention) -> str:
    return " ".join(mention.span.text.split())


def _key(mention: PlaceMention) -> str:
    return fold(_looked_up(mention))
