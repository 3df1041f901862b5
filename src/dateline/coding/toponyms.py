"""Which words of a report name places, and the places that they are."""

from __future__ import annotations

from dateline.coding.tree import Range, Tree, inside, overlap
from dateline.coding.where import PlaceMention, PlaceResolver
from dateline.model.analysis import Analysis
from dateline.model.claim import Place

_FACILITY_HEADS = frozenset(
    "base field facility camp barracks prison airport airfield airbase dam port bridge crossing headquarters checkpoint "
    "refinery plant mine hospital market school mosque church station mall square stadium university".split()
)
"""Nouns of places that are built; source: feature codes S.* of GeoNames, those met in conflict reports."""


_COMPASS = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east south-west".split()
)


def read_places(analysis: Analysis, tree: Tree, resolver: PlaceResolver, country: str | None) -> list[tuple[Range, Place]]:
    """Places of the report in text order, each with the words that name it; ``country`` is that of the report, if known."""
    ranges = place_ranges(analysis, tree)
    mentions = [PlaceMention(analysis.span(*r), "facility" if _is_facility(r, tree) else "location") for r in ranges]
    return list(zip(ranges, resolver.resolve(analysis.text, mentions, countries=(country,) if country else ()), strict=True))


def place_ranges(analysis: Analysis, tree: Tree) -> list[Range]:
    """Names of places used literally; a name that is part of an organisation's or a person's is none."""
    holders = [(m.first, m.last) for m in analysis.mentions if m.kind in ("Organisation", "Person", "name:ORG", "name:PER")]
    found: list[Range] = []
    for m in analysis.toponyms:
        at = _whole((m.first, m.last), tree)
        longer = any(h[0] <= at[0] and at[1] <= h[1] and h != at and _is_name(h, tree) for h in holders)
        if m.kind == "literal" and not longer and _is_name(at, tree):
            found.append(at)
    for m in analysis.mentions:
        at = _whole((m.first, m.last), tree)
        if m.kind in ("Location", "name:LOC") and _is_name(at, tree) and not any(overlap(at, f) for f in found):
            found.append(at)
    whole = {_longest(at, found, tree) for at in found}
    return _joined(sorted(at for at in whole if not any(at != other and inside(at, other) for other in whole)), tree)


def _joined(ranges: list[Range], tree: Tree) -> list[Range]:
    """Ranges that touch are one name that was cut ("Dayr" and "Sawwan"): between two places stands a word or a mark."""
    out: list[Range] = []
    for first, last in ranges:
        if out and out[-1][1] == first and tree.words[first].upos == "PROPN" and tree.words[first - 1].upos == "PROPN":
            out[-1] = (out[-1][0], last)
        else:
            out.append((first, last))
    return out


def _longest(at: Range, found: list[Range], tree: Tree) -> Range:
    """The range stretched to the longest name of the report that begins with its words and stands here too.

    What the engine cuts short once ("Deir" of "Deir ez-Zor") it reads whole elsewhere.
    """
    text, start = tree.analysis.text, tree.words[at[0]].start
    names = {tree.text(f) for f in found if f[1] - f[0] > at[1] - at[0]}
    longer = [n for n in names if n.startswith(tree.text(at)) and text.startswith(n, start)]
    return tree.analysis.words_at(start, start + len(max(longer, key=len))) if longer else at


def _whole(at: Range, tree: Tree) -> Range:
    """The range with all parts of a name that is written with hyphens: "al-Hasakah", "Deir ez-Zor"."""
    words, (first, last) = tree.words, at
    while last + 1 < len(words) and _hyphenated(last, tree):
        last += 2
    while first >= 2 and _hyphenated(first - 1, tree):
        first -= 2
    return first, last


def _hyphenated(i: int, tree: Tree) -> bool:
    left, mark, right = tree.words[i - 1], tree.words[i], tree.words[i + 1]
    return mark.text == "-" and left.end == mark.start and mark.end == right.start and right.upos == "PROPN"


def _is_name(at: Range, tree: Tree) -> bool:
    """A proper name, and not a bare point of the compass."""
    compass = at[1] - at[0] == 1 and tree.words[at[0]].text.lower().removesuffix("ern") in _COMPASS
    return not compass and any(tree.words[i].upos == "PROPN" for i in range(*at))


def _is_facility(at: Range, tree: Tree) -> bool:
    return tree.words[tree.head_of(at)].lemma in _FACILITY_HEADS
