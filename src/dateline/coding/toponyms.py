"""Which words of a report name places, and the places that they are."""

from __future__ import annotations

from dateline.coding.tree import Range, Tree, overlap
from dateline.coding.where import PlaceMention, PlaceResolver
from dateline.model.analysis import Analysis
from dateline.model.claim import Place

_FACILITY_HEADS = frozenset(
    "base field facility camp barracks prison airport airfield airbase dam port bridge crossing headquarters checkpoint "
    "refinery plant mine hospital market school mosque church station mall square stadium university".split()
)
"""Nouns of places that are built; source: feature codes S.* of GeoNames, those met in conflict reports."""


def read_places(analysis: Analysis, tree: Tree, resolver: PlaceResolver, country: str | None) -> list[tuple[Range, Place]]:
    """Places of the report in text order, each with the words that name it; ``country`` is that of the report, if known."""
    ranges = _ranges(analysis, tree)
    mentions = [PlaceMention(analysis.span(*r), "facility" if _is_facility(r, tree) else "location") for r in ranges]
    return list(zip(ranges, resolver.resolve(analysis.text, mentions, countries=(country,) if country else ()), strict=True))


def _ranges(analysis: Analysis, tree: Tree) -> list[Range]:
    """Names of places used literally; a name that is part of an organisation's or a person's is none."""
    holders = [(m.first, m.last) for m in analysis.mentions if m.kind in ("Organisation", "Person", "name:ORG", "name:PER")]
    found: list[Range] = []
    for m in analysis.toponyms:
        at = (m.first, m.last)
        longer = any(h[0] <= at[0] and at[1] <= h[1] and h != at and _is_name(h, tree) for h in holders)
        if m.kind == "literal" and not longer and _is_name(at, tree):
            found.append(at)
    for m in analysis.mentions:
        at = (m.first, m.last)
        if m.kind in ("Location", "name:LOC") and _is_name(at, tree) and not any(overlap(at, f) for f in found):
            found.append(at)
    return sorted(found)


def _is_name(at: Range, tree: Tree) -> bool:
    return any(tree.words[i].upos == "PROPN" for i in range(*at))


def _is_facility(at: Range, tree: Tree) -> bool:
    return tree.words[tree.head_of(at)].lemma in _FACILITY_HEADS
