"""Which place belongs to which event, on Halterman's event-location corpus: ``python -m benchmarks.event_places``.

The dev split is our own: the sentences that training leaves out (the sum of the code points of the text ends in 0). An entry is
a verb with the words of its place, or with none. Accuracy is the share of the entries with a place for which the place given to
the verb touches the gold words:

* by the engine's ``place`` role of the verb alone;
* by the nearest place name of the sentence in characters (what a plain geoparser can do);
* as claims are coded (``coding.event_places.read_places``): the names in the role or, failing that, in the clause.

The share of entries without a gold place to which the role gives none is told, too. Many of those name one
all the same ("killed in northern Syria": the corpus was gathered in several rounds, some of which left the
place out), so that it is no measure of what a reader would call right.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from benchmarks.corpus import DATA, Score, jsons
from dateline.coding.draft import ROLES, Draft
from dateline.coding.event_places import read_places
from dateline.coding.toponyms import place_ranges
from dateline.coding.tree import Range, Tree, overlap
from dateline.language.analyse import Analyser
from dateline.language.network import load
from dateline.language.sentences import split
from dateline.language.windows import batches, windows, words_of
from dateline.model.claim import Place

CORPUS = DATA / "event-location" / "train_dev.jsonl.gz"
BAR = 80.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A verb of a text and the characters of its places."""

    text: str
    verb: tuple[int, int]
    places: tuple[tuple[int, int], ...]


def entries() -> Iterator[Entry]:
    """The entries of the dev split; a gold place of one or two letters is a slip of the corpus and left out."""
    for row in jsons(CORPUS):
        if sum(map(ord, row["text"])) % 10:
            continue
        verb = next(s for s in row["spans"] if s["label"] == "VERB")
        named = [s for s in row["spans"] if s["label"] == "LOCATION"]
        places = tuple((s["start"], s["end"]) for s in named if len(s["text"].strip()) > 2)
        if places or not named:
            yield Entry(row["text"], (verb["start"], verb["end"]), places)


def role_of(analyser: Analyser, text: str, anchor: int) -> list[Range]:
    """Word ranges that the engine gives to the word ``anchor`` as its place."""
    tokens, stretches = split(text)
    network = analyser._net
    for batch in batches(windows(stretches)):
        out = network.read([words_of(stretches[w.first : w.last], tokens) for w in batch])
        for row, window in enumerate(batch):
            if window.begin <= anchor < window.end:
                of_row: dict[str, Any] = {k: v[row, : window.end - window.begin] for k, v in out.items()}
                at = np.array([anchor - window.begin])
                own = next(s for s in stretches if s.first <= anchor < s.last)
                first, last = own.first - window.begin, own.last - window.begin
                (found,) = analyser._pairs("event_role", of_row, at, first, last)
                return [(a + own.first, b + own.first) for a, b, role, _ in found if role == "place"]
    return []


def coded_places(tree: Tree, anchor: int, names: list[Range], role: list[Range]) -> list[Range]:
    """The ranges among ``names`` that a claim with its trigger at ``anchor`` is given."""
    draft = Draft((anchor, anchor + 1), "Attack", 1.0, "news", [tree.clause(anchor)], {r: [] for r in ROLES} | {"place": role})
    spans = [tree.analysis.span(*r) for r in names]
    read_places(draft, [draft], [(r, Place("at", s.text, s)) for r, s in zip(names, spans, strict=True)], tree)
    return [tree.analysis.words_at(p.span.start, p.span.end) for p in draft.places]


def scores(analyser: Analyser, *, most: int | None = None) -> list[Score]:
    """Accuracy by each way of choosing, in per cent, over the first ``most`` entries."""
    right: Counter[str] = Counter()
    placed = bare = without = 0
    for number, entry in enumerate(entries()):
        if most is not None and number >= most:
            break
        analysis = analyser.analyse(entry.text)
        anchor = analysis.words_at(*entry.verb)[0]
        if anchor >= len(analysis.words):
            continue
        tree = Tree(analysis)
        sentence = tree.sentence(anchor)
        names = [r for r in place_ranges(analysis, tree) if sentence.first <= r[0] < sentence.last]
        role = role_of(analyser, entry.text, anchor)
        if not entry.places:
            bare += 1
            without += not role
            continue
        placed += 1
        gold = [analysis.words_at(*place) for place in entry.places]
        nearest = min(((abs(r[0] - anchor), r) for r in names), default=None)
        chosen = {
            "role alone": role,
            "nearest name": [nearest[1]] if nearest else [],
            "as coded": coded_places(tree, anchor, names, role),
        }
        for way, ranges in chosen.items():
            right[way] += any(overlap(r, g) for r in ranges for g in gold)
    corpus = f"event-location dev (own split), {placed} verbs with a place"
    found = [
        Score("event to place", corpus, f"accuracy, {way}", 100 * right[way] / max(placed, 1),
              BAR if way == "as coded" else None)
        for way in ("role alone", "nearest name", "as coded")
    ]  # fmt: skip
    none = Score("event to place", f"the same, {bare} verbs without", "none given by the role", 100 * without / max(bare, 1))
    return [*found, none]


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int)
    for score in scores(Analyser(load()), most=parser.parse_args().most):
        print(f"{score.corpus}: {score.metric} {score.value:.1f}")


if __name__ == "__main__":
    main()
