"""Lists of parties, read by their words: joints, asides, examples and where the list ends."""

import pytest

from dateline.coding.roster import read_roster
from tests.coding.entities.plain_analysis import Read


@pytest.mark.parametrize(
    ("words", "parties"),
    [
        ("the army, linked to the Coast Guard, and fighters of the Dawn Front, the Congress for the Unity of Tabora "
         "and a local militia, officials said",
         [("the army", ""), ("fighters of the Dawn Front", ", and"), ("the Congress for the Unity of Tabora", ","),
          ("a local militia", "and")]),
        ("the police and several factions, including the Third Front and the Dusk Brigade",
         [("the police", ""), ("several factions", "and"), ("the Third Front", ""), ("the Dusk Brigade", "and")]),
        ("the Dawn and Dusk gangs, two rival groups of the port, left six dead", [("the Dawn", ""), ("Dusk gangs", "and")]),
        ("the Special Force, which holds it, and its allies in Bari", [("the Special Force", ""), ("its allies", ", and")]),
        ("armed groups loyal to the army in the vicinity of a base", [("armed groups", "")]),
        ("the army and its allies, residents said", [("the army", ""), ("its allies", "and")]),
    ],
)  # fmt: skip
def test_a_list_is_read_to_its_end(words, parties):
    read = Read(f"Clashes broke out between {words}.")
    start, stop = read.span("between")[1], len(read.analysis.words)
    listed = read_roster(read.analysis.words, start, stop)
    assert [(read.analysis.span(*x.words).text, x.joint) for x in listed] == parties


def test_examples_are_within_the_party_before():
    read = Read("The army fought three groups, namely the Dawn Front and the Dusk Brigade.")
    listed = read_roster(read.analysis.words, read.span("three")[0], len(read.analysis.words))
    assert [x.within for x in listed] == [False, True, True]
