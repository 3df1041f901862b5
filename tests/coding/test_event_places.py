"""Where a claim's event took place: what it was aimed at, not those who tell it, and villages that no list holds."""

import pytest

import dateline
from dateline.language.network import WEIGHTS

pytestmark = pytest.mark.skipif(not (WEIGHTS / "encoder.onnx").exists(), reason="the engine's weights are not there")


def places(text, *, outlet="The Valley Post"):
    claims = dateline.code(text, outlet=outlet, published="2024-05-20").claims
    return [p for c in claims for p in c.places]


def names(text, *, outlet="The Valley Post"):
    return {p.text for p in places(text, outlet=outlet)}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Russian forces attacked the city of Sumy with drones overnight, wounding four people.", "Sumy"),
        ("Pakistani artillery shelled Rajouri in Indian-administered Kashmir on Wednesday, killing two soldiers.", "Rajouri"),
        ("Gang members set fire to a police station in Kenscoff on Wednesday night and killed two officers.", "Kenscoff"),
        ("Herders killed 20 farmers in an attack on Kwatashi, a farming community in Benue State, on Friday.", "Kwatashi"),
    ],
)
def test_what_an_event_was_aimed_at_is_its_place(text, place):
    assert any(place in name for name in names(text))


@pytest.mark.parametrize(
    ("text", "outlet", "nowhere"),
    [
        ("Gunmen attacked a convoy near Monguno, killing nine soldiers, a resident told Savannah Wire.", "Savannah Wire",
         "Savannah"),
        ("A drone dropped two bombs on a school in Kyauktaw, a teacher told the Rakhine Lens.", "Other Paper", "Rakhine"),
        ("Insurgents beheaded three fishermen near Palma, survivors who reached Pemba by boat said.", None, "Pemba"),
        ("Indian missiles struck six army posts near Muzaffarabad. Islamabad said its troops had killed ten soldiers.",
         None, "Islamabad"),
        ("US warplanes bombed Houthi-held areas near Hodeidah on Monday, killing nine fighters.", None, "Houthi"),
    ],
)  # fmt: skip
def test_those_who_tell_or_are_told_are_no_place_of_the_event(text, outlet, nowhere):
    assert not any(nowhere in name for name in names(text, outlet=outlet or "The Valley Post"))


@pytest.mark.parametrize(
    ("text", "act", "where", "elsewhere"),
    [
        ("“Soldiers bombed us all night in Momauk,” said a woman who had escaped to Lweje.", "bombed", "Momauk", "Lweje"),
        ("Rebels ambushed a patrol, which had left Bria on Sunday, near Ippy.", "ambushed", "Ippy", "Bria"),
        ("A checkpoint guarded by police trained in Juba was attacked in Torit on Friday.", "attacked", "Torit", "Juba"),
        ("They broke the truce signed in Jeddah and shelled the market of Kutum on Monday.", "shelled", "Kutum", "Jeddah"),
    ],
)  # fmt: skip
def test_a_place_in_a_clause_that_describes_is_not_that_of_the_act(text, act, where, elsewhere):
    claims = dateline.code(text, outlet="The Valley Post", published="2024-05-20").claims
    told = {p.text for c in claims if act in c.event.trigger.text for p in c.places}
    assert any(where in name for name in told)
    assert not any(elsewhere in name for name in told)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Warplanes struck Saraqib, Binnish and Taftanaz shortly after midnight.", {"Saraqib", "Binnish", "Taftanaz"}),
        ("Protesters torched shops in Dhaka and Khulna on Friday.", {"Dhaka", "Khulna"}),
        ("Gunmen attacked the hamlet of Oulmo, 9 km north-east of Sévaré, and killed two herders.", {"Oulmo", "Sévaré"}),
        ("Police found a grenade in the Bemina area of Srinagar on Monday.", {"Bemina", "Srinagar"}),
        ("In Puttalam district, attackers threw a grenade at a church in Chilaw.", {"Puttalam", "Chilaw"}),
        ("A rocket hit Taji base, 20 km north of Baghdad, wounding two soldiers.", {"Taji", "Baghdad"}),
        ("Rebels shelled Rwindi on Saturday. About 900 people from Kanyabayonga fled to Lubero.", {"Kanyabayonga", "Lubero"}),
    ],
)  # fmt: skip
def test_all_the_places_of_an_event_are_named(text, wanted):
    assert {w for w in wanted if any(w in name for name in names(text))} == wanted


@pytest.mark.parametrize(
    ("text", "nowhere"),
    [
        ("Gunmen attacked the Mro community of Baikunthapara on Sunday, killing two people.", "Mro"),
        ("Uganda's health ministry put the dead of the bombing at nine.", "Uganda"),
        ("Attackers burned twelve houses in the Colombia sector of Esmeraldas in Ecuador on Tuesday.", None),
    ],
)
def test_a_people_a_body_and_a_quarter_are_no_country(text, nowhere):
    found = places(text)
    assert not any(nowhere and nowhere in p.text for p in found)
    assert not any(p.country == "CO" for p in found)


@pytest.mark.parametrize(
    ("text", "village", "beside", "precision"),
    [
        ("Gunmen attacked the village of Dongarra on the shore of Lake Turkana on Monday, killing nine people.", "Dongarra",
         "Turkana", 3),
        ("Rebels shelled the army in the village of Katoyi, 12 km north of Sake, on Sunday.", "Katoyi", "Sake", 2),
        ("Militants overran a base in Gwallam, a village near Maiduguri, on Sunday and killed ten soldiers.", "Gwallam",
         "Maiduguri", 2),
        ("In the Bryansk region of Russia, two people were killed when a drone hit a car near the village of Zverinets.",
         "Zverinets", "Bryansk", 3),
        ("In Borno State, in the village of Ngollom, jihadists abducted forty girls on Monday.", "Ngollom", "Borno", 3),
    ],
)  # fmt: skip
def test_a_village_that_no_list_holds_keeps_its_name_at_what_it_lies_beside(text, village, beside, precision):
    place = next(p for p in places(text) if village in p.text)
    assert place.name == village
    assert place.id is None
    assert place.lat is not None
    assert place.geo_precision == precision
    assert beside in (place.reason or "")


def test_those_who_wait_somewhere_are_struck_there():
    text = "Tanks of the Israeli army fired at a crowd waiting for food in Khan Younis on Tuesday, killing 51 people."
    assert any("Khan Younis" in name for name in names(text))


def test_a_town_stands_with_the_one_that_tells_where_it_lies():
    text = "Two civilians were killed by Russian shelling of the village of Bilozerka, west of Kherson, on Monday."
    assert names(text) == {"Bilozerka", "Kherson"}


def test_a_village_is_not_moved_to_a_town_of_the_same_consonants():
    (place, *_) = places("Militiamen attacked a base of the Central African army in the town of Mboki on Saturday.")
    assert place.id is None
