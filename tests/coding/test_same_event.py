# ruff: noqa: E501 - sentences with their trees read better on one line
"""Mentions that point back join the event told before, whoever makes them."""

from dateline.coding.candidates import find_candidates
from dateline.coding.contents import asked_by, without_mere_contents
from dateline.coding.merge import merge_claims
from dateline.coding.same_event import mark_events, pointing_mentions, refers_back
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
