"""Words of one sentence that name one act twice become one draft: consequences, light verbs, what an act consists of."""

from __future__ import annotations

from collections.abc import Container

from dateline.coding.draft import Draft
from dateline.coding.grounds import is_ground
from dateline.coding.harm import has_doer
from dateline.coding.sequence import in_sequence
from dateline.coding.tree import Tree, inside, overlap
from dateline.knowledge.codebook import CONTEXT, TYPE_OF, VIOLENT
from dateline.knowledge.codebook.references import AFTERMATH, CARRYING_OUT, ENTERING, MEANS, TOPICAL
from dateline.knowledge.codebook.telling import telling_words
from dateline.knowledge.toll_words import is_consequence

AT_LARGE = frozenset({"Abduction/forced disappearance", "Looting/property destruction", "Sexual violence", "Attack"})
"""What armed men do in a place that they have entered."""
OF_ONE_ACT = frozenset({"Battles", "Explosions/Remote violence", "Riots", "Protests"})
"""Types of which two sub-types, one below the other in a sentence, tell of one act."""
_LINKS = 3
"""Links of the tree over which a word still says what the word above it names."""
_SAME_CLAUSE = frozenset({"obj", "obl", "nmod", "nsubj:pass", "xcomp", "acl", "compound", "iobj", "amod"})


def fold_consequences(drafts: list[Draft], framed: Container[int], tree: Tree) -> list[Draft]:
    """"Killed", "left four dead" and the like, said of an act that stands beside them in the sentence, are that act's toll.

    What is ``framed`` ("killed by a mine") or tells its own kind ("beheaded") is an act itself.
    """
    kept: list[Draft] = []
    for d in drafts:
        consequence = d.anchor not in framed and tells_harm(d, tree)
        act = _act_behind(d, drafts, tree) if consequence else None
        if act is None:
            kept.append(d)
            continue
        _take_in(act, d)
        act.roles["victim"] += [r for r in d.roles["target"] if not any(overlap(r, x) for x in act.roles["target"])]
    return kept


def fold_same_acts(drafts: list[Draft], framed: Container[int], tree: Tree) -> list[Draft]:
    """Drafts without those that only say more of an act named above them in the tree ("launched an offensive")."""
    kept: list[Draft] = []
    for d in sorted(drafts, key=lambda d: (tree.sentence(d.anchor).index, _rank(d, drafts, tree))):
        act = next((e for e in kept if _says_more(d, e, tree) or (e.anchor in framed and _is_object(d, e, tree))), None)
        if act is None:
            kept.append(d)
            continue
        if tree.words[act.anchor].lemma in CARRYING_OUT | MEANS and d.score > act.score and act.anchor not in framed:
            act.sub_type = d.sub_type
        act.score = max(act.score, d.score)
        _take_in(act, d)
    return sorted(kept, key=lambda d: d.trigger)


def tells_harm(d: Draft, tree: Tree) -> bool:
    """True for a word that says what was done to people, but not how."""
    word = tree.words[d.anchor]
    if telling_words().told_by(word.lemma, word.upos):
        return False
    return is_consequence(word.lemma) or d.sub_type == "Casualty count"


def _take_in(act: Draft, d: Draft) -> None:
    """The act gets the roles that it lacks, and the other's clause as evidence."""
    act.clauses.append(d.clause)
    act.triggers.append(d.trigger)
    for role in ("victim", "toll", "place", "time", "weapon"):
        act.roles[role] += [r for r in d.roles[role] if not any(overlap(r, x) for x in act.roles[role])]
    for role in ("agent", "target"):
        if not act.roles[role] and (role == "agent" or not is_consequence_only(d)):
            act.roles[role] = d.roles[role]


def is_consequence_only(d: Draft) -> bool:
    """True where whoever the draft's act is done to is hurt by it, not aimed at."""
    return bool(d.roles["victim"])


def _act_behind(d: Draft, drafts: list[Draft], tree: Tree) -> Draft | None:
    sentence = tree.sentence(d.anchor).index
    for act in drafts:
        if act is d or tree.sentence(act.anchor).index != sentence or act.sub_type not in VIOLENT:
            continue
        if tells_harm(act, tree) or act.sub_type in AFTERMATH or in_sequence(d.anchor, act.anchor, tree):
            continue
        if is_ground(act, tree) and has_doer(d.anchor, tree):
            continue
        linked = inside(d.trigger, tree.subtree(act.anchor)) or inside(act.trigger, tree.subtree(d.anchor))
        if linked or tree.clause_head(d.anchor) == tree.clause_head(act.anchor) or _chained(d, act, tree):
            return act
    return None


def _chained(d: Draft, act: Draft, tree: Tree) -> bool:
    """The two clauses hang on one another: "attacked …, killing …", "attacked … and killed …"."""
    a, b = tree.clause_head(d.anchor), tree.clause_head(act.anchor)
    return tree.words[a].head == b or tree.words[b].head == a


def _says_more(d: Draft, act: Draft, tree: Tree) -> bool:
    if _occurs(d, act, tree) or _leads_in(d, act, tree):
        return True
    links = _links_up(d.anchor, act.anchor, tree)
    if not links or (in_sequence(d.anchor, act.anchor, tree) and not _fought_for(d, act, tree)):
        return False
    if act.sub_type in TOPICAL and d.sub_type == "Agreement" and tree.words[d.anchor].upos == "NOUN":
        return True
    alike = d.sub_type == act.sub_type or TYPE_OF[d.sub_type] == TYPE_OF[act.sub_type] in OF_ONE_ACT
    nominal = tree.words[d.anchor].upos in ("NOUN", "PROPN", "ADJ")
    if links[-1] in ("obj", "nsubj:pass") and len(links) == 1 and tree.words[act.anchor].lemma in CARRYING_OUT:
        return nominal
    if nominal and links in (["obl"], ["nmod"]) and {d.sub_type, act.sub_type} <= {"Attack", "Armed clash"}:
        return True
    if alike and all(link in _SAME_CLAUSE for link in links):
        return nominal or not tree.dependents(d.anchor, "nsubj")
    if links == ["advcl"] and d.sub_type == act.sub_type and _marked(d.anchor, "to", tree):
        return True
    if links == ["nsubj"] and nominal and {d.sub_type, act.sub_type} <= VIOLENT:
        return alike or tree.words[act.anchor].lemma in MEANS
    if links == ["advcl"] and {d.sub_type, act.sub_type} <= {"Attack", "Armed clash"} and _marked(d.anchor, "when", tree):
        return True
    participle = links == ["advcl"] and tree.words[d.anchor].xpos == "VBG"
    return participle and act.sub_type in VIOLENT and (alike or tree.words[d.anchor].lemma in MEANS)


def _is_object(d: Draft, act: Draft, tree: Tree) -> bool:
    """"Dispersed a protest", "foiled an attack", "used tear gas and live rounds": what a verb and its object name together."""
    links = _links_up(d.anchor, act.anchor, tree)
    tied = links in (["obj"], ["nsubj:pass"], ["conj", "obj"]) and tree.words[d.anchor].upos == "NOUN"
    return tied and TYPE_OF[act.sub_type] != CONTEXT


def _fought_for(d: Draft, act: Draft, tree: Tree) -> bool:
    """"Seized the town after two days of fighting": the fight by which a battle was won."""
    bare = not tree.dependents(d.anchor, "nsubj", "nmod:poss", "acl", "acl:relcl")
    return TYPE_OF[act.sub_type] == "Battles" and d.sub_type == "Armed clash" and tree.words[d.anchor].upos == "NOUN" and bare


def _marked(verb: int, word: str, tree: Tree) -> bool:
    return any(tree.words[m].lemma == word for m in tree.dependents(verb, "mark", "advmod"))


def _occurs(verb: Draft, noun: Draft, tree: Tree) -> bool:
    """"Clashes broke out", "clashes that broke out": the verb says no more than that what its subject names happened."""
    subject, said = tree.words[noun.anchor], tree.words[verb.anchor]
    if said.upos != "VERB" or said.lemma not in telling_words().occurring:
        return False
    return (subject.head, subject.deprel) == (said.index, "nsubj") or (said.head, said.deprel) == (subject.index, "acl:relcl")


def _leads_in(entry: Draft, act: Draft, tree: Tree) -> bool:
    """"Invaded the village and abducted 27": going in is part of what was done there."""
    a, b = tree.words[entry.anchor], tree.words[act.anchor]
    joined = (b.head == a.index or a.head == b.index) and "conj" in (a.deprel, b.deprel)
    return joined and entry.sub_type in AT_LARGE and a.lemma in ENTERING and act.sub_type in AT_LARGE


def _links_up(below: int, above: int, tree: Tree) -> list[str]:
    """Relations from ``below`` up to ``above``, the lowest first; empty where it is not within reach above it."""
    links: list[str] = []
    while below != above:
        word = tree.words[below]
        if word.head == below or len(links) == _LINKS:
            return []
        links.append(word.deprel)
        below = word.head
    return links


def _rank(d: Draft, drafts: list[Draft], tree: Tree) -> int:
    """How deep in its sentence the draft's word stands; a verb of occurrence or of entry comes after what it belongs to."""
    happening = any(_occurs(d, e, tree) or _leads_in(d, e, tree) for e in drafts)
    return sum(1 for _ in tree.ancestors(d.anchor)) + 2 * happening
