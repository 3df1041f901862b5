"""Origins, not outlets."""

from dataclasses import replace

import pytest

from dateline.incidents import fuse
from dateline.incidents.announcing import name_behind
from dateline.incidents.bodies import abbreviates, same_body
from dateline.incidents.copies import originals
from dateline.model.claim import Participant
from dateline.model.span import Span
from tests.incidents.made import ARMY, MARKET, SPLMN, claim, record, source, toll

LONG = (
    "Shells hit the market of Kadugli on Tuesday afternoon and killed nine people who had come to buy grain, the ministry "
    "of health of the state of South Kordofan said in a statement that was sent to reporters late in the evening. "
)


def origins(*records):
    found = fuse(records)
    assert len(found) == 1
    return found[0]


def names(*records):
    return sorted(origin.name for origin in origins(*records).origins)


def test_two_outlets_on_one_agency_are_one_origin():
    reuters = source("Reuters", "media")
    assert names(*(record(name, claim(tolls=[toll()], sources=[reuters])) for name in ("Alpha", "Beta"))) == ["Reuters"]


def test_the_innermost_named_source_counts():
    chain = [source("Reuters", "media"), source("Sudan Doctors Network", level=2)]
    assert names(record("Alpha", claim(sources=chain))) == ["Sudan Doctors Network"]


def test_unnamed_locals_are_their_outlets():
    locals_ = source("local sources", "unnamed")
    told = (record(name, claim(sources=[locals_], tolls=[toll()])) for name in ("Alpha", "Beta"))
    assert names(*told) == ["Alpha", "Beta"]


def test_an_outlet_that_relays_is_no_origin_and_one_with_residents_is():
    network = source("Sudan Doctors Network")
    own = claim("c2", "e1", stance="stated")
    assert names(record("Alpha", claim(sources=[network]), own)) == ["Sudan Doctors Network"]
    residents = claim("c2", "e1", sources=[source("residents", "witness")])
    assert names(record("Alpha", claim(sources=[network]), residents)) == ["Alpha", "Sudan Doctors Network"]


def test_a_family_name_is_the_persons():
    governors = (("A", "Oleh Hlushko"), ("B", "Hlushko"))
    told = (record(outlet, claim(sources=[source(name, "official")], tolls=[toll()])) for outlet, name in governors)
    assert names(*told) == ["Oleh Hlushko"]


def test_an_agency_in_brackets_stands_behind_the_outlet():
    text = "KADUGLI (Reuters) - Shells hit the market on Tuesday."
    assert names(record("The Nile Herald", claim(stance="stated"), text=text)) == ["Reuters"]


def test_a_participant_who_speaks_is_marked_as_a_party():
    army = source("Sudanese army", "official", actor="military-sd")
    told = origins(record("Alpha", claim(people=[MARKET, ARMY], sources=[army])), record("Beta", claim(tolls=[toll()])))
    assert {origin.name: origin.party_to_conflict for origin in told.origins} == {"Sudanese Armed Forces": True, "Beta": False}


def test_a_copy_is_tied_to_the_agencys_own_report_and_adds_no_origin():
    agency = record("Reuters", claim(stance="stated"), text=LONG, published="2025-06-12")
    copy = record("The Nile Herald", claim(stance="stated"), text=LONG + "More follows.", published="2025-06-11")
    own_words = "Nine persons lost their lives in Kadugli when artillery fire struck the bazaar."
    other = record("Alpha", claim(stance="stated"), text=own_words)
    assert originals([r.report for r in (copy, other, agency)]) == {copy.report.id: agency.report.id}
    assert names(copy, agency) == ["Reuters"]


def test_a_spokesman_is_the_body_that_he_speaks_for():
    text = "The figure is final, Ann Lee, a spokeswoman for the Border Guard, said."
    spokeswoman = source("Ann Lee", "person", span=Span(0, 7, "Ann Lee"))
    assert names(record("Alpha", claim(sources=[spokeswoman]), text=text)) == ["Border Guard"]


def test_who_raises_a_toll_gives_it():
    told = claim(stance="stated", words="The Kadugli Medical Union on Friday raised its toll to nine")
    assert names(record("Alpha", told)) == ["Kadugli Medical Union"]
    nobody = claim(stance="stated", words="No group claimed responsibility for the attack")
    assert names(record("Alpha", nobody)) == ["Alpha"]


def test_the_name_behind_an_office_is_the_speakers():
    text = "Nine died, the governor of the region, Ann Lee, said. The governor of the region said nothing on Friday."
    governor = source("governor of the region", "official", span=Span.of(text, 15, 37))
    assert name_behind(text, governor) == "Ann Lee"
    assert name_behind(text, replace(governor, span=Span.of(text, 58, 80))) is None


def test_one_who_is_not_named_behind_an_agency_is_the_agencys():
    chain = [source("Reuters", "media"), source("local civil society leader", level=2)]
    assert names(record("Alpha", claim(sources=chain))) == ["Reuters"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Gaza health ministry", "Health Ministry in Gaza", True),
        ("Hamas-run health ministry", "Gaza health ministry", True),
        ("the Houthis' health ministry", "ministry of health in Sanaa", True),
        ("health ministry", "Ministry of Public Health", True),
        ("Arauca police", "National Police of Colombia", True),
        ("Ukrainian defence ministry", "Russian defence ministry", False),
        ("health ministry of Kassala", "health ministry of Gedaref", False),
        ("health ministry", "interior ministry", False),
        ("Arakan Army", "the army", False),
        ("Sudan Doctors Network", "Doctors Network", False),
    ],
)
def test_institutions_with_nearly_equal_names(one, other, same):
    assert same_body(one, other) == same
    assert same_body(other, one) == same


def test_initials_stand_for_the_name():
    assert abbreviates("SOHR", "Syrian Observatory for Human Rights")
    assert not abbreviates("SOHR", "Sudan Doctors Network")


def test_two_ministries_in_other_words_are_one_origin():
    named = ("Kadugli health ministry", "Health Ministry in Kadugli")
    told = [record(f"Outlet{k}", claim(sources=[source(name)], tolls=[toll()])) for k, name in enumerate(named)]
    assert origins(*told).independent_sources == 1


def test_the_mayor_is_the_mayor_whom_another_report_names():
    text = "The mayor, Idris Kafi, said so."
    named = source("Idris Kafi", "official", span=Span.of(text, 0, 22))
    first = record("Alpha", claim(sources=[named], tolls=[toll()]), text=text)
    mayor = source("mayor of the town", "official")
    assert names(first, record("Beta", claim(sources=[mayor], tolls=[toll()]))) == ["Idris Kafi"]


def test_a_director_of_a_ministry_speaks_for_it():
    text = "The director of the health ministry of Kordofan, Iman Salih, said so."
    director = source("Iman Salih", "official", span=Span.of(text, 0, 59))
    first = record("Alpha", claim(sources=[director], tolls=[toll()]), text=text)
    ministry = source("Kordofan health ministry", "official")
    assert names(first, record("Beta", claim(sources=[ministry], tolls=[toll()]))) == ["Kordofan health ministry"]


def test_a_bare_spokeswoman_speaks_for_the_body_before():
    text = "The Ports Authority said so. The shells were mortars, spokeswoman Ann Lee said."
    body, bare = source("Ports Authority", span=Span.of(text, 0, 19)), source("Ann Lee", "official", span=Span.of(text, 54, 73))
    told = record("Alpha", claim(sources=[body]), claim("c2", "e1", sources=[bare]), text=text)
    assert names(told) == ["Ports Authority"]


def test_the_groups_spokesman_is_the_group_that_took_part():
    text = "SPLM-N shelled the town. A spokesman for the group said so."
    rebels = replace(SPLMN, mentions=(Span(0, 6, "SPLM-N"),))
    spokesman = source("spokesman for the group", "person", span=Span.of(text, 25, 50))
    told = record("Alpha", claim(people=[MARKET, rebels, ARMY], sources=[spokesman]), text=text)
    assert names(told) == ["Sudan People's Liberation Movement-North"]


def test_the_army_is_that_of_the_country():
    text = "Shells fell, army spokesman Colonel Ali Musa said."
    spokesman = source("Ali Musa", "official", span=Span.of(text, 13, 44))
    assert names(record("Alpha", claim(sources=[spokesman]), text=text)) == ["Sudanese Armed Forces"]


def test_a_name_that_coding_cut_is_read_whole():
    text = "Nine died, the Kadugli Nurses' Union said. Governor Omar Tia said so."
    union = source("Union", span=Span.of(text, 11, 36))
    governor = source("Omar Tia", "official", span=Span.of(text, 43, 60))
    told = record("Alpha", claim(sources=[union]), claim("c2", "e1", sources=[governor]), text=text)
    assert names(told) == ["Kadugli Nurses' Union", "Omar Tia"]


def test_one_of_many_groups_is_its_outlets():
    text = "A civil society group told Alpha."
    group = source("civil society group", span=Span.of(text, 0, 21))
    assert names(record("Alpha", claim(sources=[group]), text=text)) == ["Alpha"]


def test_who_accuses_is_whose_word_it_is():
    union = Participant("agent", None, "Kadugli Union", None, None, ())
    accusation = claim("c2", "e2", "Accusation", "Context", people=[union, replace(ARMY, role="target")], stance="stated")
    assert "Kadugli Union" in names(record("Alpha", claim(tolls=[toll()]), accusation))


def test_the_head_of_what_was_named_before_speaks_for_it():
    text = "The Kosti Rights Network lowered its toll, its director, Ann Lee, said."
    network = Participant("agent", None, "Kosti Rights Network", None, None, (Span(4, 24, "Kosti Rights Network"),))
    director = source("Ann Lee", "person", span=Span.of(text, 43, 64))
    assert names(record("Alpha", claim(people=[MARKET, network], sources=[director]), text=text)) == ["Kosti Rights Network"]


def test_a_name_behind_a_town_and_an_office_is_the_speakers():
    text = "The Kosti harbour commander, Omar Tia, said so."
    commander = source("Kosti", "official", span=Span.of(text, 0, 37))
    assert names(record("Alpha", claim(sources=[commander]), text=text)) == ["Omar Tia"]


def test_the_town_that_opens_a_wire_story_is_nobody():
    text = "KOSTI (Reuters) - A rights organisation said so."
    town = source("KOSTI", span=Span.of(text, 0, 39))
    assert names(record("Alpha", claim(sources=[town]), text=text)) == ["Reuters"]


def test_a_capital_that_denies_is_the_body_that_speaks_for_the_state():
    text = "Khartoum denies it."
    army = source("Sudanese army", "official", actor="military-sd")
    capital = source("Sudanese government", "organization", actor="government-sd", span=Span.of(text, 0, 8))
    first = record("Alpha", claim(sources=[army], tolls=[toll()]))
    assert names(first, record("Beta", claim(sources=[capital], tolls=[toll()]), text=text)) == ["Sudanese Armed Forces"]


def test_who_cites_an_outlet_rests_on_whom_that_outlet_quotes():
    union = source("Kadugli Nurses Union")
    quotes = record("Reuters", claim(sources=[union], tolls=[toll()]))
    cites = record("Beta", claim(sources=[source("Reuters", "media")], tolls=[toll()]))
    assert names(quotes, cites) == ["Kadugli Nurses Union"]


def test_the_ministry_of_defence_is_a_party_where_the_states_forces_fought():
    ministry = source("defence ministry", "official")
    told = origins(record("Alpha", claim(people=[MARKET, ARMY], sources=[ministry], tolls=[toll()])))
    assert [(o.name, o.party_to_conflict) for o in told.origins] == [("defence ministry", True)]
    other = origins(record("Alpha", claim(people=[MARKET, SPLMN], sources=[ministry], tolls=[toll()])))
    assert not other.origins[0].party_to_conflict
