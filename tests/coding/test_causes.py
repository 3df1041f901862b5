# ruff: noqa: E501 - sentences with their trees read better on one line
"""Links of cause that the tree draws."""

from dateline.coding.cause_mentions import Mention
from dateline.coding.causes import find_causes
from tests.coding.treed import treed


def links(analysis, **sub_types):
    words = {w.text: w.index for w in analysis.words}
    events = [Mention(word, words[word], words[word] + 1, sub) for word, sub in sub_types.items()]
    return [(effect, cause, cue.text) for effect, cause, cue in find_causes(analysis, events)]


def test_an_answer_at_the_end_of_a_sentence():
    analysis = treed(
        "Jets:jet NOUN 2 nsubj | bombed:bomb VERB 0 root | Taiz PROPN 2 obj",
        "Rebels:rebel NOUN 2 nsubj | shelled:shell VERB 0 root | Marib PROPN 2 obj | in ADP 5 case | response NOUN 2 obl",
    )
    assert links(analysis, bombed="Air/drone strike", shelled="Shelling/artillery/missile attack") == [
        ("shelled", "bombed", "in response")
    ]


def test_displacement_by_what_its_participle_hangs_on():
    analysis = treed("They PRON 2 nsubj | attacked:attack VERB 0 root | Ulla PROPN 2 obj | displacing:displace VERB 2 advcl VBG | "
                     "families:family NOUN 4 obj")
    assert links(analysis, attacked="Attack", displacing="Displacement") == [("displacing", "attacked", "displacing")]


def test_displacement_in_a_relative_clause_after_a_conjunct():
    analysis = treed("strikes:strike NOUN 0 root | that PRON 3 nsubj WDT | razed:raze VERB 1 acl:relcl | homes:home NOUN 3 obj | "
                     "and CCONJ 6 cc | displaced:displace VERB 3 conj | many ADJ 6 obj")
    assert links(analysis, strikes="Air/drone strike", displaced="Displacement") == [("displaced", "strikes", "displaced")]


def test_after_is_a_cause_of_what_reacts_alone():
    sentence = ("Police NOUN 2 nsubj | detained:detain VERB 0 root | ten NUM 2 obj | after SCONJ 6 mark | miners:miner NOUN 6 nsubj | "
                "marched:march VERB 2 advcl")
    assert links(treed(sentence), detained="Arrests", marched="Peaceful protest") == [("detained", "marched", "after")]


def test_sequence_alone_is_no_cause():
    sentence = ("Jets:jet NOUN 2 nsubj | bombed:bomb VERB 0 root | it PRON 2 obj | after SCONJ 6 mark | rebels:rebel NOUN 6 nsubj | "
                "attacked:attack VERB 2 advcl")
    assert links(treed(sentence), bombed="Air/drone strike", attacked="Attack") == []
