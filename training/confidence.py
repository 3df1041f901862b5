"""Fits how sure a claim is said to be to how often such claims are right: ``python -m training.confidence``.

Stretches and shifts the log-odds that ``dateline.coding.confidence`` gives (Platt 1999) on the open desk reports, and prints
the weights to write there, with the calibration error on reports left out of the fit.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from benchmarks.confidence import Judged, calibration_error, judged
from dateline.coding.confidence import FILLED, INTERCEPT, TRIGGER
from dateline.run.coder import Coder

STEPS = 200
PRIOR = 1.0
"""Strength of the pull towards a stretch of one."""


def log_odds(chance: float) -> float:
    """Log-odds of a probability that was rounded to two places."""
    chance = min(max(chance, 0.005), 0.995)
    return math.log(chance / (1 - chance))


def fit(claims: Sequence[Judged]) -> tuple[float, float]:
    """Stretch and shift of the log-odds, by Newton's method."""
    x = np.array([[log_odds(c), 1.0] for c, _ in claims])
    y = np.array([float(right) for _, right in claims])
    w = np.array([1.0, 0.0])
    pull = np.diag([PRIOR, 1e-3])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + pull @ (w - [1.0, 0.0])
        w -= np.linalg.solve(x.T @ (x * (p * (1 - p))[:, None]) + pull, gradient)
    return float(w[0]), float(w[1])


def fitted(claims: Sequence[Judged], stretch: float, shift: float) -> list[Judged]:
    """The claims with their new confidence."""
    return [(1 / (1 + math.exp(-(stretch * log_odds(c) + shift))), right) for c, right in claims]


def main() -> None:
    """Fit, check on reports left out, and print."""
    reports = judged(Coder(), "open")
    every = [claim for report in reports for claim in report]
    left_out = [
        claim
        for k, report in enumerate(reports)
        for claim in fitted(report, *fit([c for i, other in enumerate(reports) if i != k for c in other]))
    ]
    print(f"{len(every)} claims, {sum(right for _, right in every)} right")
    print(f"expected calibration error: {calibration_error(every):.3f} now, {calibration_error(left_out):.3f} left out")
    stretch, shift = fit(every)
    print(f"INTERCEPT, TRIGGER, FILLED = {stretch * INTERCEPT + shift:.2f}, {stretch * TRIGGER:.2f}, {stretch * FILLED:.2f}")


if __name__ == "__main__":
    main()
