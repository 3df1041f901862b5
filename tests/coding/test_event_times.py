"""When a claim's event took place: times that verbs share, that count from another, that belong to a plan or describe."""

import pytest

import dateline
from dateline.language.network import WEIGHTS

pytestmark = pytest.mark.skipif(not (WEIGHTS / "encoder.onnx").exists(), reason="the engine's weights are not there")

PUBLISHED = "2024-05-22"  # a Wednesday


def when(text, act, published=PUBLISHED):
    claims = dateline.code(text, outlet="The Valley Post", published=published).claims
    return next(c.when for c in claims if act in c.event.trigger.text)


@pytest.mark.parametrize(
    ("text", "act", "day"),
    [
        ("Gunmen raided Mubi on Monday. Two days earlier they had burned a church in Gombi.", "burned", "2024-05-18"),
        ("Rebels shelled Sake on Sunday. The previous day a bomb exploded in Goma.", "exploded", "2024-05-18"),
        ("Jets bombed Hodeidah on Friday. The following day a drone struck Mocha.", "struck", "2024-05-18"),
        ("The army said on Tuesday that it had shelled rebels in Loikaw a day earlier.", "shelled", "2024-05-20"),
        ("Soldiers raided Balata on 14 May. Two days later they shot a man in Jenin. The next day soldiers "
         "arrested six men in Tubas.", "arrested", "2024-05-17"),
    ],
)  # fmt: skip
def test_a_time_that_counts_from_another(text, act, day):
    told = when(text, act)
    assert (told.start, told.end, told.basis) == (day, day, "context")


def test_a_time_that_counts_from_another_stays_open_where_that_is_not_known():
    told = when("Gunmen raided Mubi on Monday. Two days earlier they had burned a church in Gombi.", "burned", None)
    assert (told.start, told.basis, told.text) == (None, None, "Two days earlier")


@pytest.mark.parametrize("act", ["attacked", "set"])
def test_verbs_of_one_subject_share_their_time(act):
    text = "Gang members attacked Kenscoff again on Monday and set fire to forty houses, the mayor said."
    assert when(text, act).start == "2024-05-20"


def test_another_subject_keeps_its_own_time():
    assert when("Gunmen attacked a bus near Kumbo and police arrested four suspects on Tuesday.", "attacked").start is None


@pytest.mark.parametrize(
    ("text", "act", "start"),
    [
        ("Gang members killed two traders. Gang leaders have ordered shops to close on Thursday.", "ordered", None),
        ("Gunmen killed two herders. “They will come back on Friday and burn the village,” he said.", "burn", "2024-05-24"),
        ("Tribal fighters killed 20 people. Community leaders meet in Wabag on Friday for peace talks.", "meet", "2024-05-24"),
        ("Police broke the truce agreed in 2021 and shelled the camp on Tuesday.", "shelled", "2024-05-21"),
        ("A bus carrying pilgrims freed in 2022 was hit by a suicide bomber on Monday.", "hit", "2024-05-20"),
    ],
)
def test_times_of_plans_and_of_clauses_that_describe(text, act, start):
    assert when(text, act).start == start


def test_the_hour_is_that_of_the_day_in_the_dateline():
    told = when("YEREVAN, 21 May - Artillery struck Goris shortly after midnight, the defence ministry said.", "struck")
    assert (told.start, told.basis) == ("2024-05-21", "context")


def test_what_talks_did_does_not_lie_ahead():
    text = "Shells killed four traders in Kutum. Talks on a humanitarian truce collapsed in January."
    assert when(text, "Talks").start == "2024-01-01"
