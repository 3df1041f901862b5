"""The floors: scores on a small sample of each corpus, below which no change may bring the engine without saying so.

They stand in ``floors.json`` and are held by ``tests/benchmarks/test_floors.py``. After new weights or
rules: ``python -m benchmarks --pin`` measures the samples and writes each floor ``MARGIN`` below what it
found. It raises floors; where a score fell, it stops and names it, until the fall is written down in
``CHANGELOG.md`` with its reason and the floor is taken out of ``floors.json`` by hand.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from benchmarks.corpus import Score
from benchmarks.engines import Engines
from benchmarks.pages import PAGES

FILE = Path(__file__).with_name("floors.json")
MARGIN = 0.5
"""Points between a score and its floor: other processors round int8 products in other ways."""


def name_of(page: str, score: Score) -> str:
    """The key of a floor."""
    return " · ".join((page, score.what, score.corpus, score.metric))


def load() -> dict[str, float]:
    """Floors by name."""
    floors: dict[str, float] = json.loads(FILE.read_text(encoding="utf-8"))
    return floors


def sampled(engines: Engines, page: str) -> dict[str, float]:
    """Scores of a page on its sample, by name."""
    return {name_of(page, s): s.value for s in PAGES[page].measure(engines, PAGES[page].sample)}


def fallen(found: dict[str, float], floors: dict[str, float]) -> list[str]:
    """What lies below its floor, in words."""
    return [
        f"{name}: {value:.2f}, floor {floors[name]:.2f}"
        for name, value in found.items()
        if name in floors and value < floors[name]
    ]


def pin(engines: Engines, pages: Sequence[str]) -> None:
    """Write the floors of ``pages``; raises ``SystemExit`` where one would fall."""
    floors = load()
    for page in pages:
        if not PAGES[page].sample or PAGES[page].missing():
            continue
        found = sampled(engines, page)
        down = fallen(found, floors)
        if down:
            raise SystemExit("Floors do not fall silently:\n" + "\n".join(down) + f"\n{__doc__}")
        floors |= {
            name: max(floors.get(name, 0.0), round(value - MARGIN, 2)) for name, value in found.items()
        }
    FILE.write_text(
        json.dumps(dict(sorted(floors.items())), indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
