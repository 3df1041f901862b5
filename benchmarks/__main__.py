"""Scores of what is shipped, in one table: ``python -m benchmarks [PAGE …]``.

Pages whose corpora are absent are skipped, and the table says so. ``--pin`` measures the samples of the
floors that the tests hold and writes them down; ``--docs`` writes the table to ``docs/scores.md``.
"""

from __future__ import annotations

import argparse
import json
import logging
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import floors
from benchmarks.corpus import Score
from benchmarks.engines import Engines
from benchmarks.pages import PAGES

DOCS = Path(__file__).resolve().parents[1] / "docs" / "scores.md"


def measured(
    names: Sequence[str], console: Console, most: int | None = None, *, sealed: bool = False
) -> dict[str, list[Score]]:
    """Scores by page, with ``sealed`` also those of its sealed part; a page without its corpora has none."""
    engines = Engines()
    found: dict[str, list[Score]] = {}
    for name in names:
        missing = PAGES[name].missing()
        if missing:
            console.print(f"{name}: skipped, not there: {', '.join(missing)}")
            continue
        console.print(f"{name} …")
        found[name] = PAGES[name].measure(engines, most)
        hidden = PAGES[name].sealed
        if sealed and hidden is not None:
            found[f"{name}, sealed"] = hidden(engines)
    return found


def table(found: dict[str, list[Score]]) -> Table:
    """The scores as a table for the terminal."""
    out = Table("what", "corpus", "metric", "ours", "bar", "published")
    for scores in found.values():
        for s in scores:
            colour = "default" if s.bar is None else "green" if s.holds() else "red"
            ours = f"[{colour}]{s.shown()}[/]"
            out.add_row(s.what, s.corpus, s.metric, ours, s.shown_bar(), s.published)
        out.add_section()
    return out


def markdown(found: dict[str, list[Score]]) -> str:
    """The scores as a page of the documentation."""
    rows = ["| what | corpus | metric | ours | bar | published |", "|---|---|---|---|---|---|"]
    rows += [
        f"| {s.what} | {s.corpus} | {s.metric} | {s.shown()} | {s.shown_bar()} | {s.published} |"
        for scores in found.values()
        for s in scores
    ]
    head = (
        "# Scores\n\n"
        "Measured with the shipped int8 weights by `python -m benchmarks --docs`; in per cent where\n"
        "no unit is given. A bar is what the project set itself; published figures are by others, most on\n"
        "the corpora's test parts, and so not comparable to the last point.\n\n"
    )
    return head + "\n".join(rows) + "\n"


def main() -> None:
    """Measure and show."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__.split("\n")[0])
    parser.add_argument("pages", nargs="*", metavar="PAGE", help=f"one or more of: {', '.join(PAGES)} (default: all)")
    parser.add_argument("--most", type=int, help="only the first so many items of each corpus")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the scores there as JSON")
    parser.add_argument("--docs", action="store_true", help=f"write the table to {DOCS.name}")
    parser.add_argument("--pin", action="store_true", help="measure the floors' samples and write the floors")
    parser.add_argument("--sealed", action="store_true", help="also the sealed parts of our own samples, totals only")
    args = parser.parse_args()
    unknown = [name for name in args.pages if name not in PAGES]
    if unknown:
        parser.error(f"no such page: {', '.join(unknown)}")
    logging.basicConfig(level=logging.WARNING)
    if args.pin:
        floors.pin(Engines(), args.pages or list(PAGES))
        return
    found = measured(args.pages or list(PAGES), Console(stderr=True), args.most, sealed=args.sealed)
    Console().print(table(found))
    if args.json:
        plain = {name: [asdict(s) for s in scores] for name, scores in found.items()}
        args.json.write_text(json.dumps(plain, indent=1) + "\n", encoding="utf-8")
    if args.docs:
        DOCS.write_text(markdown(found), encoding="utf-8")


if __name__ == "__main__":
    main()
