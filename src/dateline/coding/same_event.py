"""Which drafts of a report tell of one event."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.back_reference import is_definite, meant_by, named_by, refers_back
from dateline.coding.draft import Draft
from dateline.coding.grounds import is_ground
from dateline.coding.harm import tells_toll_only
from dateline.coding.retelling import retells
from dateline.coding.sequence import in_sequence
from dateline.coding.tree import Tree
from dateline.knowledge.codebook import FIGHTING, TYPE_OF, VIOLENT
from dateline.knowledge.codebook.references import AFTERMATH, ANOTHER, CARRYING_OUT, DEVICES, STANDS_FOR
from dateline.knowledge.gazetteer.geometry import distance_km
from dateline.knowledge.toll_words import toll_words
from dateline.model.claim import Place

NEAR_KM = 25.0
"""Two places further apart than this are not the place of one event (Dateline's own choice; UCDP's ``where_prec`` 2)."""
REACH = 12
"""Sentences over which a definite mention ("the attack") reaches back."""
_WILLED = ("intended", "possible")
TOLL_REACH = 3
"""Sentences over which a toll that names no act reaches back."""


def mark_events(drafts: Sequence[Draft], tree: Tree) -> None:
    """Gives each draft the number of its event; a later draft joins the nearest earlier event that it tells of."""
    count = 0
    for i, d in enumerate(drafts):
        told = [e for e in drafts[:i] if _same_event(d, e, tree) and not _answered(d, e, drafts[:i], tree)]
        earlier = (meant_by(named_by(d, tree), told, tree) if refers_back(d, tree) else told[-1]) if told else None
        earlier = earlier or next((e for e in drafts[:i] if _retelling(d, e, drafts[:i], tree)), None)
        if earlier is None:
            d.event, count = count, count + 1
            continue
        d.event = earlier.event
        if d.tolls and all(t.high == 0 for t in d.tolls) and tells_toll_only(d, tree):
            d.polarity = earlier.polarity  # that nobody was hurt does not deny the act
        if tells_toll_only(d, tree) or refers_back(d, tree) or _aftermath(d, earlier, tree):
            d.sub_type = earlier.sub_type


def _answered(d: Draft, e: Draft, before: Sequence[Draft], tree: Tree) -> bool:
    """"The massacre was revenge for the murder": what an event answers is not that event."""
    here = tree.sentence(d.anchor).index
    return is_ground(d, tree) and any(x.event == e.event and tree.sentence(x.anchor).index == here for x in before)


def _same_event(d: Draft, e: Draft, tree: Tree) -> bool:
    distance = tree.sentence(d.anchor).index - tree.sentence(e.anchor).index
    if distance > REACH or d.background != e.background or _set_apart(d, tree) or _only_asked_for(e, d):
        return False
    if _names_the_device(d, tree) and d.sub_type == e.sub_type and 0 < distance <= TOLL_REACH:
        return not _at_odds(d, e)
    if refers_back(d, tree) and _can_stand_for(d, e, tree):
        return not (_says_when(d, tree) and _other_time(d, e))
    if _tells_toll_of(d, e, tree) and 0 < distance <= TOLL_REACH:
        return not _at_odds(d, e)
    if _aftermath(d, e, tree) and distance <= TOLL_REACH:
        return not _at_odds(d, e)
    if not _alike(d.sub_type, e.sub_type) or _at_odds(d, e) or _other_sides(d, e):
        return False
    if distance == 0 and (in_sequence(d.anchor, e.anchor, tree) or in_sequence(e.anchor, d.anchor, tree)):
        return False
    if distance == 0:
        some = _shared(d, e) > 0 or not d.participants or not e.participants
        return some and _one_in_a_sentence(d.sub_type, e.sub_type)
    return d.sub_type == e.sub_type and _shared(d, e) > 0 and not _new_particulars(d, e) and not _opens_anew(d, e, tree)


def _retelling(d: Draft, lead: Draft, before: Sequence[Draft], tree: Tree) -> bool:
    """``d`` tells the report's lead again, and no other detail of it already told is another act than ``d``."""
    if d.background or lead.background or _set_apart(d, tree) or not retells(d, lead, tree):
        return False
    others = [e for e in before if e.event == lead.event and tree.sentence(e.anchor).index != tree.sentence(lead.anchor).index]
    return not any(_at_odds(d, e) or _new_particulars(d, e) or _other_sides(d, e) for e in others)


def _tells_toll_of(d: Draft, e: Draft, tree: Tree) -> bool:
    """"Three people died", "the toll has risen to nine", "Toll: nine dead": of what was told before, no toll of a whole war."""
    counted = d.sub_type == "Casualty count" and bool(d.tolls) and not any(t.cumulative for t in d.tolls)
    if e.sub_type not in VIOLENT or not tells_toll_only(d, tree):
        return False
    return d.sub_type in VIOLENT or (counted and tree.words[d.anchor].lemma in toll_words().toll_nouns | toll_words().suffering)


def _only_asked_for(e: Draft, d: Draft) -> bool:
    """The earlier is planned, asked for or feared, the later is told to have happened, or not to have."""
    return e.stance in _WILLED and d.stance not in (*_WILLED, "denied")


def _opens_anew(d: Draft, e: Draft, tree: Tree) -> bool:
    """"Fighters launched an offensive": an act by someone, told as new to the reader, unless the same word told it before."""
    nouns = [k for k in _spoken(d, tree) if tree.words[k].upos == "NOUN"]
    new = any(tree.words[c].lemma in ("a", "an") for k in nouns for c in tree.dependents(k, "det"))
    told = {tree.words[k].lemma for k in _spoken(e, tree)}
    return new and bool(d.roles["agent"]) and not any(tree.words[k].lemma in told for k in nouns)


def _spoken(d: Draft, tree: Tree) -> list[int]:
    """Words that name the event: the trigger's, those folded into it, and the object of a verb that adds nothing to it."""
    words = [i for first, last in (d.trigger, *d.triggers) for i in range(first, last)]
    held = tree.dependents(d.anchor, "obj") if tree.words[d.anchor].lemma in CARRYING_OUT else []
    return [*words, *(k for k in held if k not in words)]


def _names_the_device(d: Draft, tree: Tree) -> bool:
    """"The bomb went off as they passed": a definite device is the one told of before."""
    return tree.words[d.anchor].upos == "VERB" and any(
        tree.words[k].lemma in DEVICES and is_definite(k, tree)
        for k in tree.dependents(d.anchor, "nsubj", "nsubj:pass")
    )


def _can_stand_for(d: Draft, e: Draft, tree: Tree) -> bool:
    kinds = STANDS_FOR[tree.words[named_by(d, tree)].lemma]
    return bool(kinds & {e.sub_type, TYPE_OF[e.sub_type]})


def _one_in_a_sentence(a: str, b: str) -> bool:
    """Within a sentence, two kinds of explosion are two events; an attack or a clash may be told again by its kind."""
    general = bool({a, b} & {"Attack", "Armed clash"}) and {a, b} <= FIGHTING
    return a == b or general or TYPE_OF[a] == TYPE_OF[b] in ("Riots", "Protests")


def _alike(a: str, b: str) -> bool:
    return a == b or (a in FIGHTING and b in FIGHTING) or ({a, b} <= VIOLENT and TYPE_OF[a] == TYPE_OF[b])


def _aftermath(d: Draft, e: Draft, tree: Tree) -> bool:
    """"They took several prisoners and destroyed five vehicles", told of those who have just been told to fight."""
    if d.sub_type not in AFTERMATH or TYPE_OF[e.sub_type] not in ("Battles", "Explosions/Remote violence"):
        return False
    word = tree.words[d.anchor]
    told = {t.kind for t in d.tolls} & {"detained", "destroyed"}
    doers = {p.name for p in d.participants if p.role in ("agent", "party")}
    known = {p.name for p in e.participants}
    return bool(told) and word.lemma in AFTERMATH[d.sub_type] and doers <= known


def _set_apart(d: Draft, tree: Tree) -> bool:
    """"Another attack", "a second blast", "elsewhere": the text itself tells it from what went before."""
    first = tree.sentence(d.anchor).first
    before = [tree.words[k].text.lower() for k in tree.children[d.anchor]]
    opening = [w.text.lower() for w in tree.words[first : first + 2]]
    return any(word in ANOTHER for word in [*before, *opening])


def _at_odds(d: Draft, e: Draft) -> bool:
    """Places or times that exclude one another."""
    if _other_time(d, e):
        return True
    return bool(d.places and e.places) and not any(_near(p, q) for p in d.places for q in e.places)


def _other_time(d: Draft, e: Draft) -> bool:
    own = d.when.start and e.when.start and d.when.basis != "context"
    return bool(own) and not _overlapping(d, e)


def _says_when(d: Draft, tree: Tree) -> bool:
    """"Tuesday's attack", "the attack on Tuesday": the noun itself, not its sentence, has a time."""
    below = tree.subtree(named_by(d, tree))
    start, end = tree.words[below[0]].start, tree.words[below[1] - 1].end
    return any(start <= t.span.start < end for t in tree.analysis.times)


def _other_sides(d: Draft, e: Draft) -> bool:
    """Named actors on both sides, and none in common."""
    mine = {p.name for p in d.participants if p.actor}
    theirs = {p.name for p in e.participants if p.actor}
    return bool(mine and theirs) and not mine & theirs


def _overlapping(d: Draft, e: Draft) -> bool:
    a, b = d.when, e.when
    return (a.end or "9999") >= (b.start or "") and (b.end or "9999") >= (a.start or "")


def _near(p: Place, q: Place) -> bool:
    if p.text == q.text or p.lat is None or q.lat is None or p.lon is None or q.lon is None:
        return True
    reach = NEAR_KM + (p.radius_km or 0) + (q.radius_km or 0)
    return distance_km(p.lat, p.lon, q.lat, q.lon) <= reach


def _shared(d: Draft, e: Draft) -> int:
    return len({p.name for p in d.participants} & {p.name for p in e.participants})


def _new_particulars(d: Draft, e: Draft) -> bool:
    """A time or place of its own where the earlier one has another makes a new event."""
    other_time = bool(d.when.start and e.when.start and d.when.start != e.when.start)
    other_place = bool(d.places and e.places) and not {p.text for p in d.places} & {p.text for p in e.places}
    return other_time or other_place
