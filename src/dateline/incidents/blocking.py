"""Which accounts are compared at all: those near in time and place, those that share a rare name, and copies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import floor

from dateline.incidents.episode import Episode

_CELL = 0.5
"""Degrees: cells up to 56 km wide, so that a place known to 25 km is in its cell or the next."""

_SPAN = 7
"""Days of a bucket of time; neighbours are looked up too, so events up to a week apart meet."""

_LAG = 10
"""Days before publication in which an event without a date is looked for."""

_NEIGHBOURS = 24
"""Accounts on each side that one is compared with inside a block: bounds the work by n times this number."""

_RARE = 40
"""A name that more accounts than this share does not bring them together."""


def candidate_pairs(episodes: Sequence[Episode], copies: Sequence[tuple[int, int]] = ()) -> Iterator[tuple[int, int]]:
    """Pairs of indices (smaller first) of accounts of different reports that are worth comparing.

    Each account enters a bounded number of blocks, each block is sorted by day and compared within a
    sliding window, so that time grows with n log n.
    """
    seen: set[tuple[int, int]] = set()
    for pair in (*_of_blocks(episodes), *copies):
        first, second = min(pair), max(pair)
        if (first, second) in seen or episodes[first].report.id == episodes[second].report.id:
            continue
        if episodes[first].background and episodes[second].background:
            continue
        seen.add((first, second))
        yield first, second


def _of_blocks(episodes: Sequence[Episode]) -> Iterator[tuple[int, int]]:
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, episode in enumerate(episodes):
        for key in set(_keys(episode)):
            blocks[key].append(index)
    for key, members in blocks.items():
        if key[0] == "name" and len(members) > _RARE:
            continue
        ordered = sorted(members, key=lambda i: (_day(episodes[i]), sorted(episodes[i].kinds)[:1], i))
        for position, one in enumerate(ordered):
            for other in ordered[position + 1 : position + 1 + _NEIGHBOURS]:
                yield one, other


def _keys(episode: Episode) -> Iterator[tuple[object, ...]]:
    spans = list(_spans(episode))
    for place in episode.places[:3]:
        if place.lat is None or place.lon is None:
            continue
        row, column = floor(place.lat / _CELL), floor(place.lon / _CELL)
        # Half-cell neighbours on one side suffice: of two adjacent cells one looks up the other.
        for down in (0, 1):
            for right in (0, 1):
                yield from (("cell", row + down, column + right, span) for span in spans)
    for country in episode.countries:
        yield from (("country", country, span) for span in spans)
    for name in episode.details:
        # A single word is often a common one; with the time it is a detail.
        if " " in name:
            yield ("name", name)
        yield from (("name", name, span) for span in spans)


def _spans(episode: Episode) -> Iterator[int]:
    if episode.days is not None:
        first, last = episode.days
    elif episode.published is not None:
        first, last = episode.published - _LAG, episode.published
    else:
        yield 0
        return
    low, high = first // _SPAN, min(last, first + 5 * _SPAN) // _SPAN
    # As with cells: every span and the one after it.
    yield from range(low, high + 2)


def _day(episode: Episode) -> int:
    return episode.days[0] if episode.days else episode.published or 0
