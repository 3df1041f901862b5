"""Attribution, loaded words, causes and effects."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from benchmarks import causality
from benchmarks.causality import tagged
from benchmarks.loaded import marked
from training import schemes
from training.corpora.files import DATA, jsons
from training.corpora.labels import Labels
from training.corpora.texts import windows_of, word_span
from training.window import Pair, Window


def polnear(L: Labels, most: int, rng: random.Random) -> Iterator[Window]:
    """Sources, cues and contents of attributions, flat and in respect of each cue."""
    for d in jsons(DATA / "polnear/train.jsonl.gz"):
        found = d["annotations"][0]["attributions"]
        whole = [(min(s[0] for s in spans), max(s[1] for s in spans)) for a in found if (spans := parts(a))]
        for w, offsets in windows_of(d["text"], "polnear", most, rng, whole):
            lo, hi = offsets[0][0], offsets[-1][1]
            flat, pairs = [], []
            for a in found:
                spans = [
                    (*s, kind)
                    for kind in schemes.ATTRIBUTION
                    for x in a[kind]
                    if x[0] < hi and lo < x[1] and (s := word_span(offsets, x[0], x[1]))
                ]
                flat += spans
                cues = [s for s in spans if s[2] == "cue"]
                if cues:
                    rest = [s for s in spans if s[2] != "cue"]
                    pairs.append(Pair("cue_role", cues[0][0], L.bio("cue_role", len(w), rest)))
            order = {"cue": 0, "source": 1, "content": 2}
            w.labels["attribution"] = L.bio("attribution", len(w), sorted(flat, key=lambda s: order[s[2]]))
            w.pairs = pairs
            yield w


def parts(attribution: dict[str, Any]) -> list[list[int]]:
    """All spans of an attribution."""
    return [span for kind in schemes.ATTRIBUTION for span in attribution[kind]]


def babe(L: Labels) -> Iterator[Window]:
    """Loaded sentences (every word has the sentence's label) and loaded words; ids whose number ends in 0 or 5 are dev."""
    for x in jsons(DATA / "babe/train_sg2.jsonl.gz"):
        if x["id"][-1] in "05":
            continue
        spans = marked(x["text"], x["biased_words"])
        for w, offsets in windows_of(x["text"], "babe", 120):
            w.labels["loaded"] = [int(any(a < end and start < b for a, b in spans)) for start, end in offsets]
            w.labels["loaded_sentence"] = [int(x["label_bias"] == "Biased")] * len(w)
            yield w


def causal_news(L: Labels) -> Iterator[Window]:
    """Causal sentences (every word has the sentence's label), causes, effects and signals; every fifth document is dev."""
    for text, pairs in causality.rows(dev=False):
        for w, offsets in windows_of(text, "causal_news", 160):
            spans = [(*s, kind) for pair in pairs for a, b, kind in sorted(tagged(pair)) if (s := word_span(offsets, a, b))]
            w.labels["causality"] = L.bio("causality", len(w), spans)
            w.labels["causal_sentence"] = [int(bool(pairs))] * len(w)
            yield w
