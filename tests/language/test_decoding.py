"""Scores into spans and trees."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dateline.language.bio import Scheme
from dateline.language.lemmas import apply, script, settle
from dateline.language.trees import heads

SCHEME = Scheme(["O", "B-x", "I-x", "B-y", "I-y"])


def logp(*tags):
    rows = np.full((len(tags), 5), 0.01, dtype=np.float32)
    rows[np.arange(len(tags)), tags] = 0.96
    return np.log(rows)


def test_spans_of_a_legal_sequence():
    assert [s[:3] for s in SCHEME.spans(logp(0, 1, 2, 3, 0, 1))] == [(1, 3, "x"), (3, 4, "y"), (5, 6, "x")]


def test_an_inside_tag_without_its_beginning_is_repaired():
    chances = [[0.9, 0.04, 0.02, 0.02, 0.02], [0.1, 0.4, 0.45, 0.03, 0.02], [0.05, 0.02, 0.9, 0.02, 0.01]]
    assert [s[:3] for s in SCHEME.spans(np.log(np.array(chances, dtype=np.float32)))] == [(1, 3, "x")]


@given(arrays(np.float32, (7, 5), elements=st.floats(-6, 0, width=32)))
def test_spans_never_overlap(scores):
    ends = [(a, b) for a, b, _, _ in SCHEME.spans(scores)]
    assert all(a < b for a, b in ends)
    assert all(x[1] <= y[0] for x, y in pairwise(ends))


@given(st.integers(1, 12).flatmap(lambda n: arrays(np.float32, (n, n), elements=st.floats(-9, 9, width=32), unique=True)))
def test_heads_are_always_a_tree_with_one_root(scores):
    tree = heads(scores)
    assert sum(h == i for i, h in enumerate(tree)) == 1
    for i in range(len(tree)):
        at = i
        for _ in range(len(tree)):
            at = tree[at]
        assert tree[at] == at


def test_a_cycle_is_broken_where_it_costs_least():
    scores = np.array([[1, 0, 0], [-5, -9, 4], [3, 5, -9]], dtype=np.float32)
    assert heads(scores) == [0, 2, 0]


@pytest.mark.parametrize(("word", "lemma"), [("Militias", "militia"), ("went", "go"), ("U.S.", "u.s."), ("were", "be")])
def test_lemma_scripts_give_back_the_lemma(word, lemma):
    assert apply(word, script(word, lemma)) == lemma


def test_a_script_that_does_not_fit_leaves_the_word():
    assert apply("at", "4|ing") == "at"


@pytest.mark.parametrize(
    ("word", "lemma", "base"),
    [("erupted", "erupte", "erupt"), ("fled", "flee", "flee"), ("stopping", "stopp", "stop"), ("moved", "move", "move")],
)
def test_a_lemma_that_is_no_word_gives_way_to_a_regular_base_form(word, lemma, base):
    assert settle(word, lemma, {"erupt", "flee", "stop", "move"}.__contains__) == base


def test_a_chain_keeps_a_span_in_one_piece():
    labels = ["O", "B-x", "I-x"]
    logp = np.log(np.array([[0.1, 0.8, 0.1], [0.5, 0.1, 0.4], [0.2, 0.1, 0.7]], dtype=np.float32))
    chain = [[0.0, 0.0, 0.0], [-2.0, -2.0, 1.0], [-2.0, -2.0, 1.0]]
    assert [s[:3] for s in Scheme(labels).spans(logp[:2])] == [(0, 1, "x")]
    assert [s[:3] for s in Scheme(labels, chain=chain).spans(logp)] == [(0, 3, "x")]


def test_a_bias_may_be_of_the_beginning_alone():
    labels = ["O", "B-x", "I-x"]
    logp = np.log(np.array([[0.1, 0.8, 0.1], [0.05, 0.5, 0.45]], dtype=np.float32))
    assert [s[:3] for s in Scheme(labels).spans(logp)] == [(0, 1, "x"), (1, 2, "x")]
    assert [s[:3] for s in Scheme(labels, {"B-x": -0.5}).spans(logp)] == [(0, 2, "x")]
