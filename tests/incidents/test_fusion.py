"""Which claims become one incident."""

from dataclasses import replace

import pytest

from dateline.incidents import fuse, withdrawn
from dateline.incidents.features.toll import toll as toll_feature
from dateline.incidents.telling import episodes_of
from dateline.incidents.written_names import written_names
from dateline.model.claim import Participant, When
from dateline.model.incident import ClaimRef
from dateline.model.judgement import Judgement
from dateline.model.span import Span
from tests.incidents.made import KADUGLI, NYALA, claim, day, record, source, toll

ONE = record("Alpha", claim(tolls=[toll()], sources=[source("Sudan Doctors Network")]))
TWO = record("Beta", claim(tolls=[toll()]))
NEXT_MONTH = record("Gamma", claim(when=day("2025-07-13"), tolls=[toll()]), published="2025-07-14")


def outlets(incidents, *records):
    names = {r.report.id: r.report.outlet for r in records}
    return sorted(sorted({names[ref.report] for ref in i.claims}) for i in incidents)


def refs(record):
    return tuple(ClaimRef(record.report.id, c.id) for c in record.claims)


def judgement(id, verdict, **values):
    return Judgement(id, f"2025-08-01T00:00:0{id[-1]}Z", "ana", "read both", verdict, **values)


def test_two_accounts_of_one_shelling_are_one_incident():
    assert outlets(fuse([ONE, TWO]), ONE, TWO) == [["Alpha", "Beta"]]


def test_the_same_a_month_later_is_another():
    assert outlets(fuse([ONE, TWO, NEXT_MONTH]), ONE, TWO, NEXT_MONTH) == [["Alpha", "Beta"], ["Gamma"]]


def test_the_same_day_in_a_far_town_is_another():
    far = record("Gamma", claim(places=[NYALA], tolls=[toll(low=2, best=2, high=2)]))
    assert len(fuse([ONE, far])) == 2


def test_the_order_of_records_makes_no_difference():
    assert fuse([ONE, TWO, NEXT_MONTH]) == fuse([NEXT_MONTH, TWO, ONE])


def test_two_attacks_that_one_report_sets_apart_stay_two():
    told = record(
        "Alpha",
        claim("c1", "e1", tolls=[toll()], words="shells hit the market"),
        claim("c2", "e2", tolls=[toll(low=2, best=2, high=2)], words="in a separate attack shells hit the station"),
    )
    found = fuse([told, TWO])
    assert len(found) == 2
    held = next(i for i in found if len({ref.report for ref in i.claims}) == 2)
    assert ClaimRef(told.report.id, "c1") in held.claims


def test_flight_tolls_and_accusations_go_with_their_event():
    told = record(
        "Alpha",
        claim("c1", "e1", tolls=[toll()]),
        claim("c2", "e2", "Displacement", "Context", when=When(), places=()),
        claim("c3", "e3", "Accusation", "Context", when=When(), places=()),
    )
    assert [len(i.claims) for i in fuse([told])] == [3]


def test_the_arrest_that_led_to_it_belongs_to_it():
    told = record("Alpha", claim("c1", "e1"), claim("c2", "e2", "Arrests", "Strategic developments", when=day("2025-06-07")))
    assert len(fuse([told])) == 1


@pytest.mark.parametrize(
    "lone",
    [
        claim(background=True),
        claim(sub="Accusation", type="Context"),
        claim(stance="intended"),
    ],
)
def test_background_statements_and_plans_alone_are_no_incident(lone):
    assert fuse([record("Alpha", lone)]) == []


def test_a_later_reminder_joins_but_is_nobodys_account():
    reminder = claim("c9", "e9", tolls=[toll()], when=day("2025-06-10"))
    late = record("Gamma", claim("c1", "e1", when=day("2025-07-13")), reminder, published="2025-07-14")
    june = next(i for i in fuse([ONE, TWO, late]) if ClaimRef(late.report.id, "c9") in i.claims)
    assert len(june.claims) == 3
    assert "Gamma" not in [origin.name for origin in june.origins]


def test_a_reminder_within_the_month_is_nobodys_account_either():
    later = claim("c1", "e1", when=day("2025-06-20"))
    reminder = claim("c2", "e2", tolls=[toll()], when=day("2025-06-10"), stance="stated")
    late = record("Gamma", later, reminder, published="2025-06-21")
    june = next(i for i in fuse([ONE, TWO, late]) if ClaimRef(late.report.id, "c2") in i.claims)
    assert "Gamma" not in [origin.name for origin in june.origins]


def test_the_toll_of_the_attack_before_is_not_this_ones():
    here = claim("c1", "e1", tolls=[toll(low=4, best=4, high=4)], when=day("2025-07-13"))
    told = record("Alpha", here, claim("c2", "e1", tolls=[toll()], when=day("2025-06-01", "2025-06-30")))
    (incident,) = fuse([told])
    assert (incident.fields["killed"].high, len(incident.claims)) == (4, 2)


def test_one_name_looked_up_in_two_countries_does_not_part_what_else_agrees():
    elsewhere = replace(KADUGLI, id="geonames:8", lat=37.9, lon=36.9, country="TR")
    other = record("Beta", claim(tolls=[toll()], places=[elsewhere]))
    assert outlets(fuse([ONE, other]), ONE, other) == [["Alpha", "Beta"]]


def test_a_possessive_parts_two_names():
    assert written_names("It hit Homs's Old Quarter at noon.") == {"homs", "old quarter"}


def test_a_judgement_parts_what_looks_alike_and_an_undo_joins_it_again():
    parted = judgement("j-1", "different", claims=refs(ONE), others=refs(TWO))
    assert len(fuse([ONE, TWO], [parted])) == 2
    undone = judgement("j-2", "undo", undoes="j-1")
    assert len(fuse([ONE, TWO], [parted, undone])) == 1
    assert len(fuse([ONE, TWO], [parted, undone, judgement("j-3", "undo", undoes="j-2")])) == 2


def test_a_judgement_joins_what_looks_different():
    joined = judgement("j-1", "same", claims=(*refs(ONE), *refs(NEXT_MONTH)))
    found = fuse([ONE, TWO, NEXT_MONTH], [joined])
    assert any({ref.report for ref in i.claims} >= {ONE.report.id, NEXT_MONTH.report.id} for i in found)
    assert any("ana judged" in reason for i in found for reason in i.reasons)


def test_a_judgement_parts_the_claims_of_one_report():
    told = record("Alpha", claim("c1", "e1"), claim("c2", "e2"))
    assert len(fuse([told])) == 1
    one, other = refs(told)
    assert len(fuse([told], [judgement("j-1", "different", claims=(one,), others=(other,))])) == 2


def test_ids_are_kept_when_an_earlier_account_comes_in():
    before = fuse([ONE, TWO])
    early = record("Early", claim(tolls=[toll()]), published="2025-06-10")
    after = fuse([ONE, TWO, early], known=before)
    assert [i.id for i in after] == [i.id for i in before]
    assert len(after[0].claims) == 3


def test_what_was_merged_says_into_what():
    first, second = fuse([ONE]), fuse([TWO])
    after = fuse([ONE, TWO], known=[*first, *second])
    gone = withdrawn([*first, *second], after, "2025-06-12T00:00:00Z")
    assert [(g.status, g.history[-1]["into"]) for g in gone] == [("merged", [after[0].id])]


def test_a_status_stays():
    key = fuse([ONE])[0].id
    assert fuse([ONE], [judgement("j-1", "status", incident=key, status="reviewed")])[0].status == "reviewed"


def test_reasons_name_the_match_and_the_near_miss():
    rival = record(
        "Gamma",
        claim("c1", "e1", words="in another attack", tolls=[toll(low=2, best=2, high=2)], when=day("2025-06-11"),
              people=[Participant("target", None, "the station", None, None, ())]),
    )  # fmt: skip
    reasons = [reason for i in fuse([ONE, TWO, rival]) for reason in i.reasons]
    assert any("match" in reason and "days overlap" in reason for reason in reasons)


def test_claims_outside_are_left_alone():
    found = fuse([ONE, TWO], outside=refs(TWO))
    assert outlets(found, ONE, TWO) == [["Alpha"]]
    assert KADUGLI.name == found[0].fields["places"].accounts[0].value["name"]


STATION = Participant("target", None, "the station", None, None, ())


def test_two_attacks_of_one_day_at_other_hours_are_two():
    morning = claim("c1", "e1", tolls=[toll()], words="shells hit the market in the morning")
    evening = claim("c2", "e2", people=(STATION,), words="In the evening shells hit the station")
    assert len(fuse([record("Alpha", morning, evening)])) == 2


def test_two_reports_of_other_hours_are_of_two_attacks():
    morning = record("Alpha", claim(tolls=[toll(low=3, best=3, high=3)], words="shells hit the market in the morning"))
    evening = record("Beta", claim(tolls=[toll(low=1, best=1, high=1)], words="shells hit the bazaar late on Tuesday"))
    assert len(fuse([morning, evening])) == 2


@pytest.mark.parametrize(("hour", "other"), [("evening", "night"), ("dawn", "overnight"), ("morning", "noon")])
def test_hours_near_one_another_are_one_attack(hour, other):
    reports = [record(o, claim(tolls=[toll()], words=f"shells, {h}")) for o, h in (("Alpha", hour), ("Beta", other))]
    assert len(fuse(reports)) == 1


def test_a_battle_may_last_all_day():
    fight = {"sub": "Armed clash", "type": "Battles"}
    morning = claim("c1", "e1", tolls=[toll()], words="they fought in the morning", **fight)
    evening = claim("c2", "e2", people=(STATION,), words="in the evening they fought at the station", **fight)
    assert len(fuse([record("Alpha", morning, evening)])) == 1


def test_a_communique_withdrawn_a_fortnight_later_is_of_the_event():
    # The day of the withdrawal, and how late it came, say nothing of the day of the event.
    body = "The general staff withdrew on Thursday its communique on Kadugli, in which it had spoken of shells on the town"
    late = claim(when=day("2025-06-26"), stance="attributed", words="in which it had spoken of shells on the town")
    withdrawal = record("Beta", late, published="2025-06-27", text=f"{body}. Kadugli, Iman Salih, Talodi Road.")
    placed = replace(late, evidence=(Span.of(body, body.index("in which"), len(body)),))
    first = record("Alpha", claim(), text="It was in Kadugli. Iman Salih spoke of it on the Talodi Road.")
    assert len(fuse([first, replace(withdrawal, claims=(placed,))])) == 1


def test_of_several_counts_the_one_that_both_give_tells():
    both = claim("c1", "e1", tolls=[toll(low=15, best=15, high=15)]), claim("c2", "e1", tolls=[toll(low=40, best=40, high=40)])
    one, other = episodes_of(record("Alpha", *both))[0], episodes_of(record("Beta", both[0]))[0]
    assert toll_feature(one, other).value == 1.0


def test_an_arrest_does_not_date_the_attack():
    arrest = claim("c1", "e1", "Arrests", "Strategic developments", when=day("2025-06-24"), words="a man was held")
    attack = claim("c2", "e1", when=day("2025-06-10"), words="for the shells on the market")
    assert episodes_of(record("Alpha", arrest, attack, published="2025-06-25"))[0].days == episodes_of(ONE)[0].days
    alone = episodes_of(record("Alpha", arrest, published="2025-06-25"))[0]
    assert alone.days != episodes_of(ONE)[0].days


def test_the_same_number_on_the_same_day_in_a_far_town_is_another():
    texts = "It was in Kadugli.", "It was in Nyala."
    one, other = (
        record(outlet, claim(places=[place], tolls=[toll()]), text=text)
        for outlet, place, text in zip(("Alpha", "Beta"), (KADUGLI, NYALA), texts, strict=True)
    )
    assert len(fuse([one, other])) == 2


def test_a_place_known_by_what_stands_around_it_does_not_part_two_events():
    hospital = replace(NYALA, id=None, name="Mount Tabor Hospital", text="Mount Tabor Hospital")
    told = claim("c1", "e1", tolls=[toll()]), claim("c2", "e2", places=[hospital], tolls=[toll(low=1, best=1, high=1)])
    assert len(episodes_of(record("Alpha", *told))) == 1
