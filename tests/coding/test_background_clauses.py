# ruff: noqa: E501 - sentences with their trees read better on one line
"""A year belongs to the clause that it stands in."""

from datetime import date

import pytest

import dateline
from dateline.coding.background import is_background
from dateline.language.network import WEIGHTS
from tests.coding.treed import treed

SENTENCE = ("The DET 2 det | group NOUN 6 nsubj | founded:found VERB 2 acl | in ADP 5 case | 2014 NUM 3 obl | "
            "raided:raid VERB 0 root | Ardo PROPN 6 obj")


def test_a_year_said_of_the_group_does_not_date_the_raid():
    analysis = treed(SENTENCE)
    assert not is_background((5, 6), None, date(2024, 3, 15), analysis, None)
    assert is_background((2, 3), None, date(2024, 3, 15), analysis, None)


def test_a_year_in_another_clause_does_not_date_the_request():
    analysis = treed(
        "They PRON 2 nsubj | urged:urge VERB 0 root | calm NOUN 2 obj | and CCONJ 5 cc | investigated:investigate VERB 2 conj | "
        "killings:killing NOUN 5 obj | in ADP 8 case | 2019 NUM 6 nmod"
    )
    assert not is_background((1, 2), None, date(2024, 3, 15), analysis, None)
    assert is_background((5, 6), None, date(2024, 3, 15), analysis, None)


def test_years_after_an_event_it_is_past():
    analysis = treed("Work NOUN 2 nsubj | resumed:resume VERB 0 root | years:year NOUN 6 obl | after ADP 6 case | an DET 6 det | "
                     "attack NOUN 2 obl")
    assert is_background((5, 6), None, date(2024, 3, 15), analysis, None)
    assert not is_background((1, 2), None, date(2024, 3, 15), analysis, None)


def test_what_followed_the_event_is_news_with_it():
    analysis = treed("Families:family NOUN 2 nsubj | fled:flee VERB 0 root | after ADP 5 case | the DET 5 det | strike NOUN 2 obl")
    alone = treed("Families:family NOUN 2 nsubj | fled:flee VERB 0 root")
    assert not is_background((1, 2), None, date(2024, 3, 15), analysis, "background")
    assert is_background((1, 2), None, date(2024, 3, 15), alone, "background")


@pytest.mark.skipif(not (WEIGHTS / "encoder.onnx").exists(), reason="the engine's weights are not there")
def test_what_still_goes_on_makes_no_history_of_the_next_sentence():
    text = ("Jets bombed a market in Kutum on Monday.\n\nKutum has been held by rebels since 2021. Hundreds of families fled "
            "to nearby villages, a teacher said.")
    (fled,) = [c for c in dateline.code(text, outlet="The Valley Post", published="2024-05-22").claims
               if c.event.sub_type == "Displacement"]
    assert not fled.background
