# ruff: noqa: E501 - sentences with their trees read better on one line
"""The means of an attack and the two sides of a clash say of which kind it is."""

import pytest

from dateline.coding.draft import ROLES, Draft
from dateline.coding.precedence import by_weapon
from dateline.coding.tree import Tree
from dateline.model.claim import Participant, Weapon
from tests.coding.treed import treed

WITH_DRONES = "Rebels:rebel NOUN 2 nsubj | attacked:attack VERB 0 root | Port PROPN 2 obj | with ADP 5 case | drones:drone NOUN 2 obl"
CLASH = "A DET 2 det | clash NOUN 0 root"


def typed(sentence, at, sub_type, *actor_types, weapon=None):
    analysis = treed(sentence)
    d = Draft((at, at + 1), sub_type, 0.9, "news", [(0, len(analysis.words))], {role: [] for role in ROLES})
    d.participants = [Participant("agent", None, "x", None, kind, ()) for kind in actor_types]
    if weapon:
        span = analysis.span(weapon[0], weapon[0] + 1)
        d.weapons = [Weapon(weapon[1], span.text, span)]
    return by_weapon(d, Tree(analysis))


@pytest.mark.parametrize("sub_type", ["Attack", "Armed clash"])
def test_an_attack_with_drones_is_a_drone_strike(sub_type):
    assert typed(WITH_DRONES, 1, sub_type, weapon=(4, "drone")) == "Air/drone strike"


def test_a_clash_with_civilians_hurt_stays_a_clash():
    assert typed(CLASH, 1, "Attack", "Rebel Groups", "Civilians") == "Armed clash"


def test_a_clash_of_civilians_is_mob_violence():
    assert typed(CLASH, 1, "Attack", "Civilians", "Civilians") == "Mob violence"


def test_fighting_with_mortars_stays_a_clash():
    fought = "Fighting:fighting NOUN 2 nsubj | erupted:erupt VERB 0 root | with ADP 4 case | mortars:mortar NOUN 1 nmod"
    assert typed(fought, 0, "Armed clash", weapon=(3, "artillery")) == "Armed clash"
