"""A party that a report has told of, with every word that means it."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field

from dateline.coding.entities.entity import Entity, Reading
from dateline.coding.tree import Range


@dataclass
class Known:
    """A party met in the report, with every word range that means it."""

    reading: Reading
    mentions: list[Range] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    subjects: list[int] = field(default_factory=list)

    def add(self, mention: Range, noun: str, subject: bool) -> None:
        """One more mention."""
        if mention not in self.mentions:
            insort(self.mentions, mention)
        if noun:
            self.nouns.add(noun)
        if subject:
            insort(self.subjects, mention[0])

    def before(self, position: int) -> Range | None:
        """The last mention that starts before a word."""
        k = bisect_left(self.mentions, (position, -1))
        return self.mentions[k - 1] if k else None

    def entity(self) -> Entity:
        """The party as the coder sees it."""
        r = self.reading
        thing = r.kind == "thing" and not r.named
        return Entity(r.name, r.actor, r.actor_type, r.armed, r.civilian, tuple(self.mentions), r.called, r.place, thing)
