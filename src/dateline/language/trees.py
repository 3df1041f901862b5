"""Arc scores into a dependency tree."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def heads(scores: NDArray[np.float32]) -> list[int]:
    """Head of each word of one sentence, the root being its own head.

    ``scores[i, j]`` is how well word ``j`` governs word ``i``; the diagonal scores the root. Greedy where that gives a
    tree; otherwise the maximum spanning tree with one root (Chu and Liu 1965; Edmonds 1967).
    """
    best = scores.argmax(1)
    if _is_tree(best):
        return [int(h) for h in best]
    n = len(scores)
    best_tree: list[int] = []
    best_score = -np.inf
    for root in np.argsort(-np.diagonal(scores))[:3]:
        weights = scores.astype(np.float64)
        np.fill_diagonal(weights, -np.inf)
        tree = _edmonds(weights, int(root))
        score = sum(weights[i, tree[i]] for i in range(n) if i != root) + float(scores[root, root])
        if score > best_score:
            best_tree, best_score = tree, score
    return best_tree


def _is_tree(best: NDArray[np.intp]) -> bool:
    n = len(best)
    if int((best == np.arange(n)).sum()) != 1:
        return False
    at = best
    for _ in range(max(1, n.bit_length())):
        at = at[at]
    return bool((best[at] == at).all())


def _edmonds(weights: NDArray[np.float64], root: int) -> list[int]:
    n = len(weights)
    best = weights.argmax(1)
    best[root] = root
    cycle = _cycle(best, root)
    if cycle is None:
        return [int(h) for h in best]
    loop = np.array(cycle)
    inside = np.zeros(n, dtype=bool)
    inside[loop] = True
    outside = np.flatnonzero(~inside)
    kept = weights[loop, best[loop]]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = weights[np.ix_(outside, outside)]
    into = weights[np.ix_(loop, outside)] - kept[:, None]
    enter = into.argmax(0)
    small[-1, :-1] = into.max(0) + kept.sum()
    leave = weights[np.ix_(outside, loop)].argmax(1)
    small[:-1, -1] = weights[outside, loop[leave]]
    tree = _edmonds(small, int(np.flatnonzero(outside == root)[0]))
    heads_: list[int] = [int(h) for h in best]
    for i, h in enumerate(tree[:-1]):
        heads_[int(outside[i])] = int(cycle[leave[i]]) if h == len(outside) else int(outside[h])
    entry = cycle[int(enter[tree[-1]])]
    heads_[entry] = int(outside[tree[-1]])
    heads_[root] = root
    return heads_


def _cycle(best: NDArray[np.intp], root: int) -> list[int] | None:
    colour = [0] * len(best)
    colour[root] = 2
    for start in range(len(best)):
        at, path = start, []
        while colour[at] == 0:
            colour[at] = 1
            path.append(at)
            at = int(best[at])
        if colour[at] == 1:
            return path[path.index(at) :]
        for i in path:
            colour[i] = 2
    return None
