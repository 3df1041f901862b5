"""Who acts where the verb itself has no subject."""

import pytest

from dateline.coding.complements import fill_roles
from dateline.coding.draft import ROLES, Draft
from dateline.coding.tree import Tree
from tests.coding.treed import treed

BY_GERUND = (
    "The DET 2 det|army NOUN 3 nsubj|tries:try VERB 0 root|to PART 5 mark|hold VERB 3 xcomp|Bor PROPN 5 obj|by SCONJ 8 mark|"
    "sending:send VERB 5 advcl|troops:troop NOUN 8 obj"
)
FORCED = "They PRON 2 nsubj|forced:force VERB 0 root|families:family NOUN 2 obj|to PART 5 mark|sending:leave VERB 2 xcomp"
WHOSE = (
    "The DET 2 det|junta NOUN 4 nmod:poss|'s PART 2 case|attempts:attempt NOUN 0 root|to PART 6 mark|contain VERB 4 acl|"
    "it PRON 6 obj|by SCONJ 9 mark|sending:send VERB 6 advcl|troops:troop NOUN 9 obj"
)
PASSIVE = "Bor PROPN 3 nsubj:pass|was AUX 3 aux:pass|emptied:empty VERB 0 root|by SCONJ 5 mark|sending:send VERB 3 advcl"


@pytest.mark.parametrize(
    ("sentence", "agents"), [(BY_GERUND, ["The army"]), (FORCED, ["families"]), (WHOSE, ["The junta"]), (PASSIVE, [])]
)
def test_the_doer_is_found_above(sentence, agents):
    tree = Tree(treed(sentence))
    at = next(w.index for w in tree.words if w.text == "sending")
    draft = Draft((at, at + 1), "Movement of forces", 0.9, "news", [tree.clause(at)], {role: [] for role in ROLES})
    fill_roles(draft, tree)
    assert [tree.text(r) for r in draft.roles["agent"]] == agents
