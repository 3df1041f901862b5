"""Common nouns for those who fight and those who suffer it, with what each says by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.actors.actor import ACTOR_TYPES
from dateline.knowledge.names import normalise
from dateline.knowledge.table import Row, packaged, read_rows, wrong

COLUMNS = ("noun", "plural", "type", "armed", "branch", "label", "neutral")
BRANCHES = (
    "military", "police", "gendarmerie", "security forces", "intelligence", "border guard", "national guard",
    "prison guard", "government",
)  # fmt: skip
"""Arms of a state; a noun with a branch and a country name one actor ("Kenyan policemen")."""


@dataclass(frozen=True, slots=True)
class ActorNoun:
    """A noun for actors: "gunmen", "villagers", "regime forces".

    ``type`` is the ACLED actor type it points to where nothing more is known (``None``: any armed one).
    ``branch`` is set for an arm of a state. A ``loaded`` noun takes a side; ``neutral`` is a neutral desk's
    plural for it, and for the others their own plural.
    """

    noun: str
    plural: str
    type: str | None
    armed: bool
    branch: str | None
    loaded: bool
    neutral: str


class ActorNouns:
    """Actor nouns by singular and plural, words and phrases."""

    __slots__ = ("_index", "longest")

    def __init__(self, nouns: Sequence[ActorNoun]) -> None:
        self._index: dict[str, ActorNoun] = {}
        for noun in nouns:
            for form in (noun.noun, noun.plural):
                self._index.setdefault(normalise(form), noun)
        self.longest = max(len(key.split()) for key in self._index)

    def __len__(self) -> int:
        return len(set(self._index.values()))

    def find(self, noun: str) -> ActorNoun | None:
        """The entry for a noun or noun phrase, singular or plural, in any case."""
        return self._index.get(normalise(noun))

    def head(self, words: Sequence[str]) -> tuple[int, ActorNoun] | None:
        """The longest actor noun that ``words`` end with, and where in them it starts."""
        for start in range(max(0, len(words) - self.longest), len(words)):
            if noun := self._index.get(normalise(" ".join(words[start:]))):
                return start, noun
        return None


@cache
def load_actor_nouns() -> ActorNouns:
    """The built-in actor nouns (types after the ACLED codebook, neutral wordings after news style guides)."""
    source = packaged("actors", "nouns.csv")
    return ActorNouns([_noun(row, cells) for row, cells in read_rows(source, COLUMNS)])


def _noun(row: int, cells: Row) -> ActorNoun:
    source = packaged("actors", "nouns.csv")
    for field, allowed in (
        ("type", ("", *ACTOR_TYPES)),
        ("branch", ("", *BRANCHES)),
        ("armed", ("yes", "no")),
        ("label", ("yes", "no")),
    ):
        if cells[field] not in allowed:
            raise wrong(source, row, field, f"{cells[field]!r} is unknown.")
    loaded = cells["label"] == "yes"
    if loaded != bool(cells["neutral"]):
        raise wrong(source, row, "neutral", "must be filled for a label, and for nothing else.")
    return ActorNoun(
        noun=cells["noun"],
        plural=cells["plural"],
        type=cells["type"] or None,
        armed=cells["armed"] == "yes",
        branch=cells["branch"] or None,
        loaded=loaded,
        neutral=cells["neutral"] or cells["plural"],
    )
