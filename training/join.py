"""Groups of heads trained apart into one checkpoint: ``python -m training.join START --group names=NAMES.pt … --out ALL.pt``.

All must have been trained from the same START, whose shared layers they stand on.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from training import schemes
from training.network import Network


def join(start: Path, trained: dict[str, Path]) -> dict[str, object]:
    """START with the layers and heads of each group from its own checkpoint; raises ``ValueError`` where the shared layers of
    one are not START's.
    """
    state = torch.load(start)
    net = Network(schemes.word_heads(state["scripts"]), schemes.pair_heads(), len(schemes.DEPREL))
    of_groups = net.owned(schemes.GROUPS)
    for group, path in trained.items():
        own = torch.load(path)["net"]
        for name, value in own.items():
            if name.startswith(net.owned([group])):
                state["net"][name] = value
            elif not name.startswith(of_groups) and not torch.equal(value, state["net"][name]):
                raise ValueError(f"{path} was not trained from {start}: {name} differs")
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
    torch.save(join(args.start, dict(args.group)), args.out)
