"""Who does what to whom in whole sentences, with the engine: sides, helpers, commanders, owners, examples."""

import pytest

import dateline
from dateline.language.network import WEIGHTS

pytestmark = pytest.mark.skipif(not (WEIGHTS / "encoder.onnx").exists(), reason="the engine's weights are not there")


def parts(text, *, outlet="The Valley Post"):
    record = dateline.code(text, outlet=outlet, published="2024-05-20")
    return {(p.role, p.side, p.name) for claim in record.claims for p in claim.participants}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Clashes broke out on Tuesday near Ansongo between the Malian army and fighters of the Islamic State Sahel Province, "
         "the Congress for the Security of the Coast and a local self-defence militia, security officials said.",
         {("party", 1, "Malian army"), ("party", 2, "Islamic State Sahel Province"),
          ("party", 2, "Congress for the Security of the Coast"), ("party", 2, "local self-defence militia")}),
        ("M23 rebels clashed on Sunday with three groups allied to the Congolese army, namely the APCLS, Nyatura and the "
         "Mai-Mai Kifuafua, around Kitshanga.",
         {("party", 2, "APCLS"), ("party", 2, "Nyatura"), ("party", 2, "Mai-Mai Kifuafua")}),
        ("Syrian government forces, backed by Russian air power, shelled positions of Hayat Tahrir al-Sham near Jisr "
         "al-Shughur on Saturday.",
         {("party", 1, "Syrian forces"), ("party", 2, "Hayat Tahrir al-Sham"), ("ally", None, "Russian air power")}),
        ("Somali fighters of al-Shabaab attacked three outposts of the Border Guard Police near Dhobley and killed two "
         "officers.",
         {("party", 2, "Border Guard Police")}),
        ("Thousands of protesters marched through Kisumu on Tuesday. Riot police fired tear gas and rubber bullets at them.",
         {("agent", None, "protesters"), ("target", None, "protesters")}),
        ("Fighting went on in Bor on Monday and killed nine soldiers. On Tuesday there was a call to arms from the Dinka and "
         "Nuer tribes.",
         {("agent", None, "Dinka tribe"), ("agent", None, "Nuer tribes")}),
        ("An army drone struck a market in Kosti on Friday, killing eight.", {("agent", None, "army")}),
        ("A UNIFIL convoy hit a mine near Naqoura on Monday. Two peacekeepers were wounded.", {("party", 2, "UNIFIL")}),
        ("Government forces killed nine suspected rebels and rescued a trader in a clash in the mountains on Tuesday.",
         {("party", 2, "suspected rebels")}),
        ("Clashes between armed groups killed six people in Barbacoas on Monday.",
         {("party", None, "armed groups"), ("victim", None, "people")}),
        ("A convoy of the International Coalition was attacked with a bomb near Rumaylan on Monday, wounding two soldiers.",
         {("party", 2, "International Coalition")}),
        ("A Coalition convoy entered the town of Hajin in Syria on Monday after clashes killed four fighters.",
         {("agent", None, "Global Coalition Against Daesh")}),
        ("Russia's defence ministry said its forces had captured the village of Novoselka on Monday.",
         {("party", 1, "Russian forces")}),
        ("The SDF said it had shelled a militant post near Hajin on Monday.", {("party", 1, "SDF")}),
        ("The army said it had repelled an attack by M23 rebels on its positions in Kibumba and killed four.",
         {("party", 1, "army"), ("party", 2, "M23 rebels")}),
        ("Rebels fired 35 rounds at the market in Bor on Monday.", {("target", None, "market")}),
        ("Three fishermen were arrested by the Sri Lankan navy off Delft Island on Thursday.",
         {("agent", None, "Sri Lankan navy"), ("target", None, "fishermen")}),
    ],
)  # fmt: skip
def test_parts(text, expected):
    assert expected <= parts(text)


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("The 444 Brigade, led by Mahmoud Hamza, fought the Special Deterrence Force in Tripoli on Monday.", "Hamza"),
        ("Herders armed with Kalashnikovs attacked the village of Don, killing 11 farmers.", "Kalashnikovs"),
        ("Jihadists attacked the town of Barsalogho on Saturday, killing a teacher.", "town"),
        ("Rebels fired 35 rounds at the market in Bor on Monday.", "rounds"),
        ("Militants attacked a post in Kech on Monday. However, 18 brave sons of the soil embraced martyrdom.", "martyrdom"),
        ("Gunmen raided Pibor on Monday. Four men had been recruited by force, residents said.", "force"),
        ("Militants loyal to the Chadian army killed a trader in Tina on Friday.", "Chadian army"),
    ],
)
def test_commanders_ties_means_and_places_take_no_part(text, nobody):
    assert not any(nobody in name for _, _, name in parts(text))


def test_a_source_after_what_it_says_is_named_by_the_apposition_to_the_office():
    record = dateline.code("Gunmen shot dead two farmers in Guma on Monday, the mayor, Jean Kabila, said.", outlet="Guma Post",
                           published="2024-05-20")
    assert record.claims[0].attribution[-1].name == "Jean Kabila"


def test_a_source_is_named_by_the_apposition_to_the_office():
    record = dateline.code("The mayor, Jean Kabila, said gunmen shot dead two farmers in Guma on Monday.", outlet="Guma Post",
                           published="2024-05-20")
    assert record.claims[0].attribution[-1].name == "Jean Kabila"


def test_no_party_is_tied_to_the_outskirts():
    text = "The general sent units from Hama and Raqqa to the outskirts of Aleppo. Rebels backed by helicopters seized a base."
    relations = dateline.code(text, outlet="The Valley Post", published="2024-05-20").relations
    assert not {"outskirts", "helicopters"} & {r.object for r in relations}


def _claims(text):
    return dateline.code(text, outlet="The Valley Post", published="2024-05-20").claims


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("Ten lorries of Malian soldiers left Sevare on Sunday, escorted by drones, bound for the town of Ansongo.",
         {("from", "Sevare"), ("to", "Ansongo")}),
        ("Government troops withdrew from Palma to Mueda on Monday, officials said.", {("from", "Palma"), ("to", "Mueda")}),
        ("The Ukrainian army redeployed two brigades from Kharkiv to Pokrovsk on Tuesday.",
         {("from", "Kharkiv"), ("to", "Pokrovsk")}),
        ("To weaken rebels, the Malian army sent reinforcements from its bases in Gao and Sevare to the outskirts of Kidal.",
         {("from", "Gao"), ("from", "Sevare"), ("to", "Kidal")}),
    ],
)  # fmt: skip
def test_a_movement_has_its_start_and_its_end(text, way):
    places = [p for claim in _claims(text) for p in claim.places]
    assert way <= {(p.relation, p.text) for p in places}
    assert all(p.geo_precision == 2 and (p.radius_km or 0) > 10 for p in places if p.text == "Kidal")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The Somali government has requested drones from Turkey to fight al-Shabaab.", "Turkey"),
        ("Rebel commanders appealed to the Rwandan army for artillery support on Monday.", "Rwandan army"),
    ],
)
def test_a_request_is_aimed_at_whom_it_is_made_of(text, asked):
    assert ("target", None, asked) in parts(text)


def test_the_owner_of_a_base_is_neither_place_nor_party():
    (claim, *_) = _claims("Fighting broke out near the U.S. base at al-Tanf on Monday, residents said.")
    assert [p.text for p in claim.places] == ["al-Tanf"]
    assert not [p for p in claim.participants if "US" in p.name]


def test_the_town_of_the_dateline_takes_no_part():
    (claim, *_) = _claims("OUAGADOUGOU, June 3 — Heavy clashes with gunmen broke out on Monday near Djibo, the army said.")
    assert {p.name for p in claim.participants} == {"gunmen"}


def test_a_source_that_asks_for_anonymity_makes_no_request():
    text = "An army plane bombed the market of Kutum, two residents said. They asked not to be named for fear of reprisals."
    assert [c.event.sub_type for c in _claims(text)] == ["Air/drone strike"]


@pytest.mark.parametrize(
    ("text", "sub_type"),
    [
        ("Gunmen opened fire on a patrol of the border guards in Tete on Monday, wounding two guards.", "Armed clash"),
        ("A gunman opened fire at a bus stop in Haifa on Monday, wounding two passengers.", "Attack"),
        ("The fugitives opened fire on troops who were guarding a road crew in Lamitan on Monday.", "Armed clash"),
    ],
)
def test_fire_where_nobody_protests_is_no_force_against_protesters(text, sub_type):
    assert [c.event.sub_type for c in _claims(text)] == [sub_type]


def test_an_adjective_owns_no_convoy():
    opening = "Syria's government said nothing in Damascus. "
    assert parts(opening + "An armoured military convoy left Hasakah for Raqqa on Monday.") == {
        ("agent", None, "armoured military convoy")
    }
    russian = parts(opening + "A convoy of Russian military vehicles left Qamishli for Raqqa.")
    assert ("agent", None, "Russian military") in russian
