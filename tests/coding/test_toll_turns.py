"""Tolls in turns of phrase and as parts of others, read from whole sentences with the engine."""

import pytest

import dateline
from dateline.coding.tolls import find_tolls
from dateline.language.analyse import Analyser
from dateline.language.network import WEIGHTS, load

pytestmark = pytest.mark.skipif(not (WEIGHTS / "encoder.onnx").exists(), reason="the engine's weights are not there")


@pytest.fixture(scope="module")
def analyser():
    return Analyser(load(1))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two children were among the dead, the hospital said.", [("killed", 2, 2, 2, None)]),
        ("Among the wounded were two police officers and a nurse.", [("injured", 2, 2, 2, None), ("injured", 1, 1, 1, None)]),
        ("Seven of those killed were herders, the group said.", [("killed", 7, 7, 7, None)]),
        ("Nineteen others were taken to Tamale Teaching Hospital with burns, five of them in critical condition.",
         [("injured", 19, 19, 19, None), ("injured", 5, 5, 5, 0)]),
        ("A farmer received multiple shrapnel wounds and was hospitalised.", [("injured", 1, 1, 1, None)]),
        ("The brigade eliminated up to 90 servicemen, three tanks and a howitzer.",
         [("killed", None, None, 90, None), ("destroyed", 3, 3, 3, None)]),
        ("A shell fell on a house near Sumy, wounding an 11-year-old girl.", [("injured", 1, 1, 1, None)]),
        ("A rocket hit the block, killing six people, including a two-year-old boy.",
         [("killed", 6, 6, 6, None), ("killed", 1, 1, 1, 0)]),
        ("Seven alleged smugglers were shot dead near the border.", [("killed", 7, 7, 7, None)]),
        ("Police arrested eleven suspected members of the gang.", [("detained", 11, 11, 11, None)]),
        ("The raiders killed my uncle and four guards, she said.", [("killed", 1, 1, 1, None), ("killed", 4, 4, 4, None)]),
        ("Six militants were sent to hell in the operation.", [("killed", 6, 6, 6, None)]),
        ("The group said three of its fighters had fallen.", [("killed", 3, 3, 3, None)]),
        ("The raid left eight people dead: four gunmen, three soldiers and a woman.",
         [("killed", 8, 8, 8, None), ("killed", 4, 4, 4, 0), ("killed", 3, 3, 3, 0), ("killed", 1, 1, 1, 0)]),
        ("The rebels freed dozens of detainees.", []),
        ("The weapons were taken from the slain attackers.", []),
        ("Eight members of the mission were hurt, three of them by stones.",
         [("injured", 8, 8, 8, None), ("injured", 3, 3, 3, 0)]),
        ("The blast wounded four traders, two seriously.", [("injured", 4, 4, 4, None), ("injured", 2, 2, 2, 0)]),
        ("The attack wounded five others and left three more in critical condition.",
         [("injured", 5, 5, 5, None), ("injured", 3, 3, 3, None)]),
        ("He put the army's dead at around 30.", [("killed", None, 30, None, None)]),
        ("The number of people killed in Friday's raid has climbed to 22.", [("killed", 22, 22, 22, None)]),
        ("A boy trod on a mine and lost a foot.", [("injured", 1, 1, 1, None)]),
        ("A teacher was killed and his son is missing.", [("killed", 1, 1, 1, None), ("missing", 1, 1, 1, None)]),
        ("A girl was hit by a stray bullet.", [("casualties", 1, 1, 1, None)]),
        ("A girl was hit by a stray bullet but is out of danger.", [("injured", 1, 1, 1, None)]),
        ("The fighting resulted in the deaths of two soldiers and injuries to 14 others.",
         [("killed", 2, 2, 2, None), ("injured", 14, 14, 14, None)]),
        ("The clinic treated 16 with gunshot wounds.", [("injured", 16, 16, 16, None)]),
        ("The wounded number at least six.", [("injured", 6, 6, None, None)]),
    ],
)  # fmt: skip
def test_tolls_of_turns_and_parts(analyser, text, told):
    analysis = analyser.analyse(text)
    s = analysis.sentences[0]
    found = find_tolls(analysis.words, s.first, s.last, analysis.text, analysis.quantities)
    assert [(t.kind, t.low, t.best, t.high, t.part_of) for t in found] == told


@pytest.mark.parametrize(("text", "who"), [("A 15-year-old was killed.", None), ("A two-year-old boy was killed.", "boy")])
def test_an_age_is_not_whom_a_toll_counts(analyser, text, who):
    analysis = analyser.analyse(text)
    (toll,) = find_tolls(analysis.words, 0, len(analysis.words), text, analysis.quantities)
    assert toll.who == who


@pytest.mark.skipif(not (WEIGHTS / "encoder.onnx").exists(), reason="the engine's weights are not there")
def test_the_town_of_a_dateline_below_a_headline_is_no_victim():
    text = ("Clashes kill eleven in Cauca\n\nPOPAYAN - At least eleven people, including two children, were killed on Saturday "
            "when fighting between the army and rebels reached the village of La Hacienda, the governor of Cauca said.")
    tolls = [t for c in dateline.code(text, outlet="The Valley Post", published="2024-06-10").claims for t in c.tolls]
    assert not any(t.text == "POPAYAN" for t in tolls)
