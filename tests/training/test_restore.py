"""What is shipped can be trained on: the exported int8 files become a checkpoint again."""

import json

import pytest

torch = pytest.importorskip("torch", reason="training dependencies are not installed")
pytest.importorskip("onnx", reason="training dependencies are not installed")


def test_a_checkpoint_comes_back_but_for_the_rounding(tmp_path):
    from training import schemes
    from training.export import export_floats
    from training.network import Network
    from training.quantise import quantise
    from training.restore import restore

    torch.manual_seed(4)
    scripts = ["0|", "1|y"]
    net = Network(schemes.word_heads(scripts), schemes.pair_heads(), len(schemes.DEPREL))
    net.encoder.own["speech"].load_state_dict(net.encoder.own["names"].state_dict())
    export_floats(net, tmp_path)
    for path in tmp_path.glob("*.onnx"):
        quantise(path)
    chains = {name: chain.tolist() for name, chain in net.chains.items()}
    (tmp_path / "chains.json").write_text(json.dumps(chains))
    (tmp_path / "labels.json").write_text(json.dumps({"lemma": scripts, "deprel": schemes.DEPREL}))
    restored = restore(tmp_path)["net"]
    for name, value in net.state_dict().items():
        assert torch.allclose(restored[name], value, atol=float(value.abs().max()) / 100), name
