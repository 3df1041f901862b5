"""Nouns for the people of a side, loaded or not, and the plain ones that the engine reads in their place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.table import packaged, read_rows, wrong

COLUMNS = ("noun", "plural", "plain", "plains", "source")


@dataclass(frozen=True, slots=True)
class Reading:
    """The ``plain`` noun that is read for a written one, of the same number, and the written one's ``lemma``."""

    plain: str
    lemma: str


@cache
def plain_readings() -> dict[str, Reading]:
    """Nouns in lower case, singular and plural, with their readings; raises ``KnowledgeError``.

    Who is called a thug, a rebel or a soldier does what he would do as a fighter: read with the plain noun, a sentence has the
    same events and roles whatever its author calls people. A singular with another meaning ("a butcher") has no plain noun and
    is read as it stands.
    """
    source = packaged("framing", "readings.csv")
    readings: dict[str, Reading] = {}
    for row, cells in read_rows(source, COLUMNS):
        if cells["noun"] in readings or not cells["plains"] or not cells["source"]:
            raise wrong(source, row, "noun", "must be new, with a plain plural and a source.")
        for form, plain in ((cells["noun"], cells["plain"]), (cells["plural"], cells["plains"])):
            if plain:
                readings[form] = Reading(plain, cells["noun"])
    return readings
