# ruff: noqa: E501 - sentences with their trees read better on one line
"""Mentions that point back join the event told before, whoever makes them."""

import dateline
from dateline.coding.back_reference import pointing_mentions, refers_back
from dateline.coding.candidates import find_candidates
from dateline.coding.contents import asked_by, without_mere_contents
from dateline.coding.merge import merge_claims
from dateline.coding.same_event import mark_events
from dateline.coding.tree import Tree
from dateline.model.claim import Participant, Source, Toll
from dateline.model.span import Span
from tests.coding.treed import treed

ACT = "Rebels:rebel NOUN 2 nsubj | bombed:bomb VERB 0 root | a DET 4 det | depot NOUN 2 obj"
BACK = "Police NOUN 2 nsubj | condemned:condemn VERB 0 root | the DET 4 det | attack NOUN 2 obj"
OTHER = "Police NOUN 2 nsubj | condemned:condemn VERB 0 root | another:another DET 4 det | attack NOUN 2 obj"
MARKED = (("bombed", "Air/drone strike"), ("attack", "Armed clash"))


def events(*sentences, triggers=MARKED):
    analysis = treed(*sentences, triggers=triggers)
    tree = Tree(analysis)
    drafts = find_candidates(analysis, tree)
    mark_events(drafts, tree)
    return drafts, tree


def test_a_definite_mention_takes_the_type_of_what_it_refers_to():
    drafts, _ = events(ACT, BACK)
    assert [(d.event, d.sub_type) for d in drafts] == [(0, "Air/drone strike"), (0, "Air/drone strike")]


def test_another_attack_is_another_event():
    drafts, _ = events(ACT, OTHER)
    assert [d.event for d in drafts] == [0, 1]


def test_a_noun_with_particulars_of_its_own_does_not_refer_back():
    drafts, tree = events(
        ACT,
        "Police NOUN 2 nsubj | condemned:condemn VERB 0 root | the DET 4 det | attack NOUN 2 obj | on ADP 6 case | Taiz PROPN 4 nmod",
    )
    assert not refers_back(drafts[1], tree)


def test_a_bare_mention_in_another_voice_is_no_claim():
    drafts, tree = events(ACT, BACK)
    drafts[1].chain = (Source(1, "police", "official", None, None, None),)
    assert len(merge_claims(drafts, tree)) == 1


def test_a_toll_from_another_voice_is_a_claim_of_that_voice():
    drafts, tree = events(ACT, BACK)
    drafts[1].chain = (Source(1, "police", "official", None, None, None),)
    drafts[1].tolls = [Toll("killed", 3, 3, 3, False, "persons", None, "three", Span(0, 5, "Rebel"), None, False)]
    assert len(merge_claims(drafts, tree)) == 2


def test_a_definite_noun_that_is_no_trigger_still_stands_for_its_event():
    drafts, tree = events(ACT, "The DET 2 det | attack NOUN 3 nsubj | shocked:shock VERB 0 root", triggers=MARKED[:1])
    drafts[0].id = "c1"
    assert [(m.id, tree.words[m.first].text) for m in pointing_mentions(drafts, tree)] == [("c1", "attack")]


def test_what_is_asked_for_is_a_claim_only_where_the_codebook_would_code_it():
    drafts, tree = events(
        "She PRON 2 nsubj | begged:beg VERB 0 root | them PRON 2 obj | to PART 5 mark | send VERB 2 xcomp | troops:troop NOUN 5 obj",
        triggers=(),
    )
    drafts[1].stance = "intended"
    assert [d.sub_type for d in without_mere_contents(drafts, tree)] == ["Request"]


OPENED = "Rebels:rebel NOUN 2 nsubj | launched:launch VERB 0 root | {} DET 4 det | offensive NOUN 2 obj"


def test_an_offensive_told_as_new_is_an_event_of_its_own():
    fought = "Rebels:rebel NOUN 2 nsubj | clashed:clash VERB 0 root | with ADP 4 case | soldiers:soldier NOUN 2 obl"
    for article, apart in (("an:a", True), ("the", False)):
        drafts, tree = events(
            fought, OPENED.format(article), triggers=(("clashed", "Armed clash"), ("offensive", "Armed clash"))
        )
        for d in drafts:
            d.participants = [Participant("party", 1, "Rebels", None, None, ())]
        mark_events(drafts, tree)
        assert (drafts[0].event != drafts[1].event) is apart


def test_what_is_asked_for_knows_who_asks():
    drafts, tree = events(
        "They PRON 2 nsubj | requested:request VERB 0 root | air NOUN 4 compound | cover NOUN 2 obj",
        triggers=(("requested", "Request"),),
    )
    for d, name, stance in zip(drafts, ("c1", "c2"), ("stated", "intended"), strict=True):
        d.id, d.stance = name, stance
    assert asked_by(drafts, tree) == {"c2": "c1"}


def test_a_mention_means_the_event_told_by_a_word_of_its_kin():
    shelled = "Rebels:rebel NOUN 2 nsubj | raided:raid VERB 0 root | a DET 4 det | camp NOUN 2 obj"
    killing = "Bandits:bandit NOUN 2 nsubj | murdered:murder VERB 0 root | a DET 4 det | trader NOUN 2 obj"
    drafts, tree = events(
        shelled, killing, "The DET 2 det | raid NOUN 3 nsubj | shocked:shock VERB 0 root",
        triggers=(("raided", "Attack"), ("murdered", "Attack")),
    )
    drafts[0].id, drafts[1].id, drafts[1].event = "c1", "c2", 1
    assert [m.id for m in pointing_mentions(drafts, tree)] == ["c1"]


def test_a_mention_does_not_mean_what_was_only_planned():
    drafts, tree = events(
        "Rebels:rebel NOUN 2 nsubj | bombed:bomb VERB 0 root | a DET 4 det | depot NOUN 2 obj",
        "They PRON 2 nsubj | plan VERB 0 root | to PART 4 mark | storm VERB 2 xcomp | Bor PROPN 4 obj",
        "The DET 2 det | attack NOUN 3 nsubj | shocked:shock VERB 0 root",
        triggers=(("bombed", "Air/drone strike"), ("storm", "Armed clash")),
    )
    drafts[0].id, drafts[1].id, drafts[1].stance = "c1", "c2", "intended"
    assert [m.id for m in pointing_mentions(drafts, tree)] == ["c1"]


def test_a_burning_by_soldiers_is_no_toll_of_the_fight_before():
    drafts, _ = events(
        "Rebels:rebel NOUN 2 nsubj | ambushed:ambush VERB 0 root | a DET 4 det | convoy NOUN 2 obj",
        "Soldiers:soldier NOUN 2 nsubj | entered:enter VERB 0 root | Bor PROPN 2 obj | and CCONJ 5 cc | burned:burn VERB 2 conj | "
        "eleven NUM 7 nummod | huts:hut NOUN 5 obj",
        triggers=(("ambushed", "Armed clash"), ("burned", "Looting/property destruction")),
    )
    assert all(d.event for d in drafts if d.sub_type == "Looting/property destruction")


def test_others_are_hurt_in_the_same_event():
    drafts, _ = events(
        "Rebels:rebel NOUN 2 nsubj | ambushed:ambush VERB 0 root | a DET 4 det | convoy NOUN 2 obj",
        "Twenty:twenty NUM 2 nummod | others:other NOUN 4 nsubj:pass | were AUX 4 aux:pass | wounded:wound VERB 0 root",
        triggers=(("ambushed", "Armed clash"), ("wounded", "Attack")),
    )
    assert [d.event for d in drafts] == [0, 0]


def test_a_mention_that_points_back_and_names_both_sides_keeps_them():
    told = "Clashes broke out in Kidal on Monday. These clashes erupted between fighters of the Northern Council and the Border Police."
    claims = dateline.code(told, outlet="X", published="2024-05-08").claims
    assert {p.side for c in claims for p in c.participants} >= {1, 2}
