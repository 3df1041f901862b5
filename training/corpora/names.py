"""Names, mentions, place names and role fillers."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from typing import Any

from training.corpora.files import DATA, jsons, lines
from training.corpora.labels import Labels
from training.corpora.texts import windows_of, word_span
from training.window import IGNORE, Pair, Window


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
                at, labels = verb[0][0], L.bio("event_role", len(w), places)
                of_sentence = [y if w.sentence[i] == w.sentence[at] else IGNORE for i, y in enumerate(labels)]
                w.pairs = [Pair("event_role", at, of_sentence, partial="place")]
                yield w
