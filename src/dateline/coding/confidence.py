"""How likely a claim is right, from how sure the engine is of its trigger and how much of the claim was found."""

from __future__ import annotations

import math

from dateline.coding.draft import Draft

INTERCEPT, TRIGGER, FILLED = -1.62, 2.67, 0.43
"""Logistic weights: of the trigger's probability, and of each of participants, places, time and toll that were found. Fitted by
``training/confidence.py`` on 189 claims of the open desk reports (calibration error 0.05 on reports left out)."""


def confidence(draft: Draft) -> float:
    """Probability in 0-1, rounded to two places so that the record does not claim more."""
    filled = sum(map(bool, (draft.participants, draft.places, draft.when.start, draft.tolls)))
    return round(1 / (1 + math.exp(-(INTERCEPT + TRIGGER * draft.score + FILLED * filled))), 2)
