"""One act of saying so: a cue, the one it names, and the stretches that it vouches for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.coding.attribution.page import Range, overlap, within

Link = Literal["plain", "inner", "outer"]


@dataclass(frozen=True, slots=True)
class Relation:
    """All ranges are words, ends exclusive.

    ``force`` is what the cue does to its ``contents`` (``dateline.knowledge.attribution_words.FORCES``). ``source`` is ``None``
    where nobody is named ("reportedly"). An ``inner`` link names whom the speaker of the same clause relies on ("citing"), an
    ``outer`` one through whom he is heard ("quoted by"). ``direct``: a content in quotation marks.
    """

    cue: Range
    source: Range | None
    contents: tuple[Range, ...]
    force: str
    link: Link = "plain"
    direct: bool = False

    def covers(self, words: Range) -> bool:
        """True where ``words`` lie inside one of the contents and are neither cue nor source."""
        if overlap(words, self.cue) or (self.source and overlap(words, self.source)):
            return False
        return any(within(words, c) for c in self.contents)

    def encloses(self, other: Relation) -> bool:
        """True where ``other`` is itself something that this source says."""
        return any(within(other.cue, c) for c in self.contents) and other.cue != self.cue
