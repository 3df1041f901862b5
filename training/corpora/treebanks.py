"""Treebanks, PropBank and factuality: corpora whose words are given."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dateline.knowledge.codebook.triggers import trigger_words
from dateline.language.lemmas import apply, script
from training.corpora.files import DATA, jsons, lines
from training.corpora.labels import Labels
from training.window import IGNORE, Pair, Window


def conllu(path: Path) -> Iterator[tuple[str, list[list[str]]]]:
    """``(document id, rows)`` of each sentence; ranges and empty nodes left out."""
    doc, rows = "", []
    for line in lines(path):
        if line.startswith("# newdoc"):
            doc = line.split("=")[-1].strip()
        elif line[:1].isdigit():
            row = line.rstrip("\n").split("\t")
            if row[0].isdigit():
                rows.append(row)
        elif not line.strip() and rows:
            yield doc, rows
            rows = []
    if rows:
        yield doc, rows


def lemma_scripts(minimum: int = 4) -> list[str]:
    """Edit scripts seen at least ``minimum`` times in EWT and GUM train, the empty one first."""
    count: dict[str, int] = {}
    for path in (DATA / "ud-ewt/en_ewt-ud-train.conllu.gz", DATA / "gum/train.open.conllu.gz"):
        for _, rows in conllu(path):
            for r in rows:
                s = script(r[1], r[2])
                count[s] = count.get(s, 0) + 1
    return ["0|", *sorted(s for s, n in count.items() if n >= minimum and s != "0|")]


def treebank(path: Path, L: Labels, corpus: str) -> Iterator[tuple[str, Window]]:
    """Tags, lemmas and trees."""
    for doc, rows in conllu(path):
        n = len(rows)
        w = Window(corpus, [r[1] for r in rows], [0] * n)
        w.labels["upos"] = [L.ids["upos"].get(r[3], IGNORE) for r in rows]
        w.labels["xpos"] = [L.ids["xpos"].get(r[4], IGNORE) for r in rows]
        w.labels["lemma"] = [L.ids["lemma"].get(script(r[1], r[2]), IGNORE) for r in rows]
        w.heads = [int(r[6]) - 1 if r[6] != "0" else i for i, r in enumerate(rows)]
        w.deprels = [L.deprel.get(r[7], L.deprel.get(r[7].split(":")[0], L.deprel["dep"])) for r in rows]
        yield doc, w


def role(label: str) -> str:
    """PropBank's label in short: ``A1`` for ``ARG1``, ``TMP`` for ``ARGM-TMP``, ``R-A0`` for ``R-ARG0``."""
    return label.replace("ARGM-", "").replace("ARG", "A")


def ewt(L: Labels, part: str) -> Iterator[tuple[str, Window]]:
    """UD English EWT with PropBank's roles and UDS-IH2's factuality on the same sentences."""
    frames = {" ".join(x["tokens"]): x["preds"] for x in jsons(DATA / f"propbank-ewt/{part}.jsonl.gz")}
    facts = {x["text"]: x["targets"] for x in jsons(DATA / f"factuality/UDS_IH2_{part}.jsonl.gz")}
    for doc, w in treebank(DATA / f"ud-ewt/en_ewt-ud-{part}.conllu.gz", L, "ewt"):
        text = " ".join(w.words)
        if text in frames:
            w.labels["predicate"] = [0] * len(w)
            for p in frames[text]:
                w.labels["predicate"][p["i"]] = 1
                spans = [(a, b, role(r)) for r, a, b in p["args"]]
                w.pairs.append(Pair("role", p["i"], L.bio("role", len(w), spans)))
        if text in facts:
            w.factuality = [float("nan")] * len(w)
            for t in facts[text]:
                w.factuality[t["span1"][0]] = t["label"]
        yield doc, w


def meantime(part: str) -> Iterator[Window]:
    """Factuality of news events."""
    for x in jsons(DATA / f"factuality/MEANTIME_{part}.jsonl.gz"):
        words = x["text"].split(" ")
        w = Window("meantime", words, [0] * len(words), factuality=[float("nan")] * len(words))
        for t in x["targets"]:
            if t["span1"][0] < len(words):
                w.factuality[t["span1"][0]] = t["label"]  # type: ignore[index]
        yield w


def quiet(windows: list[Window], L: Labels) -> list[Window]:
    """Tells the trigger head of a treebank that words which the codebook does not know are no triggers; of those
    that it knows nothing is said. A sentence without any such word tells of no conflict.
    """
    listed = trigger_words()
    known = listed.verbs.keys() | listed.nouns.keys() | listed.phrases.keys()
    scripts = L.words["lemma"].labels
    for w in windows:
        lemmas = [apply(word, scripts[max(i, 0)]) for word, i in zip(w.words, w.labels["lemma"], strict=True)]
        w.labels["trigger"] = [IGNORE if lemma in known else 0 for lemma in lemmas]
        loud = {s for s, lemma in zip(w.sentence, lemmas, strict=True) if lemma in known}
        w.labels["conflict"] = [IGNORE if s in loud else 0 for s in w.sentence]
    return windows
