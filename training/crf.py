"""A linear chain over the labels of a head: how well one label follows another, learned with the rest.

Lafferty, McCallum & Pereira, "Conditional Random Fields" (ICML 2001), with the network's scores as emissions.
"""

from __future__ import annotations

import torch
from torch import Tensor

from training.window import IGNORE

BARRED = -1e4


def loss(emissions: Tensor, transitions: Tensor, labels: Tensor) -> Tensor:
    """Mean negative log-likelihood of the labels a labelled word.

    ``emissions [windows, words, labels]``; ``transitions [labels, labels]``, from row to column; ``labels [windows, words]``,
    ``IGNORE`` where any label may stand, as in padding.
    """
    known = labels != IGNORE
    chosen = torch.zeros_like(emissions, dtype=torch.bool).scatter_(-1, labels.clamp(min=0).unsqueeze(-1), True)
    told = emissions.masked_fill(known.unsqueeze(-1) & ~chosen, BARRED)
    return (_total(emissions, transitions) - _total(told, transitions)).sum() / known.sum()


def _total(emissions: Tensor, transitions: Tensor) -> Tensor:
    """Log of the sum over all label sequences of each window."""
    alpha = emissions[:, 0]
    for t in range(1, emissions.shape[1]):
        alpha = torch.logsumexp(alpha.unsqueeze(2) + transitions, 1) + emissions[:, t]
    return torch.logsumexp(alpha, 1)
