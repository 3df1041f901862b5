"""Second names, definite nouns and pronouns: who is meant by what was named before."""

import pytest

from dateline.coding.entities import Entity
from tests.coding.entities.plain_analysis import Read


def _same(read: Read, first: str, second: str, nth: int = 0) -> bool:
    one, other = read.who(first), read.who(second, nth)
    assert isinstance(one, Entity)
    return one == other


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        (
            "The Upper Valley Defence Council (UVDC) met. The UVDC fighters left.",
            "The Upper Valley Defence Council",
            "The UVDC fighters",
        ),
        (
            "The Dawn Brigade, also known as the Sixth Column, fled. The Sixth Column returned.",
            "The Dawn Brigade",
            "The Sixth Column returned",
        ),
        (
            "The Lower River Military Council fled. The Council returned.",
            "The Lower River Military Council",
            "The Council",
        ),
        ("The Dawn Brigade fled to Kassala. The brigade returned.", "The Dawn Brigade", "The brigade"),
        (
            "Their leader, Samir Khoury, aka Abu Nidal, fled. Abu Nidal returned.",
            "Samir Khoury",
            "Abu Nidal returned",
        ),
        ("Captain Joseph Okello spoke. Okello denied it.", "Captain Joseph Okello", "Okello denied"),
        ("In Nigeria, Boko Haram raided a farm. The group denied it.", "Boko Haram", "The group"),
        ("In Colombia, ELN rebels seized a bus. The rebels fled.", "ELN rebels", "The rebels"),
        ("Gunmen abducted nine farmers near Jos. The kidnappers fled.", "Gunmen", "The kidnappers"),
    ],
)
def test_second_names_mean_the_same_party(text, long, short):
    assert _same(Read(text), long, short)


def test_an_abbreviation_before_its_name():
    read = Read("In Kivu, the FPC (Front for the People of the Coast) fled. The FPC returned.")
    assert read.name("the FPC") == "Front for the People of the Coast"


def test_an_apposition_is_a_mention_and_arms_a_name():
    read = Read("The Delta Sons, a militia from the coast, fled.")
    assert read.who("The Delta Sons").armed


def test_two_armies_are_told_apart_by_nearness():
    read = Read(
        "The Israeli army shelled Khiam, Lebanon. The Lebanese army sent trucks. The army closed the road."
    )
    assert read.who("The army").actor == "military-lb"


def test_a_pronoun_means_the_subject_before():
    read = Read("M23 fighters entered Kashebere. They burned two houses.", subjects=("fighters", "They"))
    assert read.who("They").actor == "m23"


def test_possessive_fighters_are_the_groups():
    read = Read("Al-Shabaab said that its fighters attacked.", subjects=("Shabaab",))
    assert read.who("its fighters").actor == "al-shabaab"


def test_an_object_pronoun_is_not_the_one_who_acts():
    read = Read("Gunmen abducted nine boys. Two vigilantes chased them.", subjects=("Gunmen", "vigilantes"))
    assert read.name("them") != "vigilantes"


def test_unsure_pronouns_mean_nobody():
    assert Read("A price of fuel was set. They left.").who("They") is None


def test_mentions_are_in_text_order_and_lie_in_the_report():
    read = Read("In Nigeria, Boko Haram raided Bama. The group fled. Boko Haram denied it.")
    mentions = read.who("Boko Haram").mentions
    assert mentions == tuple(sorted(mentions))
    assert [
        read.text[read.analysis.words[a].start : read.analysis.words[b - 1].end] for a, b in mentions
    ] == ["Boko Haram", "group", "Boko Haram"]


def test_we_is_the_outlet_outside_quotations():
    text = 'We ask both sides to stop. "We are afraid," a woman said.'
    read = Read(text, outlet="Coastal Aid Desk")
    assert read.name("We") == "Coastal Aid Desk"
    assert read.who("We", 1) is None


def test_our_forces_and_the_enemy_where_the_report_leaves_no_doubt():
    text = "Over Odesa in Ukraine, our air defence shot down a drone. The enemy lost a tank near Lyptsi."
    read = Read(text)
    assert read.who("our air defence").actor == "military-ua"
    assert read.name("The enemy") == "opposing forces"


def test_a_capital_that_speaks_is_its_government():
    read = Read("Moscow warned the rebels. A bomb fell on Moscow.", subjects=("Moscow",))
    assert read.who("Moscow").actor == "government-ru"


def test_our_forces_stay_open_where_the_army_is_another():
    text = "In Sudan, near Kutum in Sudan, our brave forces ambushed a column of the army."
    assert Read(text).who("our brave forces").actor is None


@pytest.mark.parametrize("cut", ["Two", "Two SDF", "SDF"])
def test_a_range_cut_short_is_read_to_the_end_of_its_phrase(cut):
    assert Read("In Syria, near Raqqa, Two SDF fighters fled.").who(cut).actor == "sdf-syria"
