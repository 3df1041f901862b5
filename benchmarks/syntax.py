"""Tags, trees, lemmas (UD English EWT dev, GUM news dev) and PropBank predicates and roles (EWT dev), on gold tokens."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from itertools import groupby, islice
from pathlib import Path

from benchmarks.corpus import DATA, Counts, Score, as_text, jsons, prf, tally, total
from dateline.language.analyse import Analyser

Rows = list[list[str]]


def sentences(path: Path, genre: str = "") -> Iterator[tuple[str, Rows]]:
    """``(document, rows)`` of each sentence of a CoNLL-U file."""
    doc, rows = "", []
    with gzip.open(path, "rt", encoding="utf-8") as f:
        for line in f:
            if line.startswith("# newdoc"):
                doc = line.split("=")[-1].strip()
            elif line[:1].isdigit() and line.split("\t")[0].isdigit():
                rows.append(line.rstrip("\n").split("\t"))
            elif not line.strip() and rows:
                if genre in doc:
                    yield doc, rows
                rows = []


def trees(analyser: Analyser, path: Path, genre: str = "", most: int | None = None) -> dict[str, float]:
    """UPOS, XPOS, lemma, UAS and LAS in per cent; whole documents go in, as at run time."""
    right = dict.fromkeys(("upos", "xpos", "lemma", "uas", "las"), 0)
    total = 0
    for _, group in groupby(islice(sentences(path, genre), most), key=lambda x: x[0]):
        doc = [rows for _, rows in group]
        words = analyser.analyse_tokens(*as_text([[r[1] for r in rows] for rows in doc])).words
        at = 0
        for rows in doc:
            for i, r in enumerate(rows):
                w = words[at + i]
                head = int(r[6]) - 1 + at if r[6] != "0" else at + i
                right["upos"] += w.upos == r[3]
                right["xpos"] += w.xpos == r[4]
                right["lemma"] += w.lemma == r[2].lower()
                right["uas"] += w.head == head
                right["las"] += w.head == head and w.deprel.split(":")[0] == r[7].split(":")[0]
                total += 1
            at += len(rows)
    return {k: 100 * v / total for k, v in right.items()}


CORE = tuple(f"A{i}" for i in range(6))
ROLES = (*CORE, *"LOC TMP MNR CAU PRP ADV DIR GOL NEG MOD DIS EXT COM ADJ PRD LVB PRR R-A0 R-A1 R-LOC R-TMP".split())
"""What the shipped head can predict; the rest of PropBank's roles are counted together."""


def role(label: str) -> str:
    """PropBank's label as the engine writes it: ``A1`` for ``ARG1``, ``TMP`` for ``ARGM-TMP``, ``R-A0`` for ``R-ARG0``."""
    return label.replace("ARGM-", "").replace("ARG", "A")


PREDICATE = "predicate"


def role_counts(analyser: Analyser, most: int | None = None) -> dict[str, Counts]:
    """Right, predicted and gold items: predicates and the spans of each role."""
    counts = dict.fromkeys((PREDICATE, *ROLES, "other"), (0, 0, 0))
    for x in islice(jsons(DATA / "propbank-ewt/dev.jsonl.gz"), most):
        got = {p.index: p for p in analyser.analyse_tokens(*as_text([x["tokens"]])).predicates}
        gold = {
            p["i"]: {(role(r), a, b) for r, a, b in p["args"]}
            for p in x["preds"]
        }
        mine = {(i, a.role, a.first, a.last) for i, p in got.items() for a in p.arguments}
        mine |= {(i, PREDICATE, i, i + 1) for i in got}
        theirs = {(i, *s) for i, spans in gold.items() for s in spans} | {(i, PREDICATE, i, i + 1) for i in gold}
        counts = tally(counts, mine, theirs, lambda item: item[1] if item[1] in (*ROLES, PREDICATE) else "other")
    return counts


def roles(analyser: Analyser, most: int | None = None) -> dict[str, float]:
    """F1 of predicates, of all role spans (any role of the gold, also those never predicted), and of A0-A5."""
    counts = role_counts(analyser, most)
    spans = {name: c for name, c in counts.items() if name != PREDICATE}
    core = {name: c for name, c in counts.items() if name in CORE}
    return {"predicates": prf(*counts[PREDICATE])[2], "roles": prf(*total(spans))[2], "core": prf(*total(core))[2]}


def scores(analyser: Analyser, *, most: int | None = None) -> list[Score]:
    """All figures of this page, over the first ``most`` sentences of each corpus."""
    ewt = trees(analyser, DATA / "ud-ewt/en_ewt-ud-dev.conllu.gz", most=most)
    news = trees(analyser, DATA / "gum/dev.open.conllu.gz", "news", most)
    srl = roles(analyser, most)
    return [
        Score("tags", "ud-ewt dev", "UPOS", ewt["upos"]),
        Score("tags", "ud-ewt dev", "XPOS", ewt["xpos"]),
        Score("lemmas", "ud-ewt dev", "accuracy", ewt["lemma"]),
        Score("dependencies", "ud-ewt dev", "UAS", ewt["uas"]),
        Score("dependencies", "ud-ewt dev", "LAS", ewt["las"], 87.5, "spaCy CNN on the same: 79.8"),
        Score("dependencies", "gum news dev", "LAS", news["las"], 85.0),
        Score("predicates", "propbank-ewt dev", "F1", srl["predicates"], 96.0),
        Score("role spans", "propbank-ewt dev", "F1", srl["roles"], 76.0),
        Score("role spans A0-A5", "propbank-ewt dev", "F1", srl["core"], 78.0),
    ]
