"""Resolves the place names of one report against the gazetteer."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.where.evidence import place_of_adjective
from dateline.coding.where.mention import PlaceMention
from dateline.coding.where.placing import place_of
from dateline.coding.where.ranking import CANDIDATES, Name, rank
from dateline.coding.where.reading import Reading
from dateline.coding.where.sense import means_division, namesakes
from dateline.coding.where.surroundings import Surroundings, read_all, without_part
from dateline.coding.where.weights import WEIGHTS, Weights
from dateline.knowledge.gazetteer import Candidate, Gazetteer
from dateline.knowledge.gazetteer.gazetteer import importance
from dateline.knowledge.gazetteer.names import fold
from dateline.model.claim import Place

WELL_KNOWN = 4.0
"""Importance (10,000 inhabitants) from which a spelled match is looked no further than its sound."""


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
        ``dateline`` the place name that heads the report, if the caller knows one. A place that cannot be
        resolved has its span and a ``reason``, the rest ``None``. Both ends of "between A and B" get one
        place, the middle, whose span covers both.
        """
        order = sorted(range(len(mentions)), key=lambda i: (mentions[i].span.start, mentions[i].span.end))
        ordered = [mentions[i] for i in order]
        said = read_all(text, ordered)
        keys, names = self._names(ordered, said)
        hints = list(countries)
        if dateline and (found := self._gazetteer.candidates(dateline, 1)) and found[0].country:
            hints.append(found[0].country)
        rank(text, names, self._gazetteer, self._weights, hints)
        holders = frozenset(around.container for around in said if around.container is not None)
        for name in names.values():
            if name.chosen:
                name.town, name.division = namesakes(name.chosen, name.candidates)
                if name.town and name.division:
                    name.as_division = any(means_division(said[j], j in holders) for j in name.mentions)
        home = self._gazetteer.place(f"country:{hints[0]}") if len(set(hints)) == 1 else None
        reading = Reading(text, ordered, said, keys, names, holders, home)
        places = {index: place_of(reading, i, self._gazetteer) for i, index in enumerate(order)}
        return tuple(places[i] for i in range(len(mentions)))

    def knows(self, name: str) -> bool:
        """Whether a place of exactly this name is on file."""
        found = self._gazetteer.candidates(name, 1)
        return bool(found) and found[0].match != "key"

    def _names(
        self, mentions: Sequence[PlaceMention], said: Sequence[Surroundings]
    ) -> tuple[list[str], dict[str, Name]]:
        texts = [" ".join(mention.span.text.split()) for mention in mentions]
        keys = [fold(text) for text in texts]
        names: dict[str, Name] = {}
        for position, (key, text, around) in enumerate(zip(keys, texts, said, strict=True)):
            name = names.get(key)
            if name is None:
                name = names[key] = Name(key, text, first=position, candidates=self._candidates(text))
            name.mentions.append(position)
            if around.kind:
                name.kinds.add(around.kind)
                name.quarters += around.kind == "quarter"
            if around.container is not None:
                name.containers.append((keys[around.container], around.stated))
                if around.stated:
                    name.stated.append(position)
            elif around.apposed:
                found = self._gazetteer.candidates(around.apposed, 5)
                name.outer += [c for c in found if c.feature.startswith(("ADM1", "PCL")) and c.match != "key"]
        return keys, names

    def _candidates(self, name: str) -> list[Candidate]:
        if stands_for := place_of_adjective(name, self._gazetteer):
            return [stands_for]
        for spelling in dict.fromkeys((name, without_part(name))):
            found = self._gazetteer.candidates(spelling, CANDIDATES)
            spelled = [c for c in found if c.match != "key"]
            if spelled and max(map(importance, spelled)) >= WELL_KNOWN:
                return found
        return self._gazetteer.candidates(without_part(name), CANDIDATES, loose=True)
