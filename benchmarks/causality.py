"""Causal sentences, and causes, effects and signals, on the Causal News Corpus V2 (Tan et al. 2022, 2023): own dev split of
train, every fifth sentence number.
"""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Iterator
from itertools import islice

from benchmarks.corpus import DATA, Counts, Score, prf, tally, total
from dateline.language.network import Network
from dateline.language.sentences import split
from dateline.language.windows import words_of

KINDS = {"ARG0": "cause", "ARG1": "effect"}
TAG = re.compile(r"<(/?)(ARG0|ARG1|SIG\d*)>")
LONGEST = 160
Span = tuple[int, int, str]


def rows(*, dev: bool) -> Iterator[tuple[str, list[str]]]:
    """Sentences of dev, or all others, with their marked relations (none: not causal)."""
    with (DATA / "causal-news-corpus/train_subtask2_grouped.csv").open(encoding="utf-8-sig") as f:
        for x in csv.DictReader(f):
            if (int(x["doc_id"].split("_")[-1]) % 5 == 0) == dev:
                yield x["text"], ast.literal_eval(x["causal_text_w_pairs"])


def tagged(marked: str) -> set[Span]:
    """Character spans of a marked sentence, in the text without its tags."""
    found, opened, removed = set(), {}, 0
    for m in TAG.finditer(marked):
        at = m.start() - removed
        removed += len(m.group())
        if m[1]:
            found.add((opened.pop(m[2], at), at, KINDS.get(m[2], "signal")))
        else:
            opened[m[2]] = at
    return found


def counts(network: Network, most: int | None = None) -> tuple[Counts, dict[str, Counts]]:
    """Right, found and gold causal sentences; the same of spans, by kind."""
    sentences: Counts = (0, 0, 0)
    spans = dict.fromkeys(("cause", "effect", "signal"), (0, 0, 0))
    for text, marked in islice(rows(dev=True), most):
        tokens, stretches = split(text)
        out = network.read([words_of(stretches, tokens)])
        causal = float(out["causal_sentence"][0, : len(tokens)].mean()) > 0
        sentences = (sentences[0] + (causal and bool(marked)), sentences[1] + causal, sentences[2] + bool(marked))
        found = network.schemes["causality"].spans(out["causality"][0, : len(tokens)])
        mine = {(tokens[a].start, tokens[b - 1].end, kind) for a, b, kind, _ in found}
        gold = {(a, a + len(text[a:b].rstrip()), kind) for m in marked for a, b, kind in tagged(m)}
        spans = tally(spans, mine, gold, lambda span: span[2])
    return sentences, spans


def scores(network: Network, *, most: int | None = None) -> list[Score]:
    """F1 of causal sentences; exact F1 of spans against those of all relations of a sentence."""
    sentences, spans = counts(network, most)
    corpus = "causal-news-corpus dev (own split)"
    out_spans = [Score(f"{kind} spans", corpus, "exact F1", prf(*c)[2]) for kind, c in spans.items()]
    return [
        Score("causal sentences", corpus, "F1", prf(*sentences)[2], 83.0, "BoschAI on test: 84.7"),
        Score("cause, effect, signal spans", corpus, "exact F1", prf(*total(spans))[2], 52.0, "BoschAI on test: 72.8"),
        *out_spans,
    ]
