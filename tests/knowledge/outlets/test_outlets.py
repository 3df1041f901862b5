from collections import defaultdict

import pytest

from dateline.knowledge.actors import load_actors, load_demonyms
from dateline.knowledge.names import normalise
from dateline.knowledge.outlets import load_outlets


@pytest.mark.parametrize(
    ("asked", "name"),
    [
        ("Reuters", "Reuters"),
        ("AFP", "Agence France-Presse"),
        ("al-jazeera", "Al Jazeera"),
        ("https://edition.cnn.com/2026/01/02/world", "CNN"),
        ("arabic.rt.com", "RT"),
        ("BBC.co.uk", "BBC"),
        ("www.sana.sy", "SANA"),
        ("the Observatory", "Syrian Observatory for Human Rights"),
        ("SOHR", "Syrian Observatory for Human Rights"),
        ("Human Rights Watch's", "Human Rights Watch"),
        ("Médecins sans Frontières", "Médecins Sans Frontières"),
        ("OCHA", "UN OCHA"),
        ("ACLED", "Armed Conflict Location and Event Data"),
        ("WHO", "World Health Organization"),
    ],
)
def test_outlets_are_found_by_name_domain_and_address(asked, name):
    assert load_outlets().find(asked).name == name


@pytest.mark.parametrize("asked", ["", "who", "map", "notcnn.com", "cnn.com.example", "a local newspaper"])
def test_others_are_not_found(asked):
    assert load_outlets().find(asked) is None


def test_a_partys_own_outlet_is_known_as_such():
    outlets = load_outlets()
    assert outlets.find("Al-Manar").actor == "hezbollah"
    assert outlets.find("TASS").kind == "state media"
    assert outlets.find("Reuters").actor is None


def test_each_name_and_domain_is_one_outlets():
    holders = defaultdict(set)
    for outlet in load_outlets():
        for key in {normalise(name) for name in (outlet.name, *outlet.aliases)} | set(outlet.domains):
            holders[key].add(outlet.name)
    assert {key: names for key, names in holders.items() if len(names) > 1} == {}


def test_countries_actors_and_domains_hold():
    codes, actors = load_demonyms().codes, load_actors()
    for outlet in load_outlets():
        assert outlet.country is None or outlet.country in codes, outlet.name
        assert outlet.actor is None or actors.by_id(outlet.actor), outlet.name
        assert outlet.actor is None or outlet.affiliation, outlet.name
        assert all(domain == domain.lower() and "/" not in domain for domain in outlet.domains), outlet.name
    assert len(load_outlets()) >= 150
