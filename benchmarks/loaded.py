"""Loaded sentences and words on BABE (Spinde et al. 2021): own dev split of the shared part, ids ending in 0 or 5."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any

import numpy as np

from benchmarks.corpus import DATA, Counts, Score, jsons, prf
from dateline.language.network import Network
from dateline.language.sentences import split
from dateline.language.windows import words_of


def marked(text: str, words: list[str]) -> list[tuple[int, int]]:
    """Where a sentence's loaded words stand."""
    return [m.span() for word in words for m in re.finditer(rf"\b{re.escape(word)}\b", text, re.IGNORECASE)]


def read(network: Network, x: dict[str, Any]) -> tuple[bool, set[int], set[int]]:
    """Whether the sentence is taken for loaded; the words taken for loaded, and those that are."""
    tokens, stretches = split(x["text"])
    out = network.read([words_of(stretches, tokens)])
    spans = marked(x["text"], x["biased_words"])
    gold = {i for i, t in enumerate(tokens) if any(a < t.end and t.start < b for a, b in spans)}
    mine = set(np.flatnonzero(out["loaded"][0, : len(tokens)] > 0).tolist())
    return float(out["loaded_sentence"][0, : len(tokens)].mean()) > 0, mine, gold


def scores(network: Network, *, most: int | None = None) -> list[Score]:
    """Macro-F1 of sentences, F1 of words, over the first ``most`` dev sentences."""
    dev = (x for x in jsons(DATA / "babe/train_sg2.jsonl.gz") if x["id"][-1] in "05")
    sentences: dict[bool, list[int]] = {True: [0, 0, 0], False: [0, 0, 0]}
    words: Counts = (0, 0, 0)
    for x in islice(dev, most):
        loaded, mine, gold = read(network, x)
        truth = x["label_bias"] == "Biased"
        sentences[loaded][1] += 1
        sentences[truth][2] += 1
        sentences[truth][0] += loaded == truth
        words = (words[0] + len(mine & gold), words[1] + len(mine), words[2] + len(gold))
    macro = sum(prf(*c)[2] for c in sentences.values()) / 2
    return [
        Score("loaded sentences", "babe dev (own split)", "macro F1", macro, 78.5, "BERT, distant supervision: 80.4"),
        Score("loaded words", "babe dev (own split)", "F1", prf(*words)[2]),
    ]
