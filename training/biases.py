"""Chooses the biases of span labels on dev: ``python -m training.biases WEIGHTS``, after ``training.export``.

A bias is added to the log-probability of a label before spans are read (``dateline.language.bio.Scheme``). Label by label, the
one most often seen first, each gets the bias of ``GRID`` that is best for the F1 of the whole head on its development part, by
the benchmark's own count, those chosen before it standing; then the beginning of each gets one of ``GRID_BEGIN``. Labels seen
fewer than ``LEAST_GOLD`` times there keep none.
Writes ``biases.json`` into the folder.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from benchmarks import attribution, causality, mentions, place_names, templates
from benchmarks.corpus import Counts, prf, total
from dateline.language.analyse import Analyser
from dateline.language.bio import Scheme
from dateline.language.feed import Runs
from dateline.language.network import Array, Network

GRID = (-0.5, 0.0, 0.5, 1.0, 1.5, 2.0)
GRID_BEGIN = (-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0)
LEAST_GOLD = 30

COUNTS: dict[str, Callable[[Network], Mapping[str, Counts]]] = {
    "filler": lambda net: templates.role_fillers(Analyser(net)),
    "mention": lambda net: mentions.counts(Analyser(net)),
    "attribution": attribution.flat,
    "toponym": lambda net: place_names.counts(Analyser(net)),
    "causality": lambda net: causality.counts(net)[1],
}
"""Right, predicted and gold spans by label on dev, for each head that is asked to choose."""


class Remembering(Network):
    """A network that encodes each batch of windows once: biases only change how its scores are read."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._seen: dict[str, dict[str, Array]] = {}

    def read(self, rows: Sequence[Runs]) -> dict[str, Array]:
        """As the network does, from memory where the batch was seen before."""
        key = repr(rows)
        if key not in self._seen:
            self._seen[key] = super().read(rows)
        return self._seen[key]


def choose(net: Network, head: str) -> dict[str, float]:
    """The biases of the labels of a head that do better with one."""
    biases: dict[str, float] = {}

    def counted() -> Mapping[str, Counts]:
        net.schemes[head] = Scheme(net.labels[head], biases, net.chains.get(head))
        return COUNTS[head](net)

    start = counted()
    before = best = prf(*total(start))[2]
    often = sorted((n for n in start if start[n][2] >= LEAST_GOLD), key=lambda n: -start[n][2])
    for label, grid in [*((n, GRID) for n in often), *((f"B-{n}", GRID_BEGIN) for n in often)]:
        found = {0.0: best}
        for bias in grid:
            if bias:
                biases[label] = bias
                found[bias] = prf(*total(counted()))[2]
        biases[label] = max(found, key=lambda bias: (round(found[bias], 2), -abs(bias)))
        best = found[biases[label]]
    biases = {label: bias for label, bias in biases.items() if bias}
    net.schemes[head] = Scheme(net.labels[head], biases, net.chains.get(head))
    print(f"{head}: F1 {before:.1f} without, {best:.1f} with {biases}", flush=True)
    return biases


def main() -> None:
    """Choose and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    folder: Path = parser.parse_args().weights
    net = Remembering(folder)
    biases = {head: choose(net, head) for head in COUNTS}
    (folder / "biases.json").write_text(json.dumps(biases, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
