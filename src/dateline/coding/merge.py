"""Which drafts of a report tell of one event, and which are one claim."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.draft import Draft
from dateline.coding.tree import Tree
from dateline.knowledge.codebook import FIGHTING, TYPE_OF, VIOLENT
from dateline.knowledge.codebook.references import ANOTHER, GENERIC_EVENTS
from dateline.knowledge.toll_words import is_consequence, toll_words
from dateline.model.claim import Place

NEAR_KM = 25.0
"""Two places further apart than this are not the place of one event (Dateline's own choice; UCDP's ``where_prec`` 2)."""
REACH = 12
"""Sentences over which a definite mention ("the attack") reaches back."""
TOLL_REACH = 3
"""Sentences over which a toll that names no act reaches back."""


def mark_events(drafts: Sequence[Draft], tree: Tree) -> None:
    """Gives each draft the number of its event; a later draft joins the nearest earlier event that it tells of."""
    count = 0
    for i, d in enumerate(drafts):
        earlier = next((e for e in reversed(drafts[:i]) if _same_event(d, e, tree)), None)
        if earlier is None:
            d.event, count = count, count + 1
            continue
        d.event = earlier.event
        if _tells_toll_only(d, tree):
            d.sub_type = earlier.sub_type


def _same_event(d: Draft, e: Draft, tree: Tree) -> bool:
    alike = _alike(d.sub_type, e.sub_type) or (_tells_toll_only(d, tree) and {d.sub_type, e.sub_type} <= VIOLENT)
    if not alike or _set_apart(d, tree) or not _can_meet(d, e):
        return False
    distance = tree.sentence(d.anchor).index - tree.sentence(e.anchor).index
    if distance > REACH or d.background != e.background:
        return False
    if distance == 0:
        return _shared(d, e) > 0 and (d.sub_type == e.sub_type or {d.sub_type, e.sub_type} <= FIGHTING)
    if _refers_back(d, tree) or (_tells_toll_only(d, tree) and distance <= TOLL_REACH):
        return True
    return d.sub_type == e.sub_type and _shared(d, e) > 0 and not _new_particulars(d, e)


def _alike(a: str, b: str) -> bool:
    return a == b or (a in FIGHTING and b in FIGHTING) or ({a, b} <= VIOLENT and TYPE_OF[a] == TYPE_OF[b])


def _tells_toll_only(d: Draft, tree: Tree) -> bool:
    """"Twelve people were killed and 30 wounded": a sentence of consequences that names no doer."""
    word = tree.words[d.anchor]
    harm = toll_words().transitive.get(word.lemma) == "destroyed" and word.deprel != "root"
    return (is_consequence(word.lemma) or harm or word.upos == "ADJ") and not d.roles["agent"]


def _set_apart(d: Draft, tree: Tree) -> bool:
    """"Another attack", "a second blast", "elsewhere": the text itself tells it from what went before."""
    first = tree.sentence(d.anchor).first
    before = [tree.words[k].lemma for k in tree.children[d.anchor]]
    opening = [w.lemma for w in tree.words[first : first + 2]]
    return any(word in ANOTHER for word in [*before, *opening])


def _refers_back(d: Draft, tree: Tree) -> bool:
    """A definite noun of the event: "the attack", "these clashes", "Tuesday's fighting"."""
    if tree.words[d.anchor].upos not in ("NOUN", "PROPN"):
        return False
    definite = any(tree.words[k].lemma in ("the", "this", "that", "these", "those") or tree.words[k].deprel == "nmod:poss"
                   for k in tree.children[d.anchor])
    return definite and tree.words[d.trigger[1] - 1].lemma in GENERIC_EVENTS


def _can_meet(d: Draft, e: Draft) -> bool:
    """Places and times do not exclude one another, nor do the named sides."""
    if d.when.start and e.when.start and not _overlapping(d, e):
        return False
    if d.places and e.places and not any(_near(p, q) for p in d.places for q in e.places):
        return False
    mine = {p.name for p in d.participants if p.actor}
    theirs = {p.name for p in e.participants if p.actor}
    return not (mine and theirs) or bool(mine & theirs)


def _overlapping(d: Draft, e: Draft) -> bool:
    a, b = d.when, e.when
    return (a.end or "9999") >= (b.start or "") and (b.end or "9999") >= (a.start or "")


def _near(p: Place, q: Place) -> bool:
    if p.text == q.text:
        return True
    if p.lat is None or q.lat is None or p.lon is None or q.lon is None:
        return True
    reach = NEAR_KM + (p.radius_km or 0) + (q.radius_km or 0)
    return kilometres((p.lat, p.lon), (q.lat, q.lon)) <= reach


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two points (degrees)."""
    la, lo, lb, lp = map(math.radians, (*a, *b))
    h = math.sin((lb - la) / 2) ** 2 + math.cos(la) * math.cos(lb) * math.sin((lp - lo) / 2) ** 2
    return 12742 * math.asin(min(1.0, math.sqrt(h)))


def _shared(d: Draft, e: Draft) -> int:
    return len({p.name for p in d.participants} & {p.name for p in e.participants})


def _new_particulars(d: Draft, e: Draft) -> bool:
    """A time or place of its own where the earlier one has another makes a new event."""
    other_time = bool(d.when.start and e.when.start and d.when.start != e.when.start)
    other_place = bool(d.places and e.places) and not {p.text for p in d.places} & {p.text for p in e.places}
    return other_time or other_place


def merge_claims(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts of one event in one voice and stance become one; the earliest keeps its trigger and grows."""
    kept: list[Draft] = []
    for d in drafts:
        same = next((k for k in kept if k.event == d.event and _voice(k) == _voice(d)), None)
        if same is None:
            kept.append(d)
        else:
            _extend(same, d)
    return kept


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
    shift = len(claim.tolls)
    told = {(t.kind, t.low, t.best, t.high, t.who) for t in claim.tolls}
    if not any((t.kind, t.low, t.best, t.high, t.who) in told for t in more.tolls):
        claim.tolls += [t if t.part_of is None else replace(t, part_of=t.part_of + shift) for t in more.tolls]
    claim.places += [p for p in more.places if p.text not in {q.text for q in claim.places}]
    claim.weapons += [w for w in more.weapons if w.text.lower() not in {x.text.lower() for x in claim.weapons}]
    if not claim.when.start and more.when.start:
        claim.when = more.when
    claim.triggers += [more.trigger, *more.triggers]

