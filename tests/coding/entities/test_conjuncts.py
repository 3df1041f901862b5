"""Coordinated phrases into their conjuncts."""

import pytest

from tests.coding.entities.plain_analysis import Read


@pytest.mark.parametrize(
    ("phrase", "parts"),
    [
        ("soldiers and policemen", ["soldiers", "policemen"]),
        ("the army and its Ugandan allies", ["the army", "its Ugandan allies"]),
        ("militants of the Military Police, Asayish forces, and the Counterterrorism units",
         ["militants of the Military Police", "Asayish forces", "the Counterterrorism units"]),
        ("the Ministry of Health and Population", ["the Ministry of Health and Population"]),
        ("Druze factions and Bedouin tribes", ["Druze factions", "Bedouin tribes"]),
        ("the Dawn fighters, linked to the Delta Front, and the Dusk fighters",
         ["the Dawn fighters, linked to the Delta Front", "the Dusk fighters"]),
        ("six farmers, including two women and a child", ["six farmers, including two women and a child"]),
        ("oil and cotton workers", ["oil and cotton workers"]),
        ("people who fled and returned", ["people who fled and returned"]),
        ("residents of Goma", ["residents of Goma"]),
        ("villagers in Uvira and Fizi", ["villagers in Uvira and Fizi"]),
        ("Hamas, Islamic Jihad and Fatah", ["Hamas", "Islamic Jihad", "Fatah"]),
    ],
)  # fmt: skip
def test_conjuncts(phrase, parts):
    assert Read(f"The report names {phrase}.").parts(phrase) == parts


def test_both_sides_are_the_two_named_last():
    read = Read("In Mali, JNIM fighters clashed with Malian soldiers. Both sides lost men.")
    first, second = read.entities.split(*read.span("Both sides"))
    assert {read.entities.at(*first).actor, read.entities.at(*second).actor} == {"jnim", "military-ml"}
