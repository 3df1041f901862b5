"""Arms of a state have plain names; everybody else keeps their own."""

import pytest

from dateline.coding.plain_names import plain_name


@pytest.mark.parametrize(
    ("actor", "words", "expected"),
    [
        ("military-cd", ["congolese", "army"], "Congolese army"),
        ("military-ru", ["occupier"], "Russian forces"),
        ("military-us", ["u.s.", "soldier"], "US army"),
        ("police-ht", ["army"], "Haitian police"),
        ("government-ht", [], "Haitian government"),
        ("rsf-sudan", ["army"], "Rapid Support Forces"),
        (None, ["army"], "Rapid Support Forces"),
    ],
)
def test_plain_names(actor, words, expected):
    assert plain_name(actor, "Rapid Support Forces", words) == expected
