"""The exported encoder computes what the trained one does, padding or not, neighbours or not."""

import numpy as np
import pytest

from dateline.language.feed import feed
from dateline.language.network import WEIGHTS
from dateline.language.wordpiece import WordPiece

torch = pytest.importorskip("torch", reason="training dependencies are not installed")
pytest.importorskip("onnx", reason="training dependencies are not installed")

WORDS = WordPiece.load(WEIGHTS / "vocab.txt")
LONG, SHORT = "Two men fled the old town on Monday".split(), "He waved".split()


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    from training import schemes
    from training.export import EncoderFile, export_floats
    from training.network import Network

    torch.manual_seed(3)
    net = Network(schemes.word_heads(["0|", "1|y"]), schemes.pair_heads(), len(schemes.DEPREL)).eval()
    folder = tmp_path_factory.mktemp("onnx")
    export_floats(net, folder)
    return EncoderFile(net).eval(), folder / "encoder.onnx"


def run(pair, windows):
    import onnxruntime

    module, path = pair
    found = onnxruntime.InferenceSession(str(path)).run(None, feed(windows, WORDS))
    return dict(zip(module.OUTPUTS, found, strict=True))


def of_words(name, value, row, a, b):
    return value[row, a:b, a:b] if name == "arcs" else value[row, a:b]


def test_onnx_equals_torch_on_a_padded_batch(pair):
    windows = [[LONG, SHORT], [SHORT]]
    module, _ = pair
    with torch.no_grad():
        expected = module(*(torch.tensor(v) for v in feed(windows, WORDS).values()))
    got = run(pair, windows)
    for name, a in zip(module.OUTPUTS, expected, strict=True):
        for row, words in ((0, 10), (1, 2)):
            one, other = (of_words(name, x, row, 0, words) for x in (a.numpy(), got[name]))
            np.testing.assert_allclose(one, other, atol=2e-4, err_msg=name)


def test_padding_changes_nothing(pair):
    alone, padded = run(pair, [[SHORT]]), run(pair, [[SHORT], [LONG, LONG]])
    for name, value in alone.items():
        one, other = (of_words(name, x, 0, 0, 2) for x in (value, padded[name]))
        np.testing.assert_allclose(one, other, atol=1e-4, err_msg=name)


def test_a_sentence_is_seen_by_its_neighbour_in_the_groups_that_are_not_local_alone(pair):
    from training import schemes

    alone, beside = run(pair, [[SHORT]]), run(pair, [[LONG, SHORT]])
    at = len(LONG)
    local = {h.name: h.group in schemes.LOCAL for h in [*schemes.word_heads(["0|"]), *schemes.pair_heads()]}
    for name, value in alone.items():
        if name != "states":
            one, other = of_words(name, value, 0, 0, 2), of_words(name, beside[name], 0, at, at + 2)
            head = name.removesuffix("_word").removesuffix("_anchor")
            assert np.allclose(one, other, atol=1e-4) == local.get(head, True), name
