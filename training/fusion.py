"""Learn the weights of ``dateline.incidents`` from pairs of reports: ``python -m training.fusion RECORDS …``.

Each RECORDS file holds JSON lines ``{"part", "incident", "record"}``: a coded report of a corpus with the
incident that the corpus says it is about, as ``benchmarks.incident_records`` writes it. Only ``part`` "train"
is used. A pair is two reports' main accounts that blocking brings together; the answer is whether the corpus
gives them the same incident. As many pairs again as are the same are accounts of two incidents, the one told
as of the other's day: what sets apart two attacks of one day in two places, of which the corpora hold few.
Logistic regression with weights of 0 or more (every feature is signed so that more speaks for one incident),
by projected gradient, L2 0.01; corpora count alike.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from dateline.incidents.blocking import candidate_pairs
from dateline.incidents.deciding import values
from dateline.incidents.episode import Episode
from dateline.incidents.features import FEATURES
from dateline.incidents.telling import episodes_of
from dateline.model.parsing import record_of

OUT = Path(__file__).resolve().parents[1] / "src" / "dateline" / "incidents" / "weights.json"
RIDGE = 0.01
STEPS = 20_000


def main_episode(episodes: tuple[Episode, ...]) -> Episode | None:
    """The account that a report is chiefly about: most claims, the first of equals, background last."""
    return max(episodes, key=lambda e: (not e.background, len(e.claims)), default=None)


def pairs(path: Path) -> tuple[np.ndarray, np.ndarray]:
    """Feature values ``[pairs, features]`` and answers of one corpus."""
    held: list[tuple[str, Episode]] = []
    for line in path.open(encoding="utf-8"):
        item = json.loads(line)
        if item["part"] != "train" or "record" not in item:
            continue
        episode = main_episode(episodes_of(record_of(item["record"], item["incident"])))
        if episode is not None:
            held.append((item["incident"], episode))
    rows, answers = [], []
    for one, other in candidate_pairs([episode for _, episode in held]):
        found = values(held[one][1], held[other][1])
        rows.append([found[name] for name in FEATURES])
        answers.append(held[one][0] == held[other][0])
    for here, there in elsewhere(held, sum(answers)):
        found = values(here, there)
        rows.append([found[name] for name in FEATURES])
        answers.append(False)
    return np.array(rows), np.array(answers, dtype=float)


def elsewhere(held: Sequence[tuple[str, Episode]], count: int) -> Iterator[tuple[Episode, Episode]]:
    """``count`` pairs of accounts of two incidents at two places, the one as if it were of the other's day."""
    rng = random.Random(1)
    while count:
        (incident, one), (another, other) = rng.sample(held, 2)
        if incident != another and one.places and other.places:
            count -= 1
            yield one, replace(other, days=one.days, published=one.published, hours=one.hours)


def learn(sets: list[tuple[np.ndarray, np.ndarray]]) -> tuple[float, np.ndarray]:
    """Constant and weights that fit the answers, no weight below 0."""
    x = np.concatenate([rows for rows, _ in sets])
    y = np.concatenate([answers for _, answers in sets])
    share = np.concatenate([np.full(len(answers), 1 / (len(answers) * len(sets))) for _, answers in sets])
    weights, constant = np.zeros(x.shape[1]), 0.0
    for _ in range(STEPS):
        error = share * (1 / (1 + np.exp(-(x @ weights + constant))) - y)
        weights = np.maximum(0.0, weights - 2.0 * (x.T @ error + RIDGE * weights / len(weights)))
        constant -= 2.0 * float(error.sum())
    return constant, weights


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("records", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    args = parser.parse_args()
    sets = [pairs(path) for path in args.records]
    constant, weights = learn(sets)
    told: list[dict[str, Any]] = []
    for path, (rows, answers) in zip(args.records, sets, strict=True):
        guess = rows @ weights + constant > 0
        right = round(float((guess == answers).mean()), 4)
        told.append({"corpus": path.parent.name, "pairs": len(answers), "same": int(answers.sum()), "right": right})
    held = {
        "source": "Learned by training/fusion.py on the train parts of the corpora below; see docs/incidents.md.",
        "corpora": told,
        "constant": round(constant, 4),
        "weights": {name: round(float(w), 4) for name, w in zip(FEATURES, weights, strict=True)},
    }
    args.out.write_text(json.dumps(held, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(held, indent=1))


if __name__ == "__main__":
    main()
