"""The pages of scores: what each measures, on which corpora, and how much of them is enough for the floors."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks import (
    attribution,
    causality,
    confidence,
    desk_records,
    event_coreference,
    event_types,
    factuality,
    geo,
    incidents,
    loaded,
    mentions,
    neutrality,
    records,
    speed,
    syntax,
    templates,
    times,
)
from benchmarks.corpus import DATA, Score
from benchmarks.engines import Engines

Measure = Callable[[Engines, int | None], list[Score]]
"""Scores with the engines given, over the first so many items of each corpus (``None``: all)."""


@dataclass(frozen=True)
class Page:
    """One page. ``needs`` are folders or files under the corpora's folder; ``sample`` items go into the
    floors (0: none). ``sealed`` measures the part of our own samples that nobody looks into, totals only.
    """

    measure: Measure
    needs: tuple[str, ...] = ()
    sample: int = 0
    sealed: Callable[[Engines], list[Score]] | None = None

    def missing(self) -> list[str]:
        """Corpora that are not there."""
        return [name for name in self.needs if not (DATA / name).exists()]


def _attribution(engines: Engines, most: int | None) -> list[Score]:
    found = attribution.whole(engines.analyser, most or 84)
    out = [
        Score("whole attributions", "polnear dev", f"F1, {how}", 100 * found[f"rules {how}"], None, "")
        for how in ("exact", "near")
    ]
    if most is None:
        published = {"source": "BERT 81.1", "cue": "BERT 74.0", "content": "BERT 68.9"}
        bars = {"source": 80.5, "cue": 74.5, "content": 68.0}
        out += [
            Score(f"attribution: {kind}", "polnear dev, CofeNet's windows", "exact F1", 100 * attribution.f1(*counts),
                  bars[kind], f"{published[kind]} on test")
            for kind, counts in attribution.flat(engines.network).items()
        ]
    return out


def _places(engines: Engines, most: int | None) -> list[Score]:
    out = []
    for name, bar in geo.BARS.items():
        found = geo.score(name, engines.gazetteer, most=most)
        out += [
            Score(
                "places",
                f"{name}, odd documents",
                "accuracy within 161 km, reachable",
                100 * found.reachable,
                100 * bar,
            ),
            Score("places", f"{name}, odd documents", "accuracy within 161 km, all", 100 * found.all),
        ]
    return out


def _times(engines: Engines, most: int | None) -> list[Score]:
    out = []
    for part in ("open", "sealed"):
        path = Path(times.__file__).parent / "times" / f"{part}.jsonl"
        phrases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()][:most]
        right = sum(times.ours(p)[0] == (p["start"], p["end"]) for p in phrases)
        out.append(Score("times", f"own phrases, {part}", "exact interval", 100 * right / len(phrases)))
    return out


PAGES: dict[str, Page] = {
    "syntax": Page(
        lambda e, n: syntax.scores(e.analyser, most=n), ("ud-ewt", "gum", "propbank-ewt"), sample=250
    ),
    "mentions": Page(lambda e, n: mentions.scores(e.analyser, most=n), ("re3d",), sample=12),
    "templates": Page(lambda e, n: templates.scores(e.analyser, most=n), ("muc4",), sample=30),
    "event-types": Page(lambda e, n: event_types.scores()),
    "attribution": Page(_attribution, ("polnear",), sample=6),
    "factuality": Page(lambda e, n: factuality.scores(e.analyser, most=n), ("factuality",), sample=120),
    "loaded": Page(lambda e, n: loaded.scores(e.network, most=n), ("babe",), sample=120),
    "causality": Page(lambda e, n: causality.scores(e.network, most=n), ("causal-news-corpus",), sample=120),
    "places": Page(_places, ("geowebnews", "lgl", "geovirus"), sample=40),
    "times": Page(_times, sample=1000),
    "records": Page(lambda e, n: records.scores(e.coder, most=n), ("isaf", "gvdb"), sample=25),
    "desk": Page(
        lambda e, n: desk_records.scores(e.coder),
        ("../scoring",),
        sample=12,
        sealed=lambda e: desk_records.scores(e.coder, sealed=True),
    ),
    "confidence": Page(
        lambda e, n: confidence.scores(e.coder),
        ("../scoring",),
        sealed=lambda e: confidence.scores(e.coder, sealed=True),
    ),
    "neutrality": Page(lambda e, n: neutrality.scores(e.coder, n)),
    "incidents": Page(
        lambda e, n: incidents.scores(e.coder, most=n),
        ("semeval2018-t5", "../scoring"),
        sealed=lambda e: incidents.wars(e.coder, "sealed"),
    ),
    "event-coreference": Page(lambda e, n: event_coreference.scores(e.coder, most=n), ("ecbplus",)),
    "speed": Page(lambda _, n: speed.scores(most=n or speed.REPORTS), ("polnear",)),
}
"""All pages, in the order of the table."""
