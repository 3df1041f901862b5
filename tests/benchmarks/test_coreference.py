"""The measures of coreference, against examples worked by hand."""

import pytest

from benchmarks.coreference import b_cubed, ceaf_e, clusters, conll, muc
from benchmarks.event_coreference import document, matched, over_gold

KEY = [frozenset("abc"), frozenset("defg")]
RESPONSE = [frozenset("ab"), frozenset("cd"), frozenset("fghi")]
"""The example of Pradhan et al. 2014: e is missing, h and i are made up."""

XML = b"""<Document doc_name="7_1ecb.xml"><token t_id="1" sentence="0" number="0">Rebels</token>
<token t_id="2" sentence="0" number="1">attacked</token><token t_id="3" sentence="0" number="2">.</token>
<token t_id="4" sentence="1" number="0">They</token><token t_id="5" sentence="1" number="1">fled</token>
<token t_id="6" sentence="1" number="2">the</token><token t_id="7" sentence="1" number="3">attack</token>
<Markables><ACTION_OCCURRENCE m_id="1"><token_anchor t_id="2"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="2"><token_anchor t_id="7"/></ACTION_OCCURRENCE>
<ACTION_OCCURRENCE m_id="3"><token_anchor t_id="5"/></ACTION_OCCURRENCE>
<HUMAN_PART_PER m_id="4"><token_anchor t_id="1"/></HUMAN_PART_PER>
<ACTION_OCCURRENCE m_id="9" instance_id="ACT5"/></Markables>
<Relations><CROSS_DOC_COREF r_id="1" note="ACT5"><source m_id="1"/><source m_id="2"/><target m_id="9"/></CROSS_DOC_COREF>
</Relations></Document>"""


def test_links():
    found = muc(KEY, RESPONSE)
    assert (found.recall, found.precision) == pytest.approx((2 / 5, 2 / 5))


def test_mentions():
    found = b_cubed(KEY, RESPONSE)
    # Recall: (4/3 + 1/3) of the first cluster, (1/4 + 4/4) of the second, over seven mentions.
    assert (found.recall, found.precision) == pytest.approx((35 / 12 / 7, 4 / 8))


def test_clusters():
    found = ceaf_e(KEY, RESPONSE)
    # abc with ab: 4/5; defg with fghi: 4/8.
    assert (found.recall, found.precision) == pytest.approx((1.3 / 2, 1.3 / 3))


def test_the_mean_of_three():
    f1 = [0.4, 2 * (35 / 84) * 0.5 / (35 / 84 + 0.5), 2 * 0.65 * (1.3 / 3) / (0.65 + 1.3 / 3)]
    assert conll(KEY, RESPONSE) == pytest.approx(sum(f1) / 3)
    assert conll(KEY, KEY) == 1.0
    assert conll(KEY, []) == 0.0


def test_a_document_is_read_with_its_events():
    found = document("7_1ecb", XML, {0, 1})
    assert found.text == "Rebels attacked.\nThey fled the attack\n"
    assert found.words(7, 15) == {2}
    events = {tuple(sorted(words)): event for (_, words), event in found.mentions.items()}
    assert events == {(2,): "ACT5", (7,): "ACT5", (5,): "7_1ecb 3"}
    assert {words for _, words in document("7_1ecb", XML, {0}).mentions} == {frozenset({2})}


def test_claims_are_laid_over_mentions():
    gold = {("d", frozenset({2, 3})): "x", ("d", frozenset({7})): "x"}
    told = {("d", frozenset({3})): "i-1", ("d", frozenset({9})): "i-1"}
    laid = over_gold(gold, told)
    assert laid["d", frozenset({2, 3})] == "i-1"
    assert len(clusters(laid.items())) == 2
    assert matched(gold, told) == {("d", frozenset({2, 3})): "i-1", ("d", frozenset({9})): "i-1"}
