# ruff: noqa: E501 - sentences with their trees read better on one line
"""Acts that a wish, an order or a threat only names are not willed by it."""

import pytest

from dateline.coding.attribution.page import Page
from dateline.coding.stance.granted import presupposed
from tests.coding.treed import treed


def page(*, noun_of_wish: bool) -> Page:
    tail = "the DET 4 det | hostages:hostage NOUN {} obj NNS | taken:take VERB 4 acl VBN | in ADP 7 case | Lira PROPN 5 obl"
    if noun_of_wish:
        return Page(treed("They PRON 2 nsubj | want:want VERB 0 root | the DET 4 det | hostages:hostage NOUN 2 obj NNS | taken:take VERB 2 xcomp VBN | away ADV 5 advmod"))
    return Page(treed("To PART 2 mark | free:free VERB 0 root | " + tail.format(2)))


def test_what_happened_to_those_who_are_to_be_freed_has_happened():
    assert presupposed(page(noun_of_wish=False), (4, 5))


def test_what_is_wished_to_happen_has_not():
    assert not presupposed(page(noun_of_wish=True), (4, 5))


@pytest.mark.parametrize(("determiner", "granted"), [("", True), ("any DET 6 det | ", False)])
def test_the_ground_of_a_threat(determiner, granted):
    sentence = ("It PRON 3 nsubj | will AUX 3 aux | strike:strike VERB 0 root | in ADP 5 case | response NOUN 3 obl | to ADP 7 case | "
                f"{determiner}attacks:attack NOUN 5 nmod NNS")
    analysis = treed(sentence)
    last = len(analysis.words) - 1
    assert presupposed(Page(analysis), (last, last + 1)) is granted
