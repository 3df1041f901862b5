"""The plain nouns that the engine reads in the place of loaded ones."""

import pytest

from dateline.knowledge.framing.readings import plain_readings
from dateline.language.stand_ins import as_read


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("terrorists", "fighters"),
        ("Terrorist", "Fighter"),
        ("HENCHMEN", "FIGHTERS"),
        ("butchers", "attackers"),
        ("butcher", "butcher"),
        ("soldiers", "fighters"),
        ("Togolese", "Egyptian"),
        ("CHAD", "CHAD"),
        ("SUDAN", "EGYPT"),
        ("The", "The"),
    ],
)
def test_a_loaded_noun_is_read_as_a_plain_one_with_its_capitals(word: str, read: str) -> None:
    assert as_read(word) == read


def test_no_plain_noun_is_loaded_itself() -> None:
    readings = plain_readings()
    assert len(readings) >= 50
    assert [r.plain for r in readings.values() if r.plain in readings] == []
    assert all(word == word.lower() and " " not in word for word in readings)
