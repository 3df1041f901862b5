"""A report opens with an event in general words and then tells it again in detail: whether a later draft is that retelling."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.draft import Draft
from dateline.coding.tree import Tree
from dateline.knowledge.codebook import FIGHTING
from dateline.knowledge.codebook.references import MUTUAL
from dateline.knowledge.event_words import event_words
from dateline.knowledge.gazetteer.geometry import distance_km
from dateline.model.claim import Place, Toll

_WORDS = event_words()

_OPENING = 1
"""Last sentence that can be a report's lead: a headline may stand before it."""
_REACH = 4
"""Sentences behind the lead among which its retelling begins."""
_NEAR_KM = 25.0
_TOLD = ("stated", "attributed", "alleged")


def retells(d: Draft, lead: Draft, tree: Tree) -> bool:
    """Whether ``d`` tells the ``lead`` again: one act by all that is said of its kind, parties, place, time and toll.

    Nothing may speak against it, and time, place or toll must speak for it.
    """
    opening = tree.sentence(lead.anchor).index
    if opening > _OPENING or not 0 < tree.sentence(d.anchor).index - opening <= _REACH:
        return False
    if d.sub_type != lead.sub_type or d.sub_type not in FIGHTING or {d.stance, lead.stance} - set(_TOLD):
        return False
    if _tells_several(lead, tree) or _tells_several(d, tree) or not _compatible(d, lead):
        return False
    time, place, toll = _same_time(d, lead), _same_place(d.places, lead.places), _same_toll(d.tolls, lead.tolls)
    if time and toll:
        return True  # as many dead on the same day: what differs is how closely the place is told
    return False not in (time, place, toll) and True in (time, place, toll)


def _tells_several(d: Draft, tree: Tree) -> bool:
    """"Two attacks", "air strikes", "a series of raids", a toll over more than one act; clashes are one fight."""
    first, last = tree.subtree(d.anchor)
    noun = tree.words[tree.head_of(d.trigger)]
    if any(t.cumulative for t in d.tolls) or (noun.xpos == "NNS" and noun.lemma not in MUTUAL):
        return True
    before = range(max(first, d.anchor - 3), min(last, d.anchor))
    return noun.upos == "NOUN" and any(tree.words[i].lemma in _WORDS.many for i in before)


def _compatible(d: Draft, lead: Draft) -> bool:
    """A party of a name in common, or none of a name in the one: "armed groups", "gunmen" may be anybody in arms."""
    mine, theirs = _named(d), _named(lead)
    common = {p.name for p in d.participants} & {p.name for p in lead.participants}
    return bool(common) or not mine or not theirs


def _named(d: Draft) -> set[str]:
    acting = [p for p in d.participants if p.role in ("party", "agent")]
    return {p.name for p in acting if p.actor or p.name != p.name.lower()}


def _same_time(d: Draft, lead: Draft) -> bool | None:
    """``None`` where one of them has no time."""
    a, b = d.when, lead.when
    if not a.start or not b.start:
        return None
    return (a.end or a.start) >= b.start and (b.end or b.start) >= a.start


def _same_place(mine: Sequence[Place], theirs: Sequence[Place]) -> bool | None:
    """``None`` where one of them has no place that is found."""
    if {p.text for p in mine} & {p.text for p in theirs}:
        return True
    pairs = [_near(p, q) for p in mine for q in theirs if p.lat is not None and q.lat is not None]
    return any(pairs) if pairs else None


def _near(p: Place, q: Place) -> bool:
    if p.lat is None or p.lon is None or q.lat is None or q.lon is None:
        return False
    if p.country and p.country == q.country and None in (p.admin1, q.admin1):
        return True  # the one is the whole country
    if p.country and p.country == q.country and p.admin1 and p.admin1 == q.admin1 and 3 in (p.geo_precision, q.geo_precision):
        return True
    return distance_km(p.lat, p.lon, q.lat, q.lon) <= _NEAR_KM + (p.radius_km or 0) + (q.radius_km or 0)


def _same_toll(mine: Sequence[Toll], theirs: Sequence[Toll]) -> bool | None:
    """Whether the dead are as many; ``None`` where one of them does not say by a number."""
    dead = [{t.best for t in tolls if t.kind == "killed" and t.part_of is None and t.best} for tolls in (mine, theirs)]
    return bool(dead[0] & dead[1]) if all(dead) else None
