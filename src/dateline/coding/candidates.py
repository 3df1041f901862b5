"""Triggers become drafts: one for each event that a sentence names, consequences folded into the act that had them."""

from __future__ import annotations

from dateline.coding.draft import ROLES, Draft
from dateline.coding.tree import Range, Tree, inside, overlap
from dateline.knowledge.codebook import VIOLENT
from dateline.knowledge.codebook.references import ANONYMITY, MOVERS
from dateline.knowledge.codebook.telling import telling_words
from dateline.knowledge.codebook.triggers import trigger_words
from dateline.knowledge.toll_words import is_consequence
from dateline.model.analysis import Analysis, Trigger

LEAST_TRIGGER = 0.4
"""Probability of a trigger below which no claim is made."""
LEAST_LISTED = 0.2
"""The same for a word that the codebook lists."""
WORD_ALONE = 0.3
"""Score of an event that a word names wherever it stands, where the engine sees none."""
LISTED = 16.0
"""How much likelier a sub-type is for a word that the codebook lists under it."""
UNSEEN = 0.01
"""Probability of a sub-type that is not among the engine's likeliest."""
LEAST_ROLE = 0.35
"""Probability of a role span below which it is not used."""


def find_candidates(analysis: Analysis, tree: Tree) -> list[Draft]:
    """Drafts in text order, each with its clause and the word ranges of its roles."""
    triggers = [*analysis.triggers, *_told_by_word(analysis, tree)]
    drafts = [_draft(t, sub_type, analysis, tree) for t in triggers if (sub_type := _sub_type(t, tree))]
    drafts.sort(key=lambda d: d.trigger)
    _narrow_clauses(drafts, tree)
    return _fold_consequences(drafts, tree)


def _sub_type(trigger: Trigger, tree: Tree) -> str | None:
    """What the trigger names: the engine's likeliest sub-type, weighed by what the codebook lists the word under.

    A word that the engine only half sees names an event where the codebook lists it, and none otherwise.
    """
    head = tree.head_of((trigger.first, trigger.last))
    lemmas, at = _around(head, tree)
    upos = tree.words[head].upos
    if trigger_words().names_nothing(lemmas, at, upos) or _of_anonymity(lemmas, at):
        return None
    listed = trigger_words().sub_types_at(lemmas, at, upos)
    if trigger.score < (LEAST_LISTED if listed else LEAST_TRIGGER):
        return None
    chances = dict.fromkeys(sorted(listed), UNSEEN) | dict(trigger.alternatives)
    if listed and listed != trigger_words().sub_types(lemmas[at], upos):
        chances = {sub: chances[sub] for sub in sorted(listed)}
    if telling := telling_words().told_by(lemmas[at], upos):
        chances = {telling: 1.0}
    return max(chances, key=lambda sub: chances[sub] * (LISTED if sub in listed else 1))


def _of_anonymity(lemmas: list[str], at: int) -> bool:
    return any(tuple(lemmas[at + 1 : at + 1 + len(phrase)]) == phrase for phrase in ANONYMITY)


def _around(word: int, tree: Tree) -> tuple[list[str], int]:
    """Lemmas of the word's sentence, and its place among them."""
    sentence = tree.sentence(word)
    return [w.lemma for w in tree.words[sentence.first : sentence.last]], word - sentence.first


def _told_by_word(analysis: Analysis, tree: Tree) -> list[Trigger]:
    """Predicates that the engine takes for no trigger, but whose words alone name an event of one kind."""
    taken = {i for t in analysis.triggers if t.score >= LEAST_LISTED for i in range(t.first, t.last)}
    found: list[Trigger] = []
    for p in analysis.predicates:
        sub_type = _by_word_alone(p.index, tree) if p.index not in taken else None
        if sub_type:
            found.append(Trigger(p.index, p.index + 1, sub_type, WORD_ALONE, "news", 0.0, (), ((sub_type, 1.0),)))
    return found


def _by_word_alone(i: int, tree: Tree) -> str | None:
    word, governor = tree.words[i], tree.words[tree.words[i].head]
    if telling := telling_words().told_by(word.lemma, word.upos):
        return telling
    lemmas, at = _around(i, tree)
    listed = trigger_words().sub_types_at(lemmas, at, word.upos)
    if word.upos == "VERB" and "Movement of forces" in listed and _has_mover(i, tree):
        return "Movement of forces"
    in_phrase = word.upos == "VERB" and trigger_words().begins_phrase(lemmas, at)
    occurs = word.upos == "NOUN" and word.deprel == "nsubj" and governor.lemma in telling_words().occurring
    return next(iter(listed)) if (in_phrase or occurs) and len(listed) == 1 else None


def _has_mover(verb: int, tree: Tree) -> bool:
    return any(tree.words[k].lemma in MOVERS for k in tree.dependents(verb, "nsubj", "nsubj:pass"))


def _draft(trigger: Trigger, sub_type: str, analysis: Analysis, tree: Tree) -> Draft:
    roles: dict[str, list[Range]] = {role: [] for role in ROLES}
    sentence = tree.sentence(trigger.first)
    for a in trigger.arguments:
        if a.score >= LEAST_ROLE and sentence.first <= a.first and a.last <= sentence.last:
            roles[a.role].append((a.first, a.last))
    _add_propbank(roles, trigger, sub_type, analysis, tree)
    _add_subject(roles, trigger.first, tree)
    at = (trigger.first, trigger.last)
    return Draft(at, sub_type, trigger.score, trigger.status, [tree.clause(trigger.first)], roles)


def _add_propbank(
    roles: dict[str, list[Range]], trigger: Trigger, sub_type: str, analysis: Analysis, tree: Tree
) -> None:
    """PropBank's arguments where the event roles name nobody: A0 acts, A1 undergoes; their place and time as they are."""
    for p in analysis.predicates:
        if not trigger.first <= p.index < trigger.last or tree.words[p.index].upos != "VERB":
            continue
        for a in p.arguments:
            role = {"A0": "agent", "A1": "target", "TMP": "time", "LOC": "place"}.get(a.role)
            if role == "target" and (roles["victim"] or sub_type not in VIOLENT | {"Arrests"}):
                continue
            if role in ("agent", "target") and roles[role]:
                continue
            if role and not any(overlap((a.first, a.last), r) for r in roles[role]):
                roles[role].append((a.first, a.last))


def _add_subject(roles: dict[str, list[Range]], verb: int, tree: Tree) -> None:
    """The subject of a verb for whom neither the event roles nor PropBank name a doer or, in the passive, a sufferer."""
    if tree.words[verb].upos != "VERB":
        return
    for relation, role in (("nsubj", "agent"), ("nsubj:pass", "target")):
        taken = [r for some in (roles["agent"], roles["target"], roles["victim"]) for r in some]
        for k in tree.dependents(verb, relation):
            if not roles[role] and not any(r[0] <= k < r[1] for r in taken):
                roles[role].append(tree.subtree(k))


def _narrow_clauses(drafts: list[Draft], tree: Tree) -> None:
    """Where a sentence names several events, each keeps its own clause; where it names one, the whole sentence."""
    by_sentence: dict[int, list[Draft]] = {}
    for d in drafts:
        by_sentence.setdefault(tree.sentence(d.anchor).index, []).append(d)
    for index, some in by_sentence.items():
        s = tree.analysis.sentences[index]
        if len(some) == 1:
            some[0].clauses = [(s.first, s.last)]


def _fold_consequences(drafts: list[Draft], tree: Tree) -> list[Draft]:
    """"Killed", "wounded" and the like, said of an act that stands beside them in the sentence, are that act's toll."""
    kept: list[Draft] = []
    for d in drafts:
        if not is_consequence(tree.words[d.anchor].lemma):
            kept.append(d)
            continue
        act = _act_behind(d, drafts, tree)
        if act is None:
            kept.append(d)
            continue
        act.clauses.append(d.clause)
        for role in ("victim", "toll", "place", "time"):
            act.roles[role] += [r for r in d.roles[role] if not any(overlap(r, x) for x in act.roles[role])]
        act.roles["victim"] += [r for r in d.roles["target"] if not any(overlap(r, x) for x in act.roles["target"])]
        if not act.roles["agent"]:
            act.roles["agent"] = d.roles["agent"]
    return kept


def _act_behind(d: Draft, drafts: list[Draft], tree: Tree) -> Draft | None:
    sentence = tree.sentence(d.anchor).index
    for act in drafts:
        if act is d or tree.sentence(act.anchor).index != sentence or act.sub_type not in VIOLENT:
            continue
        if is_consequence(tree.words[act.anchor].lemma):
            continue
        linked = inside(d.trigger, tree.subtree(act.anchor)) or inside(act.trigger, tree.subtree(d.anchor))
        if linked or tree.clause_head(d.anchor) == tree.clause_head(act.anchor) or _chained(d, act, tree):
            return act
    return None


def _chained(d: Draft, act: Draft, tree: Tree) -> bool:
    """The two clauses hang on one another: "attacked …, killing …", "attacked … and killed …"."""
    a, b = tree.clause_head(d.anchor), tree.clause_head(act.anchor)
    return tree.words[a].head == b or tree.words[b].head == a
