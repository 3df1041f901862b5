"""Where an event took place: the places of its words, of what it was aimed at, or of its clause; of a movement also the way."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from dateline.coding.dateline import dateline_end
from dateline.coding.draft import Draft
from dateline.coding.tree import Range, Tree, inside, overlap
from dateline.knowledge.codebook import VIOLENT
from dateline.knowledge.place_words import place_words
from dateline.model.claim import Place

_PLACES = place_words()

Located = tuple[Range, Place]
"""A place with the words that name it."""

_AIMED_AT_GROUND = VIOLENT | {
    "Non-state actor overtakes territory",
    "Government regains territory",
    "Looting/property destruction",
    "Blockade",
    "Arrests",
}
"""Sub-types whose target may be a place: "shelled X", "the attack on X", "took the town of X"."""
_WITHIN = frozenset("in at near on outside inside around above off along opposite beside behind".split())
"""Prepositions by which a thing or people stand where the event met them; "from" tells whence they are."""
_BESIDE = 6
"""Words between a place and the one that tells where it lies."""
_MEASURE = 4
"""Words more of a distance: "15 km north-east"."""
_LITTLE = frozenset({"ADP", "DET", "PUNCT", "NUM", "ADV", "ADJ", "PART"})
_MOVES = frozenset({"Movement of forces", "Displacement"})


def read_places(draft: Draft, others: Sequence[Draft], places: Sequence[Located], tree: Tree,
                speakers: frozenset[int] = frozenset()) -> None:
    """Fills in the draft's places; ``places`` are those of the report in text order.

    ``speakers`` are the words that tell who says so: their places are not the event's, save by its own place role.
    """
    if draft.anchor in speakers:
        speakers = frozenset()
    s = tree.sentence(draft.anchor)
    begin = dateline_end(tree.analysis.text)
    some = places[bisect_left(places, s.first, key=_first_word) : bisect_left(places, s.last, key=_first_word)]
    here = [(at, p) for at, p in some if p.span.start >= begin]
    told = [(at, p) for at, p in here if _in_place_role(at, draft, tree, speakers)]
    own = [x for x in told if not _only_describes(x[0], draft, tree)]
    own += [(at, p) for at, p in here if (at, p) not in own and at[0] not in speakers and _aimed_at(at, p, draft, tree)]
    own += [x for x in here if x not in own and x[0][0] not in speakers and _sets_scene(x, draft, tree)]
    for k, (before, after) in enumerate(pairwise(here)):
        if before not in own and after in own and before[0][0] not in speakers and _lies_by(before, after, tree):
            own.append(before)
        elif after not in own and before in own and (_holds(before, after, tree) or _listed(here[k][0], after[0], tree)):
            own.append(after)
    if draft.sub_type in _MOVES:
        own += [x for x in _way(draft, others, here, tree) if x not in own]
    if not own:
        own = _in_clause(draft, others, here, tree, speakers) or [x for x in told if tree.relative_before(x[0][0]) is None]
    draft.places = [p for _, p in sorted(own, key=_first_word)]


def _in_place_role(at: Range, draft: Draft, tree: Tree, speakers: frozenset[int]) -> bool:
    """Whether the engine takes the name, or "the district of" before it, for the event's place; a speaker's is none."""
    of = at[0] - 1 if at[0] and tree.words[at[0] - 1].text.lower() == "of" else at[0]
    heads = [tree.head_of(r) for r in draft.roles["place"] if overlap((of - 1 if of < at[0] else of, at[1]), r)]
    return any(at[0] not in speakers or head not in speakers or tree.words[head].upos != "NOUN" for head in heads)


def _first_word(place: Located) -> int:
    return place[0][0]


def _way(draft: Draft, others: Sequence[Draft], here: Sequence[Located], tree: Tree) -> list[Located]:
    taken = [r for d in others if d is not draft and d.sub_type != draft.sub_type for r in d.roles["place"]]
    return [(at, p) for at, p in here if p.relation in ("from", "to", "via")
            and any(inside(at, c) for c in draft.clauses) and not any(overlap(at, r) for r in taken)
            and (draft.sub_type != "Displacement" or tree.clause_head(at[0]) == tree.clause_head(draft.anchor))]


def _in_clause(draft: Draft, others: Sequence[Draft], here: Sequence[Located], tree: Tree,
               speakers: frozenset[int]) -> list[Located]:
    actors = [r for role in ("agent", "target", "victim") for r in draft.roles[role]]
    return [
        (at, p)
        for at, p in here
        if any(inside(at, c) for c in draft.clauses)
        and not any(overlap(at, r) for r in actors)
        and not any(overlap(at, r) for d in others if d is not draft for r in _ground(d))
        and at[0] not in speakers
        and not _only_describes(at, draft, tree)
        and not _owns_a_body(at, tree)
    ]


def _owns_a_body(at: Range, tree: Tree) -> bool:
    """"Kenya's health ministry": whose a thing is that is no place."""
    word = tree.words[at[0]]
    return word.deprel == "nmod:poss" and tree.words[word.head].lemma not in _PLACES.settlements | _PLACES.facilities


def _lies_by(place: Located, other: Located, tree: Tree) -> bool:
    """"The village of X, west of Y": where Y is the event's place, X is before it."""
    at, between = place[0], tree.words[place[0][1] : other[0][0]]
    if place[1].relation in ("from", "to", "via") or len(between) > _BESIDE or not between:
        return False
    told = any(w.text.lower() in _WITHIN | {"of"} for w in between) and not any(w.upos in ("VERB", "AUX") for w in between)
    before = [w.text.lower() for w in tree.words[max(0, at[0] - 3) : at[0]] if w.upos != "DET"]
    of_place = before[-1:] == ["of"] and len(before) > 1 and before[-2] in _PLACES.settlements
    named = bool(before) and (before[-1] in _WITHIN or of_place)
    return told and named


def _holds(place: Located, other: Located, tree: Tree) -> bool:
    """"X, 15 km north of Y", "the X area of Y", "X, a town in Y": where X is the event's place, Y tells where that lies."""
    between = tree.words[place[0][1] : other[0][0]]
    if place[1].relation in ("from", "to", "via") or not between or len(between) > _BESIDE + _MEASURE or _is_country(other):
        return False
    told = any(w.text.lower() in _WITHIN | {"of"} for w in between)
    plain = all(w.upos in _LITTLE or w.lemma in _PLACES.settlements | _PLACES.distances for w in between)
    return told and plain and not any(w.text.lower() in ("from", "to", "by") for w in between[:2])


def _listed(first: Range, last: Range, tree: Tree) -> bool:
    """"X, Y and Z": the second name stands beside the first with nothing but a comma or "and" between."""
    return 0 < last[0] - first[1] <= 2 and all(w.text.lower() in (",", "and", "or") for w in tree.words[first[1] : last[0]])


def _sets_scene(place: Located, draft: Draft, tree: Tree) -> bool:
    """"In X province, gunmen attacked …": the place that opens the sentence is that of all it tells."""
    s, at = tree.sentence(draft.anchor), place[0]
    opening = tree.words[s.first : at[0]]
    if not opening or len(opening) > _BESIDE or opening[0].text not in ("In", "At", "Near", "Across", "Outside"):
        return False
    noun = any(w.upos in ("VERB", "AUX", "PROPN") or w.text == "," for w in opening)
    behind = [w for w in tree.words[at[1] : at[1] + 3] if w.lemma not in _PLACES.settlements]
    return not noun and bool(behind) and behind[0].text == "," and draft.anchor > at[1]


def _is_country(place: Located) -> bool:
    return (place[1].feature or "").startswith("PCL")


def _ground(draft: Draft) -> list[Range]:
    """The words that tell where another event took place or what it was aimed at."""
    return [*draft.roles["place"], *(draft.roles["target"] if draft.sub_type in _AIMED_AT_GROUND else ())]


def _aimed_at(at: Range, place: Place, draft: Draft, tree: Tree) -> bool:
    """Whether a place is what the event was aimed at, or where that stands: no mere part of a party's name."""
    if draft.sub_type not in _AIMED_AT_GROUND or _only_describes(at, draft, tree):
        return False
    spans = [r for role in ("target", "victim") for r in draft.roles[role] if inside(at, r)]
    if not spans:
        return False
    return _stands_within(at, spans, tree) or (not _is_country((at, place)) and any(_is_the_target(at, r, tree) for r in spans))


def _stands_within(at: Range, spans: Sequence[Range], tree: Tree) -> bool:
    """"A police station [in X]": behind a preposition of place inside the words of the target."""
    low = [tree.words[k].text.lower() for k in range(max(at[0] - 6, min(r[0] for r in spans)), at[0])]
    behind = next((k for k in range(len(low) - 1, -1, -1) if low[k] in _WITHIN or low[k] in {"from", "to", "by", ","}), None)
    return behind is not None and low[behind] in _WITHIN


def _is_the_target(at: Range, span: Range, tree: Tree) -> bool:
    """The name is the target, or names its noun: "X", "the village of X", "X village"."""
    head = tree.head_of(span)
    if at[0] <= head < at[1]:
        return True
    of = at[0] > 1 and tree.words[at[0] - 1].text.lower() == "of" and at[0] - 2 == head
    noun = at[1] == head and tree.words[head].upos == "NOUN"
    owned = at[1] + 1 == head and tree.words[at[1]].upos == "PART"
    return (of or noun or owned) and tree.words[head].lemma in _PLACES.settlements | _PLACES.facilities


def _only_describes(at: Range, draft: Draft, tree: Tree) -> bool:
    """In a clause that describes someone by other doings: "a patrol that had left X", "a man who fled to X"."""
    verb = tree.clause_head(at[0])
    comma = any(w.text == "," for w in tree.words[min(verb, at[0]) : at[0]])
    above = {draft.anchor, *(w.index for w in tree.ancestors(draft.anchor))}
    described = tree.words[verb].deprel == "acl:relcl" or (tree.words[verb].deprel == "acl" and tree.words[verb].xpos == "VBN")
    by_tree = described and not comma and verb not in above
    opening = tree.relative_before(at[0])
    by_order = opening is not None and not opening <= draft.anchor < at[0]
    return (by_tree or by_order) and not any(w.lemma in _PLACES.lying for w in tree.words[(opening or verb) : at[0]])
