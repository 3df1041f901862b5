"""Mentions on re3d (own dev split of the shared part: every fifth document by sorted id; mentions of confidence >= 0.5)."""

from __future__ import annotations

from benchmarks.corpus import DATA, Counts, Score, jsons, prf, tally, total
from dateline.language.analyse import Analyser

KINDS = frozenset(
    [
        "Organisation",
        "Location",
        "Person",
        "Nationality",
        "Temporal",
        "Quantity",
        "Weapon",
        "MilitaryPlatform",
        "Vehicle",
        "DocumentReference",
        "Money",
    ]
)


def counts(analyser: Analyser, most: int | None = None) -> dict[str, Counts]:
    """Right, predicted and gold mentions by type over the first ``most`` documents: same characters (white space at the
    ends aside) and same type; nested gold mentions count too.
    """
    found = dict.fromkeys(sorted(KINDS), (0, 0, 0))
    documents = sorted(jsons(DATA / "re3d/re3d.jsonl"), key=lambda d: d["id"])
    for d in documents[::5][:most]:
        analysis = analyser.analyse(d["text"])
        mine = {
            (s.start, s.end, m.kind)
            for m in analysis.mentions
            if m.kind in KINDS and (s := analysis.span(m.first, m.last))
        }
        theirs = {
            (*_trimmed(d["text"], e["begin"], e["end"]), e["type"])
            for e in d["entities"]
            if float(e["confidence"] or 0) >= 0.5
        }
        found = tally(found, mine, theirs, lambda mention: mention[2])
    return found


def scores(analyser: Analyser, *, most: int | None = None) -> list[Score]:
    """Exact F1, precision and recall over all types."""
    p, r, f = prf(*total(counts(analyser, most)))
    return [
        Score("mentions", "re3d dev (own split)", "exact F1", f, 72.0),
        Score("mentions", "re3d dev (own split)", "precision", p),
        Score("mentions", "re3d dev (own split)", "recall", r),
    ]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
