"""Bases that the lists know win over what letters alone suggest."""

import pytest

from dateline.language.lemmas import base_among, singular


@pytest.mark.parametrize(
    ("word", "base"),
    [("fired", "fire"), ("Robbing", "rob"), ("gunned", "gun"), ("carries", "carry"), ("besieged", "besiege"), ("hopped", None)],
)
def test_the_base_is_the_one_that_is_listed(word, base):
    assert base_among(word, {"fire", "rob", "gun", "carry", "besiege"}) == base


@pytest.mark.parametrize(("word", "one"), [("units", "unit"), ("families", "family"), ("churches", "church"), ("news", None)])
def test_a_plural_leads_to_a_known_singular(word, one):
    assert singular(word, {"unit", "family", "church"}) == one
