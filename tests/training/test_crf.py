"""The chain's likelihood is that of all sequences spelt out."""

from itertools import pairwise, product

import pytest

torch = pytest.importorskip("torch", reason="training dependencies are not installed")


def test_the_loss_is_that_of_every_sequence_that_fits_against_all():
    from training import crf
    from training.window import IGNORE

    torch.manual_seed(1)
    emissions, transitions = torch.randn(2, 4, 3), torch.randn(3, 3)
    labels = torch.tensor([[1, IGNORE, 2, 0], [2, 2, 0, IGNORE]])

    def score(window, path):
        steps = sum(transitions[a, b] for a, b in pairwise(path))
        return sum(emissions[window, i, label] for i, label in enumerate(path)) + steps

    def surprise(window):
        every = list(product(range(3), repeat=4))
        known = labels[window].tolist()
        fits = [p for p in every if all(y in (IGNORE, x) for x, y in zip(p, known, strict=True))]
        totals = [torch.logsumexp(torch.stack([score(window, p) for p in some]), 0) for some in (every, fits)]
        return totals[0] - totals[1]

    expected = (surprise(0) + surprise(1)) / 6
    assert torch.allclose(crf.loss(emissions, transitions, labels), expected, atol=1e-5)
