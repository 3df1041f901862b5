# ruff: noqa: E501 - sentences with their trees read better on one line
"""What authorities ask of the public for its own good is no request between parties."""

import pytest

from dateline.coding.contents import without_mere_contents
from dateline.coding.draft import ROLES, Draft
from dateline.coding.tree import Tree
from tests.coding.treed import treed


def kept(whom, verb, noun):
    tree = Tree(treed(f"Police NOUN 2 nsubj | asked:ask VERB 0 root | {whom} NOUN 2 obj | to PART 5 mark | {verb} VERB 2 xcomp | "
                      f"{noun} NOUN 5 obj"))
    request = Draft((1, 2), "Request", 0.9, "news", [(0, 6)], {role: [] for role in ROLES})
    return bool(without_mere_contents([request], tree))


@pytest.mark.parametrize(
    ("whom", "verb", "noun", "a_claim"),
    [
        ("residents:resident", "report", "strangers", False),
        ("motorists:motorist", "avoid", "bridge", False),
        ("residents:resident", "surrender", "weapons", True),
        ("rebels:rebel", "avoid", "bridge", True),
    ],
)
def test_only_care_asked_of_the_public_is_left_out(whom, verb, noun, a_claim):
    assert kept(whom, verb, noun) is a_claim
