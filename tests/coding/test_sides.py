"""Who stands against whom, and who only stands beside the event, in whole sentences with the engine."""

import pytest

import dateline
from dateline.language.network import WEIGHTS

pytestmark = pytest.mark.skipif(not (WEIGHTS / "encoder.onnx").exists(), reason="the engine's weights are not there")


def parts(text):
    claims = dateline.code(text, outlet="The Valley Post", published="2024-05-20").claims
    return {(p.role, p.side, p.name) for claim in claims for p in claim.participants}


def names(text):
    return {name for _, _, name in parts(text)}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Boko Haram fighters clashed with Civilian Joint Task Force men, who have been armed by the Nigerian army since 2013, "
         "near Gwoza on Tuesday.", {("party", 1, "Boko Haram"), ("party", 2, "Civilian Joint Task Force")}),
        ("Junta troops clashed with the Karen National Liberation Army and its ally, the People's Defence Force, near "
         "Kawkareik in Myanmar on Sunday.",
         {("party", 1, "Myanmar army"), ("party", 2, "Karen National Liberation Army"),
          ("party", 2, "People's Defence Force")}),
        ("The 111 Brigade, which is loyal to the Government of National Unity, took over the base of the Stability Support "
         "Apparatus in Tripoli on Monday.", {("party", 1, "111 Brigade"), ("party", 2, "Stability Support Apparatus")}),
        ("Three soldiers and four suspected insurgents died in a gun battle near Isabela on Saturday.",
         {("party", None, "soldiers"), ("party", None, "suspected insurgents")}),
    ],
)  # fmt: skip
def test_the_sides_of_a_fight(text, sides):
    assert {p for p in parts(text) if p[0] == "party"} == sides


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Amhara militiamen known as Fano attacked a checkpoint of the Ethiopian army near Gondar on Tuesday.", "Fano"),
        ("Malian soldiers accompanied by Russian fighters of the Africa Corps executed eleven traders near Kidal.",
         "Africa Corps"),
        ("Jets of the African Union mission bombed an al-Shabaab base near Jilib on Thursday.", "African Union mission"),
        ("Paramilitary Rapid Support Forces shelled a camp north of El Fasher on Thursday, killing 14 people.",
         "Rapid Support Forces"),
        ("Al-Shabaab fighters attacked a government outpost in Somalia near Adale on Friday and killed two soldiers.",
         "Somali forces"),
    ],
)  # fmt: skip
def test_a_party_bears_the_name_that_the_words_around_it_give(text, who):
    assert who in names(text)


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("An air raid by the Myanmar military on two schools in a village held by the Arakan Army killed 19 students.",
         "Arakan Army"),
        ("The White Army, a Nuer militia, attacked a garrison of the South Sudanese army near Malakal.", "Nuer militia"),
        ("Troops beat nine farmers near Dilling, Governor Musa Kafi, who fled to Kosti, said.", "Musa Kafi"),
    ],
)  # fmt: skip
def test_who_stands_beside_takes_no_part(text, nobody):
    assert nobody not in names(text)


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The Observatory of Human Rights said fighting went on near Aleppo. A source in the Military Operations Command told "
         "Idlib Gazette that its fighters had captured a base of the Syrian army.", "Military Operations Command"),
        ("Ten armed men were seen near Jiribam on Monday. The men attacked a police station and wounded a constable.",
         "armed men"),
    ],
)  # fmt: skip
def test_fighters_and_men_are_of_those_who_have_them(text, who):
    claims = dateline.code(text, outlet="Idlib Gazette", published="2024-05-20").claims
    acting = {p.name for c in claims for p in c.participants if p.role == "agent" or p.side == 1}
    assert acting == {who}


def test_attackers_are_no_unit_of_the_army_that_speaks():
    text = ("Members of the Maute Group ambushed a patrol near Pagalungan on Tuesday, killing a soldier, Colonel Roden Orbon, "
            "spokesman of the 6th Infantry Division, said. The attackers burned two houses in the village.")  # fmt: skip
    burned = [c for c in dateline.code(text, outlet="X").claims if "burned" in c.event.trigger.text]
    assert {p.name for c in burned for p in c.participants if p.role == "agent"} == {"Maute Group"}


def test_two_who_fought_stand_against_each_other():
    text = ("Gunmen of the Jalisco New Generation Cartel and the Sinaloa Cartel fought for control of a border crossing near "
            "Comalapa on Tuesday.")  # fmt: skip
    assert {("party", 1, "Jalisco New Generation Cartel"), ("party", 2, "Sinaloa Cartel")} <= parts(text)


def test_the_description_of_a_side_is_no_third_party():
    text = ("At least nine people were killed in clashes between the ELN, the country's largest guerrilla group, and "
            "dissidents of the FARC near Tibu in Colombia.")  # fmt: skip
    assert {p for p in parts(text) if p[0] == "party"} == {("party", 1, "ELN"), ("party", 2, "FARC")}


def test_who_claims_responsibility_is_the_agent():
    text = "The Baloch Liberation Army claimed responsibility for an attack on a convoy of the Frontier Corps near Kalat."
    assert ("party", 1, "Baloch Liberation Army") in parts(text)


def test_a_noun_for_islamists_means_no_militia_of_the_army():
    text = ("Fighters of Ansarul Islam raided the village of Bahn on Sunday and killed 23 civilians. Three volunteers of the "
            "VDP were among the dead. The jihadists burned the market.")  # fmt: skip
    assert ("agent", None, "VDP") not in parts(text)


def test_the_spokesman_and_his_name_are_one():
    text = "A spokesman for M23, Lawrence Kanyuka, accused the Congolese army of bombing villages near Sake with drones."
    assert names(text) & {"spokesman", "Lawrence Kanyuka"} == {"Lawrence Kanyuka"}
