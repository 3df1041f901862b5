"""Tolls and weapons go to the event that they are told of."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.dateline import dateline_end
from dateline.coding.draft import Draft
from dateline.coding.harm import harmful
from dateline.coding.tolls import find_tolls
from dateline.coding.tree import Tree, inside, overlap
from dateline.knowledge.codebook import VIOLENT
from dateline.knowledge.weapons import find_weapons
from dateline.model.analysis import Analysis, Sentence
from dateline.model.claim import Toll, Weapon

TOLLS_OF: dict[str, frozenset[str]] = {
    "killed": VIOLENT | {"Casualty count", "Protest with intervention"},
    "injured": VIOLENT | {"Casualty count", "Protest with intervention"},
    "casualties": VIOLENT | {"Casualty count", "Protest with intervention"},
    "destroyed": VIOLENT | {"Casualty count"},
    "displaced": frozenset({"Displacement"}),
    "detained": VIOLENT | {"Arrests", "Protest with intervention"},
    "abducted": frozenset({"Abduction/forced disappearance", "Attack", "Looting/property destruction"}),
    "missing": VIOLENT | {"Casualty count"},
}
"""Which events a toll of each kind can be of."""


Told = dict[int, tuple[Toll, ...]]
"""Tolls by the index of their sentence."""


def tolls_told(analysis: Analysis) -> Told:
    """All tolls of a report, by sentence; the town of a dateline is no victim."""
    return {
        s.index: find_tolls(analysis.words, _behind_dateline(s, analysis), s.last, analysis.text, analysis.quantities)
        for s in analysis.sentences
    }


def _behind_dateline(s: Sentence, analysis: Analysis) -> int:
    begin = s.start + dateline_end(analysis.text[s.start : s.end])
    return next((i for i in range(s.first, s.last) if analysis.words[i].start >= begin), s.first)


def read_tolls(drafts: Sequence[Draft], told: Told, analysis: Analysis, tree: Tree) -> None:
    """Each toll goes to the nearest event of its sentence that can have it; a part stays with its whole."""
    for index, found in told.items():
        here = [d for d in drafts if tree.sentence(d.anchor).index == index]
        owners: list[Draft | None] = []
        for toll in found:
            whole = owners[toll.part_of] if toll.part_of is not None and toll.part_of < len(owners) else None
            owners.append(whole or _owner(toll, here, analysis))
        for d in here:
            d.tolls += own_tolls(found, [o is d for o in owners])


def own_tolls(found: Sequence[Toll], mine: Sequence[bool]) -> list[Toll]:
    """The tolls marked as ``mine``, their ``part_of`` counted anew."""
    index = {old: new for new, old in enumerate(i for i, own in enumerate(mine) if own)}
    return [_with_part(found[old], index) for old in index]


def _with_part(toll: Toll, index: dict[int, int]) -> Toll:
    part = index.get(toll.part_of) if toll.part_of is not None else None
    return Toll(toll.kind, toll.low, toll.best, toll.high, toll.approx, toll.unit, toll.who, toll.text, toll.span, part,
                toll.cumulative)


def _owner(toll: Toll, here: Sequence[Draft], analysis: Analysis) -> Draft | None:
    at = analysis.words_at(toll.span.start, toll.span.end)
    able = [d for d in here if d.sub_type in TOLLS_OF[toll.kind]]
    named = [d for d in able if any(overlap(at, r) for role in ("toll", "victim", "target") for r in d.roles[role])]
    around = [d for d in named or able if any(inside(at, c) for c in d.clauses)]

    def size(d: Draft) -> tuple[int, int]:
        return min(c[1] - c[0] for c in d.clauses), abs(d.anchor - at[0])

    if toll.kind in ("killed", "injured") and not named:
        able = harmful(able)
        around = [d for d in around if d in able]
    return min(around or named or able, key=size, default=None)


def read_weapons(draft: Draft, analysis: Analysis) -> None:
    """Weapons named in the clauses that carry the draft."""
    seen: set[int] = set()
    for first, last in draft.clauses:
        # Participles as they stand: their lemmas go wrong most ("packed with explosives").
        words = [w.text if w.upos == "VERB" else w.lemma for w in analysis.words[first:last]]
        for a, b, kind in find_weapons(words):
            verb = b - a == 1 and analysis.words[first + a].upos == "VERB"  # "gunned down"
            if first + a not in seen and not verb and not overlap((first + a, first + b), draft.trigger):
                seen.add(first + a)
                span = analysis.span(first + a, first + b)
                draft.weapons.append(Weapon(kind, span.text, span))
