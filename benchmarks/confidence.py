"""Whether ``event.confidence`` keeps its word: of the claims given 0.8, four in five should be right.

A claim of the desk reports is right where it matches a gold claim by the rules of ``../shared/scoring/score_claims.py``
(trigger or evidence, type) and has that claim's sub-type; background that the gold does not name is left out, as there. The
expected calibration error (Naeini, Cooper and Hauskrecht 2015) is taken over ``BINS`` equal bins.
"""

from __future__ import annotations

import importlib.util
import json
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from benchmarks import desk_records
from benchmarks.corpus import Score
from dateline.run.coder import Coder

BINS = 10
Judged = tuple[float, bool]
"""A claim's confidence, and whether the claim is right."""


@cache
def program() -> ModuleType:
    """The program that scores claims."""
    spec = importlib.util.spec_from_file_location("score_claims", desk_records.PROGRAM)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judge(gold: dict[str, Any], record: dict[str, Any]) -> list[Judged]:
    """The claims of a record, in its order."""
    rules = program()
    mine = rules.sanitize(record, rules.new_extra()["schema"])
    wanted, found, typed, _ = rules.match_claims(gold, mine, rules.View(gold), rules.View(mine))
    of = {j: i for i, j in rules.greedy(typed).items()}
    return [
        (p["event"]["confidence"], j in of and rules.sub_ok(wanted[of[j]], p))
        for j, p in enumerate(found)
        if j in of or not p["background"]
    ]


def judged(coder: Coder, part: str) -> list[list[Judged]]:
    """The judged claims of each report of a part of the desk's reports."""
    gold = program().load_gold(desk_records.DESK / part / "gold")
    out = []
    with tempfile.TemporaryDirectory() as folder:
        desk_records.code_part(coder, part, Path(folder))
        for path in sorted(Path(folder).glob("*.json")):
            out.append(judge(gold[path.stem], json.loads(path.read_text(encoding="utf-8"))))
    return out


def calibration_error(claims: Sequence[Judged]) -> float:
    """Mean distance between confidence and share of right claims over the bins, weighted by their claims; in 0-1."""
    bins: dict[int, list[Judged]] = {}
    for claim in claims:
        bins.setdefault(min(int(claim[0] * BINS), BINS - 1), []).append(claim)
    gaps = [abs(sum(c for c, _ in b) - sum(right for _, right in b)) for b in bins.values()]
    return float(np.sum(gaps)) / max(len(claims), 1)


def scores(coder: Coder, *, sealed: bool = False) -> list[Score]:
    """The expected calibration error over the claims of a part, and how many of them are right."""
    part = "sealed" if sealed else "open"
    claims = [claim for report in judged(coder, part) for claim in report]
    corpus = f"own desk reports, {part}"
    right = 100 * sum(right for _, right in claims) / max(len(claims), 1)
    error = 100 * calibration_error(claims)
    return [
        Score("confidence", corpus, "expected calibration error", error, 5.0, lower=True, unit="points"),
        Score("confidence", corpus, f"right of {len(claims)} claims", right),
    ]
