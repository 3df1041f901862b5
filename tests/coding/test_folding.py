# ruff: noqa: E501 - sentences with their trees read better on one line
"""Two words of a sentence for one act are one draft; two acts stay two."""

from dateline.coding.candidates import find_candidates
from dateline.coding.tree import Tree
from tests.coding.treed import treed


def told(*sentences, triggers=()):
    analysis = treed(*sentences, triggers=triggers)
    tree = Tree(analysis)
    return [(tree.text(d.trigger), d.sub_type) for d in find_candidates(analysis, tree)]


def test_carrying_out_an_act_is_the_act():
    assert told(
        "Rebels:rebel NOUN 2 nsubj | launched:launch VERB 0 root | an DET 4 det | offensive NOUN 2 obj",
        triggers=(("launched", "Armed clash"), ("offensive", "Armed clash")),
    ) == [("launched", "Armed clash")]


def test_harm_is_the_toll_of_the_act_beside_it():
    assert told(
        "Gunmen:gunman NOUN 2 nsubj | ambushed:ambush VERB 0 root | them PRON 2 obj | killing:kill VERB 2 advcl VBG | two NUM 4 obj",
        triggers=(("ambushed", "Armed clash"), ("killing", "Attack")),
    ) == [("ambushed", "Armed clash")]


def test_harm_that_names_its_means_is_an_event_of_its_own():
    assert told(
        "Jets:jet NOUN 2 nsubj | bombed:bomb VERB 0 root | hills:hill NOUN 2 obj | after SCONJ 6 mark | "
        "officers:officer NOUN 6 nsubj:pass | killed:kill VERB 2 advcl | by ADP 8 case | mine NOUN 6 obl",
        triggers=(("bombed", "Air/drone strike"), ("killed", "Attack")),
    ) == [("bombed", "Air/drone strike"), ("killed", "Remote explosive/landmine/IED")]


def test_talks_on_a_truce_are_talks():
    assert told(
        "They PRON 2 nsubj | held:hold VERB 0 root | talks:talk NOUN 2 obj | on ADP 6 case | a DET 6 det | truce NOUN 3 nmod",
        triggers=(("held", "Talks"), ("talks", "Talks"), ("truce", "Agreement")),
    ) == [("held", "Talks")]


def test_clashes_that_break_out_are_the_clashes():
    assert told(
        "Clashes:clash NOUN 2 nsubj | broke:break VERB 0 root | out ADP 2 compound:prt",
        triggers=(("Clashes", "Armed clash"), ("broke", "Armed clash")),
    ) == [("Clashes", "Armed clash")]


def test_entering_a_place_is_part_of_what_was_done_there():
    assert told(
        "Gunmen:gunman NOUN 2 nsubj | raided:raid VERB 0 root | Dogo PROPN 2 obj | and CCONJ 5 cc | "
        "abducted:abduct VERB 2 conj | nuns:nun NOUN 5 obj",
        triggers=(("raided", "Attack"), ("abducted", "Abduction/forced disappearance")),
    ) == [("abducted", "Abduction/forced disappearance")]


def test_the_kind_of_a_thing_is_no_event():
    assert told(
        "The DET 3 det | attack NOUN 3 compound | helicopters:helicopter NOUN 4 nsubj | landed:land VERB 0 root",
        triggers=(("attack", "Armed clash"),),
    ) == []


def test_deaths_by_accident_are_no_event():
    sentence = ("Soldiers:soldier NOUN 2 nsubj | died:die VERB 0 root | in ADP 5 case | a DET 5 det | crash NOUN 2 obl",)
    assert told(*sentence, triggers=(("died", "Attack"),)) == []


def test_clashes_that_broke_out_are_the_clashes():
    assert told(
        "Clashes:clash NOUN 0 root | erupted:erupt VERB 1 acl:relcl | near ADP 4 case | Port PROPN 2 obl",
        triggers=(("Clashes", "Armed clash"), ("erupted", "Armed clash")),
    ) == [("Clashes", "Armed clash")]


def test_an_order_under_which_fighters_attack_stands_beside_their_attack():
    assert told(
        "Under ADP 2 case | orders:order NOUN 6 obl | from ADP 4 case | Baro PROPN 2 nmod | rebels:rebel NOUN 6 nsubj | "
        "launched:launch VERB 0 root | an:a DET 8 det | offensive NOUN 6 obj",
        triggers=(("offensive", "Armed clash"),),
    ) == [("orders", "Order"), ("launched", "Armed clash")]


def test_air_cover_is_a_strike_to_come_only_where_it_is_asked_for():
    asked = "They PRON 2 nsubj | requested:request VERB 0 root | air NOUN 4 compound | cover NOUN 2 obj"
    had = "They PRON 2 nsubj | had:have VERB 0 root | air NOUN 4 compound | cover NOUN 2 obj"
    assert ("cover", "Air/drone strike") in told(asked)
    assert told(had) == []
