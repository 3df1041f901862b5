"""Roles that the words around a trigger tell where the engine has no one for them.

Source: the frames of PropBank (Palmer, Gildea and Kingsbury 2005) and NomBank (Meyers et al. 2004) for verbs and nouns of
conflict: who fires is followed by "at" and the target, who takes by "from" and the loser, an act by "by" and its doer.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.draft import Draft
from dateline.coding.tree import Range, Tree, overlap

_RECIPROCAL = frozenset("clash fight battle skirmish exchange trade duel engage struggle".split())
_FIRING = frozenset("fire shoot open launch lob hurl throw spray".split())
_UPON = frozenset("at on upon against toward towards into".split())
_WHERE = frozenset("at in near inside outside around".split())
_TAKING = frozenset("seize capture take wrest retake recapture regain recover overrun".split())
_STEPPING = frozenset("step tread drive run stumble".split())
"""What those do whom a mine hits."""
_CALLING = frozenset("call urge ask tell order appeal exhort summon invite incite instruct command implore".split())
_SUFFERED = frozenset("killing murder arrest death execution assassination abduction kidnapping detention capture".split())
"""Nouns whose possessor or "of" is who suffers the act ("X's arrest", "the killing of X")."""
_GIVEN = frozenset("order call request demand appeal threat warning instruction fire".split())
"""Nouns whose "from" tells who gives them."""
_TELLING = frozenset({"Call to arms", "Order", "Request", "Threat"})


def fill_roles(draft: Draft, tree: Tree) -> None:
    """Adds to the draft's agents and targets those that its trigger's own words tell."""
    head = tree.head_of(draft.trigger)
    if draft.sub_type in _TELLING and (governor := _caller(head, tree)) is not None:
        callers = [tree.subtree(k) for k in tree.dependents(governor, "nsubj")]
        called = [tree.subtree(k) for k in tree.dependents(governor, "obj", "obl") if k < head]
        if callers:
            draft.roles["agent"], draft.roles["target"] = callers, called or draft.roles["agent"]
        return
    if draft.sub_type == "Remote explosive/landmine/IED" and tree.words[head].lemma in _STEPPING:
        draft.roles["target"] += draft.roles["agent"] or [tree.subtree(k) for k in tree.dependents(head, "nsubj")]
        draft.roles["agent"] = []
        return
    told = _of_verb(head, tree) if tree.words[head].upos == "VERB" else _of_noun(head, tree)
    for role, span in told:
        taken = any(overlap(span, r) for some in ("agent", "target", "victim", "time") for r in draft.roles[some])
        if not taken and (not draft.roles[role] or (tree.words[head].upos == "VERB" and role == "target")):
            draft.roles[role].append(span)
    if tree.words[head].upos == "NOUN" and tree.words[head].lemma in _GIVEN:
        givers = list(draft.roles["agent"])
        for span in sorted(draft.roles["target"]):
            joined = bool(givers) and span[0] - givers[-1][1] <= 1 and tree.words[span[0] - 1].upos in ("CCONJ", "PUNCT")
            givers += [span] if joined or _comes_from(span, tree) else []
        draft.roles["agent"], draft.roles["target"] = givers, [r for r in draft.roles["target"] if r not in givers]
    if draft.sub_type == "Order" and not draft.roles["target"]:
        draft.roles["target"] = _under_orders(head, tree)


def _comes_from(span: Range, tree: Tree) -> bool:
    """"Calls to arms from the tribes": "from" stands before the words, an article between them or not."""
    return any(tree.words[k].text.lower() == "from" for k in range(max(0, span[0] - 2), span[0]))


def stands_at(span: Range, trigger: Range, tree: Tree) -> bool:
    """"Repelled them at a hotel": the words say where, not whom, unless the verb is one of firing."""
    cases = tree.dependents(tree.head_of(span), "case")
    where = any(tree.words[k].text.lower() in _WHERE for k in cases)
    head = tree.words[tree.head_of(trigger)]
    return where and head.upos == "VERB" and head.lemma not in _FIRING


def _caller(verb: int, tree: Tree) -> int | None:
    """The verb of calling of which the trigger is what is called for: "urged men to take up arms"."""
    word = tree.words[verb]
    governor = tree.words[word.head]
    calls = word.upos == "VERB" and word.head != verb and governor.lemma in _CALLING
    return governor.index if calls and word.deprel in ("xcomp", "advcl", "ccomp") else None


def _of_verb(verb: int, tree: Tree) -> Iterator[tuple[str, Range]]:
    lemma = tree.words[verb].lemma
    for k in tree.dependents(verb, "nsubj"):
        yield "agent", tree.subtree(k)
    for k in tree.dependents(verb, "obj"):
        if tree.words[k].upos == "PRON":
            yield "target", (k, k + 1)
    for preposition, k in _phrases(verb, tree):
        fits = (
            (lemma in _RECIPROCAL and preposition == "with")
            or (lemma in _FIRING and preposition in _UPON)
            or (lemma in _TAKING and preposition == "from")
        )
        if fits:
            yield "target", tree.subtree(k)


def _of_noun(noun: int, tree: Tree) -> Iterator[tuple[str, Range]]:
    lemma = tree.words[noun].lemma
    suffered = lemma in _SUFFERED
    for k in tree.dependents(noun, "nmod:poss"):
        yield ("target" if suffered else "agent"), tree.subtree(k)
    for preposition, k in _phrases(noun, tree):
        if preposition == "by" or (preposition == "from" and lemma in _GIVEN):
            yield "agent", tree.subtree(k)
        elif (preposition in ("on", "upon", "against") and lemma not in _GIVEN) or (preposition == "of" and suffered):
            yield "target", tree.subtree(k)


def _phrases(head: int, tree: Tree) -> Iterator[tuple[str, int]]:
    """The prepositional phrases of a word: the preposition in lower case and the noun behind it."""
    for k in tree.dependents(head, "obl", "obl:agent", "nmod"):
        cases = tree.dependents(k, "case")
        if cases:
            yield tree.words[cases[0]].text.lower(), k


def _under_orders(noun: int, tree: Tree) -> list[Range]:
    """"Under orders from X, the brigade attacked": the subject of the clause is who has the orders."""
    word = tree.words[noun]
    under = any(tree.words[k].text.lower() in ("under", "on") for k in tree.dependents(noun, "case"))
    subjects = tree.dependents(word.head, "nsubj") if under and word.deprel == "obl" else []
    return [tree.subtree(k) for k in subjects]
