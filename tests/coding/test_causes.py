# ruff: noqa: E501 - sentences with their trees read better on one line
"""Links of cause that the tree draws."""

import pytest

from dateline.coding.cause_mentions import Mention
from dateline.coding.causes import find_causes
from tests.coding.treed import treed


def links(analysis, doers=None, struck=None, **sub_types):
    words = {w.text: w.index for w in analysis.words}
    did, hit = doers or {}, struck or {}
    events = [Mention(word, words[word], words[word] + 1, sub, frozenset(did.get(word, ())), frozenset(hit.get(word, ())))
              for word, sub in sub_types.items()]
    return [(effect, cause, cue.text) for effect, cause, cue in find_causes(analysis, events)]


def test_an_answer_at_the_end_of_a_sentence():
    analysis = treed(
        "Jets:jet NOUN 2 nsubj | bombed:bomb VERB 0 root | Taiz PROPN 2 obj",
        "Rebels:rebel NOUN 2 nsubj | shelled:shell VERB 0 root | Marib PROPN 2 obj | in ADP 5 case | response NOUN 2 obl",
    )
    assert links(analysis, bombed="Air/drone strike", shelled="Shelling/artillery/missile attack") == [
        ("shelled", "bombed", "in response")
    ]


def test_displacement_by_what_its_participle_hangs_on():
    analysis = treed("They PRON 2 nsubj | attacked:attack VERB 0 root | Ulla PROPN 2 obj | displacing:displace VERB 2 advcl VBG | "
                     "families:family NOUN 4 obj")
    assert links(analysis, attacked="Attack", displacing="Displacement") == [("displacing", "attacked", "displacing")]


def test_displacement_in_a_relative_clause_after_a_conjunct():
    analysis = treed("strikes:strike NOUN 0 root | that PRON 3 nsubj WDT | razed:raze VERB 1 acl:relcl | homes:home NOUN 3 obj | "
                     "and CCONJ 6 cc | displaced:displace VERB 3 conj | many ADJ 6 obj")
    assert links(analysis, strikes="Air/drone strike", displaced="Displacement") == [("displaced", "strikes", "displaced")]


def test_after_is_a_cause_of_what_reacts_alone():
    sentence = ("Police NOUN 2 nsubj | detained:detain VERB 0 root | ten NUM 2 obj | after SCONJ 6 mark | miners:miner NOUN 6 nsubj | "
                "marched:march VERB 2 advcl")
    assert links(treed(sentence), detained="Arrests", marched="Peaceful protest") == [("detained", "marched", "after")]


def test_sequence_alone_is_no_cause():
    sentence = ("Jets:jet NOUN 2 nsubj | bombed:bomb VERB 0 root | it PRON 2 obj | after SCONJ 6 mark | rebels:rebel NOUN 6 nsubj | "
                "attacked:attack VERB 2 advcl")
    assert links(treed(sentence), bombed="Air/drone strike", attacked="Attack") == []


def test_what_follows_an_event_answers_it():
    sentence = ("The DET 2 det | strike NOUN 3 nsubj | followed:follow VERB 0 root | the DET 5 det | arrest NOUN 3 obj | "
                "of ADP 8 case | a DET 8 det | banker NOUN 5 nmod")
    assert links(treed(sentence), strike="Peaceful protest", arrest="Arrests") == [("strike", "arrest", "followed")]


@pytest.mark.parametrize(("word", "found"), [("following", [("Clashes", "murder", "following")]), ("amid", [])])
def test_what_begins_or_grows_after_an_event_is_caused_by_it(word, found):
    sentence = (f"Clashes:clash NOUN 2 nsubj | intensified:intensify VERB 0 root | {word}:{word} ADP 5 case | the DET 5 det | "
                "murder NOUN 2 obl | of ADP 8 case | a DET 8 det | trader NOUN 5 nmod")
    assert links(treed(sentence), Clashes="Armed clash", murder="Attack") == found


def test_a_time_of_weeks_is_no_cause():
    sentence = ("The DET 2 det | raid NOUN 3 nsubj | came:come VERB 0 root | weeks:week NOUN 8 obl:unmarked | after SCONJ 8 mark | "
                "the DET 7 det | governor NOUN 8 nsubj | signed:sign VERB 3 advcl | a DET 10 det | truce NOUN 8 obj")
    assert links(treed(sentence), raid="Attack", signed="Agreement") == []


def test_a_verb_of_cause_is_said_of_its_own_subject():
    sentence = ("After ADP 3 case | the DET 3 det | attack NOUN 6 obl | the DET 5 det | army NOUN 6 nsubj | forced:force VERB 0 root | "
                "people NOUN 6 obj | to PART 9 mark | flee VERB 6 xcomp")
    assert ("flee", "attack", "forced") not in links(treed(sentence), attack="Attack", flee="Displacement")


def test_handing_over_is_no_quarrel_over():
    sentence = ("They PRON 3 nsubj | will AUX 3 aux | hand VERB 0 root | over ADP 6 case | the DET 6 det | dam NOUN 3 obl | unless SCONJ 9 mark | "
                "troops:troop NOUN 9 nsubj | leave VERB 6 acl")
    assert links(treed(sentence), hand="Non-violent transfer of territory", leave="Movement of forces") == []


def test_a_connective_reaches_no_further_than_its_phrase():
    sentence = ("Kenya PROPN 2 nsubj | shut VERB 0 root | the DET 4 det | border NOUN 2 obj | amid ADP 7 case | a DET 7 det | dispute NOUN 2 obl | "
                ", PUNCT 11 punct | and CCONJ 11 cc | shells:shell NOUN 11 nsubj | wounded:wound VERB 2 conj")
    assert links(treed(sentence), shut="Blockade", wounded="Attack") == []


def test_an_answer_looks_past_a_sentence_without_events():
    analysis = treed(
        "Jets:jet NOUN 2 nsubj | bombed:bomb VERB 0 root | Taiz PROPN 2 obj",
        "Shops:shop NOUN 3 nsubj | were AUX 3 cop | shut ADJ 0 root",
        "Rebels:rebel NOUN 2 nsubj | responded:respond VERB 0 root | with ADP 4 case | rockets:rocket NOUN 2 obl",
    )
    assert links(analysis, bombed="Air/drone strike", rockets="Shelling/artillery/missile attack") == [
        ("rockets", "bombed", "responded with")
    ]


@pytest.mark.parametrize(
    ("doers", "struck", "found"),
    [
        ({"attacked": ("rebels",)}, {"bombed": ("rebels",)}, [("bombed", "attacked", "after")]),
        ({"attacked": ("rebels",)}, {"bombed": ("villagers",)}, []),
        ({"attacked": ("army",), "bombed": ("army",)}, {"bombed": ("villagers",)}, []),
    ],
)
def test_after_is_a_cause_where_an_act_strikes_who_did_the_other(doers, struck, found):
    sentence = ("Jets:jet NOUN 2 nsubj | bombed:bomb VERB 0 root | it PRON 2 obj | after SCONJ 6 mark | they PRON 6 nsubj | "
                "attacked:attack VERB 2 advcl")
    assert links(treed(sentence), doers, struck, bombed="Air/drone strike", attacked="Attack") == found


@pytest.mark.parametrize(("measure", "found"), [("hours:hour NOUN 6 obl", True), ("months:month NOUN 6 obl", False)])
def test_what_comes_hours_after_an_event_answers_it(measure, found):
    sentence = ("The DET 2 det | raid NOUN 3 nsubj | came:come VERB 0 root | two NUM 5 nummod | "
                f"{measure} | after SCONJ 8 mark | troops:troop NOUN 8 nsubj | shelled:shell VERB 3 advcl")
    links_found = links(treed(sentence), raid="Attack", shelled="Shelling/artillery/missile attack")
    cue = "came two hours after"
    assert links_found == ([("raid", "shelled", cue)] if found else [])


def test_an_event_may_name_itself_an_answer():
    sentence = ("A DET 3 det | revenge NOUN 3 compound | attack NOUN 0 root | for ADP 6 case | the DET 6 det | theft NOUN 3 nmod")
    assert links(treed(sentence), attack="Attack", theft="Looting/property destruction") == [("attack", "theft", "revenge attack for")]


def test_who_is_led_to_do_something_is_led_by_an_event():
    sentence = ("The DET 2 det | blockade NOUN 3 nsubj | led:lead VERB 0 root | him PRON 3 obj | to PART 6 mark | "
                "order VERB 3 xcomp | arrests:arrest NOUN 6 obj")
    assert links(treed(sentence), blockade="Blockade", order="Order") == [("order", "blockade", "led")]


def test_an_event_follows_the_one_told_before():
    analysis = treed(
        "Gunmen:gunman NOUN 2 nsubj | killed:kill VERB 0 root | a DET 4 det | chief NOUN 2 obj",
        "Clashes:clash NOUN 2 nsubj | followed:follow VERB 0 root",
    )
    assert links(analysis, killed="Attack", Clashes="Armed clash") == [("Clashes", "killed", "followed")]


def test_a_toll_is_caused_by_the_event_that_left_it():
    sentence = ("The DET 2 det | fighting NOUN 4 nsubj | has AUX 4 aux | left:leave VERB 0 root | many ADJ 4 obj | dead ADJ 4 xcomp")
    assert links(treed(sentence), fighting="Armed clash", left="Casualty count") == [("left", "fighting", "left")]
