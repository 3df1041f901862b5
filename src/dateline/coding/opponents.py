"""The two sides of "clashes between A and B", and those that a verb's object lists."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.draft import Draft
from dateline.coding.entities import Entities, Entity
from dateline.coding.roster import Listed, read_roster
from dateline.coding.tree import Range, Tree, overlap
from dateline.knowledge.codebook.references import MUTUAL
from dateline.knowledge.event_words import event_words
from dateline.knowledge.naming_words import naming_words

_EVENTS = event_words()

_WORDS = naming_words()

_WITH = frozenset({"with", "against"})
_BEHIND_VERB = 5
"""Words behind a verb of fighting within which "with" tells the other side."""
_SIDES_OF = 12
"""Words from a trigger within which "between" tells its sides where the tree does not."""


def sides_between(trigger: Range, tree: Tree, entities: Entities) -> tuple[list[Entity], list[Entity], bool] | None:
    """The parties before and after the "and" of the trigger's "between", and whether the text says who stands with whom.

    ``None`` where there is no "between" or it names no two parties.
    """
    at = _between(trigger, tree)
    if at is None:
        return None
    listed = read_roster(tree.words, at + 1, tree.sentence(at).last)
    border = _border(listed)
    first = who(listed[:border], entities)
    second = [e for e in who(listed[border:], entities) if all(e.name != o.name for o in first)]
    told = listed[border].joint != "," if border < len(listed) else False
    return (first, second, told) if first and second else None


def sides_with(trigger: Range, tree: Tree, entities: Entities) -> tuple[list[Entity], list[Entity], bool] | None:
    """The subject of a verb of fighting against those behind its "with" or "against"; ``None`` where either is not told."""
    verb = tree.head_of(trigger)
    if tree.words[verb].upos != "VERB" or tree.words[verb].lemma not in _EVENTS.fighting_with:
        return None
    stop = tree.sentence(verb).last
    at = next((i for i in range(verb + 1, min(verb + _BEHIND_VERB, stop - 1)) if tree.words[i].text.lower() in _WITH), None)
    subject = _subject(verb, tree)
    if at is None or subject is None or any(w.text == "," for w in tree.words[verb:at]):
        return None
    second = who(read_roster(tree.words, at + 1, stop), entities)
    alone = [e for e in [entities.at(*subject)] if e and not e.place]
    first = who(read_roster(tree.words, subject[0], verb), entities) or alone
    second = [e for e in second if all(e.name != o.name for o in first)]
    return (first, second, True) if first and second else None


def _subject(verb: int, tree: Tree) -> Range | None:
    """The words of the subject, of the verb that this one is joined to where it has none."""
    for i in (verb, *(w.index for w in tree.ancestors(verb) if tree.words[verb].deprel in ("conj", "xcomp"))):
        if found := tree.dependents(i, "nsubj", "nsubj:pass"):
            first, last = tree.subtree(found[0])
            return first, min(last, verb)
    return None


def _between(trigger: Range, tree: Tree) -> int | None:
    """The "between" whose phrase hangs on the trigger or on the verb of which the trigger is subject."""
    head = tree.head_of(trigger)
    sentence = tree.sentence(head)
    near = {head, tree.words[head].head, tree.clause_head(head)}
    for i in range(sentence.first, sentence.last):
        if tree.words[i].text.lower() == "between" and 0 < i < sentence.last - 1:
            above = [w.index for w in tree.ancestors(i)][:2]
            if any(k != head and tree.words[k].upos == "NOUN" and tree.words[k].lemma in MUTUAL for k in above):
                continue  # "after the killing of X, clashes between Y and Z"
            if near.intersection(above) or (0 < i - trigger[1] <= _SIDES_OF and not _governed(i, head, tree)):
                return i
    return None


def _governed(i: int, head: int, tree: Tree) -> bool:
    """Another noun of event stands between the trigger and "between"."""
    return any(tree.words[k].upos == "NOUN" and tree.words[k].deprel != "compound" for k in range(head + 1, i))


def _border(listed: list[Listed]) -> int:
    """Where the second side begins: at the first "and"; at ", and" in "A and B, and C"; at the first party else."""
    joints = [x.joint for x in listed if not x.within]
    tops = [k for k, x in enumerate(listed) if not x.within]
    if joints[1:] == ["and", ", and"]:
        return tops[2]
    return tops[1] if len(tops) > 1 else len(listed)


def who(listed: list[Listed], entities: Entities) -> list[Entity]:
    """The parties of a list; examples with names stand for the nameless phrase that they are examples of, others are left."""
    found: list[Entity] = []
    examples = False
    for k, item in enumerate(listed):
        some = _of_item(item, entities)
        if not item.within:
            named = any(_has_name(e) for x in listed[k + 1 : k + 2] if x.within for e in _of_item(x, entities))
            examples = named and _collective(item, entities) and not any(_has_name(e) for e in some)
        if item.within == examples:
            found += [e for e in some if all(e.name != o.name for o in found)]
    return found


def _of_item(item: Listed, entities: Entities) -> list[Entity]:
    """Whom one item names; what is named as one of several groups is no place."""
    found = [e for part in entities.split(*item.words) if (e := entities.at(*part))]
    return [replace(e, place=False) for e in found] if item.within else [e for e in found if not e.place]


def _collective(item: Listed, entities: Entities) -> bool:
    return any(word in _WORDS.collectives for word in entities.lows(*item.words))


def _has_name(entity: Entity) -> bool:
    return bool(entity.actor) or entity.name != entity.name.lower()


def parties_from(span: Range, draft: Draft, tree: Tree, entities: Entities) -> list[Entity]:
    """The parties of a role's words, with those that the sentence lists behind them ("three groups, namely A, B and C")."""
    sentence = tree.sentence(span[0])
    stop = draft.anchor if span[0] < draft.anchor else sentence.last
    others = [r for role in ("agent", "target", "victim") if span not in draft.roles[role] for r in draft.roles[role]]
    own = [Listed(part, "") for part in entities.split(*span)]
    listed = [x for x in read_roster(tree.words, span[0], stop) if x.words[0] >= span[1]]
    more = [x for x in listed if x.within or _hangs_on(x.words, span, tree)]
    more = [x for x in more if not any(overlap(x.words, r) for r in others)]
    return who([*own, *more], entities)


def _hangs_on(words: Range, span: Range, tree: Tree) -> bool:
    """Joined to the span by the tree, not the subject of what follows."""
    head = tree.words[tree.head_of(words)]
    return head.deprel in ("conj", "appos") and any(span[0] <= w.index < span[1] for w in tree.ancestors(head.index))
