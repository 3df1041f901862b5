"""A year belongs to the clause that it stands in."""

from datetime import date

from dateline.coding.background import is_background
from tests.coding.treed import treed

SENTENCE = ("The DET 2 det | group NOUN 6 nsubj | founded:found VERB 2 acl | in ADP 5 case | 2014 NUM 3 obl | "
            "raided:raid VERB 0 root | Ardo PROPN 6 obj")


def test_a_year_said_of_the_group_does_not_date_the_raid():
    analysis = treed(SENTENCE)
    assert not is_background((5, 6), None, date(2024, 3, 15), analysis, None)
    assert is_background((2, 3), None, date(2024, 3, 15), analysis, None)
