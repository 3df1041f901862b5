# ruff: noqa: E501 - sentences with their trees read better on one line
"""An act set before or against another in its sentence is not the same act."""

import pytest

from dateline.coding.candidates import find_candidates
from dateline.coding.sequence import in_sequence
from dateline.coding.tree import Tree
from tests.coding.treed import treed

ANSWER = ("Jets:jet NOUN 2 nsubj | hit VERB 0 root | Barda PROPN 2 obj | in ADP 5 case | response NOUN 2 obl | to ADP 7 case | "
          "strikes:strike NOUN 5 nmod")
AFTER = ("The DET 2 det | assault NOUN 3 nsubj | came:come VERB 0 root | after SCONJ 6 mark | police NOUN 6 nsubj | "
         "killed:kill VERB 3 advcl | a DET 8 det | bandit NOUN 6 obj")
WHILE = "Two NUM 2 nummod | died:die VERB 0 root | when ADV 5 advmod | jets:jet NOUN 5 nsubj | struck:strike VERB 2 advcl"
WON = ("Rebels:rebel NOUN 2 nsubj | seized:seize VERB 0 root | Wau PROPN 2 obj | after ADP 6 case | two NUM 6 nummod | "
       "days:day NOUN 2 obl | of ADP 8 case | fighting NOUN 6 nmod")


@pytest.mark.parametrize(
    ("sentence", "below", "above", "parted"),
    [(ANSWER, 6, 1, True), (AFTER, 5, 1, True), (WHILE, 4, 1, False), (ANSWER, 1, 6, False)],
)
def test_words_that_set_one_event_against_another(sentence, below, above, parted):
    assert in_sequence(below, above, Tree(treed(sentence))) is parted


def acts(sentence, **triggers):
    analysis = treed(sentence, triggers=tuple(triggers.items()))
    return [analysis.words[d.anchor].text for d in find_candidates(analysis, Tree(analysis))]


def test_what_is_answered_is_an_event_of_its_own():
    assert acts(ANSWER, hit="Air/drone strike", strikes="Air/drone strike") == ["hit", "strikes"]


def test_whom_the_police_killed_before_is_no_toll_of_the_assault():
    assert acts(AFTER, assault="Attack", killed="Attack") == ["assault", "killed"]


def test_the_fight_for_a_town_is_its_capture():
    assert acts(WON, seized="Non-state actor overtakes territory", fighting="Armed clash") == ["seized"]


def test_a_killing_by_someone_armed_beside_an_abduction():
    sentence = ("Gunmen:gunman NOUN 2 nsubj | killed:kill VERB 0 root | two NUM 4 nummod | traders:trader NOUN 2 obj | and CCONJ 6 cc | "
                "kidnapped:kidnap VERB 2 conj | a DET 8 det | third NOUN 6 obj")
    assert acts(sentence, kidnapped="Abduction/forced disappearance") == ["killed", "kidnapped"]


def test_a_question_who_did_it_tells_of_no_event():
    sentence = ("Nobody PRON 2 nsubj | knew:know VERB 0 root | who PRON 5 nsubj WP | had:have AUX 5 aux | shelled:shell VERB 2 ccomp | "
                "the DET 7 det | clinic NOUN 5 obj")
    assert acts(sentence, shelled="Shelling/artillery/missile attack") == []


def test_two_events_of_a_verb_of_cause_are_two():
    sentence = ("The DET 2 det | fighting NOUN 4 nsubj:pass | was AUX 4 aux:pass | triggered:trigger VERB 0 root | by ADP 8 case | "
                "a DET 8 det | mine NOUN 8 compound | explosion NOUN 4 obl:agent")
    tree = Tree(treed(sentence))
    assert in_sequence(7, 1, tree)


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Displaced:displace VERB 2 amod VBN | people NOUN 3 nsubj | slept:sleep VERB 0 root", "Displaced"),
        ("They PRON 2 nsubj | want VERB 0 root | an DET 4 det | end NOUN 2 obj | to ADP 6 case | raids:raid NOUN 4 nmod", "raids"),
    ],
)
def test_a_quality_or_an_end_asked_for_is_no_event(sentence, word):
    assert acts(sentence, **{word: "Attack"}) == []
