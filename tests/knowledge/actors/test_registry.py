import time

import pytest

from dateline.knowledge.actors import load_actors
from dateline.knowledge.actors.actor import COLUMNS
from dateline.knowledge.actors.registry import _built_in
from dateline.model.errors import KnowledgeError

HEADER = ",".join(COLUMNS)


def extra(tmp_path, *rows):
    path = tmp_path / "mine.csv"
    path.write_text("\n".join((HEADER, *rows)) + "\n", encoding="utf-8")
    return path


def row(**cells):
    filled = {"id": "my-group", "name": "My Group", "type": "Rebel Groups", "country": "ML", "source": "own"}
    return ",".join((filled | cells).get(column, "") for column in COLUMNS)


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("JNIM", "jnim"),
        ("al-Shabaab", "al-shabaab"),
        ("the Al Shabaab", "al-shabaab"),
        ("Houthis", "houthis"),
        ("Ansar Allah", "houthis"),
        ("HAMAS", "hamas"),
        ("M23's", "m23"),
        ("Syrian Democratic Forces (SDF)", "sdf-syria"),
        ("Armed Forces of Ukraine", "military-ua"),
        ("FARDC", "military-cd"),
        ("Tatmadaw", "military-mm"),
        ("People’s Defense Force", "pdf-myanmar"),
        ("Clan del Golfo", "clan-del-golfo"),
        ("Séléka", "seleka"),
        ("MINUSCA", "minusca"),
        ("Wagner", "wagner-group"),
        ("Balochistan Liberation Army", "bla"),
        ("CPI (Maoist)", "cpi-maoist"),
        ("Viv Ansanm", "viv-ansanm"),
    ],
)
def test_names_aliases_and_abbreviations_are_found(name, id):
    assert load_actors().find(name).id == id


@pytest.mark.parametrize(
    "name", ["", "Hama", "is", "pa", "nobody at all", "the coalition", "security forces"]
)
def test_what_is_no_name_of_one_actor_is_not_found(name):
    assert load_actors().find(name) is None


@pytest.mark.parametrize(
    ("name", "countries", "id"),
    [
        ("SDF", (), "sdf-syria"),
        ("SDF", {"JP"}, "military-jp"),
        ("SDF", {"LY"}, "rada"),
        ("ADF", {"CD"}, "adf"),
        ("ADF", {"CM"}, "adf-cameroon"),
        ("ADF", {"FR"}, None),
        ("SNA", {"SO"}, "military-so"),
        ("SNA", {"SY"}, "sna-syria"),
        ("UPC", {"CF"}, "upc-car"),
        ("al-Shabaab", {"MZ"}, "is-mozambique"),
        ("al-Shabaab", {"KE"}, "al-shabaab"),
        ("coalition", {"YE"}, "saudi-led-coalition"),
        ("coalition", {"SY", "IQ"}, "global-coalition"),
        ("Maoists", {"IN"}, "cpi-maoist"),
        ("IRA", {"GB"}, None),
    ],
)
def test_shared_names_are_decided_by_country_or_not_at_all(name, countries, id):
    found = load_actors().find(name, countries)
    assert (found and found.id) == id


def test_the_year_decides_between_groups_that_bore_one_name():
    assert load_actors().find("IRA", {"GB"}, year=2023).id == "new-ira"


def test_labels_find_the_actor_under_its_neutral_name():
    assert load_actors().find("Daesh").name == "Islamic State"


def test_ancestors_run_from_the_nearest_up():
    assert [actor.id for actor in load_actors().ancestors("ypg")] == ["sdf-syria"]
    assert [actor.id for actor in load_actors().ancestors("quds-force")] == ["irgc", "government-ir"]
    assert load_actors().ancestors("nobody") == ()


def test_the_users_own_actors_join_and_replace(tmp_path):
    path = extra(tmp_path, row(aliases="The Mine|MG9"), row(id="jnim", name="Another JNIM"))
    actors = load_actors([path])
    assert actors.find("mg9") is None and actors.find("MG9").id == "my-group"
    assert actors.by_id("jnim").name == "Another JNIM"
    assert load_actors().by_id("my-group") is None
    assert load_actors().by_id("jnim").name != "Another JNIM"


@pytest.mark.parametrize(
    ("cells", "field"),
    [
        ({"id": "My Group"}, "id"),
        ({"name": ""}, "name"),
        ({"source": ""}, "source"),
        ({"type": "Rebels"}, "type"),
        ({"country": "Mali"}, "country"),
        ({"countries": "ML|QQ"}, "countries"),
        ({"parent": "no-such-actor"}, "parent"),
        ({"parent": "my-group"}, "parent"),
        ({"affiliates": "jnim|no-such-actor"}, "affiliates"),
        ({"active_from": "long ago"}, "active_from"),
        ({"active_from": "2020", "active_to": "2010"}, "active_to"),
    ],
)
def test_a_bad_cell_is_named_by_file_row_and_field(tmp_path, cells, field):
    with pytest.raises(KnowledgeError, match=f"^mine.csv, row 2, field {field}:"):
        load_actors([extra(tmp_path, row(**cells))])


def test_ids_stand_once_and_parents_make_no_circle(tmp_path):
    with pytest.raises(KnowledgeError, match="row 3, field id"):
        load_actors([extra(tmp_path, row(), row())])
    with pytest.raises(KnowledgeError, match="own ancestor"):
        load_actors([extra(tmp_path, row(id="a", parent="b"), row(id="b", parent="a"))])


def test_loading_and_finding_are_quick():
    actors = load_actors()
    start = time.process_time()
    _built_in.__wrapped__()
    assert time.process_time() - start < 0.5  # 0.04 s on a quiet machine
    start = time.process_time()
    for _ in range(200):
        actors.find("the Syrian Democratic Forces (SDF)", {"SY"})
    assert (time.process_time() - start) / 200 < 0.0005  # 12 microseconds on a quiet machine
