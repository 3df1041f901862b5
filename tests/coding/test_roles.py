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
         {("party", 1, "Syrian forces"), ("party", 2, "Hayat Tahrir al-Sham"), ("ally", None, "Russian forces")}),
        ("Somali fighters of al-Shabaab attacked three outposts of the Border Guard Police near Dhobley and killed two "
         "officers.",
         {("party", 2, "Border Guard Police")}),
        ("Thousands of protesters marched through Kisumu on Tuesday. Riot police fired tear gas and rubber bullets at them.",
         {("agent", None, "protesters"), ("target", None, "protesters")}),
        ("Fighting went on in Bor on Monday and killed nine soldiers. On Tuesday there was a call to arms from the Dinka and "
         "Nuer tribes.",
         {("agent", None, "Dinka tribe"), ("agent", None, "Nuer tribes")}),
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
        ("Militants loyal to the Chadian army killed a trader in Tina on Friday.", "Chadian army"),
    ],
)
def test_commanders_ties_means_and_places_take_no_part(text, nobody):
    assert not any(nobody in name for _, _, name in parts(text))


def test_a_source_is_named_by_the_apposition_to_the_office():
    record = dateline.code("Gunmen shot dead two farmers in Guma on Monday, the mayor, Jean Kabila, said.", outlet="Guma Post",
                           published="2024-05-20")
    assert record.claims[0].attribution[-1].name == "Jean Kabila"


def test_no_party_is_tied_to_the_outskirts():
    text = "The general sent units from Hama and Raqqa to the outskirts of Aleppo. Rebels backed by helicopters seized a base."
    relations = dateline.code(text, outlet="The Valley Post", published="2024-05-20").relations
    assert not {"outskirts", "helicopters"} & {r.object for r in relations}
