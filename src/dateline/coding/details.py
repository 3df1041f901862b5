"""Tolls, times and weapons go to the event that they are told of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from dateline.coding.dateline import dateline_end
from dateline.coding.draft import Draft
from dateline.coding.harm import harmful
from dateline.coding.tolls import find_tolls
from dateline.coding.tree import Tree, inside, overlap
from dateline.coding.when import resolve_time
from dateline.knowledge.codebook import VIOLENT
from dateline.knowledge.codebook.references import DEVICES
from dateline.knowledge.weapons import find_weapons
from dateline.model.analysis import Analysis
from dateline.model.claim import Toll, Weapon, When
from dateline.model.times import TimeExpression

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


LONGEST_HEADING = 6
"""Words of a sentence that is no more than a date and its punctuation."""
OF_THE_DAY = re.compile(
    r"\b(?:noon|midday|midnight|dawn|dusk|sunrise|sunset|morning|afternoon|evening|night|hours? (?:later|earlier)"
    r"|same day|that day|[ap]\.?m|GMT|\d:\d\d)\b",
    re.IGNORECASE,
)
"""Words that place an event within a day already told."""

Told = dict[int, tuple[Toll, ...]]
"""Tolls by the index of their sentence."""


def tolls_told(analysis: Analysis) -> Told:
    """All tolls of a report."""
    return {
        s.index: find_tolls(analysis.words, s.first, s.last, analysis.text, analysis.quantities) for s in analysis.sentences
    }


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
        lemmas = [w.lemma for w in analysis.words[first:last]]
        for a, b, kind in find_weapons(lemmas):
            verb = b - a == 1 and analysis.words[first + a].upos == "VERB"  # "gunned down"
            if first + a not in seen and not verb and not overlap((first + a, first + b), draft.trigger):
                seen.add(first + a)
                span = analysis.span(first + a, first + b)
                draft.weapons.append(Weapon(kind, span.text, span))


def read_time(draft: Draft, others: Sequence[Draft], analysis: Analysis, tree: Tree, published: date | None,
              speech: frozenset[int]) -> None:
    """The time that the event's own words give, else one of its sentence that belongs to no other event or speech act."""
    s = tree.sentence(draft.anchor)
    begin = max(s.start, dateline_end(analysis.text))
    here = [t for t in analysis.times if begin <= t.span.start < s.end]
    ranked = sorted((r, i) for i, t in enumerate(here) if (r := _claim_on(t, draft, others, analysis, tree, speech)) < 9)
    for _, i in ranked:
        when = resolve_time(here[i], published, future=draft.status == "intended")
        if when.basis or draft.when.span is None:
            draft.when = when
        if when.basis:
            return


def head_time(draft: Draft, analysis: Analysis, tree: Tree, published: date | None) -> When | None:
    """The date that heads the draft's paragraph by itself ("3 June. Fighters raided …"), as a time carried over."""
    s = tree.sentence(draft.anchor)
    heading = next((h for h in analysis.sentences if h.paragraph == s.paragraph), s)
    if heading is s or heading.last - heading.first > LONGEST_HEADING:
        return None
    here = [t for t in analysis.times if heading.start <= t.span.start < heading.end]
    when = resolve_time(here[0], published) if here else When()
    return carried_when(when) if when.start else None


def _claim_on(
    t: TimeExpression, draft: Draft, others: Sequence[Draft], analysis: Analysis, tree: Tree, speech: frozenset[int]
) -> int:
    """Smaller is closer; 9 means that the time is told of something else."""
    at = analysis.words_at(t.span.start, t.span.end)
    if any(overlap(at, r) for r in draft.roles["time"]):
        return 0
    if any(overlap(at, r) for d in others if d is not draft for r in d.roles["time"]):
        return 9
    verb = tree.clause_head(tree.head_of(at))
    if verb in speech:
        return 9
    if verb == tree.clause_head(draft.anchor):
        return 1
    if _describes_another(verb, draft, tree):
        return 9
    if any(inside(at, c) for c in draft.clauses):
        return 2
    rivals = [d for d in others if d is not draft and any(inside(at, c) for c in d.clauses)]
    return 9 if rivals else 3


def _describes_another(verb: int, draft: Draft, tree: Tree) -> bool:
    """The time stands in a clause that describes something: "accused them of breaking the truce agreed in 2024"."""
    word = tree.words[verb]
    if word.deprel not in ("acl", "acl:relcl") or tree.words[word.head].lemma in DEVICES:
        return False
    named = {i for first, last in (draft.trigger, *draft.triggers) for i in range(first, last)}
    first, last = tree.subtree(verb)
    return word.head not in named and not named & set(range(first, last))


def carried_when(source: When) -> When:
    """The same interval, as the time of an event that the claim belongs to."""
    return When(source.start, source.end, source.time_precision, source.date_prec, source.text, source.span, "context")
