"""Words of naming and wars between states."""

import pytest

from dateline.knowledge.naming_words import naming_words
from dateline.knowledge.state_wars import opponents


def test_no_word_is_both_a_member_and_a_person_beside_the_group():
    words = naming_words()
    assert not words.members & words.leaders
    assert not words.breakers & words.links - {"alias", "aka"}


def test_longer_phrases_of_a_second_name_come_first():
    lengths = [len(phrase) for phrase in naming_words().known_as]
    assert lengths == sorted(lengths, reverse=True)
    assert naming_words().source


@pytest.mark.parametrize(
    ("country", "year", "others"),
    [("UA", 2024, {"RU"}), ("RU", 2024, {"UA"}), ("UA", 2005, set()), ("SE", 2024, set())],
)
def test_wars_hold_for_both_sides_in_their_years(country, year, others):
    assert opponents(country, year) == others
