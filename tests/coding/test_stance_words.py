"""The lists behind attribution, stance, cause and background, and the rules that need no parse."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.coding.attribution.page import Page
from dateline.coding.background import is_background
from dateline.coding.cause_mentions import Mention
from dateline.coding.causes import find_causes
from dateline.coding.stance.withdrawal import no_sign_of, untruth_of, withdrawal_of
from dateline.knowledge.attribution_words import attribution_words, inflect
from dateline.knowledge.background_words import background_words
from dateline.knowledge.cause_words import cause_words
from dateline.knowledge.stance_words import stance_words
from dateline.model.claim import When
from tests.coding.plain import at, plain

PUBLISHED = date(2024, 3, 15)


def test_forms_of_reporting_verbs_lead_to_their_lemma_and_force() -> None:
    words = attribution_words()
    assert inflect("deny") == ("deny", "denies", "denied", "denying")
    assert inflect("dispute")[3] == "disputing"
    assert {words.verbs[f] for f in ("says", "said", "told", "denied", "alleging")} == {
        "say",
        "tell",
        "deny",
        "allege",
    }
    assert words.forces["deny"] == "deny"
    assert words.forces["claim"] == "doubt"
    assert words.kinds["eyewitnesses"] == "witness"
    assert words.kinds["spokeswoman"] == "official"
    assert words.source


def test_no_stance_word_stands_in_lists_that_contradict_each_other() -> None:
    words = stance_words()
    assert not words.intended_verbs & words.doing_verbs
    assert not words.negative_implicatives & words.doing_verbs
    assert not words.possible_adjectives & words.intended_adjectives
    assert not words.future & words.modals
    assert set(background_words().recent).isdisjoint(background_words().court)


def test_longer_connectives_are_tried_first() -> None:
    lengths = [len(p) for p in cause_words().effect_first]
    assert lengths == sorted(lengths, reverse=True)


@pytest.mark.parametrize(
    ("text", "trigger", "cue"),
    [
        ("Activists said a shell hit the school. They have withdrawn that report.", "hit", "withdrawn"),
        ("The ministry retracted its statement that troops had shelled the camp.", "shelled", "retracted"),
        ("Troops withdrew from the hill. They shelled the camp.", "shelled", None),
        ("Troops shelled the camp. The union withdrew its claim that five had died.", "shelled", None),
        ("A shell hit the school.\n\nThe bank has withdrawn its report on growth.", "hit", None),
    ],
)
def test_reports_taken_back(text: str, trigger: str, cue: str | None) -> None:
    analysis = plain(text)
    found = withdrawal_of(Page(analysis), at(analysis, trigger))
    assert (analysis.span(*found).text if found else None) == cue


@pytest.mark.parametrize(
    ("text", "trigger", "cue"),
    [
        ("Reports that the bridge was blown up are false.", "blown", "false"),
        ("It is not true that soldiers fired on the crowd.", "fired", "not true"),
        ("Soldiers fired on the crowd and gave a false name.", "fired", None),
    ],
)
def test_information_called_untrue(text: str, trigger: str, cue: str | None) -> None:
    analysis = plain(text)
    found = untruth_of(Page(analysis), at(analysis, trigger))
    assert (analysis.span(*found).text if found else None) == cue


def test_no_evidence_that_something_happened() -> None:
    analysis = plain("There was no evidence that the patrol had crossed the border.")
    assert no_sign_of(Page(analysis), at(analysis, "crossed"))


@pytest.mark.parametrize(
    ("text", "trigger", "when", "expected"),
    [
        ("In 2016 a truck bomb killed forty people in the town.", "killed", None, True),
        ("A truck bomb killed forty people in the town on Friday.", "killed", None, False),
        ("A court sentenced a former officer to life for the massacre of 1994.", "massacre", None, True),
        ("Thousands marked the tenth anniversary of the siege.", "siege", None, True),
        ("He was born in Tunis and fought in the war.", "fought", None, True),
        ("Soldiers raided the village.", "raided", When("2022-05-01", "2022-05-01", basis="explicit"), True),
        (
            "Soldiers raided the village.",
            "raided",
            When("2024-03-13", "2024-03-13", basis="published"),
            False,
        ),
        ("Soldiers raided the village.", "raided", None, False),
    ],
)
def test_background_and_news(text: str, trigger: str, when: When | None, expected: bool) -> None:
    analysis = plain(text)
    assert is_background(at(analysis, trigger), when, PUBLISHED, analysis, None) is expected


def test_without_a_publication_date_no_year_is_called_old() -> None:
    analysis = plain("In 2016 a truck bomb killed forty people.")
    assert not is_background(at(analysis, "killed"), None, None, analysis, None)


@pytest.mark.parametrize(
    ("text", "events", "expected"),
    [
        (
            "The clashes were triggered by the arrest of a commander.",
            ("clashes", "arrest"),
            [("clashes", "arrest", "triggered by")],
        ),
        (
            "Rebels shelled the port in retaliation for the raid.",
            ("shelled", "raid"),
            [("shelled", "raid", "in retaliation for")],
        ),
        (
            "The raid sparked protests in the capital.",
            ("raid", "protests"),
            [("protests", "raid", "sparked")],
        ),
        ("The raid led to clashes.", ("raid", "clashes"), [("clashes", "raid", "led to")]),
        (
            "Rebels raided the base. In response, jets bombed the hills.",
            ("raided", "bombed"),
            [("bombed", "raided", "In response")],
        ),
        (
            "Fighting erupted after police arrested a cleric.",
            ("Fighting", "arrested"),
            [("Fighting", "arrested", "erupted after")],
        ),
        ("Jets bombed the hills after rebels raided the base.", ("bombed", "raided"), []),
        ("Police shot a man. Fighting continued elsewhere.", ("shot", "Fighting"), []),
        (
            "Because of the blockade, residents fled the town.",
            ("blockade", "fled"),
            [("fled", "blockade", "Because of")],
        ),
    ],
)
def test_causes_are_found_where_the_text_draws_them(
    text: str, events: tuple[str, ...], expected: list[tuple[str, str, str]]
) -> None:
    analysis = plain(text)
    found = find_causes(analysis, [Mention(e, *at(analysis, e)) for e in events])
    assert [(effect, cause, cue.text) for effect, cause, cue in found] == expected
