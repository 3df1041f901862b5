"""Wording that takes a side, in sentences written for the purpose."""

from importlib.resources import files

import pytest

from dateline.coding.framing import find_framing
from dateline.language import network
from dateline.language.analyse import Analyser
from dateline.model.analysis import Analysis
from tests.coding.guessed_words import analysis

ADJECTIVES = dict.fromkeys(
    [
        "brutal",
        "illegal",
        "stolen",
        "heroic",
        "barbaric",
        "so",
        "fierce",
        "overt",
        "cowardly",
        "puppet",
        "unauthorized",
        "savage",
    ],
    "ADJ",
)
VERBS = dict.fromkeys(
    [
        "said",
        "called",
        "held",
        "captured",
        "seized",
        "shelled",
        "attacked",
        "described",
        "banned",
        "boycotted",
        "took",
        "left",
    ],
    "VERB",
)


def no_target(first: int, last: int) -> None:
    return None


def found(text: str, **kinds: str) -> list[tuple[str, str]]:
    read = analysis(text, ADJECTIVES | VERBS, **kinds)
    return pairs(read)


def pairs(read: Analysis) -> list[tuple[str, str]]:
    items = find_framing(read, no_target)
    assert all(read.text[f.span.start : f.span.end] == f.span.text for f in items)
    return [(f.kind, f.span.text) for f in items]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("The so-called “People's Republic” held a vote.", ("so-called", "so-called “People's Republic”")),
        ("Fighters of the so-called Islamic State left.", ("so-called", "so-called Islamic State")),
        ("A convoy of the “Free Army” left Sabha.", ("scare quotes", "“Free Army”")),
        ("Rebels held “elections” in the east.", ("scare quotes", "“elections”")),
        ('Rebels held "elections" in the east.', ("scare quotes", '"elections"')),
        ("The army captured 12 terrorists near Gao.", ("delegitimizing", "terrorists")),
        ("Troops of the Assad regime shelled Idlib.", ("delegitimizing", "Assad regime")),
        ("The mullah regime attacked Erbil.", ("delegitimizing", "mullah regime")),
        ("They shelled an illegal Russian base.", ("delegitimizing", "illegal")),
        ("They shelled an unauthorized American base.", ("delegitimizing", "unauthorized")),
        ("A convoy of stolen grain left the port.", ("delegitimizing", "stolen")),
        ("Freedom fighters attacked the post.", ("legitimizing", "Freedom fighters")),
        ("The heroic troops took the hill.", ("legitimizing", "heroic")),
        ("The orcs shelled the town.", ("name-calling", "orcs")),
        ("They said cockroaches attacked the town.", ("name-calling", "cockroaches")),
        ("A brutal attack left five dead.", ("intensifier", "brutal")),
        ("The savage bombardment of Marib.", ("intensifier", "savage")),
    ],
)
def test_loaded_words_are_found(text: str, item: tuple[str, str]) -> None:
    assert found(text) == [item]


@pytest.mark.parametrize(
    "text",
    [
        "The Anti-Terrorism Court in Lahore sentenced two men.",
        "The Terrorism Act was amended.",
        "The sanctions regime on Libya was renewed.",
        "The visa regime was eased.",
        "A stolen car was left near the market.",
        "A brutal winter in the hills.",
        "Illegal logging in the reserve.",
        "The Islamic Revolutionary Guard Corps held a parade.",
        "A group known as “The Family” left.",
        "The unit, also known as “Cobra”, left.",
        "The newspaper “Liberty” was banned.",
        "The film “Heroes of the Sea” was banned.",
        "“We held the bridge,” said Colonel Obi.",
        "The minister said the truce was “fragile”.",
        "He called the vote “necessary”.",
        "The counter-terrorist unit left.",
        "The Martyrs Brigade attacked the post.",
        "The army shelled the village and took the hill.",
    ],
)
def test_ordinary_words_are_left_alone(text: str) -> None:
    assert found(text) == []


def test_every_occurrence_counts() -> None:
    text = "Terrorists attacked the post. Two terrorists left."
    assert found(text) == [("delegitimizing", "Terrorists"), ("delegitimizing", "terrorists")]


def test_a_word_inside_doubted_quotation_marks_is_one_item() -> None:
    assert found("The so-called “terrorist regime” left.") == [("so-called", "so-called “terrorist regime”")]


def test_weak_words_count_only_in_a_voice_that_takes_a_side() -> None:
    plain = "The enemy attacked the town. Troops left."
    partisan = "The enemy attacked the town. The occupiers left. The invaders left."
    assert found(plain) == []
    assert ("name-calling", "enemy") in found(partisan)


def test_both_sides_labels_are_found_alike() -> None:
    template = "The {} regime shelled the town and its thugs took the hill."
    assert len(found(template.format("Kiev"))) == len(found(template.format("Putin"))) == 2
    assert len(found("The Zionist enemy attacked.")) == len(found("The mullah regime attacked.")) == 1


def test_target_is_asked_of_what_the_word_is_about() -> None:
    asked: list[tuple[int, int]] = []

    def target(first: int, last: int) -> str:
        asked.append((first, last))
        return " ".join(w.text for w in read.words[first:last])

    read = analysis("They shelled an illegal Russian base near Aleppo.", ADJECTIVES | VERBS)
    (item,) = find_framing(read, target)
    assert item.target == "Russian base"
    assert asked == [(4, 6)]


def test_sport_gives_none() -> None:
    text = (
        "The striker scored twice in a brutal match. The referee ended a heroic attack of the league's best "
        "goalkeeper, and fans said the coach was a hero."
    )
    assert found(text) == []


def test_an_empty_text_gives_none() -> None:
    assert find_framing(Analysis("", (), ()), no_target) == ()


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
            "The fascist occupation forces launched a barbaric attack on Kharkiv on Friday, officials said.",
            {("delegitimizing", "occupation forces"), ("intensifier", "barbaric")},
        ),
        (
            "Brave soldiers repelled a cowardly attack by the so-called “Ambazonia Defence Forces” in Kumbo.",
            {("intensifier", "cowardly"), ("so-called", "so-called “Ambazonia Defence Forces”")},
        ),
        (
            "Convoys carrying stolen Sudanese gold left Darfur, where mercenaries guard an illicit airfield.",
            {("delegitimizing", "stolen"), ("delegitimizing", "mercenaries"), ("delegitimizing", "illicit")},
        ),
        (
            "The resistance fighters ambushed Tatmadaw troops in Sagaing, and two heroes were martyred.",
            {("legitimizing", "resistance fighters")},
        ),
    ],
)
def test_the_engine_s_analysis_serves(analyser: Analyser, text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= set(pairs(analyser.analyse(text)))


@needs_weights
@pytest.mark.parametrize(
    "text",
    [
        "Clashes between the army and the Rapid Support Forces killed 12 people in El Fasher on Monday.",
        "Police in Bogotá arrested three men over the theft of a car, prosecutors said.",
        "A drone hit a fuel depot in Ryazan overnight, the governor said. No one was hurt.",
    ],
)
def test_neutral_reports_have_no_framing(analyser: Analyser, text: str) -> None:
    assert pairs(analyser.analyse(text)) == []
