"""Chooses the biases of span labels on dev: ``python -m training.biases WEIGHTS``, after ``training.export``.

A bias is added to the log-probability of a label before spans are read (``dateline.language.bio.Scheme``). Each label of a
head gets the bias of ``GRID`` with the best F1 on the head's development part, by the benchmark's own count; labels seen
fewer than ``LEAST_GOLD`` times there share the one that is best for all of them. Writes ``biases.json`` into the folder.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from benchmarks import attribution, mentions, syntax, templates
from benchmarks.corpus import Counts, prf, total
from dateline.language.analyse import Analyser
from dateline.language.bio import Scheme
from dateline.language.network import Array, Network

GRID = (-0.5, -0.25, 0.0, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0)
LEAST_GOLD = 30

COUNTS: dict[str, Callable[[Network], Mapping[str, Counts]]] = {
    "filler": lambda net: templates.role_fillers(Analyser(net)),
    "mention": lambda net: mentions.counts(Analyser(net)),
    "attribution": attribution.flat,
    "role": lambda net: syntax.role_counts(Analyser(net)),
}
"""Right, predicted and gold spans by label on dev, for each head that is asked to choose."""


class Remembering(Network):
    """A network that encodes each batch of windows once: biases only change how its scores are read."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._seen: dict[str, dict[str, Array]] = {}

    def encode(self, windows: list[list[str]]) -> dict[str, Array]:
        """As the network does, from memory where the batch was seen before."""
        key = repr(windows)
        if key not in self._seen:
            self._seen[key] = super().encode(windows)
        return self._seen[key]


def best(found: Mapping[float, Mapping[str, Counts]], labels: Iterable[str]) -> float:
    """The bias with the best F1 over ``labels`` together; of equals the one nearest to none."""
    wanted = set(labels)

    def f1(bias: float) -> float:
        return prf(*total({n: c for n, c in found[bias].items() if n in wanted}))[2]

    return max(found, key=lambda bias: (round(f1(bias), 2), -abs(bias)))


def choose(net: Network, head: str) -> dict[str, float]:
    """The best bias for each label of a head."""
    names = net.schemes[head].names
    found: dict[float, Mapping[str, Counts]] = {}
    for bias in GRID:
        net.schemes[head] = Scheme(net.labels[head], dict.fromkeys(names, bias))
        found[bias] = COUNTS[head](net)
    known = [n for n in names if n in found[0.0]]
    rare = [n for n in known if found[0.0][n][2] < LEAST_GOLD]
    biases = {n: best(found, rare if n in rare else [n]) for n in known}
    net.schemes[head] = Scheme(net.labels[head], biases)
    before, after = (prf(*total(c))[2] for c in (found[0.0], COUNTS[head](net)))
    print(f"{head}: F1 {before:.1f} without, {after:.1f} with {biases}", flush=True)
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
