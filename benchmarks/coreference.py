"""Coreference measured: MUC, B³ and CEAFe over key and response mentions, and their mean (CoNLL).

After Pradhan et al. 2014, "Scoring Coreference Partitions of Predicted Mentions": mentions that only one side has
count as they stand, without being made up on the other. Clusters are sets of mentions; no mention is in two.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import linear_sum_assignment

Clusters = Collection[frozenset[Any]]


@dataclass(frozen=True)
class Found:
    """Recall, precision and their harmonic mean, in 0–1."""

    recall: float
    precision: float

    @property
    def f1(self) -> float:
        """The harmonic mean, 0 where both are."""
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0


def clusters(of: Iterable[tuple[Hashable, Hashable]]) -> list[frozenset[Any]]:
    """Mentions with the name of their cluster, as clusters."""
    held: dict[Hashable, set[Hashable]] = {}
    for mention, name in of:
        held.setdefault(name, set()).add(mention)
    return [frozenset(mentions) for mentions in held.values()]


def muc(key: Clusters, response: Clusters) -> Found:
    """Links: of those needed to hold each cluster together, the share that the other side makes (Vilain et al. 1995)."""
    return Found(_links(key, response), _links(response, key))


def b_cubed(key: Clusters, response: Clusters) -> Found:
    """Mentions: the share of each one's cluster that the other side puts with it (Bagga and Baldwin 1998)."""
    return Found(_mentions(key, response), _mentions(response, key))


def ceaf_e(key: Clusters, response: Clusters) -> Found:
    """Clusters: the best one-to-one matching of them, alike by twice the common mentions over all (Luo 2005, φ4)."""
    keys, responses = list(key), list(response)
    if not keys or not responses:
        return Found(0.0, 0.0)
    home = _homes(responses)
    alike = np.zeros((len(keys), len(responses)))
    for row, cluster in enumerate(keys):
        for column in {home[mention] for mention in cluster if mention in home}:
            other = responses[column]
            alike[row, column] = 2 * len(cluster & other) / (len(cluster) + len(other))
    total = float(alike[linear_sum_assignment(alike, maximize=True)].sum())
    return Found(total / len(keys), total / len(responses))


def conll(key: Clusters, response: Clusters) -> float:
    """The mean of the three F1."""
    return sum(measure(key, response).f1 for measure in (muc, b_cubed, ceaf_e)) / 3


def _homes(of: Iterable[frozenset[Any]]) -> dict[Any, int]:
    return {mention: number for number, cluster in enumerate(of) for mention in cluster}


def _links(one: Clusters, other: Clusters) -> float:
    home = _homes(other)
    made = needed = 0
    for cluster in one:
        parts = {home.get(mention, mention) for mention in cluster}
        made += len(cluster) - len(parts)
        needed += len(cluster) - 1
    return made / needed if needed else 0.0


def _mentions(one: Clusters, other: Clusters) -> float:
    others = list(other)
    home = _homes(others)
    total = sum(len(cluster) for cluster in one)
    shared = 0.0
    for cluster in one:
        for number in {home[mention] for mention in cluster if mention in home}:
            shared += len(cluster & others[number]) ** 2 / len(cluster)
    return shared / total if total else 0.0
