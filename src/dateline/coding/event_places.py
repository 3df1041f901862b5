"""Where an event took place: the places of its words, of what it was aimed at, or of its clause; of a movement also the way."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dateline.coding.dateline import dateline_end
from dateline.coding.draft import Draft
from dateline.coding.tree import Range, Tree, inside, overlap
from dateline.knowledge.codebook import VIOLENT
from dateline.model.claim import Place

Located = tuple[Range, Place]
"""A place with the words that name it."""

_AIMED_AT_GROUND = VIOLENT | {"Non-state actor overtakes territory", "Government regains territory", "Blockade"}
"""Sub-types whose target may be a place: "shelled X", "the attack on X", "took the town of X"."""
_WITHIN = frozenset("in at near on outside inside around above off along opposite beside behind".split())
"""Prepositions by which a thing or people stand where the event met them; "from" tells whence they are."""
_BESIDE = 6
"""Words between a place and the one that tells where it lies."""
_LYING = frozenset({"be", "lie", "locate", "situate"})
"""Verbs that tell where a thing stands."""


SETTLEMENTS = frozenset(
    "village town city hamlet settlement camp district neighbourhood neighborhood suburb quarter locality commune municipality "
    "township canton county province island oasis hill valley port community area region department prefecture governorate "
    "territory enclave stronghold junction crossing".split()
)
"""Nouns of place that a name stands beside ("the village of X", "X district"); source: GeoNames' feature classes A, L, P, T."""


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
    own = [(at, p) for at, p in here if any(overlap(at, r) for r in draft.roles["place"])]
    own = [x for x in own if not _only_describes(x[0], draft, tree)] or own
    own += [(at, p) for at, p in here if (at, p) not in own and at[0] not in speakers and _aimed_at(at, p, draft, tree)]
    own += [x for k, x in enumerate(here[:-1]) if x not in own and here[k + 1] in own and x[0][0] not in speakers
            and _lies_by(x, here[k + 1], tree)]
    if draft.sub_type == "Movement of forces":
        own += [x for x in _way(draft, others, here) if x not in own]
    if not own:
        own = _in_clause(draft, others, here, tree, speakers)
    draft.places = [p for _, p in sorted(own, key=_first_word)]


def _first_word(place: Located) -> int:
    return place[0][0]


def _way(draft: Draft, others: Sequence[Draft], here: Sequence[Located]) -> list[Located]:
    taken = [r for d in others if d is not draft and d.sub_type != draft.sub_type for r in d.roles["place"]]
    return [(at, p) for at, p in here if p.relation in ("from", "to", "via")
            and any(inside(at, c) for c in draft.clauses) and not any(overlap(at, r) for r in taken)]


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
    ]


def _lies_by(place: Located, other: Located, tree: Tree) -> bool:
    """"The village of X, west of Y": where Y is the event's place, X is before it."""
    at, between = place[0], tree.words[place[0][1] : other[0][0]]
    if place[1].relation in ("from", "to", "via") or len(between) > _BESIDE or not between:
        return False
    told = any(w.text.lower() in _WITHIN | {"of"} for w in between) and not any(w.upos in ("VERB", "AUX") for w in between)
    before = [w.text.lower() for w in tree.words[max(0, at[0] - 3) : at[0]] if w.upos != "DET"]
    named = bool(before) and (before[-1] in _WITHIN or (before[-1] == "of" and len(before) > 1 and before[-2] in SETTLEMENTS))
    return told and named


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
    country = (place.feature or "").startswith("PCL")
    return _stands_within(at, spans, tree) or (not country and any(_is_the_target(at, r, tree) for r in spans))


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
    return (of or (at[1] == head and tree.words[head].upos == "NOUN")) and tree.words[head].lemma in SETTLEMENTS


def _only_describes(at: Range, draft: Draft, tree: Tree) -> bool:
    """In a clause that describes someone by other doings: "a patrol that had left X", "a man who fled to X"."""
    verb = tree.clause_head(at[0])
    comma = any(w.text == "," for w in tree.words[min(verb, at[0]) : at[0]])
    above = {draft.anchor, *(w.index for w in tree.ancestors(draft.anchor))}
    described = tree.words[verb].deprel == "acl:relcl" or (tree.words[verb].deprel == "acl" and tree.words[verb].xpos == "VBN")
    by_tree = described and not comma and verb not in above
    opening = tree.relative_before(at[0])
    by_order = opening is not None and not opening < draft.anchor < at[0]
    return (by_tree or by_order) and not any(w.lemma in _LYING for w in tree.words[(opening or verb) : at[0]])
