"""Which drafts of a report are one claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.back_reference import refers_back
from dateline.coding.draft import Draft
from dateline.coding.toll_parts import told_as_part
from dateline.coding.tree import Tree
from dateline.knowledge.codebook import CONTEXT, TYPE_OF

_TAKEN_BACK = ("denied", "retracted")


def merge_claims(drafts: Sequence[Draft], tree: Tree) -> list[Draft]:
    """Drafts of one event in one voice and stance become one; the earliest keeps its trigger and grows.

    A mention of an event already told ("after the attack") that says nothing new of it is no claim of another voice.
    """
    kept: list[Draft] = []
    for d in drafts:
        told = [k for k in kept if k.event == d.event]
        same = next((k for k in told if _voice(k) == _voice(d)), None)
        bare = refers_back(d, tree) and not _two_sided(d)
        if same is not None and bare:
            _add_tolls(same, d, tree.analysis.text)
            same.clauses += d.clauses
            same.triggers += [d.trigger, *d.triggers]
        elif same is not None:
            _extend(same, d, tree.analysis.text)
        elif told and bare and not d.tolls and d.stance not in _TAKEN_BACK:
            told[-1].triggers += [d.trigger, *d.triggers]
        else:
            kept.append(d)
    return kept


def _two_sided(d: Draft) -> bool:
    """Both sides are named: "these clashes have erupted between X and Y" points back and yet tells who fought."""
    return {1, 2} <= {p.side for p in d.participants if p.role == "party"}


def _voice(d: Draft) -> tuple[object, ...]:
    chain = tuple((s.name or s.kind, s.level) for s in d.chain if s.level)
    return d.stance, d.polarity, chain, TYPE_OF[d.sub_type] == CONTEXT


def _extend(claim: Draft, more: Draft, text: str) -> None:
    claim.clauses += more.clauses
    claim.score = max(claim.score, more.score)
    if claim.sub_type == "Attack" and TYPE_OF[more.sub_type] != TYPE_OF["Attack"]:
        claim.sub_type = more.sub_type
    if _two_sided(more) and not {1, 2} <= {p.side for p in claim.participants}:
        claim.participants, claim.sub_type = list(more.participants), more.sub_type
    elif not claim.participants:
        claim.participants = list(more.participants)
    else:
        roles = {(p.role, p.side) for p in claim.participants}
        names = {p.name for p in claim.participants}
        claim.participants += [p for p in more.participants if p.name not in names and (p.role, p.side) not in roles]
    _add_tolls(claim, more, text)
    claim.places += [p for p in more.places if p.text not in {q.text for q in claim.places}]
    claim.weapons += [w for w in more.weapons if w.text.lower() not in {x.text.lower() for x in claim.weapons}]
    if not claim.when.start and more.when.start:
        claim.when = more.when
    claim.triggers += [more.trigger, *more.triggers]


def _add_tolls(claim: Draft, more: Draft, text: str) -> None:
    shift = len(claim.tolls)
    told = {(t.kind, t.best or t.low, t.who) for t in claim.tolls}
    if any((t.kind, t.best or t.low, t.who) in told for t in more.tolls):
        return
    for t in more.tolls:
        whole = None if t.part_of is None else t.part_of + shift
        if whole is None and told_as_part(t, text):
            whole = next((k for k, o in enumerate(claim.tolls[:shift]) if o.kind == t.kind and o.part_of is None), None)
        claim.tolls.append(replace(t, part_of=whole))
