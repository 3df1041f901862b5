"""The heads over whole sentences: what they are trained on, and that their export computes what they do."""

import random

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
    from training.sentence_scores import f_scores

    macro, weighted, right = f_scores([("a", "a"), ("a", "a"), ("a", "b"), ("b", "b")])
    assert macro == pytest.approx((80 + 200 / 3) / 2)
    assert weighted == pytest.approx((3 * 80 + 200 / 3) / 4)
    assert right == 75


def test_what_is_planned_is_agreed_to_or_threatened():
    from training.corpora.files import DATA
    from training.sentence_texts import codebook_wordings

    if not DATA.exists():
        pytest.skip("the corpora are not here")
    found = {s.text: s.root for s in codebook_wordings([("Chad", "Togo")], random.Random(1))}
    assert found["Chad met with Togo."] == "CONSULT"
    assert found["Chad agreed to meet with Togo."] == "AGREE"
    assert found["Chad threatened to impose blockades in Togo."] == "THREATEN"


def test_our_own_sentences_name_their_sides_and_labels():
    from training.corpora.files import jsons
    from training.sentence_texts import OWN_SENTENCES, ROOTS, SNIPPETS, own_related, own_snippets

    related = jsons(OWN_SENTENCES / "plover.jsonl")
    assert all(x["source"] in x["text"] and x["target"] in x["text"] for x in related)
    assert {s.root for s in own_related()} == set(ROOTS)
    assert {s.snippet for s in own_snippets()} == set(SNIPPETS)


def test_a_wording_that_was_seen_is_told_again():
    from dateline.language.types import marked
    from dateline.language.wordings import grams
    from training.sentence_texts import Sentence
    from training.sentence_wordings import fit

    acts = {"accused": "ACCUSE", "bombed": "ASSAULT", "thanked": "SUPPORT"}
    sides = [("Chad", "Togo"), ("Fiji", "Mali"), ("Peru", "Oman"), ("Iran", "Cuba")]
    rows = [(Sentence(f"{a} {verb} {b}.", (0, 4), (6 + len(verb), 10 + len(verb))), verb) for verb in acts for a, b in sides]
    reader = fit([s for s, _ in rows], [acts[v] for _, v in rows], list(acts.values()))
    scores = reader.read(grams(*marked("Laos bombed Niue.", (0, 4), (12, 16))))
    assert list(acts.values())[int(scores.argmax())] == "ASSAULT"


def test_the_export_computes_what_the_layers_do_on_a_padded_batch(tmp_path):
    import onnxruntime

    from training.export import save
    from training.sentence_heads import Heads, onnx_axes

    torch.manual_seed(5)
    heads = Heads().eval()
    states = torch.randn(2, 7, 384)
    marks = torch.tensor([[0, 1, 1, 0, 2, 2, 0], [0, 2, 0, 0, -1, -1, -1]])
    save(heads, (states, marks), tmp_path / "types.onnx", onnx_axes())
    session = onnxruntime.InferenceSession(str(tmp_path / "types.onnx"))
    with torch.no_grad():
        whole = heads(states, marks)
        alone = heads(states[1:, :4], marks[1:, :4])
    got = session.run(None, {"states": states[1:, :4].numpy(), "marks": marks[1:, :4].numpy()})
    for expected, padded, found in zip(alone, whole, got, strict=True):
        np.testing.assert_allclose(expected.numpy(), found, atol=2e-4)
        np.testing.assert_allclose(padded[1:].numpy(), found, atol=2e-4)
