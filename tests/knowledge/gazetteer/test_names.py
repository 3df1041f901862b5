"""Spellings of one place share a key; different places do not."""

import pytest

from dateline.knowledge.gazetteer.kinds import kind_around, split_type
from dateline.knowledge.gazetteer.names import fold, likeness, skeleton, sound


@pytest.mark.parametrize(
    "spellings",
    [
        ("Deir Ezzor", "Dayr az-Zawr", "Deir al-Zour", "Deir ez-Zor", "Deir ez Zour"),
        ("Hasakah", "Al-Hasakeh", "Hassakeh", "al-Hasaka"),
        ("Raqqa", "Ar-Raqqah", "Rakka"),
        ("As-Suwayda", "Sweida", "Suweida"),
        ("Qamishli", "Al Qamishli", "Kameshli"),
        ("Khan Younis", "Khan Yunis"),
        ("Mazar-e Sharif", "Mazar-i-Sharif"),
        ("Kyiv", "Kiev"),
        ("Al-Hussain", "al-Husayn"),
        ("As Suwar", "al-Sour"),
    ],
)
def test_spellings_of_one_place_sound_alike(spellings: tuple[str, ...]) -> None:
    assert len({sound(s) for s in spellings}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("al-Basira", "al-Busayrah"), ("Kharkiv", "Kharkov"), ("Zaporizhzhia", "Zaporozhye")],
)
def test_spellings_further_apart_share_their_consonants(one: str, other: str) -> None:
    assert sound(one) != sound(other)
    assert skeleton(one) == skeleton(other)
    assert likeness(one, other) >= 0.72


@pytest.mark.parametrize(
    ("one", "other"), [("Homs", "Hama"), ("Idlib", "Aleppo"), ("Bakhmut", "Sloviansk"), ("Goma", "Bukavu")]
)
def test_other_places_do_not(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)
    assert likeness(one, other) < 0.72


def test_fold_keeps_letters_and_drops_marks() -> None:
    assert fold("Ma‘arrat an-Nu‘mān") == "maarrat an numan"
    assert fold("Łódź") == "lodz"
    assert fold("الحسكة") == fold("الحسكه")


def test_no_sound_without_latin_letters() -> None:
    assert sound("Київ") == ""
    assert skeleton("دمشق") == ""


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Idlib countryside", ("Idlib", "countryside")),
        ("rural Aleppo", ("Aleppo", "countryside")),
        ("Kherson Oblast", ("Kherson", "admin1")),
        ("the province of Homs", ("Homs", "admin1")),
        ("Manbij city", ("Manbij", "city")),
        ("Afrin district", ("Afrin", "district")),
        ("the “Conoco” gas field", ("Conoco", "site")),
        ("Damascus", ("Damascus", None)),
    ],
)
def test_words_of_type_tell_the_kind(name: str, expected: tuple[str, str | None]) -> None:
    assert split_type(name) == expected


def test_kind_is_read_from_the_words_beside() -> None:
    assert kind_around("the town of ", " fell") == "city"
    assert kind_around("in ", " province on Monday") == "admin1"
    assert kind_around("near the ", " oil field") == "site"
    assert kind_around("in ", " on Monday") is None
