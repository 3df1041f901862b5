"""Loaded nouns and the plain ones that the engine reads in their place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.table import packaged, read_rows, wrong

COLUMNS = ("noun", "plural", "plain", "plains", "source")


@dataclass(frozen=True, slots=True)
class Reading:
    """The ``plain`` noun that is read for a loaded one, of the same number, and the loaded one's ``lemma``."""

    plain: str
    lemma: str


@cache
def plain_readings() -> dict[str, Reading]:
    """Loaded nouns in lower case, singular and plural, with their readings; raises ``KnowledgeError``.

    Who is called a thug does what he would do as a gunman: read with the plain noun, a sentence has the same
    events and roles whatever its author calls people. A singular with another meaning ("a butcher") has no
    plain noun and is read as it stands.
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


def as_read(word: str) -> str:
    """``word``, or the plain one in its place with the same capitals."""
    reading = plain_readings().get(word.lower())
    if not reading:
        return word
    if word.isupper():
        return reading.plain.upper()
    return reading.plain.capitalize() if word[0].isupper() else reading.plain
