"""A text with its place names ranked, as the placing of every mention reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.coding.where.mention import PlaceMention
from dateline.coding.where.ranking import Name
from dateline.coding.where.sense import means_division, means_town
from dateline.coding.where.surroundings import Surroundings
from dateline.knowledge.gazetteer import Candidate


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its mentions in order, what is said of each, and the name (key into ``names``) of each.

    ``holders``: the mentions that other mentions are said to lie in; ``home``: the country that the report is set in.
    """

    text: str
    mentions: Sequence[PlaceMention]
    said: Sequence[Surroundings]
    keys: Sequence[str]
    names: Mapping[str, Name]
    holders: frozenset[int]
    home: Candidate | None = None

    def name(self, i: int) -> Name:
        """The name of mention ``i``."""
        return self.names[self.keys[i]]


def sense(reading: Reading, i: int, holds_others: bool) -> Candidate | None:
    """What mention ``i`` was taken for: the town or the division, where its name stands for both."""
    name, around = reading.name(i), reading.said[i]
    if not (name.town and name.division):
        return name.chosen
    if means_division(around, holds_others):
        return name.division
    if means_town(around):
        return name.town
    return name.division if name.as_division else name.town
