"""The account table: what agrees, what is contested, and on whose word."""

from dataclasses import replace

import pytest

from dateline.incidents import fuse
from dateline.incidents.fields.counting import Count, exclude
from dateline.model.claim import Participant
from tests.incidents.made import ARMY, KADUGLI, MARKET, SPLMN, SUDAN, claim, day, record, source, toll


def only(*records):
    found = fuse(records)
    assert len(found) == 1, [i.claims for i in found]
    return found[0]


def killed(*tolls, subs=("Shelling/artillery/missile attack", "Explosions/Remote violence")):
    sub, type = subs
    return only(*(record(f"Outlet{k}", claim(sub=sub, type=type, tolls=[t])) for k, t in enumerate(tolls))).fields["killed"]


@pytest.mark.parametrize(
    ("tolls", "agreement", "figures"),
    [
        ([toll()], "single-source", (9, 9, 9, 9)),
        ([toll(), toll()], "agreed", (9, 9, 9, 9)),
        ([toll(low=9, best=9, high=None), toll(low=14, best=14, high=14)], "agreed", (9, None, 14, 9)),
        ([toll(low=9, best=9, high=9), toll(low=14, best=14, high=14)], "contested", (9, None, 14, 9)),
        ([toll(low=0, best=0, high=0), toll()], "contested", (0, None, 9, 0)),
        ([toll(), toll(), toll(low=14, best=14, high=14)], "contested", (9, 9, 14, 9)),
    ],
)
def test_killed(tolls, agreement, figures):
    field = killed(*tolls)
    assert field.agreement == agreement
    assert (field.low, field.best, field.high, field.conservative) == figures
    assert "UCDP" in field.rule and "ACLED" in field.rule


def test_a_toll_since_sunday_is_listed_and_kept_out_of_the_figures():
    field = killed(toll(), toll(low=45, best=45, high=45, cumulative=True))
    assert (field.agreement, field.high) == ("agreed", 9)
    assert any(account.value.get("cumulative") for account in field.accounts)


def test_a_part_is_no_contradiction():
    whole = claim(tolls=[toll(), toll(low=4, best=4, high=4, part_of=0, who="children")])
    assert only(record("A", whole), record("B", claim(tolls=[toll()]))).fields["killed"].agreement == "agreed"


def test_soldiers_and_civilians_named_apart_are_added():
    told = claim(tolls=[toll(low=2, best=2, high=2, who="soldiers"), toll(low=1, best=1, high=1, who="civilian")])
    assert only(record("A", told)).fields["killed"].low == 3


def test_in_a_battle_the_dead_of_either_side_are_no_contradiction():
    one, other = (toll(low=n, best=n, high=n, who=who) for n, who in ((2, "soldiers"), (7, "militants")))
    assert killed(one, other, subs=("Armed clash", "Battles")).agreement == "agreed"


def test_the_attackers_dead_are_not_those_whom_they_killed():
    told = (toll(low=11, best=11, high=11), toll(low=4, best=4, high=4, who="assailants"))
    assert (killed(*told).low, killed(*told).agreement) == (11, "agreed")


def test_more_soldiers_than_another_counts_of_all_are_the_high_figure():
    field = killed(toll(), toll(low=30, best=30, high=30, who="soldiers"), subs=("Armed clash", "Battles"))
    assert (field.low, field.high, field.agreement) == (9, 30, "contested")


def test_two_more_dead_are_at_least_two():
    told = replace(toll(low=2, best=2, high=2), text="two more bodies")
    assert (Count.of(told).least, Count.of(told).most) == (2, None)


def test_the_latest_word_of_an_origin_counts():
    network = source("Sudan Doctors Network")
    first = record("A", claim(tolls=[toll(low=11, best=11, high=11)], sources=[network]))
    later = record("B", claim(tolls=[toll(low=7, best=7, high=7)], sources=[network]), published="2025-06-13")
    field = only(first, later).fields["killed"]
    assert (field.low, field.high, len(field.accounts)) == (7, 7, 2)


def test_units_are_never_compared():
    families, persons = (Count(n, n, n, False, unit, None) for n, unit in ((60, "families"), (300, "persons")))
    assert not exclude(families, persons)


def test_a_town_agrees_with_its_country():
    assert only(record("A", claim(tolls=[toll()])), record("B", claim(places=[SUDAN, KADUGLI], tolls=[toll()]))).fields[
        "places"
    ].agreement == "agreed"


def test_blame_of_either_side_is_contested():
    one, other = (record(name, claim(people=[MARKET, who], tolls=[toll()])) for name, who in (("A", ARMY), ("B", SPLMN)))
    assert only(one, other).fields["participants"].agreement == "contested"


def test_who_is_not_named_contradicts_nobody():
    gunmen = Participant("agent", None, "unidentified gunmen", None, None, ())
    one, other = (record(name, claim(people=[MARKET, who], tolls=[toll()])) for name, who in (("A", gunmen), ("B", SPLMN)))
    assert only(one, other).fields["participants"].agreement == "agreed"


def test_denied_responsibility_contests_who_and_not_whether():
    denial = claim("c2", "e1", stance="denied", words="The group denied responsibility.", people=[SPLMN])
    fields = only(record("A", claim(people=[MARKET, SPLMN], tolls=[toll()]), denial)).fields
    assert fields["participants"].agreement == "contested"
    assert "occurrence" not in fields


def test_a_denial_of_the_event_contests_whether():
    denial = claim(stance="denied", words="The army denied that any market was shelled.", people=[MARKET], tolls=[])
    fields = only(record("A", claim(tolls=[toll()])), record("B", denial)).fields
    assert fields["occurrence"].agreement == "contested"


def test_days_that_do_not_touch_are_contested_and_a_month_that_holds_the_day_is_not():
    month = record("B", claim(when=day("2025-06-01", "2025-06-30"), tolls=[toll()]))
    assert only(record("A", claim(tolls=[toll()])), month).fields["when"].agreement == "agreed"


def test_a_cause_is_told_with_its_words():
    arrest = claim("c2", "e2", "Arrests", "Strategic developments", words="the arrest of a commander")
    fields = only(record("A", claim(causes=["c2"]), arrest)).fields
    assert fields["cause"].accounts[0].value == {"event": "Arrests", "text": "the arrest of a commander"}
