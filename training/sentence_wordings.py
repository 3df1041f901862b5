"""Fits the linear readers of a sentence's wording (``dateline.language.wordings``), one a head."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from dateline.language.types import marked
from dateline.language.wordings import SCALE, Wordings, grams
from training.sentence_texts import Sentence

LEAST_TEXTS = 3
"""Texts that a gram stands in, or it is not read."""

STEPS = 25
DECAY = 3e-5


def fit(sentences: Sequence[Sentence], golds: Sequence[str], labels: Sequence[str]) -> Wordings:
    """Multinomial logistic regression over the grams, each weighed by the logarithm of how rare it is; a
    sentence that comes several times counts so often.
    """
    times = Counter(zip(sentences, golds, strict=True))
    found = [grams(*marked(s.text, s.source, s.target)) for s, _ in times]
    texts = Counter(gram for g in found for gram in g)
    rows = {gram: i for i, gram in enumerate(sorted(g for g, n in texts.items() if n >= LEAST_TEXTS))}
    rarity = torch.tensor([math.log(len(found) / texts[gram]) for gram in rows])
    x = torch.zeros(len(found), len(rows))
    for i, known in enumerate(found):
        x[i, [rows[gram] for gram in known if gram in rows]] = 1.0
    x = SCALE * F.normalize(x * rarity, dim=-1)
    y = torch.tensor([labels.index(gold) for _, gold in times])
    model = _regression(x, y, torch.tensor([float(n) for n in times.values()]), len(labels))
    weight, bias = model.weight.detach().T.numpy(), model.bias.detach().numpy()
    return Wordings(rows, rarity.numpy().astype(np.float32), np.ascontiguousarray(weight), bias)


def _regression(x: Tensor, y: Tensor, times: Tensor, labels: int) -> nn.Linear:
    model = nn.Linear(x.shape[1], labels)
    nn.init.zeros_(model.weight)
    optimizer = torch.optim.LBFGS(model.parameters(), max_iter=STEPS)

    def loss() -> Tensor:
        optimizer.zero_grad()
        each = F.cross_entropy(model(x), y, label_smoothing=0.05, reduction="none")
        total = (each * times).sum() / times.sum() + DECAY * (model.weight**2).sum()
        total.backward()
        return total

    optimizer.step(loss)
    return model
