"""Corpora into training windows; each reader names its corpus folder and what it labels."""

from __future__ import annotations

import ast
import csv
import gzip
import json
import random
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dateline.knowledge.codebook.triggers import trigger_words
from dateline.language.lemmas import apply, script
from dateline.language.sentences import split
from training import schemes
from training.window import IGNORE, Pair, Window, join, spans_to_bio

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"
OWN = Path(__file__).resolve().parent / "passages"


def lines(path: Path) -> Iterator[str]:
    """Lines of a plain or gzipped text file."""
    with (gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")) as f:
        yield from f


def jsons(path: Path) -> Iterator[dict[str, Any]]:
    """Objects of a JSON Lines file."""
    return (json.loads(line) for line in lines(path) if line.strip())


class Labels:
    """Label ids by head name, fixed before the windows are made."""

    def __init__(self, scripts: list[str]) -> None:
        self.words = {h.name: h for h in schemes.word_heads(scripts)}
        self.pairs = {h.name: h for h in schemes.pair_heads()}
        self.ids = {n: {x: i for i, x in enumerate(h.labels)} for n, h in {**self.words, **self.pairs}.items()}
        self.deprel = {x: i for i, x in enumerate(schemes.DEPREL)}

    def bio(self, head: str, length: int, spans: Sequence[tuple[int, int, str]]) -> list[int]:
        """Spans as label ids of a head."""
        table = self.words[head] if head in self.words else self.pairs[head]
        return spans_to_bio(length, spans, table.labels)


# ---------------------------------------------------------------- treebanks and PropBank
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


_ROLE = {f"ARG{i}": f"A{i}" for i in range(6)}


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
                spans = [(a, b, _ROLE.get(r, r.removeprefix("ARGM-"))) for r, a, b in p["args"]]
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


# ---------------------------------------------------------------- corpora with character offsets
def windows_of(
    text: str, corpus: str, most: int, rng: random.Random | None = None
) -> Iterator[tuple[Window, list[tuple[int, int]]]]:
    """``text`` in our own words and sentences, packed to at most ``most`` words, with the offsets of each word."""
    tokens, stretches = split(text)
    i = 0
    while i < len(stretches):
        limit = rng.choice([most // 4, most // 2, most, most]) if rng else most
        j = i + 1
        while j < len(stretches) and stretches[j].last - stretches[i].first <= limit:
            j += 1
        first, last = stretches[i].first, stretches[j - 1].last
        sentence = [k for k, s in enumerate(stretches[i:j]) for _ in range(s.last - s.first)]
        part = tokens[first:last]
        yield Window(corpus, [t.text for t in part], sentence), [(t.start, t.end) for t in part]
        i = j


def word_span(offsets: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int] | None:
    """Words that a character range covers (in part or whole), or ``None``."""
    inside = [i for i, (a, b) in enumerate(offsets) if a < end and start < b]
    return (inside[0], inside[-1] + 1) if inside else None


def re3d_split() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Own split of the shared part by document: every fifth id (sorted) is dev."""
    docs = sorted(jsons(DATA / "re3d/re3d.jsonl"), key=lambda d: d["id"])
    return [d for i, d in enumerate(docs) if i % 5], [d for i, d in enumerate(docs) if i % 5 == 0]


def re3d(docs: Sequence[dict[str, Any]], L: Labels, most: int, rng: random.Random | None = None) -> Iterator[Window]:
    """Mentions of confidence of at least 0.5; of nested ones the longest."""
    for d in docs:
        found = [e for e in d["entities"] if float(e["confidence"] or 0) >= 0.5]
        found.sort(key=lambda e: e["begin"] - e["end"])
        for w, offsets in windows_of(d["text"], "re3d", most, rng):
            spans = [(*s, e["type"]) for e in found if (s := word_span(offsets, e["begin"], e["end"]))]
            w.labels["mention"] = L.bio("mention", len(w), spans)
            yield w


def wikigold(L: Labels) -> Iterator[Window]:
    """Names of four types in Wikipedia."""
    path = next((DATA / "ner-open/wikigold").glob("*.gz"))
    words, tags = [], []
    for line in [*lines(path), ""]:
        if line.strip():
            cells = line.split()
            words.append(cells[0])
            tags.append(cells[-1])
        elif words:
            w = Window("wikigold", words, [0] * len(words))
            previous, ids = "O", []
            for t in tags:
                kind = t.split("-")[-1]
                begins = t != "O" and (t.startswith("B-") or previous != kind)
                ids.append(0 if t == "O" else L.ids["name"][("B-" if begins else "I-") + kind])
                previous = "O" if t == "O" else kind
            w.labels["name"] = ids
            if words != ["-DOCSTART-"]:
                yield w
            words, tags = [], []


def polnear(L: Labels, most: int, rng: random.Random) -> Iterator[Window]:
    """Sources, cues and contents of attributions, flat and in respect of each cue."""
    for d in jsons(DATA / "polnear/train.jsonl.gz"):
        found = d["annotations"][0]["attributions"]
        for w, offsets in windows_of(d["text"], "polnear", most, rng):
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


MUC_WORDS = (160, 380)
"""Words of a window, chosen at random for each document: as at run time, and as many as the encoder can read."""


def muc(part: str, L: Labels, rng: random.Random) -> Iterator[Window]:
    """Role fillers of terrorist incidents; repeats of a filler's words elsewhere are neither asked for nor punished."""
    for d in jsons(DATA / f"muc4/grit/{part}.json.gz"):
        text = d["doctext"]
        spans: list[tuple[int, int, str]] = []
        again: list[tuple[int, int]] = []
        for kind, entities in d["extracts"].items():
            for entity in entities:
                for words, at in entity:
                    spans.append((at, at + len(words), kind))
                    again += [m.span() for m in re.finditer(rf"\b{re.escape(words)}\b", text) if m.start() != at]
        for w, offsets in windows_of(text, "muc", rng.choice(MUC_WORDS)):
            here = [(*s, k) for a, b, k in spans if (s := word_span(offsets, a, b))]
            ids = L.bio("filler", len(w), here)
            for a, b in again:
                s = word_span(offsets, a, b)
                if s and not any(ids[s[0] : s[1]]):
                    ids[s[0] : s[1]] = [IGNORE] * (s[1] - s[0])
            w.labels["filler"] = ids
            yield w


ASSOCIATIVE = {"Metonymic", "Demonym", "Homonym", "Language", "Non_Literal_Modifier", "Embedded_Non_Lit"}


def geowebnews_split() -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Own split of the shared part by document: every fifth id (sorted) is dev."""
    docs = sorted(jsons(DATA / "geowebnews/train.jsonl.gz"), key=lambda d: d["id"])
    return [d for i, d in enumerate(docs) if i % 5], [d for i, d in enumerate(docs) if i % 5 == 0]


def geowebnews(docs: Sequence[dict[str, Any]], L: Labels, most: int) -> Iterator[Window]:
    """Place names, told apart by literal and associative use (Gritta et al. 2020)."""
    for d in docs:
        keep = [t for t in d["toponyms"] if not t["type"].endswith("_Expression") and t["type"] != "Non_Toponym"]
        for w, offsets in windows_of(d["text"], "geowebnews", most):
            spans = [
                (*s, "associative" if t["type"] in ASSOCIATIVE else "literal")
                for t in keep
                if (s := word_span(offsets, t["spans"][0][0], t["spans"][-1][1]))
            ]
            w.labels["toponym"] = L.bio("toponym", len(w), spans)
            yield w


def event_location(L: Labels) -> Iterator[Window]:
    """Which place belongs to which verb (Halterman 2019); other roles are unknown. Ids ending in 0 are dev."""
    for x in jsons(DATA / "event-location/train_dev.jsonl.gz"):
        if sum(map(ord, x["text"])) % 10 == 0:
            continue
        for w, offsets in windows_of(x["text"], "event_location", 120):
            verb = [s for t in x["spans"] if t["label"] == "VERB" and (s := word_span(offsets, t["start"], t["end"]))]
            places = [
                (*s, "place")
                for t in x["spans"]
                if t["label"] == "LOCATION" and (s := word_span(offsets, t["start"], t["end"]))
            ]
            if verb:
                w.pairs = [Pair("event_role", verb[0][0], L.bio("event_role", len(w), places), partial="place")]
                yield w


def babe(L: Labels) -> Iterator[Window]:
    """Loaded sentences (every word has the sentence's label) and loaded words; ids whose number ends in 0 or 5 are dev."""
    for x in jsons(DATA / "babe/train_sg2.jsonl.gz"):
        if x["id"][-1] in "05":
            continue
        spans = [m.span() for word in x["biased_words"] for m in re.finditer(rf"\b{re.escape(word)}\b", x["text"], re.IGNORECASE)]
        for w, offsets in windows_of(x["text"], "babe", 120):
            w.labels["loaded"] = [int(any(a < end and start < b for a, b in spans)) for start, end in offsets]
            w.labels["loaded_sentence"] = [int(x["label_bias"] == "Biased")] * len(w)
            yield w


_TAG = re.compile(r"</?(ARG0|ARG1|SIG\d*)>")
_PART = {"ARG0": "cause", "ARG1": "effect"}


def tagged(marked: str) -> list[tuple[int, int, str]]:
    """Spans of causes, effects and signals (end exclusive) in the text that is left when the tags are taken out."""
    spans, opened, removed = [], {}, 0
    for m in _TAG.finditer(marked):
        at = m.start() - removed
        removed += len(m.group())
        if m.group()[1] == "/":
            spans.append((opened.pop(m[1], at), at, _PART.get(m[1], "signal")))
        else:
            opened[m[1]] = at
    return spans


def causal_news(L: Labels) -> Iterator[Window]:
    """Causal sentences (every word has the sentence's label), causes, effects and signals; every fifth document is dev."""
    with (DATA / "causal-news-corpus/train_subtask2_grouped.csv").open(encoding="utf-8-sig") as f:
        found = list(csv.DictReader(f))
    for x in found:
        if int(x["doc_id"].split("_")[-1]) % 5 == 0:
            continue
        pairs = ast.literal_eval(x["causal_text_w_pairs"])
        for w, offsets in windows_of(x["text"], "causal_news", 160):
            spans = [(*s, kind) for marked in pairs for a, b, kind in tagged(marked) if (s := word_span(offsets, a, b))]
            w.labels["causality"] = L.bio("causality", len(w), spans)
            w.labels["causal_sentence"] = [int(bool(pairs))] * len(w)
            yield w


# ---------------------------------------------------------------- our own passages
def passages(L: Labels, most: int, rng: random.Random) -> Iterator[Window]:
    """Passages in our own words: triggers with sub-type, status and roles; short ones alone or packed to ``most`` words."""
    found = [passage(x, L) for path in sorted(OWN.glob("*.jsonl")) for x in jsons(path)]
    rng.shuffle(found)
    while found:
        run = [found.pop()]
        limit = rng.choice([0, 0, most // 2, most])
        while found and sum(map(len, run)) + len(found[-1]) <= limit:
            run.append(found.pop())
        yield join(run)


def quiet(windows: list[Window], L: Labels) -> list[Window]:
    """Tells the trigger head of a treebank that words which the codebook does not know are no triggers; of those
    that it knows nothing is said.
    """
    listed = trigger_words()
    known = listed.verbs.keys() | listed.nouns.keys() | listed.phrases.keys()
    scripts = L.words["lemma"].labels
    for w in windows:
        lemmas = [apply(word, scripts[max(i, 0)]) for word, i in zip(w.words, w.labels["lemma"], strict=True)]
        w.labels["trigger"] = [IGNORE if lemma in known else 0 for lemma in lemmas]
    return windows


def locate(text: str, phrase: str) -> tuple[int, int] | None:
    """Offsets of an annotated phrase; ``##2`` at its end means the second occurrence."""
    phrase, _, which = phrase.partition("##")
    at = -1
    for _ in range(int(which or 1)):
        at = text.find(phrase, at + 1)
    return (at, at + len(phrase)) if at >= 0 else None


def passage(x: dict[str, Any], L: Labels) -> Window:
    """One annotated passage as a window."""
    w, offsets = next(windows_of(x["text"], "passages", 400))
    n = len(w)

    def words(phrase: str) -> tuple[int, int] | None:
        at = locate(x["text"], phrase)
        return word_span(offsets, *at) if at else None

    triggers = [(*s, e) for e in x["events"] if (s := words(e["trigger"]))]
    w.labels["trigger"] = L.bio("trigger", n, [(a, b, sub_type(e)) for a, b, e in triggers])
    w.labels["status"] = [IGNORE] * n
    for a, _, e in triggers:
        w.labels["status"][a] = L.ids["status"][e["status"]]
        spans = [(*s, role) for role in schemes.EVENT_ROLES for p in e.get(role, ()) if (s := words(p))]
        w.pairs.append(Pair("event_role", a, L.bio("event_role", n, spans)))
    return w


def sub_type(event: dict[str, Any]) -> str:
    """The event's sub-type; Context's ``Other`` under its inner name."""
    name: str = event["sub_type"]
    return "Context other" if name == "Other" and event.get("type") == "Context" else name


def packed(pairs: Iterator[tuple[str, Window]], most: int, rng: random.Random) -> Iterator[Window]:
    """Sentences of one document packed together, to a limit that varies up to ``most`` words."""
    run: list[Window] = []
    current, limit = "", most
    for doc, w in pairs:
        if run and (doc != current or sum(map(len, run)) + len(w) > limit):
            yield join(run)
            run, limit = [], rng.choice([30, most // 2, most])
        current = doc
        run.append(w)
    if run:
        yield join(run)


def read_tsv(path: Path) -> list[dict[str, str]]:
    """Rows of a tab-separated file with a header."""
    return list(csv.DictReader(lines(path), delimiter="\t", quoting=csv.QUOTE_NONE))
