# ruff: noqa: E501 - sentences with their trees read better on one line
"""A verb with what it is done to names an event by itself; the same verb with something else names none."""

import pytest

from dateline.coding.frames import frame_of, objects, subjects
from dateline.coding.tree import Tree
from dateline.knowledge.codebook import SUB_TYPES
from dateline.knowledge.codebook.frames import NOTHING, load_frames
from tests.coding.treed import treed


def named(word, *sentence):
    tree = Tree(treed(*sentence))
    return frame_of(next(w.index for w in tree.words if w.text == word), tree)


@pytest.mark.parametrize(
    ("word", "sentence", "sub_type"),
    [
        ("cut", "Militiamen:militiaman NOUN 2 nsubj | cut VERB 0 root | two NUM 4 nummod | bridges:bridge NOUN 2 obj", "Blockade"),
        ("cut", "Ministers:minister NOUN 2 nsubj | cut VERB 0 root | the DET 4 det | budget NOUN 2 obj", None),
        ("requested", "He PRON 2 nsubj | requested:request VERB 0 root | air NOUN 4 compound | cover NOUN 2 obj", "Request"),
        ("shot", "They PRON 2 nsubj | shot:shoot VERB 0 root | down ADP 2 compound:prt | nine NUM 5 nummod | "
                 "drones:drone NOUN 2 obj", "Disrupted weapons use"),
        ("hit", "Their PRON 2 nmod:poss | lorry NOUN 3 nsubj | hit VERB 0 root | a DET 5 det | mine NOUN 3 obj",
         "Remote explosive/landmine/IED"),
        ("fired", "They PRON 2 nsubj | fired:fire VERB 0 root | a DET 4 det | volley NOUN 2 obj | of ADP 6 case | "
                  "rockets:rocket NOUN 4 nmod", "Shelling/artillery/missile attack"),
        ("blocked", "Teachers:teacher NOUN 2 nsubj | blocked:block VERB 0 root | the DET 4 det | highway NOUN 2 obj",
         "Peaceful protest"),
        ("shot", "She PRON 2 nsubj | shot:shoot VERB 0 root | the DET 4 det | documentary NOUN 2 obj", NOTHING),
        ("led", "The DET 2 det | raiders:raider NOUN 3 nsubj | led:lead VERB 0 root | away ADP 3 advmod | nine NUM 6 nummod | "
                "miners:miner NOUN 3 obj", "Abduction/forced disappearance"),
        ("took", "They PRON 2 nsubj | took:take VERB 0 root | nine NUM 4 nummod | nurses:nurse NOUN 2 obj | with ADP 6 case | "
                 "them:they PRON 2 obl", "Abduction/forced disappearance"),
        ("led", "Police NOUN 2 nsubj | led:lead VERB 0 root | away ADV 2 advmod | a DET 5 det | student NOUN 2 obj", "Arrests"),
        ("led", "Thieves:thief NOUN 2 nsubj | led:lead VERB 0 root | away ADV 2 advmod | sixty NUM 5 nummod | camels:camel NOUN 2 obj",
         "Looting/property destruction"),
        ("circled", "Helicopters:helicopter NOUN 2 nsubj | circled:circle VERB 0 root | overhead ADV 2 advmod", NOTHING),
        ("poured", "Jets:jet NOUN 2 nsubj | poured:pour VERB 0 root | barrel NOUN 4 compound | bombs:bomb NOUN 2 obj | on ADP 7 case | "
                   "the DET 7 det | market NOUN 2 obl", "Air/drone strike"),
        ("cleared", "Police NOUN 2 nsubj | cleared:clear VERB 0 root | a DET 4 det | blockade NOUN 2 obj", "Protest with intervention"),
        ("fled", "The DET 2 det | assailants:assailant NOUN 3 nsubj | fled:flee VERB 0 root", NOTHING),
        ("fled", "Villagers:villager NOUN 2 nsubj | fled:flee VERB 0 root | Bor PROPN 2 obj", "Displacement"),
        ("order", "They PRON 2 nsubj | restored:restore VERB 0 root | order NOUN 2 obj", NOTHING),
        ("fight", "Troops:troop NOUN 2 nsubj | left:leave VERB 0 root | without ADP 5 case | a DET 5 det | fight NOUN 2 obl", NOTHING),
        ("left", "It PRON 2 nsubj | left:leave VERB 0 root | thousands:thousand NOUN 2 obj | without ADP 5 case | power NOUN 2 obl", NOTHING),
        ("accused", "She PRON 2 nsubj | met:meet VERB 0 root | a DET 4 det | man NOUN 2 obj | accused:accuse VERB 4 acl VBN | of ADP 7 case | "
                    "arson NOUN 5 obl", NOTHING),
        ("shot", "Rangers:ranger NOUN 2 nsubj | shot:shoot VERB 0 root | two NUM 4 nummod | elephants:elephant NOUN 2 obj", NOTHING),
        ("demonstrations", "It PRON 2 nsubj | prompted:prompt VERB 0 root | demonstrations:demonstration NOUN 2 obj", "Peaceful protest"),
        ("mine", "Rebels:rebel NOUN 2 nsubj | seized:seize VERB 0 root | the DET 4 det | mine NOUN 2 obj", NOTHING),
        ("stopped", "Gunmen:gunman NOUN 2 nsubj | stopped:stop VERB 0 root | a DET 4 det | bus NOUN 2 obj", NOTHING),
        ("came", "Sailors:sailor NOUN 2 nsubj | came:come VERB 0 root | under ADP 4 case | fire NOUN 2 obl", "Armed clash"),
        ("laid", "Cadres:cadre NOUN 2 nsubj | laid:la VERB 0 root | down ADP 2 compound:prt | arms:arm NOUN 2 obj", "Change to group/activity"),
        ("drove", "It PRON 2 nsubj | drove:drive VERB 0 root | families:family NOUN 2 obj | out ADP 7 case | of ADP 7 case | the DET 7 det | "
                  "camp NOUN 2 obl", "Displacement"),
        ("fired", "Troops:troop NOUN 2 nsubj | fired:fire VERB 0 root | into ADP 5 case | the DET 5 det | air NOUN 2 obl | to PART 7 mark | "
                  "disperse VERB 2 advcl | marchers:marcher NOUN 7 obj", "Protest with intervention"),
        ("battle", "the DET 2 det | battle NOUN 0 root | for ADP 5 case | the DET 5 det | title NOUN 2 nmod", NOTHING),
    ],
)  # fmt: skip
def test_what_a_verb_is_done_to_says_what_it_names(word, sentence, sub_type):
    assert named(word, sentence) == sub_type


def test_a_quality_of_a_thing_is_no_event():
    assert named("looted", "the DET 3 det | looted:loot VERB 3 amod | shop NOUN 0 root") is None


def test_trying_names_what_is_tried():
    sentence = ("Students:student NOUN 2 nsubj | tried:try VERB 0 root | to PART 4 mark | storm VERB 2 xcomp | "
                "parliament NOUN 4 obj")
    assert named("tried", sentence) == "Violent demonstration"


def test_objects_are_followed_into_measures_and_conjuncts():
    tree = Tree(treed("They PRON 2 nsubj | burned:burn VERB 0 root | dozens:dozen NOUN 2 obj | of ADP 5 case | huts:hut NOUN 3 nmod"
                      " | and CCONJ 7 cc | shops:shop NOUN 5 conj"))
    assert [tree.words[k].text for k in objects(1, tree)] == ["dozens", "huts", "shops"]


def test_a_relative_pronoun_stands_for_its_noun():
    tree = Tree(treed("men:man NOUN 0 root | who PRON 3 nsubj WP | fled:flee VERB 1 acl:relcl"))
    assert [tree.words[k].text for k in subjects(2, tree)] == ["who", "men"]


def test_frames_name_only_what_the_codebook_has():
    frames = [f for some in load_frames().verbs.values() for _, f in some] + [
        f for some in load_frames().nouns.values() for f in some
    ]
    assert {f.sub_type for f in frames} <= {*SUB_TYPES, NOTHING}
    assert all(
        f.subjects or f.objects or f.modifiers or f.adverbs or f.obliques or f.within or f.infinitive or f.near
        for some in load_frames().verbs.values() for particle, f in some if not particle
    )  # fmt: skip


def test_a_plural_with_a_wrong_lemma_still_fills_its_place():
    sentence = "They PRON 2 nsubj | led:lead VERB 0 root | away ADV 2 advmod | two NUM 5 nummod | women:wome NOUN 2 obj"
    assert named("led", sentence) == "Abduction/forced disappearance"
