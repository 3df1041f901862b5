"""A report's lead and its retelling are one event; two acts that it tells stay two. With the engine."""

import pytest

import dateline
from dateline.language.network import WEIGHTS

pytestmark = pytest.mark.skipif(not (WEIGHTS / "encoder.onnx").exists(), reason="the engine's weights are not there")


def events(text):
    claims = dateline.code(text, outlet="The Valley Post", published="2024-05-20").claims
    return [c.event_ref for c in claims if c.event.sub_type in ("Armed clash", "Attack", "Air/drone strike")]


@pytest.mark.parametrize(
    "text",
    [
        "Clashes between armed groups killed at least six people in the south of Cauca over the weekend, the ombudsman said. "
        "Fighters of the Carlos Patino front and of the National Liberation Army fought on Saturday in the hamlet of El "
        "Plateado, leaving six dead, the ombudsman said.",
        "Gunmen killed at least 12 people in a village in northern Mali on Sunday. Fighters of JNIM attacked the village of "
        "Diafarabe at dawn on Sunday, killing 12 people, a local official said.",
    ],
)
def test_a_lead_in_general_words_is_the_event_told_after_it(text):
    assert set(events(text)) == {"e1"}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed 20 people in two attacks in Kaduna State on Sunday. Bandits attacked the village of Kajuru on Sunday "
        "morning, killing 12. Gunmen attacked the village of Kachia on Sunday night and killed eight people.",
        "Clashes between armed groups killed six people in Tripoli on Monday. In Zawiya, two militias fought on Tuesday, "
        "killing three.",
        "Armed men attacked a bus in Balochistan on Monday, killing seven passengers. In another attack on Monday, gunmen "
        "killed three policemen in Quetta.",
        "Four civilians were injured in drone attacks on the Belgorod region over the past day. A drone attacked a car in "
        "Shebekino on Friday, and the driver was hurt.",
    ],
)
def test_acts_that_differ_in_time_toll_or_by_their_words_stay_apart(text):
    found = events(text)
    assert len(set(found)) == len(found) > 1
