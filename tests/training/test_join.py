"""Groups trained apart come together, several runs of one as their mean."""

import pytest

torch = pytest.importorskip("torch", reason="training dependencies are not installed")


@pytest.fixture
def checkpoints(tmp_path):
    from training import schemes
    from training.network import Network

    def saved(name, changed):
        torch.manual_seed(5)
        net = Network(schemes.word_heads(["0|"]), schemes.pair_heads(), len(schemes.DEPREL))
        state = net.state_dict()
        for parameter, step in changed.items():
            state[parameter] += step
        torch.save({"net": state, "scripts": ["0|"]}, tmp_path / name)
        return tmp_path / name

    return saved


def test_a_group_has_the_mean_of_its_runs_and_nothing_else_changes(checkpoints):
    from training.join import join

    start = checkpoints("start.pt", {})
    one = checkpoints("one.pt", {"heads.trigger.weight": 1.0, "heads.filler.weight": 9.0})
    other = checkpoints("other.pt", {"heads.trigger.weight": 3.0})
    before, joined = torch.load(start)["net"], join(start, [("events", one), ("events", other)])["net"]
    assert torch.allclose(joined["heads.trigger.weight"], before["heads.trigger.weight"] + 2.0, atol=1e-5)
    assert torch.equal(joined["heads.filler.weight"], before["heads.filler.weight"])


def test_runs_on_other_shared_layers_are_refused(checkpoints):
    from training.join import join

    start, strange = checkpoints("start.pt", {}), checkpoints("strange.pt", {"encoder.position.weight": 0.1})
    with pytest.raises(ValueError, match="was not trained from"):
        join(start, [("events", strange)])
