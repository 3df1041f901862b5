# ruff: noqa: E501 - sentences with their trees read better on one line
"""What an act is, with the number of those whom it is done to, is a toll."""

import pytest

from dateline.coding.draft import ROLES, Draft
from dateline.coding.toll_of_type import add_tolls_of_type
from dateline.coding.tree import Tree
from dateline.language.quantities import find_quantities
from tests.coding.treed import treed


@pytest.mark.parametrize(
    ("sentence", "sub_type", "told"),
    [
        ("Gunmen:gunman NOUN 2 nsubj | seized:seize VERB 0 root | 14 NUM 4 nummod | pupils:pupil NOUN 2 obj NNS",
         "Abduction/forced disappearance", [("abducted", 14)]),
        ("300 NUM 2 nummod | families:family NOUN 3 nsubj NNS | arrived:arrive VERB 0 root", "Displacement", [("displaced", 300)]),
        ("They PRON 2 nsubj | plundered:plunder VERB 0 root | 30 NUM 4 nummod | shops:shop NOUN 2 obj NNS",
         "Looting/property destruction", [("destroyed", 30)]),
        ("They PRON 2 nsubj | robbed:rob VERB 0 root | 30 NUM 4 nummod | traders:trader NOUN 2 obj NNS",
         "Looting/property destruction", []),
        ("Gunmen:gunman NOUN 2 nsubj | seized:seize VERB 0 root | pupils:pupil NOUN 2 obj NNS",
         "Abduction/forced disappearance", []),
    ],
)  # fmt: skip
def test_the_count_of_whom_it_is_done_to(sentence, sub_type, told):
    analysis = treed(sentence)
    analysis = type(analysis)(
        analysis.text, analysis.words, analysis.sentences, quantities=find_quantities(analysis.text),
        sentence_of=analysis.sentence_of,
    )
    verb = next(w.index for w in analysis.words if w.upos == "VERB")
    d = Draft((verb, verb + 1), sub_type, 0.9, "news", [(0, len(analysis.words))], {role: [] for role in ROLES})
    add_tolls_of_type([d], Tree(analysis))
    assert [(t.kind, t.best) for t in d.tolls] == told
