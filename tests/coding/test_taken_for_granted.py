# ruff: noqa: E501 - sentences with their trees read better on one line
"""What is willed about an event does not make the event itself one that is only willed."""

import pytest

from dateline.coding.attribution.page import Page
from dateline.coding.stance.modality import mode_of
from tests.coding.treed import treed


@pytest.mark.parametrize(("verb", "mode"), [("investigate", None), ("order", "intended")])
def test_a_killing_to_be_investigated_has_happened(verb, mode):
    page = Page(treed(f"They PRON 3 nsubj | would AUX 3 aux | {verb} VERB 0 root | the DET 5 det | killing NOUN 3 obj | of ADP 8 case | "
                      "a DET 8 det | farmer NOUN 5 nmod"))
    found = mode_of(page, (4, 5), frozenset())
    assert (found[0] if found else None) == mode
