"""Standing facts, in sentences written for the purpose."""

from importlib.resources import files

import pytest

from dateline.coding.relations import find_relations
from dateline.language import network
from dateline.language.analyse import Analyser
from dateline.model.analysis import Analysis
from dateline.model.claim import Source, Stance
from dateline.model.record import Relation
from tests.coding.guessed_words import analysis

TAGS = {
    word: tag
    for tag, words in {
        "ADJ": "loyal",
        "VERB": "linked affiliated backed led comprise known shelled attacked said left entered",
    }.items()
    for word in words.split()
}


def unknown(first: int, last: int) -> None:
    return None


def stated(at: int) -> tuple[tuple[Source, ...], Stance]:
    return (Source(0, "Outlet", "outlet"),), "stated"


def facts(read: Analysis) -> list[tuple[str, str, str]]:
    found = find_relations(read, unknown, stated)
    assert all(read.text[r.evidence.start : r.evidence.end] == r.evidence.text for r in found)
    assert all(r.stance == "stated" and r.attribution for r in found)
    return [(r.subject, r.predicate, r.object) for r in found]


def one(text: str, **kinds: str) -> Relation:
    (relation,) = find_relations(analysis(text, TAGS, **kinds), unknown, stated)
    return relation


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("The ADF, which is linked to Daesh, attacked Beni.", ("ADF", "affiliated_with", "Daesh")),
        ("Militants loyal to Haftar entered Sirte.", ("Militants", "affiliated_with", "Haftar")),
        ("Rwanda-backed M23 attacked Sake.", ("M23", "backed_by", "Rwanda")),
        ("M23, backed by Rwanda, attacked Sake.", ("M23", "backed_by", "Rwanda")),
        (
            "U.S.-aligned militants attacked a convoy.",
            ("U.S.-aligned militants", "affiliated_with", "United States"),
        ),
        ("The pro-Russian Sparta Battalion left.", ("Sparta Battalion", "affiliated_with", "Russia")),
        ("The Sparta Battalion, a unit of Vostok, left.", ("Sparta Battalion", "part_of", "Vostok")),
        ("JNIM, an al-Qaeda affiliate, left.", ("JNIM", "affiliated_with", "al-Qaeda")),
        ("The Qassam Brigades, Hamas's armed wing, left.", ("Qassam Brigades", "part_of", "Hamas")),
        ("Insurgents left. The insurgents, known locally as Shabab, attacked Macomia.", ("insurgents", "alias_of", "Shabab")),
        ("Turkish-backed factions left.", ("Turkish-backed factions", "backed_by", "Turkey")),
        ("Iran's Quds Force left.", ("Quds Force", "part_of", "Iran")),
        ("Wagner, also known as “Africa Corps”, left.", ("Wagner", "alias_of", "Africa Corps")),
        ("The Arakan Army (AA) attacked Paletwa.", ("Arakan Army", "alias_of", "AA")),
        ("The Vostok Brigade, led by Sladkov, left.", ("Sladkov", "leads", "Vostok Brigade")),
        ("The army shelled RSF-held Nyala.", ("RSF", "controls", "Nyala")),
    ],
)
def test_facts_are_found_without_a_tree(text: str, fact: tuple[str, str, str]) -> None:
    kinds = {"Nyala": "Location", "Sirte": "Location", "Beni": "Location"}
    assert facts(analysis(text, TAGS, **kinds)) == [fact]


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers backed by helicopters attacked.",
        "The group is not linked to Daesh.",
        "Deaths linked to the siege rose.",
        "The United Nations (AFP) said so.",
        "Self-led forces left.",
        "The army shelled the town.",
        "The People's Defence Force attacked.",
        "The Vostok Brigade, formerly led by Sladkov, left.",
    ],
)
def test_what_is_no_standing_fact_is_left_alone(text: str) -> None:
    assert facts(analysis(text, TAGS)) == []


def test_a_list_set_off_by_a_comma_gives_one_fact_each() -> None:
    text = (
        "The “Lions”, “Eagles” forces, and the “Wolves” units, also known as “WLV”, affiliated with the NDF."
    )
    found = facts(analysis(text, TAGS))
    assert {s for s, p, o in found if p == "affiliated_with" and o == "NDF"} == {
        "Lions",
        "Eagles",
        "Wolves units",
    }


@pytest.mark.parametrize(
    ("amount", "value"),
    [
        ("over 70%", ">0.7"),
        ("about half", "~0.5"),
        ("a third", "0.33"),
        ("less than 20 per cent", "<0.2"),
        ("at least 60 percent", ">=0.6"),
        ("the majority", ">0.5"),
    ],
)
def test_shares_are_told_for_each_subject(amount: str, value: str) -> None:
    text = f"The Dinka and Nuer tribes, which comprise {amount} of the Council, left."
    found = find_relations(analysis(text, TAGS), unknown, stated)
    assert [(r.subject, r.predicate, r.object, r.value) for r in found] == [
        ("Dinka tribes", "share_of", "Council", value),
        ("Nuer tribes", "share_of", "Council", value),
    ]


def test_the_known_name_goes_before_the_words() -> None:
    def name_of(first: int, last: int) -> str | None:
        return {"ADF": "Allied Democratic Forces"}.get(read.words[last - 1].text)

    read = analysis("The ADF, which is linked to Daesh, attacked Beni.", TAGS)
    (relation,) = find_relations(read, name_of, stated)
    assert relation.subject == "Allied Democratic Forces"
    assert relation.evidence.text == "ADF, which is linked to Daesh"


def test_two_names_of_one_thing_are_no_fact_about_it() -> None:
    read = analysis("The Arakan Army (AA) attacked Paletwa.", TAGS)
    assert find_relations(read, lambda first, last: "Arakan Army" if last < 6 else None, stated) == ()


def test_a_fact_told_twice_is_given_once() -> None:
    text = "Rwanda-backed M23 attacked Sake. M23, backed by Rwanda, left."
    assert facts(analysis(text, TAGS)) == [("M23", "backed_by", "Rwanda")]


def test_an_empty_text_gives_none() -> None:
    assert find_relations(Analysis("", (), ()), unknown, stated) == ()


needs_weights = pytest.mark.skipif(
    not (files("dateline.language") / "weights" / "encoder.onnx").is_file(), reason="no trained weights here"
)


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    return Analyser(network.load())


@needs_weights
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kataib Hezbollah, a powerful faction of the PMF, is headed by Abu Hussein al-Hamidawi.",
            {
                ("Kataib Hezbollah", "part_of", "PMF"),
                ("Abu Hussein al-Hamidawi", "leads", "Kataib Hezbollah"),
            },
        ),
        ("RSF leader Mohamed Hamdan Dagalo denied the report.", {("Mohamed Hamdan Dagalo", "leads", "RSF")}),
        (
            "Khalifa Haftar, commander of the Libyan National Army, met officials in Benghazi.",
            {("Khalifa Haftar", "leads", "Libyan National Army")},
        ),
        (
            "Ali Hassan, a senior member of the Quds Force, was killed in Damascus.",
            {("Ali Hassan", "member_of", "Quds Force")},
        ),
        (
            "M23, which is supported by Rwanda, controls the city of Goma.",
            {("M23", "backed_by", "Rwanda"), ("M23", "controls", "Goma")},
        ),
        (
            "The al-Tanf base, located near the Jordanian border, was attacked.",
            {("al-Tanf base", "located_at", "Jordanian border")},
        ),
        (
            "Sunni Arabs make up about a third of the Syrian Democratic Forces.",
            {("Sunni Arabs", "share_of", "Syrian Democratic Forces")},
        ),
        ("The driver was a Hezbollah commander, the army said.", {("driver", "member_of", "Hezbollah")}),
    ],
)
def test_the_engine_s_analysis_serves(
    analyser: Analyser, text: str, expected: set[tuple[str, str, str]]
) -> None:
    assert expected <= set(facts(analyser.analyse(text)))


@needs_weights
@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed 14 people in a market in Plateau State on Sunday, police said.",
        "Rescue teams backed by two helicopters searched the valley for the missing climbers.",
    ],
)
def test_reports_of_events_alone_have_no_facts(analyser: Analyser, text: str) -> None:
    assert facts(analyser.analyse(text)) == []
