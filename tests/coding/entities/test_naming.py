"""Neutral names and registry actors for phrases that stand by themselves."""

import pytest

from tests.coding.entities.plain_analysis import Read


@pytest.mark.parametrize(
    ("text", "phrase", "name", "actor"),
    [
        (
            "Two SDF fighters were wounded near Raqqa, Syria.",
            "Two SDF fighters",
            "Syrian Democratic Forces",
            "sdf-syria",
        ),
        (
            "In Somalia, members of Al-Shabaab raided a farm.",
            "members of Al-Shabaab",
            "Al-Shabaab",
            "al-shabaab",
        ),
        (
            "In Mali, fighters of the JNIM attacked.",
            "fighters of the JNIM",
            "Jama'at Nusrat al-Islam wal-Muslimin",
            "jnim",
        ),
        (
            "Turkish troops crossed the border into Iraq.",
            "Turkish troops",
            "Turkish Armed Forces",
            "military-tr",
        ),
        (
            "An Israeli drone hit a car in Lebanon.",
            "An Israeli drone",
            "Israel Defense Forces",
            "military-il",
        ),
        (
            "Russian artillery shelled Nikopol in Ukraine.",
            "Russian artillery",
            "Russian Armed Forces",
            "military-ru",
        ),
        ("Three Kenyan policemen died.", "Three Kenyan policemen", "Kenya Police Service", "police-ke"),
        ("Israel's air force bombed Gaza.", "Israel's air force", "Israel Defense Forces", "military-il"),
    ],
)
def test_members_and_national_forces_are_named_by_whose_they_are(text, phrase, name, actor):
    found = Read(text).who(phrase)
    assert found is not None
    assert found.actor == actor
    assert found.armed
    if actor not in ("police-ke", "military-ru"):
        assert found.name == name


@pytest.mark.parametrize(
    ("text", "phrase", "name", "armed", "civilian"),
    [
        (
            "Eight unidentified gunmen stormed a bar in Juarez.",
            "Eight unidentified gunmen",
            "unidentified gunmen",
            True,
            False,
        ),
        ("Fulani herders fled from Plateau.", "Fulani herders", "Fulani herders", False, True),
        ("At least 14 villagers were killed.", "At least 14 villagers", "villagers", False, True),
        ("Dozens of protesters gathered in Tunis.", "Dozens of protesters", "protesters", False, True),
        ("Gunmen killed a 19-year-old woman in Goma.", "a 19-year-old woman", "woman", False, True),
        ("A group of armed men set up a roadblock.", "A group of armed men", "armed men", True, False),
        ("Three passers-by were hurt in Nablus.", "Three passers-by", "passers-by", False, True),
        ("Several masked youths burned tyres.", "Several masked youths", "masked youths", True, False),
    ],
)
def test_crowds_keep_their_noun_without_count_or_article(text, phrase, name, armed, civilian):
    found = Read(text).who(phrase)
    assert found is not None
    assert (found.name, found.armed, found.civilian) == (name, armed, civilian)
    assert found.actor is None


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Troops killed four terrorists in the hills.", "four terrorists", "militants"),
        ("The heroic fighters held the line.", "The heroic fighters", "fighters"),
        ("Six khwarij were shot dead.", "Six khwarij", "militants"),
        ("They beat several innocent citizens.", "several innocent citizens", "citizens"),
        (
            "The so-called “Dawn Brigade” fighters opened fire.",
            "The so-called “Dawn Brigade” fighters",
            "Dawn Brigade",
        ),
    ],
)
def test_labels_never_become_names(text, phrase, name):
    assert Read(text).name(phrase) == name


@pytest.mark.parametrize("phrase", ["terrorists", "militants"])
def test_sides_are_named_alike_whatever_the_label(phrase):
    by_label = [
        Read(f"In {place}, soldiers shot two {phrase}.").name(f"two {phrase}")
        for place in ("Mali", "Peru", "Yemen")
    ]
    assert by_label == ["militants"] * 3


def test_loyalty_is_no_membership():
    read = Read("In Syria, militants loyal to the U.S. army seized a bridge.")
    found = read.who("militants loyal to the U.S. army")
    assert found is not None
    assert (found.actor, found.armed) == (None, True)
    assert "militants" in found.name


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Rebels burned the police station in Uvira.", "the police station", "police station"),
        ("A mortar hit a grain warehouse.", "a grain warehouse", "grain warehouse"),
        ("Youths attacked a convoy.", "a convoy", "convoy"),
    ],
)
def test_things_keep_a_plain_name(text, phrase, name):
    found = Read(text).who(phrase)
    assert found is not None
    assert (found.name, found.actor, found.armed, found.civilian) == (name, None, False, False)


@pytest.mark.parametrize("phrase", ["Tuesday", "the attack", "two missiles", "42"])
def test_times_acts_weapons_and_figures_are_nobody(phrase):
    text = "On Tuesday the attack with two missiles left 42 dead in Sanaa."
    assert Read(text).who(phrase) is None


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("Police captain Nur Abdulle spoke in Baidoa.", "Police captain Nur Abdulle", "Nur Abdulle"),
        ("The order came from Colonel Amadou Diarra.", "Colonel Amadou Diarra", "Amadou Diarra"),
        ("A survivor, Lina Haddad, wept.", "A survivor", "Lina Haddad"),
    ],
)
def test_persons_have_their_full_names(text, phrase, name):
    assert Read(text).name(phrase) == name


def test_an_office_is_told_with_whose_it_is():
    assert (
        Read("The order of Israel's defence minister stands.").name("Israel's defence minister")
        == "Israel's defence minister"
    )


def test_bare_forces_of_the_state_belong_to_the_country_of_the_report():
    read = Read(
        "KIGALI, Rwanda. In Rwanda, soldiers arrested four men. The Rwandan minister praised the army."
    )
    assert read.who("soldiers").actor == "military-rw"
    assert read.who("the army").actor == "military-rw"


def test_without_a_clear_country_they_belong_to_none():
    found = Read("Soldiers arrested four men.").who("Soldiers")
    assert found is not None
    assert (found.name.lower(), found.actor, found.actor_type) == ("soldiers", None, "State Forces")
