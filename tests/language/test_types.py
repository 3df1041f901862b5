"""The heads over whole sentences, as shipped."""

import pytest

from dateline.language.network import WEIGHTS, load
from dateline.language.types import SentenceTypes

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "types.onnx").exists(), reason="the weights hold no sentence types"
)


@pytest.fixture(scope="module")
def types():
    return SentenceTypes(load())


def best(chances):
    assert sum(chances.values()) == pytest.approx(1, abs=1e-4)
    assert list(chances.values()) == sorted(chances.values(), reverse=True)
    return next(iter(chances))


@pytest.mark.parametrize(
    ("text", "source", "target", "root"),
    [
        ("Norway accused Belarus of jamming its aircraft.", "Norway", "Belarus", "ACCUSE"),
        ("Troops shelled the rebels near Loikaw.", "Troops", "the rebels", "ASSAULT"),
        ("Qatar sent food and medicine to Chad.", "Qatar", "Chad", "AID"),
    ],
)
def test_the_root_of_what_a_source_does_to_a_target(types, text, source, target, root):
    spans = [(text.index(words), text.index(words) + len(words)) for words in (source, target)]
    assert best(types.root(text, *spans)) == root


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("A suicide bomber blew himself up at a police post, killing four officers.", "Suicide bomb"),
        ("Warplanes bombed a fuel depot outside the town overnight.", "Air/drone strike"),
        ("Hundreds marched peacefully through the capital to demand elections.", "Peaceful protest"),
    ],
)
def test_the_sub_type_of_a_snippet(types, text, label):
    assert best(types.snippet(text)) == label


def test_a_text_without_words_has_no_type(types):
    assert types.snippet(" \n") == {}
