"""What must hold of the built-in actors as they are written down."""

from collections import Counter, defaultdict

from dateline.knowledge.actors import ACTOR_TYPES, load_actors, load_demonyms
from dateline.knowledge.names import normalise


def test_every_kind_of_actor_and_every_region_is_there():
    actors = list(load_actors())
    kinds = Counter(actor.type for actor in actors if not actor.id.startswith("government-"))
    assert sum(kinds.values()) >= 600
    assert all(kinds[kind] >= 20 for kind in ("State Forces", "Rebel Groups", "Political Militias"))
    assert all(kinds[kind] >= 20 for kind in ("Identity Militias", "External/Other Forces"))
    assert set(kinds) <= set(ACTOR_TYPES)


def test_no_name_belongs_to_two_actors_of_one_home_country():
    holders = defaultdict(set)
    for actor in load_actors():
        for home in [actor.country] if actor.country else actor.countries:
            for name in (actor.name, *actor.aliases, *actor.labels):
                holders[normalise(name), home].add(actor.id)
    assert {key: ids for key, ids in holders.items() if len(ids) > 1} == {}


def test_no_actor_writes_one_name_as_alias_and_as_label():
    for actor in load_actors():
        own = {normalise(name) for name in (actor.name, *actor.aliases, *actor.context_aliases)}
        assert own.isdisjoint(map(normalise, actor.labels)), actor.id


def test_names_that_need_a_country_have_one():
    for actor in load_actors():
        assert actor.countries or not actor.context_aliases, actor.id


def test_no_loaded_word_is_a_name():
    loaded = {"terrorist", "terrorists", "regime", "bandits", "thugs", "mercenaries"}
    for actor in load_actors():
        if actor.id != "zamfara-bandits":
            names = " ".join((actor.name, *(a for a in actor.aliases if "mercenaries" not in a)))
            assert loaded.isdisjoint(normalise(names).split()) or actor.id == "dahalo", actor.id


def test_every_actor_is_found_by_its_own_name_at_home():
    actors = load_actors()
    lost = [a.id for a in actors if actors.find(a.name, {a.country} if a.country else a.countries) is not a]
    assert lost == []


def test_every_sovereign_country_has_a_government():
    territories = {"BM", "FO", "GF", "GI", "GL", "GP", "MO", "MQ", "NC", "PR", "RE", "YT", "EH", "VA"}
    without = {
        iso for iso in load_demonyms().codes if load_actors().by_id(f"government-{iso.lower()}") is None
    }
    assert without <= territories


def test_sources_are_named_from_a_short_list():
    assert {actor.source for actor in load_actors()} <= {
        "general reference", "UCDP Actor Dataset", "ACLED actor list", "UN SC report",
    }  # fmt: skip
