"""Roles that the words around a trigger tell where the engine has no one for them.

Source: the frames of PropBank (Palmer, Gildea and Kingsbury 2005) and NomBank (Meyers et al. 2004) for verbs and nouns of
conflict: who fires is followed by "at" and the target, who takes by "from" and the loser, an act by "by" and its doer.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.draft import Draft
from dateline.coding.frames import subjects
from dateline.coding.tree import Range, Tree, overlap
from dateline.knowledge.codebook.references import GENERIC_EVENTS
from dateline.knowledge.event_words import event_words
from dateline.knowledge.toll_words import toll_words

_WORDS = event_words()

_UPON = frozenset("at on upon against toward towards into".split())
_WHERE = frozenset("at in near inside outside around".split())
_WHOSE = frozenset({"by", "of", "between", "with", "among"})
"""Prepositions that tell whose an act is."""
_SUBJECTS = ("nsubj", "nsubj:pass", "nsubj:outer")
_CONTROLLED = ("xcomp", "advcl", "conj", "acl")
"""Relations of a verb that has its subject from the verb above."""
_ASKED_OF = frozenset({"from", "of"})
_APPEALED_TO = frozenset({"to", "on", "upon"})
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
    stepped = tree.words[head].lemma in _WORDS.stepping or _runs_into(head, tree)
    if draft.sub_type == "Remote explosive/landmine/IED" and stepped:
        draft.roles["target"] += draft.roles["agent"] or [tree.subtree(k) for k in tree.dependents(head, "nsubj")]
        draft.roles["agent"] = []
        return
    if draft.sub_type == "Request" and (asked := _asked(head, tree)):
        draft.roles["target"] = asked
        draft.roles["place"] = [r for r in draft.roles["place"] if not any(overlap(r, a) for a in asked)]
    _set_right(draft, head, tree)
    told = _of_verb(head, tree) if tree.words[head].upos == "VERB" else _of_noun(head, tree)
    for role, span in told:
        taken = any(overlap(span, r) for some in ("agent", "target", "victim", "time") for r in draft.roles[some])
        if not taken and (not draft.roles[role] or (tree.words[head].upos == "VERB" and role == "target")):
            draft.roles[role].append(span)
    if tree.words[head].upos == "VERB" and not draft.roles["agent"] and (doer := _doer(head, tree)) is not None:
        draft.roles["agent"] = [r for r in [_without_mark(doer, tree)] if not any(overlap(r, t) for t in draft.roles["target"])]
    if tree.words[head].upos == "NOUN" and tree.words[head].lemma in _WORDS.given:
        givers = list(draft.roles["agent"])
        for span in sorted(draft.roles["target"]):
            joined = bool(givers) and span[0] - givers[-1][1] <= 1 and tree.words[span[0] - 1].upos in ("CCONJ", "PUNCT")
            givers += [span] if joined or _comes_from(span, tree) else []
        draft.roles["agent"], draft.roles["target"] = givers, [r for r in draft.roles["target"] if r not in givers]
    if draft.sub_type == "Order" and not draft.roles["target"]:
        draft.roles["target"] = _under_orders(head, tree)


def _told_within(noun: int, draft: Draft, tree: Tree) -> list[Range]:
    """"Troops killed six rebels and freed a trader in a clash": the subject of the verb that the clash is told with."""
    word = tree.words[noun]
    verb = word.head
    if word.deprel == "nmod" and tree.words[verb].deprel == "obj":  # hung on the object by the parser
        verb = tree.words[verb].head
    tied = any(tree.words[k].text.lower() in ("in", "during") for k in tree.dependents(noun, "case"))
    suffers = tree.dependents(verb, "nsubj:pass") or tree.words[verb].lemma in toll_words().intransitive
    if word.upos != "NOUN" or word.deprel not in ("obl", "nmod") or tree.words[verb].upos != "VERB" or not tied or suffers:
        return []
    if tree.dependents(noun, "nmod:poss") or any(p in _WHOSE for p, _ in _phrases(noun, tree)):
        return []
    objects = [tree.subtree(k) for k in tree.dependents(verb, "obj")]
    own = [r for r in draft.roles["agent"] if not any(overlap(r, o) for o in objects)]
    if own:
        return []
    return [tree.subtree(k) for k in subjects(verb, tree)[:1]]


def _launched(span: Range, verb: int, tree: Tree) -> bool:
    """"Fired 35 rounds at the town": what is fired is not what is aimed at."""
    head = tree.words[tree.head_of(span)]
    return (head.deprel, head.head) == ("obj", verb)


def _repelled(verb: int, tree: Tree) -> list[Range]:
    """"Repelled an attack by rebels", "thwarted an RSF assault": those who attacked are whom the verb is done to."""
    attacks = [k for k in tree.dependents(verb, "obj", "nsubj") if k > verb and tree.words[k].lemma in GENERIC_EVENTS]
    attacks = attacks or [k for k in tree.dependents(verb, "nsubj:pass") if tree.words[k].lemma in GENERIC_EVENTS]
    by = [tree.subtree(k) for a in attacks for p, k in _phrases(a, tree) if p in ("by", "from", "of")]
    before = [k for a in attacks for k in tree.dependents(a, "nmod:poss", "compound") if tree.words[k].upos == "PROPN"]
    return by or [(k, k + 1) for k in before]


def _set_right(draft: Draft, head: int, tree: Tree) -> None:
    """Puts whom the trigger's own words name in the place of whom the engine took for them."""
    if within := _told_within(head, draft, tree):
        draft.roles["agent"] = within
    if tree.words[head].lemma in _WORDS.launching:
        draft.roles["target"] = [r for r in draft.roles["target"] if not _launched(r, head, tree)]
    if tree.words[head].lemma in _WORDS.repelling and (repelled := _repelled(head, tree)):
        draft.roles["target"] = repelled


def _runs_into(verb: int, tree: Tree) -> bool:
    """"A convoy hit a mine": who does so suffers the explosion."""
    struck = tree.words[verb].lemma in _WORDS.striking and tree.words[verb].upos == "VERB"
    return struck and any(tree.words[k].lemma in _WORDS.buried for k in tree.dependents(verb, "obj"))


def _doer(verb: int, tree: Tree) -> int | None:
    """The subject understood of a gerund or an infinitive ("tries to hold the town by sending troops"): that of the verb
    above, its object where that is who is made to act ("forced them to leave"), or whose attempt it is."""
    if tree.dependents(verb, *_SUBJECTS, "aux:pass"):
        return None
    while (word := tree.words[verb]).head != verb and word.deprel in _CONTROLLED and _unfinite(verb, tree):
        above = word.head
        owners = tree.dependents(above, "nmod:poss") if word.deprel == "acl" else []
        made = tree.dependents(above, "obj") if word.deprel == "xcomp" else []
        if owners or made:
            return (owners or made)[0]
        if word.deprel == "acl":
            above = tree.words[above].head
        passive = bool(tree.dependents(above, "nsubj:pass"))
        if passive and word.deprel != "xcomp":
            return None
        if subjects := tree.dependents(above, *_SUBJECTS):
            return subjects[0]
        verb = above
    return None


def _without_mark(noun: int, tree: Tree) -> Range:
    """The noun with what depends on it, less the mark of the genitive behind it."""
    first, last = tree.subtree(noun)
    return (first, last - 1) if last - 1 > noun and tree.words[last - 1].upos == "PART" else (first, last)


def _unfinite(verb: int, tree: Tree) -> bool:
    """An infinitive behind "to" or a gerund, or joined to the verb above, whose subject it has."""
    word = tree.words[verb]
    infinitive = any(tree.words[k].text.lower() == "to" for k in tree.dependents(verb, "mark"))
    if word.deprel == "acl":
        return infinitive
    return word.deprel == "conj" or infinitive or word.text.lower().endswith("ing")


def _asked(head: int, tree: Tree) -> list[Range]:
    """Whom a request is made of: "sought aid from X", "appealed to X for aid", "called on X to help", "asked X"."""
    word = tree.words[head]
    heads = [head, *(tree.dependents(head, "obj") if word.upos == "VERB" else [])]
    if word.upos == "NOUN" and tree.words[word.head].upos == "VERB" and word.deprel in ("obj", "obl"):
        heads.append(word.head)
    asking = any(tree.words[k].lemma in _WORDS.seeking for k in heads)
    found = [k for h in heads for preposition, k in _phrases(h, tree)
             if preposition in (_ASKED_OF if asking else _APPEALED_TO)]
    if not found and word.upos == "VERB" and word.lemma in _WORDS.asking:
        found = tree.dependents(head, "iobj") or tree.dependents(head, "obj")
    return [tree.subtree(k) for k in found]


def _comes_from(span: Range, tree: Tree) -> bool:
    """"Calls to arms from the tribes": "from" stands before the words, an article between them or not."""
    return any(tree.words[k].text.lower() == "from" for k in range(max(0, span[0] - 2), span[0]))


def stands_at(span: Range, trigger: Range, tree: Tree) -> bool:
    """"Repelled them at a hotel": the words say where, not whom, unless the verb is one of firing."""
    cases = tree.dependents(tree.head_of(span), "case")
    where = any(tree.words[k].text.lower() in _WHERE for k in cases)
    head = tree.words[tree.head_of(trigger)]
    return where and head.upos == "VERB" and head.lemma not in _WORDS.firing


def _caller(verb: int, tree: Tree) -> int | None:
    """The verb of calling of which the trigger is what is called for: "urged men to take up arms"."""
    word = tree.words[verb]
    governor = tree.words[word.head]
    calls = word.upos == "VERB" and word.head != verb and governor.lemma in _WORDS.calling
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
            (lemma in _WORDS.reciprocal and preposition == "with")
            or (lemma in _WORDS.firing and preposition in _UPON)
            or (lemma in _WORDS.taking and preposition == "from")
        )
        if fits:
            yield "target", tree.subtree(k)


def _of_noun(noun: int, tree: Tree) -> Iterator[tuple[str, Range]]:
    lemma = tree.words[noun].lemma
    suffered = lemma in _WORDS.suffered
    for k in tree.dependents(noun, "nmod:poss"):
        yield ("target" if suffered else "agent"), _without_mark(k, tree)
    for preposition, k in _phrases(noun, tree):
        if preposition == "by" or (preposition == "from" and lemma in _WORDS.given):
            yield "agent", tree.subtree(k)
        elif (preposition in ("on", "upon", "against") and lemma not in _WORDS.given) or (preposition == "of" and suffered):
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
