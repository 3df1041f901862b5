"""Trains the readers of whole sentences: ``python -m training.sentence_types --weights FOLDER``.

They tell the PLOVER root code of what a source does to a target, and the ACLED sub-type of a news snippet:
one by transformer layers (``training.sentence_heads``), one by the wording (``training.sentence_wordings``).
``FOLDER`` holds the exported encoder (``training.export``); ``types.onnx``, ``types.npz`` and ``types.json``
are written beside it. With ``--folds`` it also logs the scores that ``python -m benchmarks event-types``
shows.
"""

from __future__ import annotations

import argparse
import logging
import random
from pathlib import Path

import torch

from dateline.language.network import Network
from training import sentence_texts
from training.sentence_heads import CASE_SHARE, read, train
from training.sentence_scores import held_out

log = logging.getLogger(__name__)


def run(weights: Path, *, folds: bool) -> None:
    """Score if asked to, then train on everything."""
    network = Network(weights)
    rows = sentence_texts.zsp()
    random.Random(7).shuffle(rows)
    general = read(network, sentence_texts.general(7, rows))
    zsp, case = read(network, rows), read(network, sentence_texts.case2021())
    log.info("%d texts of our own and codebooks', %d of zsp, %d of case2021", len(general), len(zsp), len(case))
    scores = held_out(network, general, zsp, case) if folds else {}
    train([*general, *zsp, *case * CASE_SHARE], weights, scores)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, required=True, help="folder of the exported encoder")
    parser.add_argument("--folds", action="store_true", help="score by folds before training on everything")
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    torch.set_num_threads(args.threads)
    run(args.weights, folds=args.folds)
