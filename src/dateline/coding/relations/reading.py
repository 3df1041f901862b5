"""One report as the patterns of standing facts look at it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from dateline.coding.noun_phrases import bounds
from dateline.knowledge.relations import RelationCues, relation_cues
from dateline.model.analysis import Analysis, Mention

Range = tuple[int, int]
NameOf = Callable[[int, int], str | None]


@dataclass(frozen=True, slots=True)
class Link:
    """A fact between two word ranges, found at word ``at``; ``spelled`` keeps the object's own words.

    ``shared`` is the noun that a subject shares with others ("the Dinka and Nuer tribes").
    """

    subject: Range
    predicate: str
    object: Range
    at: int
    value: str | None = None
    spelled: bool = False
    shared: int | None = None


class Reading:
    """One report as the relation patterns look at it."""

    def __init__(self, analysis: Analysis, name_of: NameOf) -> None:
        self.analysis = analysis
        self.words = analysis.words
        self.name_of = name_of
        self.cues: RelationCues = relation_cues()

    @cached_property
    def lows(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(w.text.lower() for w in self.words)

    @cached_property
    def located(self) -> frozenset[int]:
        """Words that are part of a place name."""
        kinds = {"Location", "name:LOC"}
        spans = [*self.analysis.toponyms, *(m for m in self.analysis.mentions if m.kind in kinds)]
        return frozenset(i for m in spans for i in range(m.first, m.last))

    @cached_property
    def persons(self) -> frozenset[int]:
        """Words that are part of a person's name."""
        return frozenset(
            i for m in self.analysis.mentions if self._names_person(m) for i in range(m.first, m.last)
        )

    def _names_person(self, mention: Mention) -> bool:
        """A proper name: the wider mentions of persons take in titles, groups and pronouns as well."""
        if mention.kind not in {"Person", "name:PER"}:
            return False
        words = self.words[mention.first : mention.last]
        particles = {"-", "al", "bin", "ibn", "abu", "el", "de", "van", "."}
        proper = all(w.text[:1].isupper() or w.text.lower() in particles for w in words)
        return proper and not any(w.text.isupper() and len(w.text) > 2 for w in words)

    def sentence(self, i: int) -> Range:
        """First and last (exclusive) word of the sentence of word ``i``."""
        return bounds(self.analysis, i)

    def negated(self, i: int) -> bool:
        """True where a word of negation stands just before word ``i``."""
        return any(
            low in self.cues.words["negative"] for low in self.lows[max(self.sentence(i)[0], i - 3) : i]
        )
