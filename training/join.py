"""Groups of heads trained apart into one checkpoint: ``python -m training.join START --group names=NAMES.pt … --out ALL.pt``.

All must have been trained from the same START, whose shared layers they stand on. A group that is given several times gets the
mean of its runs.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch

from training import schemes
from training.network import Network


def join(start: Path, trained: Sequence[tuple[str, Path]]) -> dict[str, object]:
    """START with the layers and heads of each group from its own checkpoint, or the mean of its own where it has several;
    raises ``ValueError`` where the shared layers of one are not START's.

    The mean of runs from one START is often better than each (Wortsman et al., "Model soups", ICML 2022).
    """
    state = torch.load(start)
    net = Network(schemes.word_heads(state["scripts"]), schemes.pair_heads(), len(schemes.DEPREL))
    of_groups = net.owned(schemes.GROUPS)
    for group in dict(trained):
        paths = [path for name, path in trained if name == group]
        runs = [torch.load(path)["net"] for path in paths]
        for path, own in zip(paths, runs, strict=True):
            strange = (n for n in own if not n.startswith(of_groups) and not torch.equal(own[n], state["net"][n]))
            if name := next(strange, None):
                raise ValueError(f"{path} was not trained from {start}: {name} differs")
        for name in runs[0]:
            if name.startswith(net.owned([group])):
                state["net"][name] = torch.stack([own[name] for own in runs]).mean(0)
    return dict(state)


def pair(told: str) -> tuple[str, Path]:
    """``GROUP=CHECKPOINT`` as a group and a path."""
    group, _, path = told.partition("=")
    if group not in schemes.GROUPS or not path:
        raise argparse.ArgumentTypeError(f"{told} is not GROUP=CHECKPOINT with a group of {', '.join(schemes.GROUPS)}")
    return group, Path(path)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("start", type=Path)
    parser.add_argument("--group", type=pair, action="append", required=True, metavar="GROUP=CHECKPOINT")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.save(join(args.start, args.group), args.out)
