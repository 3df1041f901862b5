"""Attribution scored on PolNeAR's development part.

``python -m benchmarks.attribution [--articles N]`` prints

* exact F1 of source, cue and content spans in CofeNet's windows, read from the engine's flat head as trained; published on
  the test part (CofeNet, COLING 2022): BERT 81.1/74.0/68.9, BERT-CofeNet 83.2/75.3/72.9, rules 10.7/22.8/5.6;
* whole attributions: source, cue and content of one attribution all right and linked. ``exact`` asks for the same words,
  marks at the edges aside; ``near`` for half of the letters shared (Jaccard) in each of the three. Both the engine's links
  and the relations that the coder goes by are scored. Citron (BBC R&D) reports 0.57 on a corpus of its own.

The corpus is read from ``../shared/data/polnear``.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.corpus import Counts, tally
from dateline.coding.attribution.reader import AttributionReader
from dateline.language.analyse import Analyser
from dateline.language.network import Network, load
from dateline.language.sentences import stretches
from dateline.language.tokens import Token
from dateline.model.analysis import Analysis
from dateline.model.report import Report

POLNEAR = Path(__file__).parents[2] / "shared" / "data" / "polnear"
KINDS = ("source", "cue", "content")
LONGEST = 160
"""Words of a window, as in training."""
Whole = tuple[frozenset[int], frozenset[int], frozenset[int]]


def rows(name: str) -> Iterator[dict[str, Any]]:
    """The JSON lines of a file of the corpus."""
    with gzip.open(POLNEAR / name, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def f1(right: int, found: int, wanted: int) -> float:
    """Harmonic mean of precision and recall, 0 where nothing was found."""
    return 2 * right / (found + wanted) if found + wanted else 0.0


def spans_of(labels: list[str]) -> set[tuple[int, int, str]]:
    """Spans of a BIO sequence."""
    found: set[tuple[int, int, str]] = set()
    first, kind = 0, "O"
    for i, label in enumerate([*labels, "O"]):
        if not label.startswith("I-") or label[2:] != kind:
            if kind != "O":
                found.add((first, i, kind))
            first, kind = i, label[2:] if label != "O" else "O"
    return found


_AS_PRINTED = {"``": "“", "''": "”", "`": "‘"}
"""CofeNet's marks of quotation, as the articles had them."""


def sentences(words: list[str]) -> list[list[str]]:
    """A window's words, sentence by sentence, with the marks of quotation that are printed."""
    printed = [_AS_PRINTED.get(word, word) for word in words]
    tokens: list[Token] = []
    end = 0
    for word in printed:
        start = end if word in "”’" else end + 1
        end = start + len(word)
        tokens.append(Token(start, end, word))
    return [printed[s.first : s.last] for s in stretches(tokens)]


def flat(network: Network) -> dict[str, Counts]:
    """Right, predicted and gold spans of the flat head, by kind, over all windows."""
    scheme = network.schemes["attribution"]
    counts = dict.fromkeys(KINDS, (0, 0, 0))
    for window in rows("cofenet_valid_bio.jsonl.gz"):
        gold, tokens = spans_of(window["labels"]), window["tokens"]
        found: set[tuple[int, int, str]] = set()
        begin = 0
        for row in rows_of(sentences(tokens)):
            logp = network.read([row])["attribution"][0]
            found |= {(i + begin, j + begin, kind) for i, j, kind, _ in scheme.spans(logp)}
            begin += sum(map(len, row))
        counts = tally(counts, found, gold, lambda span: span[2])
    return counts


def rows_of(sentences: list[list[str]]) -> Iterator[list[list[str]]]:
    """Neighbouring sentences in rows of at most ``LONGEST`` words; a longer sentence is a row of its own."""
    row: list[list[str]] = []
    for sentence in sentences:
        if row and sum(map(len, row)) + len(sentence) > LONGEST:
            yield row
            row = []
        row.append(sentence)
    if row:
        yield row


def characters(text: str, spans: list[list[int]] | list[tuple[int, int]]) -> frozenset[int]:
    """The letters and digits that spans cover: marks and white space do not count."""
    return frozenset(i for a, b in spans for i in range(a, b) if text[i].isalnum())


def near(a: frozenset[int], b: frozenset[int]) -> bool:
    """Half of the characters shared, or both empty."""
    return (not a and not b) or len(a & b) >= 0.5 * len(a | b) > 0


def matched(gold: list[Whole], found: list[Whole], *, exact: bool) -> int:
    """How many gold attributions have a found one of their own that is right in all three parts."""
    free = list(found)
    right = 0
    for g in gold:
        fits = (f for f in free if (f == g if exact else all(near(x, y) for x, y in zip(f, g, strict=True))))
        match = next(fits, None)
        if match is not None:
            free.remove(match)
            right += 1
    return right


def engine_wholes(analysis: Analysis) -> list[Whole]:
    """The engine's own links."""

    def chars(words: tuple[int, int] | None) -> frozenset[int]:
        span = analysis.span(*words) if words else None
        return characters(analysis.text, [(span.start, span.end)] if span else [])

    return [(chars(q.source), chars(q.cue), chars(q.content)) for q in analysis.quotations]


def rule_wholes(analysis: Analysis) -> list[Whole]:
    """The relations that the coder goes by."""
    report = Report("r", "r", None, None, None, None, None, "en", analysis.text)
    reader = AttributionReader(report, analysis, lambda first, last: (None, None))

    def chars(ranges: list[tuple[int, int]]) -> frozenset[int]:
        spans = [analysis.span(*r) for r in ranges]
        return characters(analysis.text, [(s.start, s.end) for s in spans])

    return [
        (chars([r.source] if r.source else []), chars([r.cue]), chars(list(r.contents)))
        for r in reader.relations
    ]


def whole(analyser: Analyser, most: int) -> dict[str, float]:
    """F1 of whole attributions for the engine's links and the rules' relations, exact and near."""
    tallies = {f"{who} {how}": [0, 0, 0] for who in ("engine", "rules") for how in ("exact", "near")}
    for k, row in enumerate(rows("dev.jsonl.gz")):
        if k >= most:
            break
        text = row["text"]
        gold = [
            tuple(characters(text, a[kind]) for kind in KINDS) for a in row["annotations"][0]["attributions"]
        ]
        analysis = analyser.analyse(text)
        for who, found in (("engine", engine_wholes(analysis)), ("rules", rule_wholes(analysis))):
            for how in ("exact", "near"):
                own = tallies[f"{who} {how}"]
                own[0] += matched(gold, found, exact=how == "exact")
                own[1] += len(found)
                own[2] += len(gold)
    return {name: f1(*own) for name, own in tallies.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--articles", type=int, default=84, help="articles read for whole attributions")
    options = parser.parse_args()
    network = load()
    for kind, found in flat(network).items():
        print(f"{kind:8} exact F1 {f1(*found):.3f}")
    for name, score in whole(Analyser(network), options.articles).items():
        print(f"whole attribution, {name:12} F1 {score:.3f}")


if __name__ == "__main__":
    main()
