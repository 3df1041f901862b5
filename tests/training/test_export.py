"""The exported encoder computes what the trained one does, padding or not."""

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="training dependencies are not installed")
pytest.importorskip("onnx", reason="training dependencies are not installed")


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    from training import schemes
    from training.export import EncoderFile, encoder_axes, save
    from training.network import Network

    torch.manual_seed(3)
    net = Network(schemes.word_heads(["0|", "1|y"]), schemes.pair_heads(), len(schemes.DEPREL)).eval()
    module = EncoderFile(net).eval()
    axes = encoder_axes()
    example = (
        torch.tensor([[101, 2003, 102]]),
        torch.zeros(1, 3, dtype=torch.long),
        torch.tensor([[1]]),
        torch.tensor([[1]]),
    )
    path = tmp_path_factory.mktemp("onnx") / "encoder.onnx"
    save(module, example, path, axes, quantise=False)
    return module, path


def feed(*rows, pad):
    pieces = [[101, *r, 102, *[0] * (pad - len(r))] for r in rows]
    words = [[i + 1 if i < len(r) else 0 for i in range(pad)] for r in rows]
    shapes = [[0, *[1] * len(r), *[0] * (pad + 1 - len(r))] for r in rows]
    return {
        "pieces": np.array(pieces),
        "shapes": np.array(shapes),
        "firsts": np.array(words),
        "lasts": np.array(words),
    }


def test_onnx_equals_torch_on_a_padded_batch(pair):
    import onnxruntime

    module, path = pair
    batch = feed([2003, 3231, 7592, 2088], [6160], pad=4)
    with torch.no_grad():
        expected = module(*(torch.tensor(v) for v in batch.values()))
    got = onnxruntime.InferenceSession(str(path)).run(None, batch)
    for name, a, b in zip(module.OUTPUTS, expected, got, strict=True):
        n = np.s_[1, :1, :1] if name == "arcs" else np.s_[1, :1]
        np.testing.assert_allclose(a.numpy()[n], b[n], atol=2e-4, err_msg=name)
        np.testing.assert_allclose(a.numpy()[0], b[0], atol=2e-4, err_msg=name)


def test_padding_changes_nothing(pair):
    import onnxruntime

    module, path = pair
    session = onnxruntime.InferenceSession(str(path))
    alone = session.run(None, feed([6160, 2003], pad=2))
    padded = session.run(None, feed([6160, 2003], pad=9))
    for name, a, b in zip(module.OUTPUTS, alone, padded, strict=True):
        n = np.s_[0, :2, :2] if name == "arcs" else np.s_[0, :2]
        np.testing.assert_allclose(a[n], b[n], atol=1e-4, err_msg=name)
