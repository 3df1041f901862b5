"""The heads over whole sentences: what they are trained on, and that their export computes what they do."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training dependencies are not installed")
pytest.importorskip("onnx", reason="training dependencies are not installed")


def test_marks_are_taken_out_of_a_text_and_their_offsets_kept():
    from training.sentence_texts import unmark

    text, spans = unmark("On Monday <s>the council</s> met <t>two rebels</t>.")
    assert text == "On Monday the council met two rebels."
    assert {name: text[a:b] for name, (a, b) in spans.items()} == {"s": "the council", "t": "two rebels"}


def test_a_side_that_is_not_named_has_no_span():
    from training.sentence_texts import unmark

    assert unmark("<s>Teachers</s> went on strike.") == ("Teachers went on strike.", {"s": (0, 8)})


def test_f_scores_weigh_labels_alike_and_by_their_counts():
    from training.sentence_types import f_scores

    macro, weighted, right = f_scores(["a", "a", "a", "b"], ["a", "a", "b", "b"])
    assert macro == pytest.approx((80 + 200 / 3) / 2)
    assert weighted == pytest.approx((3 * 80 + 200 / 3) / 4)
    assert right == 75


def test_the_export_computes_what_the_heads_do_on_a_padded_batch(tmp_path):
    import onnxruntime

    from training.export import save
    from training.sentence_types import Heads, onnx_axes

    torch.manual_seed(5)
    heads = Heads().eval()
    states = torch.randn(2, 7, 384)
    marks = torch.tensor([[0, 1, 1, 0, 2, 2, 0], [0, 2, 0, 0, -1, -1, -1]])
    save(heads, (states, marks), tmp_path / "types.onnx", onnx_axes(), quantise=False)
    session = onnxruntime.InferenceSession(str(tmp_path / "types.onnx"))
    with torch.no_grad():
        whole = heads(states, marks)
        alone = heads(states[1:, :4], marks[1:, :4])
    got = session.run(None, {"states": states[1:, :4].numpy(), "marks": marks[1:, :4].numpy()})
    for expected, padded, found in zip(alone, whole, got, strict=True):
        np.testing.assert_allclose(expected.numpy(), found, atol=2e-4)
        np.testing.assert_allclose(padded[1:].numpy(), found, atol=2e-4)
