"""Accounts to incidents: agglomerative clustering by the average of the pairs' scores, under constraints."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping

Pair = tuple[int, int]

UNCOMPARED = -0.5
"""Log-odds that a pair counts with that was never a candidate: mildly against, since nothing brought it together."""

LEAST = -0.2
"""Average log-odds from which on two groups are joined: as likely one incident as two, chosen on the dev part of the
shootings."""


def cluster(count: int, scores: Mapping[Pair, float], same: Iterable[Pair], different: Iterable[Pair]) -> list[list[int]]:
    """Groups of ``range(count)``, each ascending, in the order of their first member.

    ``scores`` are log-odds of pairs (smaller first). ``same`` pairs are joined before all else, and no two
    groups with a pair in ``different`` are joined by scores. Greedy from the highest average; only pairs
    that have a score are ever looked at, so the cost is that of sorting them.
    """
    groups = _Groups(count, scores, different)
    for one, other in sorted(same):
        groups.join_forced(one, other)
    groups.run()
    return groups.result()


class _Groups:
    """Groups with the summed scores to their neighbours; the smaller of two that are joined is moved."""

    def __init__(self, count: int, scores: Mapping[Pair, float], different: Iterable[Pair]) -> None:
        self._members: dict[int, list[int]] = {i: [i] for i in range(count)}
        self._of = list(range(count))
        self._sums: list[dict[int, tuple[float, int]]] = [{} for _ in range(count)]
        self._barred: list[set[int]] = [set() for _ in range(count)]
        for (one, other), score in scores.items():
            self._sums[one][other] = self._sums[other][one] = (score, 1)
        for one, other in different:
            self._barred[one].add(other)
            self._barred[other].add(one)

    def join_forced(self, one: int, other: int) -> None:
        """Join the groups of two members whatever speaks against it."""
        a, b = self._of[one], self._of[other]
        if a != b:
            self._join(a, b)

    def run(self) -> None:
        """Join the best pair of groups until none is good enough."""
        heap: list[tuple[float, int, int]] = []
        for group, neighbours in enumerate(self._sums):
            if group in self._members:
                for other in neighbours:
                    if group < other:
                        self._push(heap, group, other)
        heapq.heapify(heap)
        while heap:
            negative, one, other = heapq.heappop(heap)
            if one not in self._members or other not in self._members or other in self._barred[one]:
                continue
            if abs(self._average(one, other) + negative) > 1e-9:
                continue
            kept = self._join(one, other)
            for neighbour in self._sums[kept]:
                self._push(heap, kept, neighbour, ready=True)

    def result(self) -> list[list[int]]:
        """The groups as they are now."""
        return sorted(sorted(members) for members in self._members.values())

    def _push(self, heap: list[tuple[float, int, int]], one: int, other: int, *, ready: bool = False) -> None:
        average = self._average(one, other)
        if average <= LEAST or other in self._barred[one]:
            return
        item = (-average, min(one, other), max(one, other))
        if ready:
            heapq.heappush(heap, item)
        else:
            heap.append(item)

    def _average(self, one: int, other: int) -> float:
        total, compared = self._sums[one].get(other, (0.0, 0))
        pairs = len(self._members[one]) * len(self._members[other])
        return (total + (pairs - compared) * UNCOMPARED) / pairs

    def _join(self, one: int, other: int) -> int:
        kept, gone = (one, other) if len(self._sums[one]) >= len(self._sums[other]) else (other, one)
        for member in self._members[gone]:
            self._of[member] = kept
        self._members[kept].extend(self._members.pop(gone))
        for neighbour, (total, compared) in self._sums[gone].items():
            self._sums[neighbour].pop(gone, None)
            if neighbour == kept:
                continue
            before, number = self._sums[kept].get(neighbour, (0.0, 0))
            self._sums[kept][neighbour] = self._sums[neighbour][kept] = (before + total, number + compared)
        self._sums[kept].pop(gone, None)
        self._sums[gone] = {}
        for enemy in self._barred[gone]:
            self._barred[enemy].discard(gone)
            if enemy != kept:
                self._barred[enemy].add(kept)
                self._barred[kept].add(enemy)
        self._barred[kept].discard(gone)
        self._barred[gone] = set()
        return kept
