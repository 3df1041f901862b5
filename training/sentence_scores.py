"""Scores of the readers of whole sentences on rows that they were not trained on, run as shipped (int8)."""

from __future__ import annotations

import logging
import statistics
import tempfile
from collections.abc import Sequence
from pathlib import Path

from dateline.language.network import Network
from dateline.language.types import SentenceTypes
from training.sentence_heads import CASE_SHARE, Example, train
from training.sentence_texts import SNIPPETS, Sentence

log = logging.getLogger(__name__)

FOLDS, THIRDS = 5, 3


def held_out(network: Network, general: list[Example], zsp: list[Example], case: list[Example]) -> dict[str, float]:
    """Trains five times on four fifths of ``zsp`` and one third of ``case``, and reads the rest of both: all
    of ``zsp`` once, and the other two thirds of ``case`` for each third. In per cent; ``sd`` is that of the
    folds or thirds.
    """
    codes: list[tuple[str, str]] = []
    macros, weighted, case_macros = [], [], []
    for fold in range(FOLDS):
        seen = [e for i, e in enumerate(zsp) if i % FOLDS != fold]
        third = case[fold % THIRDS :: THIRDS]
        with tempfile.TemporaryDirectory() as folder:
            train([*general, *seen, *third * CASE_SHARE], Path(folder), {})
            types = SentenceTypes(network, Path(folder))
        unseen = [e.sentence for e in zsp[fold::FOLDS]]
        here = [(str(s.root), _root(types, s)) for s in unseen]
        codes += here
        macros.append(f_scores(here)[0])
        log.info("fold %d: zsp macro-F1 %.1f", fold, macros[-1])
        if fold < THIRDS:
            rest = [e.sentence for i, e in enumerate(case) if i % THIRDS != fold]
            snippets = [(SNIPPETS[str(s.snippet)], _snippet(types, s)) for s in rest]
            macro, weight, _ = f_scores(snippets)
            case_macros.append(macro)
            weighted.append(weight)
            log.info("third %d: case2021 weighted F1 %.1f, macro-F1 %.1f", fold, weight, macro)
    macro, _, right = f_scores(codes)
    log.info("zsp by root: %s", {label: round(f1, 1) for label, f1 in by_label(codes).items()})
    return {
        "zsp macro-F1": macro,
        "zsp macro-F1 sd": statistics.stdev(macros),
        "zsp accuracy": right,
        "case2021 weighted F1": statistics.mean(weighted),
        "case2021 weighted F1 sd": statistics.stdev(weighted),
        "case2021 macro-F1": statistics.mean(case_macros),
    }


def _root(types: SentenceTypes, s: Sentence) -> str:
    return next(iter(types.root(s.text, s.source, s.target)))


def _snippet(types: SentenceTypes, s: Sentence) -> str:
    return next(iter(types.snippet(s.text)))


def by_label(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    """F1 of each label of ``pairs`` (gold, guess), in per cent."""
    found = {}
    for label in sorted({gold for gold, _ in pairs}):
        hits = sum(gold == guess == label for gold, guess in pairs)
        found[label] = 200 * hits / sum((gold == label) + (guess == label) for gold, guess in pairs)
    return found


def f_scores(pairs: Sequence[tuple[str, str]]) -> tuple[float, float, float]:
    """Macro-F1, F1 weighted by the gold counts, and accuracy of ``pairs`` (gold, guess), in per cent."""
    each = by_label(pairs)
    weighted = sum(each[gold] for gold, _ in pairs) / len(pairs)
    right = 100 * sum(gold == guess for gold, guess in pairs) / len(pairs)
    return sum(each.values()) / len(each), weighted, right
