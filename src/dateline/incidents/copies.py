"""Near-copies and syndicated text: reports that are another's words, tied to that one."""

from __future__ import annotations

from collections.abc import Sequence

from datasketch import MinHash, MinHashLSH

from dateline.incidents.days import day_number
from dateline.knowledge.names import normalise
from dateline.knowledge.outlets import load_outlets
from dateline.model.report import Report

SHINGLE = 5
"""Words of a shingle: long enough that a shared one is copied, not chance (Broder 1997 used up to ten)."""

ALIKE = 0.5
"""Jaccard similarity of shingles from which on a text is a near-copy; cut-down wire copy lies above it,
two texts on one statement far below."""

_PERMUTATIONS = 64
_LEAST = 8
"""Shingles that a text must have to be compared: two sentences of a ticker are often alike by chance."""


def originals(reports: Sequence[Report]) -> dict[str, str]:
    """Ids of the reports that are copies, each with the id of its original.

    The original is the agency's own report where one of the alike is an agency's, else the earliest
    published, else the first by id. MinHash with banding (Broder 1997; ``datasketch``): linear in reports.
    """
    lsh = MinHashLSH(threshold=ALIKE, num_perm=_PERMUTATIONS)
    signatures: dict[str, MinHash] = {}
    found: dict[str, str] = {}
    for report in sorted(reports, key=_rank):
        shingles = _shingles(report.text)
        if len(shingles) < _LEAST or report.id in signatures:
            continue
        signature = MinHash(num_perm=_PERMUTATIONS, seed=1)
        signature.update_batch(shingles)
        near = [key for key in lsh.query(signature) if signatures[key].jaccard(signature) >= ALIKE]
        if near:
            best = max(near, key=lambda key: (signatures[key].jaccard(signature), key))
            found[report.id] = found.get(best, best)
        signatures[report.id] = signature
        lsh.insert(report.id, signature)
    return found


def _rank(report: Report) -> tuple[bool, int, str]:
    outlet = load_outlets().find(report.outlet) if report.outlet else None
    day = day_number(report.published)
    return not (outlet is not None and outlet.kind == "agency"), day if day is not None else 10**7, report.id


def _shingles(text: str) -> list[bytes]:
    words = normalise(text).split()
    return sorted({" ".join(words[i : i + SHINGLE]).encode() for i in range(len(words) - SHINGLE + 1)})
