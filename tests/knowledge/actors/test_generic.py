import pytest

from dateline.knowledge.actors import derive_actor, load_actor_nouns, load_demonyms


@pytest.mark.parametrize(
    ("phrase", "countries", "id"),
    [
        ("Nigerian army", (), "military-ng"),
        ("the Nigerian government forces", (), "military-ng"),
        ("Sudanese soldiers", (), "military-sd"),
        ("South Sudanese soldiers", (), "military-ss"),
        ("Israel's air force", (), "military-il"),
        ("Israeli forces", (), "military-il"),
        ("U.S. troops", (), "military-us"),
        ("police in Haiti", (), "police-ht"),
        ("government forces of Mali", (), "military-ml"),
        ("Iranian government", (), "government-ir"),
        ("Swiss soldiers", (), "military-ch"),
        ("Chadian security forces", (), "security-td"),
        ("Burkinabè gendarmes", (), "gendarmerie-bf"),
        ("Kenyan protesters", (), "protesters-ke"),
        ("Sudanese villagers", (), "civilians-sd"),
        ("Congolese troops", ("CD",), "military-cd"),
        ("Congolese troops", ("CG", "RW"), "military-cg"),
        ("the army", ("ML",), "military-ml"),
    ],
)
def test_country_and_noun_name_one_actor(phrase, countries, id):
    assert derive_actor(phrase, countries).id == id


@pytest.mark.parametrize(
    ("phrase", "countries"),
    [
        ("Congolese troops", ()),
        ("Turkish-backed rebels", ()),
        ("pro-Iranian militia", ()),
        ("the army", ()),
        ("the army", ("ML", "NE")),
        ("gunmen", ("ML",)),
        ("Nigerian", ()),
        ("Nigerian oil", ()),
        ("", ()),
    ],
)
def test_what_names_no_one_actor_gives_none(phrase, countries):
    assert derive_actor(phrase, countries) is None


def test_a_derived_actor_says_what_it_is():
    actor = derive_actor("Swiss soldiers")
    assert (actor.name, actor.type, actor.country) == ("Swiss military", "State Forces", "CH")
    assert actor.parent == "government-ch"
    assert actor.source == "derived from the words of the report"


def test_a_loaded_noun_gives_the_neutral_name():
    assert derive_actor("Tunisian terrorists").name == "Tunisian militants"
    assert derive_actor("Swiss occupation forces").id == derive_actor("Swiss army").id


def test_swapping_the_countries_changes_nothing_else():
    for phrase in ("{} soldiers", "{} terrorists", "{} regime forces", "{} villagers", "{} rebels"):
        one, other = (derive_actor(phrase.format(side)) for side in ("Swiss", "Danish"))
        assert one.type == other.type
        assert one.name.replace("Swiss", "Danish") == other.name


@pytest.mark.parametrize(
    ("noun", "type", "armed", "loaded", "neutral"),
    [
        ("soldiers", "State Forces", True, False, "soldiers"),
        ("gendarme", "State Forces", True, False, "gendarmes"),
        ("gunman", "Political Militias", True, False, "gunmen"),
        ("Tribesmen", "Identity Militias", True, False, "tribesmen"),
        ("fighters", None, True, False, "fighters"),
        ("protestors", "Protesters", False, False, "protesters"),
        ("refugees", "Civilians", False, False, "refugees"),
        ("journalist", "Civilians", False, False, "journalists"),
        ("terrorists", "Rebel Groups", True, True, "militants"),
        ("regime forces", "State Forces", True, True, "government forces"),
    ],
)
def test_actor_nouns(noun, type, armed, loaded, neutral):
    found = load_actor_nouns().find(noun)
    assert (found.type, found.armed, found.loaded, found.neutral) == (type, armed, loaded, neutral)


def test_the_longest_noun_is_the_head():
    start, noun = load_actor_nouns().head(["two", "police", "officers"])
    assert (start, noun.noun) == (1, "police officer")
    assert load_actor_nouns().head(["green", "apples"]) is None


def test_no_neutral_wording_is_itself_loaded():
    nouns = load_actor_nouns()
    for label in ("terrorists", "regime", "thugs", "invaders", "mercenaries", "takfiris"):
        neutral = nouns.find(nouns.find(label).neutral)
        assert neutral is None or not neutral.loaded


@pytest.mark.parametrize(
    ("word", "iso"),
    [("Nigerien", "NE"), ("Nigerian", "NG"), ("Burkinabé", "BF"), ("Philippine", "PH"), ("Syrian", "SY")],
)
def test_adjectives(word, iso):
    assert load_demonyms().of_adjective(word).iso == iso


def test_demonyms_and_names():
    demonyms = load_demonyms()
    assert demonyms.of_people("Poles").iso == "PL"
    assert demonyms.named("the DRC").iso == "CD"
    assert demonyms.named("Türkiye").iso == "TR"
    assert demonyms.of_adjective("Dominican") is None
    assert demonyms.of_adjective("Dominican", ("DO",)).iso == "DO"
    assert len(demonyms) >= 193


def test_each_country_stands_once_with_an_adjective():
    demonyms = load_demonyms()
    countries = [demonyms.by_iso(iso) for iso in demonyms.codes]
    assert all(len(c.iso) == 2 and c.iso.isupper() and c.adjectives for c in countries)
    assert len({c.name for c in countries}) == len(countries)
