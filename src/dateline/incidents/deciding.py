"""Whether two accounts are of one incident: the weighted list of features, readable from end to end."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

from dateline.incidents.episode import Episode
from dateline.incidents.features import FEATURES


@dataclass(frozen=True, slots=True)
class Weights:
    """A weight a feature, none below 0, and the constant; learned by ``training/fusion.py``."""

    constant: float
    of: dict[str, float]


@dataclass(frozen=True, slots=True)
class Decision:
    """``score`` is the log-odds that the accounts ``one`` and ``other`` are of one incident."""

    score: float
    one: Episode
    other: Episode
    weights: Weights

    @property
    def why(self) -> tuple[tuple[float, str], ...]:
        """The features that spoke, the weightiest first, as (contribution, sentence).

        Worked out when asked for: of the many pairs that are compared few are ever explained, and their
        sentences would take more memory than all else.
        """
        found = ((name, feature(self.one, self.other)) for name, feature in FEATURES.items())
        told = [(self.weights.of[name] * compared.value, compared.sentence) for name, compared in found]
        return tuple(sorted(told, key=lambda item: -abs(item[0])))

    @property
    def probability(self) -> float:
        """The score as a probability."""
        return 1 / (1 + exp(-max(-30.0, min(30.0, self.score))))

    def sentence(self) -> str:
        """What speaks for and what against, in words."""
        told = [(part, text) for part, text in self.why if text and abs(part) >= 0.05]
        speaks = "; ".join(text for part, text in told if part > 0)
        against = "; ".join(text for part, text in told if part < 0)
        parts = [speaks or "nothing speaks for it", f"against it: {against}" if against else ""]
        return ". ".join(part for part in parts if part)


@cache
def load_weights() -> Weights:
    """The learned weights, from ``weights.json`` (which names what they were learned on)."""
    held = json.loads((files("dateline.incidents") / "weights.json").read_text(encoding="utf-8"))
    return Weights(held["constant"], held["weights"])


def values(one: Episode, other: Episode) -> dict[str, float]:
    """All features' values, for training."""
    return {name: feature(one, other).value for name, feature in FEATURES.items()}


def decide(one: Episode, other: Episode, weights: Weights | None = None) -> Decision:
    """Compare two accounts of different reports by every feature."""
    weights = weights or load_weights()
    score = weights.constant + sum(weights.of[name] * value for name, value in values(one, other).items())
    return Decision(score, one, other, weights)
