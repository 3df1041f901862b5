"""Label probabilities into spans: the best sequence in which every ``I-x`` follows a ``B-x`` or an ``I-x``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Found = tuple[int, int, str, float]
"""First word, last word (exclusive), label, mean probability."""


class Scheme:
    """The labels of one head, ``O`` first, then ``B-x``, ``I-x`` in pairs.

    ``biases`` (by label, or by ``x`` for both labels of it) are added to the logarithms of a label before spans are read: rare
    labels are seldom the likeliest of all, even where they are likelier than any other guess is worth; and a phrase is read in
    pieces where it costs nothing to begin anew. ``chain`` says how well each label (row) is followed by each (column).
    """

    def __init__(
        self,
        labels: list[str],
        biases: Mapping[str, float] | None = None,
        chain: Sequence[Sequence[float]] | None = None,
    ) -> None:
        self.names = [label[2:] for label in labels[1::2]]
        n = len(labels)
        allowed = np.zeros((n, n), dtype=bool)
        allowed[:, 0] = True
        allowed[:, 1::2] = True
        for i in range(2, n, 2):
            allowed[[i - 1, i], i] = True
        self._bias = np.zeros(n, dtype=np.float32)
        given = biases or {}
        for i, label in enumerate(labels[1:], 1):
            self._bias[i] = given.get(label, 0.0) + given.get(label[2:], 0.0)
        self._chained = chain is not None
        steps = np.zeros((n, n)) if chain is None else np.asarray(chain)
        self._steps = np.where(allowed, steps, -1e9).astype(np.float32)

    def spans(self, logp: NDArray[np.float32]) -> list[Found]:
        """Spans of the most likely legal sequence; ``logp`` is ``[words, labels]``, natural logarithms."""
        scores = logp + self._bias
        path: list[int] = scores.argmax(1).tolist()
        if self._chained or _broken(path):
            path = self._viterbi(scores).tolist()
        return self._read(path, logp)

    def _viterbi(self, logp: NDArray[np.float32]) -> NDArray[np.intp]:
        score = logp[0].copy()
        score[2::2] = -1e9
        back = np.zeros(logp.shape, dtype=np.intp)
        for t in range(1, len(logp)):
            step = score[:, None] + self._steps
            back[t] = step.argmax(0)
            score = step.max(0) + logp[t]
        path = np.zeros(len(logp), dtype=np.intp)
        path[-1] = score.argmax()
        for t in range(len(logp) - 1, 0, -1):
            path[t - 1] = back[t][path[t]]
        return path

    def _read(self, path: list[int], logp: NDArray[np.float32]) -> list[Found]:
        found: list[Found] = []
        i = 0
        while i < len(path):
            if path[i] == 0:
                i += 1
                continue
            label = (path[i] - 1) // 2
            j = i + 1
            while j < len(path) and path[j] == 2 * label + 2:
                j += 1
            chances = np.exp(logp[range(i, j), path[i:j]])
            found.append((i, j, self.names[label], float(np.add.reduce(chances) / (j - i))))
            i = j
        return found


def _broken(path: list[int]) -> bool:
    """Whether an ``I-x`` (even) follows neither a ``B-x`` nor an ``I-x``."""
    return any(tag and tag % 2 == 0 and before not in (tag, tag - 1) for before, tag in zip([0, *path], path, strict=False))
