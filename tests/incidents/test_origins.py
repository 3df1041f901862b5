"""Origins, not outlets."""

from dataclasses import replace

from dateline.incidents import fuse
from dateline.incidents.announcing import name_behind
from dateline.incidents.copies import originals
from dateline.model.span import Span
from tests.incidents.made import ARMY, MARKET, claim, record, source, toll

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
