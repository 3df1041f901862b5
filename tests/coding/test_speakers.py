"""Who says so where the speech act stands at the end, hangs in a clause of its own or is told twice, in whole reports."""

import pytest

import dateline
from dateline.language.network import WEIGHTS

pytestmark = pytest.mark.skipif(not (WEIGHTS / "encoder.onnx").exists(), reason="the engine's weights are not there")


def chains(text, *, outlet="The Valley Post"):
    claims = dateline.code(text, outlet=outlet, published="2024-05-20").claims
    return [[(s.level, s.name, s.kind) for s in c.attribution[1:]] for c in claims if not c.background]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Rebels ambushed a patrol near Sake on Friday, killing three soldiers, the spokesman of the Third Brigade, Colonel "
         "Pierre Mbuyi, told reporters.", "Pierre Mbuyi", "official"),
        ("Raiders burned forty houses in Jonglei on Sunday, villagers who reached Bor on foot said.", "villagers", "witness"),
        ("Soldiers executed nine herders near Timbuktu on Tuesday, the Front for the Defence of Azawad (FDA) alleged in a "
         "communiqué.", "Front for the Defence of Azawad", "organization"),
        ("Rebels attacked the army base in Bria on Sunday, according to the commander of the garrison, Pierre Ngoma.",
         "Pierre Ngoma", "official"),
        ("Shells hit the market of Kadugli on Monday, a doctor reached by telephone said.", "doctor", "witness"),
    ],
)  # fmt: skip
def test_a_speaker_behind_what_he_says_is_read_by_the_commas(text, name, kind):
    assert chains(text)[0] == [(1, name, kind)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Troops raided a camp of Boko Haram near Gwoza and killed 12 fighters, Defence Headquarters said in Abuja.",
         "Defence Headquarters"),
        ("Drones attacked a military base near Taji on Tuesday, the spokesman of the armed forces, Sabah al-Numan, said.",
         "Sabah al-Numan"),
    ],
)  # fmt: skip
def test_a_source_keeps_its_whole_name(text, name):
    assert chains(text)[0][-1][1] == name


def test_he_is_who_spoke_last_though_a_clause_of_his_own_stands_between():
    text = "Drones struck a depot in Kassala at dawn, a driver who saw the blast told Kassala Radio. Two men died, he said."
    assert {tuple(c) for c in chains(text, outlet="Kassala Radio")} == {((1, "driver", "witness"),)}


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("A police officer, who asked not to be named, said gunmen had killed four guards in Guma.", "police officer"),
        ("The Arakan Army said in a statement posted on Telegram that an air raid killed 19 students in Kyauktaw on Friday.",
         "Arakan Army"),
    ],
)
def test_one_voice_told_by_two_verbs_is_one_source(text, voice):
    assert [(level, name) for level, name, _ in chains(text)[0]] == [(1, voice)]


def test_those_who_demand_something_do_not_say_what_happened():
    text = ("Students demanding the release of their leaders clashed with police in Dakar on Monday, leaving two dead, the "
            "interior ministry said.")  # fmt: skip
    (clash,) = [c for c in dateline.code(text, outlet="The Valley Post").claims if c.event.trigger.text == "clashed"]
    assert [s.name for s in clash.attribution[1:]] == ["interior ministry"]


def test_calling_in_is_no_saying():
    (claim, *_) = dateline.code("The army called in air strikes on rebel positions near Momauk on Sunday.",
                                outlet="The Valley Post", published="2024-05-20").claims
    assert (claim.stance, len(claim.attribution)) == ("stated", 1)


def test_a_toll_that_someone_speaks_of_is_his():
    text = ("Jihadists raided a village near Djibo on Sunday and killed nine people, an official said. A nurse, reached by "
            "telephone, spoke of 14 dead.")  # fmt: skip
    assert chains(text)[-1] == [(1, "nurse", "witness")]


def test_it_is_who_spoke_and_not_whom_he_cited():
    text = ("State television reported, citing the defence ministry, that jets bombed a camp of al-Shabaab near Jilib. It said "
            "that a commander was killed.")  # fmt: skip
    assert [(name.lower(), kind) for _, name, kind in chains(text)[-1]] == [("state television", "media")]


def test_an_army_of_no_state_is_no_official():
    text = "The Baloch Liberation Army said its fighters killed two policemen near Mastung on Monday. The army denied it."
    assert chains(text)[0] == [(1, "Baloch Liberation Army", "organization")]
