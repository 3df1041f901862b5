"""Sentences that only tell what an act did to people and things belong to that act, with the engine."""

import pytest

import dateline
from dateline.language.network import WEIGHTS

pytestmark = pytest.mark.skipif(not (WEIGHTS / "encoder.onnx").exists(), reason="the engine's weights are not there")


def claims(text):
    return dateline.code(text, outlet="The Valley Post", published="2024-05-20").claims


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Rebels fired four rockets at Kiryat Shmona on Monday. No injuries were reported.", [("injured", 0)]),
        ("The army shelled the town of Vovchansk on Monday. There were no casualties, but five houses were damaged.",
         [("casualties", 0)]),
        ("A shell hit a school in Bentiu on Monday. Sixteen pupils were taken to hospital with shrapnel wounds.",
         [("injured", 16)]),
        ("A drone struck a market in Kosti on Friday, leaving seven dead. The toll there has since risen to ten.",
         [("killed", 7), ("killed", 10)]),
        ("Gunmen attacked the locality of Mayuano on Monday night. Toll: nine civilians killed by machete, four houses burnt.",
         [("killed", 9), ("destroyed", 4)]),
        ("Two militias clashed in Kibati on Monday. Three fighters and a civilian lost their lives.",
         [("killed", 3), ("killed", 1)]),
        ("Soldiers raided Salin on Monday. The bodies of seven men were found with their hands tied.", [("killed", 7)]),
        ("Militants attacked a post in Kech on Monday. Two soldiers embraced martyrdom and nine militants were sent to hell.",
         [("killed", 2), ("killed", 9)]),
        ("Shelling hit Goma on Monday. Five children were among the dead, a hospital said.", [("killed", 5)]),
    ],
)  # fmt: skip
def test_a_consequence_is_told_of_the_act_before_it(text, told):
    found = claims(text)
    assert len({c.event_ref for c in found}) == 1
    assert [(t.kind, t.best) for c in found for t in c.tolls] == told


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Two militias fought near Barra on Saturday, leaving six dead.", "Movement of forces"),
        ("A shell hit a school in Bentiu on Monday. Sixteen pupils were taken to hospital with burns.",
         "Abduction/forced disappearance"),
        ("Shells fell on Goma on Monday. Residents alerted the army, which sent a patrol.", "Threat"),
    ],
)
def test_words_of_consequence_and_of_telling_name_no_act_of_their_own(text, never):
    assert never not in {c.event.sub_type for c in claims(text)}


def test_that_nobody_was_hurt_does_not_deny_the_act():
    found = claims("Rebels fired four rockets at Kiryat Shmona on Monday. No injuries were reported.")
    assert {c.polarity for c in found} == {"+"}


def test_those_counted_among_the_dead_are_part_of_the_toll_told_before():
    tolls = claims("Shelling of a camp near Kosti killed 17 people on Monday. Five children were among the dead.")[0].tolls
    assert [(t.best, t.part_of) for t in tolls] == [(17, None), (5, 0)]
