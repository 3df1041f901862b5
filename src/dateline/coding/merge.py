"""Which drafts of a report are one claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.draft import Draft
from dateline.coding.same_event import refers_back
from dateline.coding.tree import Tree
from dateline.knowledge.codebook import TYPE_OF


def merge_claims(drafts: Sequence[Draft], tree: Tree) -> list[Draft]:
    """Drafts of one event in one voice and stance become one; the earliest keeps its trigger and grows.

    A mention of an event already told ("after the attack") that says nothing new of it is no claim of another voice.
    """
    kept: list[Draft] = []
    for d in drafts:
        told = [k for k in kept if k.event == d.event]
        same = next((k for k in told if _voice(k) == _voice(d)), None)
        if same is not None:
            _extend(same, d)
        elif told and refers_back(d, tree) and not _says_anything_new(d, told):
            told[-1].triggers += [d.trigger, *d.triggers]
        else:
            kept.append(d)
    return kept


def _says_anything_new(d: Draft, told: Sequence[Draft]) -> bool:
    known = {p.name for k in told for p in k.participants}
    return bool(d.tolls or {p.name for p in d.participants if p.role in ("agent", "party")} - known)


def _voice(d: Draft) -> tuple[object, ...]:
    chain = tuple((s.name or s.kind, s.level) for s in d.chain if s.level)
    return d.stance, d.polarity, chain, TYPE_OF[d.sub_type]


def _extend(claim: Draft, more: Draft) -> None:
    claim.clauses += more.clauses
    claim.score = max(claim.score, more.score)
    if claim.sub_type == "Attack" and TYPE_OF[more.sub_type] != TYPE_OF["Attack"]:
        claim.sub_type = more.sub_type
    sided = {p.side for p in more.participants if p.role == "party"}
    if {1, 2} <= sided and not {1, 2} <= {p.side for p in claim.participants}:
        claim.participants, claim.sub_type = list(more.participants), more.sub_type
    elif not claim.participants:
        claim.participants = list(more.participants)
    else:
        roles = {(p.role, p.side) for p in claim.participants}
        names = {p.name for p in claim.participants}
        claim.participants += [p for p in more.participants if p.name not in names and (p.role, p.side) not in roles]
    _add_tolls(claim, more)
    claim.places += [p for p in more.places if p.text not in {q.text for q in claim.places}]
    claim.weapons += [w for w in more.weapons if w.text.lower() not in {x.text.lower() for x in claim.weapons}]
    if not claim.when.start and more.when.start:
        claim.when = more.when
    claim.triggers += [more.trigger, *more.triggers]


def _add_tolls(claim: Draft, more: Draft) -> None:
    shift = len(claim.tolls)
    told = {(t.kind, t.low, t.best, t.high, t.who) for t in claim.tolls}
    if not any((t.kind, t.low, t.best, t.high, t.who) in told for t in more.tolls):
        claim.tolls += [t if t.part_of is None else replace(t, part_of=t.part_of + shift) for t in more.tolls]
