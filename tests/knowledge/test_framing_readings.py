"""The plain nouns that the engine reads in the place of loaded ones."""

import pytest

from dateline.knowledge.framing.readings import as_read, plain_readings


@pytest.mark.parametrize(
    ("word", "read"),
    [
        ("terrorists", "militants"),
        ("Terrorist", "Militant"),
        ("HENCHMEN", "SOLDIERS"),
        ("butchers", "attackers"),
        ("butcher", "butcher"),
        ("soldiers", "soldiers"),
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
