"""Words that the engine reads in the place of others, so that what it reads does not depend on who is meant."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from dateline.knowledge.actors import load_demonyms
from dateline.knowledge.framing.readings import plain_readings

COUNTRY, ADJECTIVE, PEOPLE = "Egypt", "Egyptian", "Egyptians"
"""Read for every country; any would do that is one word piece in each form."""


@cache
def country_words() -> dict[str, str]:
    """Countries' names of one word, their adjectives and peoples, with what is read for each: what a Togolese soldier does, any
    country's soldier does.
    """
    return dict(_country_words())


def _country_words() -> Iterator[tuple[str, str]]:
    demonyms = load_demonyms()
    for code in demonyms.codes:
        country = demonyms.by_iso(code)
        if country is None:
            continue
        for words, read in (
            ((country.name, *country.aliases), COUNTRY),
            (country.demonyms, PEOPLE),
            (country.adjectives, ADJECTIVE),
        ):
            yield from ((word, read) for word in words if word.istitle() and word.isalpha())
        yield from ((word, ADJECTIVE) for word in country.demonyms if not word.endswith(("s", "men")) and word.isalpha())


def as_read(word: str) -> str:
    """The word that the engine reads for ``word``, with the same capitals; most are read as they are."""
    if country := country_words().get(word.capitalize() if word.isupper() and len(word) > 4 else word):
        return country.upper() if word.isupper() else country
    reading = plain_readings().get(word.lower())
    if not reading:
        return word
    if word.isupper():
        return reading.plain.upper()
    return reading.plain.capitalize() if word[0].isupper() else reading.plain
