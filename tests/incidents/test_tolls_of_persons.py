"""Tolls told of single persons, and of all who were hit without telling the dead from the hurt."""

from dataclasses import replace

import pytest

from dateline.exports.account_table import value_words
from dateline.exports.values import said
from dateline.incidents.counting import Count, count_of, is_bulletin
from tests.incidents.made import claim, record, toll
from tests.incidents.test_accounts import only

SHOT = "Six people were shot in the yard of the depot"


def hit(number, text="six people", who=None):
    return replace(toll("casualties", low=number, best=number, high=number, who=who), text=text)


def figures(field):
    return field.low, field.best, field.high


def one(person, kind="injured"):
    return replace(toll(kind, low=1, best=1, high=1, who=person), text=f"a {person}")


def test_those_shot_beyond_the_dead_were_hurt():
    told = claim(tolls=[hit(6), toll(low=2, best=2, high=2)], words=SHOT)
    field = only(record("A", told)).fields["injured"]
    assert figures(field) == (4, 4, 4)
    assert field.accounts[0].value["reckoned"]


def test_the_dead_are_those_of_another_report_where_one_tells_of_none():
    reports = record("A", claim(tolls=[hit(6)], words=SHOT)), record("B", claim(tolls=[toll(low=1, best=1, high=1)]))
    assert figures(only(*reports).fields["injured"]) == (5, 5, 5)


def test_others_who_were_shot_are_beside_the_dead():
    told = claim(tolls=[hit(3, "three others"), toll(low=1, best=1, high=1)], words="Three others were shot")
    assert figures(only(record("A", told)).fields["injured"]) == (3, 3, 3)


@pytest.mark.parametrize("words", ["Six people were neutralised in the raid", "The raid caused six casualties"])
def test_casualties_of_whom_nobody_says_how_are_not_reckoned(words):
    assert "injured" not in only(record("A", claim(tolls=[hit(6)], words=words))).fields


def test_who_counts_the_injured_is_not_reckoned_with():
    told = claim(tolls=[hit(6), toll("injured", low=3, best=3, high=3)], words=SHOT)
    assert figures(only(record("A", told)).fields["injured"]) == (3, 3, 3)


def test_one_victim_told_of_later_does_not_take_the_place_of_the_count_of_all():
    first = record("A", claim(tolls=[toll("injured", low=5, best=5, high=5)]), text=None)
    later = record("A", claim(tolls=[one("woman")]), published="2025-06-12", text="It was in Kadugli. Later words.")
    field = only(first, later).fields["injured"]
    assert (figures(field), field.agreement) == ((5, 5, 5), "single-source")


def test_a_man_and_a_woman_told_of_apart_are_two_at_least():
    man, woman = claim(tolls=[one("man")]), claim("c2", "e1", tolls=[one("woman")])
    assert figures(only(record("A", man, woman)).fields["injured"]) == (2, 2, None)


def test_a_woman_and_a_teacher_may_be_one():
    woman, teacher = claim(tolls=[one("woman")]), claim("c2", "e1", tolls=[one("teacher")])
    assert figures(only(record("A", woman, teacher)).fields["injured"]) == (1, 1, 1)


def test_others_who_were_hurt_are_all_and_others_who_died_come_on_top():
    nine = replace(toll("injured"), text="nine others")
    assert count_of("injured", [nine]).high == 9
    assert Count.of(replace(nine, kind="killed")).high is None


@pytest.mark.parametrize(
    ("words", "several"),
    [
        ("Four men were killed in three separate attacks around Bamenda", True),
        ("Six people died in two bombings in Kandahar on Friday", True),
        ("Nine people were wounded in shootings on Tuesday", True),
        ("Two strikes on the camp killed 12 people", False),
        ("Twelve people were killed in the attack on two villages", False),
    ],
)
def test_a_bulletin_counts_over_several_events(words, several):
    assert is_bulletin(words) == several


def test_a_bulletins_count_stands_only_where_nobody_counts_this_event():
    bulletin = claim(tolls=[toll(low=12, best=12, high=12)], words="Twelve people were killed in two separate attacks")
    alone = only(record("A", bulletin)).fields["killed"]
    beside = only(record("A", bulletin), record("B", claim(tolls=[toll()]))).fields["killed"]
    assert (figures(alone), figures(beside), beside.agreement) == ((12, 12, 12), (9, 9, 9), "agreed")


def test_one_who_was_fatally_shot_is_not_hurt():
    told = claim(tolls=[hit(1, "a woman", "woman")], words="a woman was fatally shot")
    assert "injured" not in only(record("A", told)).fields


def test_a_reckoned_count_is_shown_as_such():
    told = claim(tolls=[hit(6), toll(low=2, best=2, high=2)], words=SHOT)
    value = only(record("A", told)).fields["injured"].accounts[0].value
    assert value_words("injured", value) == "4, reckoned from all who were hit"
    assert said(value) == "4, reckoned from all who were hit"
