# ruff: noqa: E501 - sentences with their trees read better on one line
"""A weapon belongs to the act done with it; what is taken, lost or stored was not used."""

import pytest

import dateline
from dateline.coding.draft import ROLES, Draft
from dateline.coding.tree import Tree
from dateline.coding.weapons import weapons_used
from dateline.language.network import WEIGHTS
from dateline.model.claim import Weapon
from tests.coding.treed import treed

FIRED = "Rebels:rebel NOUN 2 nsubj | fired:fire VERB 0 root | rifles:rifle NOUN 2 obj"
TAKEN = "Rebels:rebel NOUN 2 nsubj | captured:capture VERB 0 root | rifles:rifle NOUN 2 obj"
STORED = "Jets:jet NOUN 2 nsubj | struck:strike VERB 0 root | ammunition NOUN 4 compound | depots:depot NOUN 2 obj"


@pytest.mark.parametrize(
    ("sentence", "sub_type", "kept"),
    [(FIRED, "Armed clash", 1), (FIRED, "Agreement", 0), (FIRED, "Threat", 0), (TAKEN, "Armed clash", 0), (STORED, "Air/drone strike", 0)],
)
def test_only_what_was_used_is_kept(sentence, sub_type, kept):
    analysis = treed(sentence)
    d = Draft((1, 2), sub_type, 0.9, "news", [(0, len(analysis.words))], {role: [] for role in ROLES})
    span = analysis.span(2, 3)
    d.weapons = [Weapon("small arms", span.text, span)]
    assert len(weapons_used(d, Tree(analysis))) == kept


def test_the_word_for_the_event_may_name_the_device():
    analysis = treed("Drone:drone NOUN 2 compound | strikes:strike NOUN 3 nsubj | killed:kill VERB 0 root | six NUM 3 obj")
    d = Draft((1, 2), "Air/drone strike", 0.9, "news", [(0, 4)], {role: [] for role in ROLES})
    assert [w.kind for w in weapons_used(d, Tree(analysis))] == ["drone"]


@pytest.mark.skipif(not (WEIGHTS / "encoder.onnx").exists(), reason="the engine's weights are not there")
@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("A suicide bomber rammed a truck packed with explosives into a base in Bosaso on Thursday, killing four.", ["IED"]),
        ("Gunmen sprayed a bus with automatic fire near Bosaso on Thursday, killing four passengers.", ["small arms"]),
    ],
)
def test_a_weapon_is_found_whatever_lemma_its_participle_is_given(text, kinds):
    claims = dateline.code(text, outlet="The Valley Post", published="2024-05-20").claims
    assert [w.kind for c in claims for w in c.weapons] == kinds
