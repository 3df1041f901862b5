"""Words by which accounts of one event are held beside one another: bodies that speak, who was counted, what names nobody."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.word_file import WordFile, read_words


@dataclass(frozen=True, slots=True)
class IncidentWords:
    """Everything in lower case.

    ``bodies`` maps nouns for institutions that each state or region has one of to their kind, ``armed_bodies`` are kinds
    that fight; ``matters`` say what a body deals with, ``idle_in_bodies`` nothing of whose it is. ``institutions`` head
    the names of those who speak with one voice, so that two reports that quote them quote the same; ``one_of_many`` head
    what persons without a name are called; ``generic_groups`` are nobody's names, ``forces`` no groups.

    A count of ``everyone`` is of all who were hit, one of ``some_of_them`` of a part or of those who attacked;
    ``one_person`` maps words for one person by sex, age or kin to what no person of another such word can be;
    ``civilians`` do not fight; some ``of_the_hurt`` die later and come on top of those counted dead.

    ``empty`` words say nothing of who was hit, ``common_in_names`` nothing of who did it; ``seldom_names`` are no proper
    names, even with a capital. ``parts_of_day`` are in their order.
    """

    source: str
    bodies: dict[str, str]
    armed_bodies: frozenset[str]
    matters: frozenset[str]
    idle_in_bodies: frozenset[str]
    institutions: frozenset[str]
    one_of_many: frozenset[str]
    generic_groups: frozenset[str]
    forces: frozenset[str]
    everyone: frozenset[str]
    some_of_them: frozenset[str]
    one_person: dict[str, str]
    civilians: frozenset[str]
    of_the_hurt: frozenset[str]
    empty: frozenset[str]
    common_in_names: frozenset[str]
    seldom_names: frozenset[str]
    parts_of_day: tuple[tuple[str, ...], ...]


@cache
def incident_words() -> IncidentWords:
    """The built-in words; raises ``KnowledgeError`` where the file does not hold what it must."""
    return read_words(
        IncidentWords, WordFile("incident_words.json"), parts_of_day=lambda parts: tuple(tuple(words) for words in parts)
    )
