"""What analysts decided, as constraints that clustering may not break."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, product

from dateline.model.incident import ClaimRef, Status
from dateline.model.judgement import Judgement

Pair = tuple[ClaimRef, ClaimRef]


@dataclass(frozen=True, slots=True)
class Constraints:
    """Pairs of claims (smaller first) judged to be of one incident or of two, and statuses by incident id;
    each with the judgement that says so."""

    same: dict[Pair, Judgement]
    different: dict[Pair, Judgement]
    status: dict[str, Status]


def standing(judgements: Sequence[Judgement]) -> list[Judgement]:
    """The judgements that hold, oldest first: without those taken back, an undo that was undone included."""
    undone: set[str] = set()
    kept = []
    for judgement in sorted(judgements, key=lambda j: (j.time, j.id), reverse=True):
        if judgement.id in undone:
            continue
        if judgement.verdict == "undo":
            if judgement.undoes is not None:
                undone.add(judgement.undoes)
        else:
            kept.append(judgement)
    return kept[::-1]


def constraints_of(judgements: Sequence[Judgement]) -> Constraints:
    """The constraints that stand; where two judgements contradict one another, the later holds."""
    same: dict[Pair, Judgement] = {}
    different: dict[Pair, Judgement] = {}
    status: dict[str, Status] = {}
    for judgement in standing(judgements):
        if judgement.verdict == "status" and judgement.incident and judgement.status:
            status[judgement.incident] = judgement.status
        elif judgement.verdict == "same":
            for pair in _pairs(judgement):
                same[pair] = judgement
                different.pop(pair, None)
        elif judgement.verdict == "different":
            for pair in _pairs(judgement):
                different[pair] = judgement
                same.pop(pair, None)
    return Constraints(same, different, status)


def _pairs(judgement: Judgement) -> list[Pair]:
    if judgement.others:
        found = [(a, b) for a, b in product(judgement.claims, judgement.others) if a != b]
    else:
        found = list(combinations(judgement.claims, 2))
    return [(a, b) if a < b else (b, a) for a, b in found]
