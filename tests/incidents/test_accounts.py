"""The account table: what agrees, what is contested, and on whose word."""

from dataclasses import replace

import pytest

from dateline.incidents import fuse
from dateline.incidents.counting import Count, exclude, sums_up
from dateline.model.claim import Participant
from dateline.model.span import Span
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


def test_civilians_are_all_who_died_where_nobody_counts_fighters():
    counts = ((11, "civilians"), (15, None), (4, "raiders"))
    told = [toll(low=n, best=n, high=n, who=who) for n, who in counts]
    field = killed(*told, subs=("Armed clash", "Battles"))
    assert (field.agreement, field.low, field.high) == ("contested", 11, 15)


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
    assert only(one, other).fields["blame"].agreement == "contested"


@pytest.mark.parametrize("words", ["The army foiled an attack by the SPLM-N", "The army intervened against the SPLM-N"])
def test_who_foils_an_attack_is_not_blamed_for_it(words):
    army, rebels = (Participant("party", side, w.name, w.actor, None, ()) for side, w in ((1, ARMY), (2, SPLMN)))
    one = record("A", claim(people=[MARKET, army, rebels], tolls=[toll()], words=words))
    other = record("B", claim(people=[MARKET, SPLMN], tolls=[toll()]))
    assert "blame" not in only(one, other).fields


def test_who_claims_an_attack_is_blamed_by_himself():
    owns = claim(words="The Sudan People's Liberation Movement-North's eastern wing claimed the attack on the market")
    others = record("B", claim(people=[MARKET, ARMY], tolls=[toll()]))
    blame = only(record("A", owns, claim("c2", "e1", tolls=[toll()])), others).fields["blame"]
    assert (blame.agreement, "splm-n" in [account.value["actor"] for account in blame.accounts]) == ("contested", True)


def test_who_denies_that_anybody_was_killed_contests_the_toll_and_not_the_event():
    words = "The army denied that soldiers had been killed"
    denial = claim("c2", "e1", stance="denied", words=words, tolls=[toll(low=2, best=None, high=None, who="soldiers")])
    first = record("A", claim(tolls=[toll()], sources=[source("Kadugli hospital")]))
    fields = only(first, record("B", claim(stance="stated"), denial)).fields
    assert (fields["killed"].agreement, "occurrence" in fields) == ("contested", False)


def test_whence_a_claim_was_sent_is_no_other_place():
    radio = replace(SUDAN, relation="via", name="Radio Kosti", lat=4.0, lon=30.0, radius_km=3.0)
    one, other = record("A", claim(tolls=[toll()])), record("B", claim("c2", "e1", places=[radio], tolls=[toll()]))
    fields = only(one, replace(other, claims=(*record("B", claim(tolls=[toll()])).claims, *other.claims))).fields
    assert fields["places"].agreement == "agreed"


def test_who_is_not_named_contradicts_nobody():
    gunmen = Participant("agent", None, "unidentified gunmen", None, None, ())
    one, other = (record(name, claim(people=[MARKET, who], tolls=[toll()])) for name, who in (("A", gunmen), ("B", SPLMN)))
    fields = only(one, other).fields
    assert (fields["participants"].agreement, "blame" in fields) == ("agreed", False)


def test_denied_responsibility_contests_who_and_not_whether():
    denial = claim("c2", "e1", stance="denied", words="The group denied responsibility.", people=[SPLMN])
    fields = only(record("A", claim(people=[MARKET, SPLMN], tolls=[toll()]), denial)).fields
    assert fields["blame"].agreement == "contested"
    assert [account.value["denied"] for account in fields["blame"].accounts] == [False, True]
    assert fields["participants"].agreement != "contested"
    assert "occurrence" not in fields


@pytest.mark.parametrize(
    ("words", "disowned"),
    [
        ("The Front had nothing to do with the blast, it said.", True),
        ("The Front denied on Friday that it was holding the two nurses.", True),
        ("The Front said that it was behind the blast.", False),
    ],
)
def test_who_disowns_a_deed_contests_who_did_it(words, disowned):
    front = claim("c2", "e1", stance="stated", words=words, people=[MARKET])
    assert ("blame" in only(record("A", claim(people=[MARKET, SPLMN], tolls=[toll()]), front)).fields) == disowned


def test_a_group_that_no_list_knows_is_blamed_by_the_name_behind_it():
    men = Participant("agent", None, "armed men", None, None, (Span(0, 9, "armed men"),))
    words = "armed men of the Black Heron gang fired at the market"
    one = record("A", claim(people=[MARKET, men], tolls=[toll()], words=words))
    other = record("B", claim(people=[MARKET, ARMY], tolls=[toll()]))
    assert only(one, other).fields["blame"].agreement == "contested"


def test_who_corrects_a_figure_does_not_take_the_event_back():
    words = "The union corrected its report: nine were killed and not eleven"
    fields = only(record("A", claim(tolls=[toll()])), record("B", claim(stance="retracted", words=words))).fields
    assert "occurrence" not in fields


def test_a_town_called_as_its_province_is_the_same_place():
    province = replace(KADUGLI, id="geonames:9", lat=14.5, lon=33.0, radius_km=20.0)
    fields = only(record("A", claim(tolls=[toll()])), record("B", claim(places=[province], tolls=[toll()]))).fields
    assert fields["places"].agreement == "agreed"


@pytest.mark.parametrize(
    ("words", "sums"),
    [
        ("The ministry on Friday raised the death toll of Monday's raid to 19", False),
        ("The toll of the raid on the school has gone up to 19", False),
        ("The raid brings the death toll to 19", True),
        (", which brings the number of dead of Monday's drone strike to 19", False),
        ("Nineteen have died since Sunday", True),
    ],
)
def test_a_toll_given_anew_is_the_events_own(words, sums):
    assert sums_up(toll(low=19, best=19, high=19, cumulative=True), words) == sums


def test_a_raised_toll_overtakes_the_earlier_one():
    first = record("A", claim(tolls=[toll()], sources=[source("Kadugli hospital")]))
    words = "The union on Friday raised the toll of Tuesday's shelling to 14"
    later = record("B", claim(tolls=[toll(low=14, best=14, high=14, cumulative=True)], words=words), published="2025-06-13")
    field = only(first, later).fields["killed"]
    assert (field.agreement, field.low, field.high) == ("agreed", 9, 14)


@pytest.mark.parametrize(
    ("words", "who", "least", "most"),
    [("a third soldier", "soldier", 3, 3), ("one of the wounded", "wounded", 1, None), ("a soldier", "soldier", 1, 1)],
)
def test_who_dies_later_comes_on_top(words, who, least, most):
    count = Count.of(replace(toll(low=1, best=1, high=1, who=who), text=words))
    assert (count.least, count.most) == (least, most)


def test_casualties_told_as_killed_are_killed():
    told = replace(toll("casualties", low=11, best=11, high=11), text="11 villagers")
    fields = only(record("A", claim(tolls=[told], words="He gave a toll of 11 villagers killed."))).fields
    assert (fields["killed"].low, "casualties" in fields) == (11, False)


def test_children_alone_are_no_low_figure_of_all_in_a_battle():
    some = toll(low=6, best=6, high=6, who="children")
    assert killed(toll(who="civilians"), some, subs=("Armed clash", "Battles")).low == 9


def test_the_day_of_a_correction_is_not_that_of_the_event():
    words = "The union on Friday corrected its toll of the shelling to nine"
    late = record("B", claim(tolls=[toll()], when=day("2025-06-13"), words=words), published="2025-06-13")
    assert only(record("A", claim(tolls=[toll()])), late).fields["when"].agreement == "single-source"


def test_a_denial_of_the_event_contests_whether():
    denial = claim(stance="denied", words="The army denied that any market was shelled.", people=[MARKET], tolls=[])
    fields = only(record("A", claim(tolls=[toll()])), record("B", denial)).fields
    assert fields["occurrence"].agreement == "contested"


def test_days_that_do_not_touch_are_contested_and_a_month_that_holds_the_day_is_not():
    month = record("B", claim(when=day("2025-06-01", "2025-06-30"), tolls=[toll()]))
    assert only(record("A", claim(tolls=[toll()])), month).fields["when"].agreement == "agreed"


def test_who_denies_is_kept_apart_from_who_says_the_same():
    denial = claim(stance="denied", words="The army denied that any market was shelled.")
    accounts = only(record("A", claim(tolls=[toll()])), record("B", denial)).fields["when"].accounts
    assert [(account.origins, account.stances) for account in accounts] == [(("A",), ("attributed",)), (("B",), ("denied",))]


def test_who_raises_a_toll_did_not_take_part():
    union = Participant("agent", None, "Medical Union", None, None, ())
    told = claim(people=[MARKET, union], tolls=[toll()], words="The Medical Union raised its toll of the shelling to nine")
    names_ = [account.value["name"] for account in only(record("A", told)).fields["participants"].accounts]
    assert names_ == ["the market"]


def test_the_event_is_no_cause_of_the_flight_from_it():
    flight = claim("c2", "e2", "Displacement", "Context", causes=["c1"])
    assert "cause" not in only(record("A", claim(tolls=[toll()]), flight)).fields


def test_a_bare_plural_is_no_figure():
    families = replace(toll("displaced", low=2, best=None, high=None), text="families", unit="families")
    two = replace(families, text="at least two families")
    shown = [only(record("A", claim(tolls=[t]))).fields.get("displaced") for t in (families, two)]
    assert (shown[0] is None or shown[0].low is None, shown[1] and shown[1].low) == (True, 2)


def test_whom_a_count_is_of_keeps_its_capitals():
    value = only(record("A", claim(tolls=[toll(who="Nuba women")]))).fields["killed"].accounts[0].value
    assert value["who"] == "Nuba women"


def test_a_cause_is_told_with_its_words():
    arrest = claim("c2", "e2", "Arrests", "Strategic developments", words="the arrest of a commander")
    fields = only(record("A", claim(causes=["c2"]), arrest)).fields
    assert fields["cause"].accounts[0].value == {"event": "Arrests", "text": "the arrest of a commander"}
