"""Learns which words speak for and against a report of conflict: ``python -m training.relevance``.

Logistic regression over the set of lemmas of a text (Genkin, Lewis and Madigan 2007), by full-batch gradient descent with an
L2 penalty. Writes ``src/dateline/knowledge/relevance/words.json`` and prints the accuracy on every tenth text, held out.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from dateline.knowledge.codebook import CONTEXT, TYPE_OF
from dateline.knowledge.relevance import features
from training import sentence_texts
from training.corpora import treebanks, written
from training.corpora.files import DATA, OWN, jsons
from training.corpora.labels import Labels
from training.corpora.texts import packed

OUT = Path(__file__).resolve().parents[1] / "src/dateline/knowledge/relevance/words.json"
NO_CONFLICT = {"NATURAL_DISASTER", "MAN_MADE_DISASTER", "DIPLO"}
LEAST_TEXTS = 4
STEPS, RATE, PENALTY = 600, 1.0, 3e-4


def texts() -> Iterator[tuple[str, int, float]]:
    """(text, 1 for conflict, weight)."""
    for path in sorted(OWN.glob("*.jsonl")):
        for x in jsons(path):
            told = {written.sub_type(e) for e in x["events"] if e["status"] != "background"}
            if any(TYPE_OF[s] != CONTEXT for s in told):
                yield x["text"], 1, 1.0
            elif not x["events"]:
                yield x["text"], 0, 2.0
    for x in jsons(sentence_texts.OWN_SENTENCES / "snippets.jsonl"):
        yield x["text"], int(x["label"] not in NO_CONFLICT), 1.0
    for d in jsons(DATA / "muc4/gtt/train.json.gz"):
        if d["templates"]:
            yield d["doctext"], 1, 0.5
    rng = random.Random(3)
    articles = [d["text"] for d in jsons(DATA / "polnear/train.jsonl.gz")]
    paragraphs = [p for a in articles for p in re.split(r"\n+", a) if 200 < len(p) < 900]
    for p in rng.sample(paragraphs, 1200):
        yield p, 0, 0.5
    labels = Labels(["0|"])
    for name in ("train.open", "train.nc"):
        sentences = treebanks.treebank(DATA / f"gum/{name}.conllu.gz", labels, "gum")
        for w in packed(sentences, 120, rng):
            yield " ".join(w.words), 0, 0.5


def learn(rows: list[tuple[set[str], int, float]]) -> tuple[dict[str, float], float]:
    """Weight of each word and the bias."""
    count = Counter(word for words, _, _ in rows for word in words)
    vocabulary = {w: i for i, w in enumerate(sorted(w for w, n in count.items() if n >= LEAST_TEXTS))}
    x = np.zeros((len(rows), len(vocabulary) + 1), dtype=np.float32)
    x[:, -1] = 1
    for i, (words, _, _) in enumerate(rows):
        known = [vocabulary[w] for w in words if w in vocabulary]
        x[i, known] = 1 / max(1, len(known)) ** 0.5
    y = np.array([label for _, label, _ in rows], dtype=np.float32)
    share = np.array([weight for _, _, weight in rows], dtype=np.float32)
    share[y == 1] *= share[y == 0].sum() / share[y == 1].sum()
    share /= share.sum()
    w, speed = np.zeros(x.shape[1], dtype=np.float32), np.zeros(x.shape[1], dtype=np.float32)
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        speed = 0.9 * speed - RATE * (x.T @ (share * (p - y)) * len(vocabulary) ** 0.5 / 10 + PENALTY * w)
        w += speed
    return {word: float(w[i]) for word, i in vocabulary.items()}, float(w[-1])


def main() -> None:
    """Trains, prints the held-out accuracy by label, and writes the words."""
    rows = [(features(text), label, weight) for text, label, weight in texts()]
    random.Random(1).shuffle(rows)
    weights, bias = learn([r for i, r in enumerate(rows) if i % 10])
    for label in (0, 1):
        held = [r for i, r in enumerate(rows) if i % 10 == 0 and r[1] == label]
        right = sum((score(r[0], weights, bias) > 0) == bool(label) for r in held)
        print(f"label {label}: {right}/{len(held)}")
    weights, bias = learn(rows)
    kept = {w: round(v, 2) for w, v in sorted(weights.items()) if abs(v) >= 0.15}
    source = "Learned by training/relevance.py; see docs/models.md for the texts."
    OUT.write_text(json.dumps({"source": source, "bias": round(bias, 3), "words": kept}, ensure_ascii=False, indent=0) + "\n")


def score(words: set[str], weights: dict[str, float], bias: float) -> float:
    """Log-odds of conflict."""
    known = [weights[w] for w in words if w in weights]
    return bias + sum(known) / max(1, len(known)) ** 0.5


if __name__ == "__main__":
    main()
