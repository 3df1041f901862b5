import pytest

from dateline.knowledge.weapons import NOT_A_WEAPON, find_weapons, load_weapons


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("with heavy and light weapons", [(1, 5, "heavy weapons")]),
        ("machine guns and mortar rounds", [(0, 2, "heavy weapons"), (3, 5, "artillery")]),
        ("an AK-47", [(1, 2, "small arms")]),
        ("two AK - 47s", [(1, 4, "small arms")]),
        ("barrel bombs", [(0, 2, "air strike")]),
        ("a Shahed drone", [(1, 3, "drone")]),
        ("car bomb", [(0, 2, "IED")]),
        ("improvised explosive devices", [(0, 3, "IED")]),
        ("rocket - propelled grenade", [(0, 4, "rocket-propelled grenade")]),
        ("a grenade", [(1, 2, "grenade")]),
        ("landmine", [(0, 1, "mine")]),
        ("knives and machetes", [(0, 1, "knife"), (2, 3, "knife")]),
        ("suicide vest", [(0, 2, "explosive belt")]),
        ("chlorine gas", [(0, 2, "chemical weapon")]),
        ("Armoured personnel carriers", [(0, 3, "armour")]),
        ("ballistic missiles", [(0, 2, "missile")]),
    ],
)
def test_weapons_are_found_with_their_kind(words, found):
    assert find_weapons(words.split()) == found


@pytest.mark.parametrize(
    "words", ["", "a water tank", "the gold mines", "a think tank", "bomb shelters", "they met"]
)
def test_other_senses_are_left_alone(words):
    assert find_weapons(words.split()) == []


def test_a_mine_beside_a_gold_mine_is_still_found():
    assert find_weapons(["gold", "mine", "hit", "mine"]) == [(3, 4, "mine")]


def test_no_phrase_has_two_kinds():
    from dateline.knowledge.table import listed, packaged, read_rows
    from dateline.knowledge.weapons.matcher import COLUMNS, _spellings

    kinds = {}
    for _, row in read_rows(packaged("weapons", "weapons.csv"), COLUMNS):
        for phrase in listed(row["phrases"]):
            for words in _spellings(phrase):
                assert kinds.setdefault(words, row["kind"]) == row["kind"], phrase


def test_every_blocking_phrase_holds_a_weapon_word():
    weapons = load_weapons()
    for words in [words for words, kind in weapons._kinds.items() if kind == NOT_A_WEAPON]:
        parts = [words[:-1], *([word] for word in words)]
        assert any(weapons.find(part) for part in parts), words


def test_the_kinds_of_the_claim_record_are_there():
    assert load_weapons().kinds >= {
        "small arms", "heavy weapons", "rocket-propelled grenade", "artillery", "missile", "drone",
        "air strike", "IED", "mine", "knife",
    }  # fmt: skip
