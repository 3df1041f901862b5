"""Triggers become drafts: one for each event that a sentence names."""

from __future__ import annotations

from dateline.coding.draft import ROLES, Draft
from dateline.coding.folding import fold_consequences, fold_same_acts
from dateline.coding.frames import actor_noun, frame_of, leaves_harmed, objects, subjects
from dateline.coding.tree import Range, Tree, overlap
from dateline.knowledge.codebook import VIOLENT
from dateline.knowledge.codebook.frames import NOTHING
from dateline.knowledge.codebook.references import ANONYMITY, EVENT_OF, MOVERS
from dateline.knowledge.codebook.telling import telling_words
from dateline.knowledge.codebook.triggers import trigger_words
from dateline.knowledge.toll_words import is_consequence, toll_words
from dateline.model.analysis import Analysis, Trigger

LEAST_TRIGGER = 0.4
"""Probability of a trigger below which no claim is made."""
LEAST_LISTED = 0.2
"""The same for a word that the codebook lists."""
WORD_ALONE = 0.3
"""Score of an event that a word names wherever it stands, where the engine sees none."""
FRAMED = 0.5
"""Score of an event that a word names together with what it is done to, where the engine sees none."""
LISTED = 16.0
"""How much likelier a sub-type is for a word that the codebook lists under it."""
UNSEEN = 0.01
"""Probability of a sub-type that is not among the engine's likeliest."""
LEAST_ROLE = 0.35
"""Probability of a role span below which it is not used."""


def find_candidates(analysis: Analysis, tree: Tree) -> list[Draft]:
    """Drafts in text order, each with its clause and the word ranges of its roles."""
    frames = {w.index: sub for w in analysis.words if (sub := frame_of(w.index, tree)) is not None}
    triggers = [*analysis.triggers, *_told_by_word(analysis, tree, frames)]
    drafts = [_draft(t, sub_type, analysis, tree) for t in triggers if (sub_type := _sub_type(t, tree, frames))]
    drafts.sort(key=lambda d: d.trigger)
    _leave_to_others(drafts, tree)
    _narrow_clauses(drafts, tree)
    drafts = fold_same_acts(fold_consequences(drafts, frames, tree), frames, tree)
    _give_to_asked(drafts, tree)
    return _willed(drafts, tree)


def _sub_type(trigger: Trigger, tree: Tree, frames: dict[int, str]) -> str | None:
    """What the trigger names: what its frame says, else the engine's likeliest sub-type, weighed by the codebook's lists.

    A word that the engine only half sees names an event where the codebook lists it, and none otherwise.
    """
    head = tree.head_of((trigger.first, trigger.last))
    if _of_anonymity(head, tree) or _asks_who(head, tree) or _is_quality(head, tree) or _is_ended(head, tree):
        return None
    framed = frames.get(head)
    if framed is not None or _describes_a_thing(head, tree):
        return framed or None
    lemmas, at = _around(head, tree)
    upos = tree.words[head].upos
    if trigger_words().names_nothing(lemmas, at, upos):
        return None
    listed = trigger_words().sub_types_at(lemmas, at, upos)
    if trigger.score < (LEAST_LISTED if listed else LEAST_TRIGGER):
        return None
    chances = dict.fromkeys(sorted(listed), UNSEEN) | dict(trigger.alternatives)
    if listed and listed != trigger_words().sub_types(lemmas[at], upos):
        chances = {sub: chances[sub] for sub in sorted(listed)}
    if telling := telling_words().told_by(lemmas[at], upos):
        chances = {telling: 1.0}
    if leaves_harmed(head, tree):
        return "Casualty count"
    return max(chances, key=lambda sub: chances[sub] * (LISTED if sub in listed else 1))


def _describes_a_thing(i: int, tree: Tree) -> bool:
    """"Attack helicopters", "bombing suspects", "the peace talks anniversary": a noun that only says which kind of thing."""
    word = tree.words[i]
    head = tree.words[word.head]
    if word.upos != "NOUN" or word.deprel != "compound" or head.upos != "NOUN" or head.index < i:
        return False
    if head.lemma in toll_words().wounds:  # "blast injuries"
        return True
    return not trigger_words().sub_types(head.lemma, "NOUN") and head.lemma not in EVENT_OF


def _of_anonymity(i: int, tree: Tree) -> bool:
    """"Asked not to be named for fear of reprisals": the word asks for anonymity, or gives the reason for it."""
    seen: set[int] = set()
    while i not in seen:
        lemmas, at = _around(i, tree)
        if any(tuple(lemmas[at + 1 : at + 1 + len(phrase)]) == phrase for phrase in ANONYMITY):
            return True
        seen.add(i)
        i = tree.words[i].head
    return False


def _is_quality(i: int, tree: Tree) -> bool:
    """"Displaced people", "the recaptured town": a participle that only describes, and no one's harm."""
    word = tree.words[i]
    return word.upos == "VERB" and word.deprel == "amod" and not is_consequence(word.lemma)


def _is_ended(i: int, tree: Tree) -> bool:
    """"Demanded an end to attacks": none is told of."""
    word = tree.words[i]
    to = any(tree.words[k].text.lower() == "to" for k in tree.dependents(i, "case"))
    return word.upos == "NOUN" and to and tree.words[word.head].lemma in ("end", "halt", "stop")


def _asks_who(verb: int, tree: Tree) -> bool:
    """"It was not clear who had fired them": a question, which tells of no event."""
    asked = tree.words[verb].deprel in ("ccomp", "csubj", "advcl") and tree.words[verb].upos == "VERB"
    return asked and any(tree.words[k].text.lower() in ("who", "what") for k in tree.dependents(verb, "nsubj"))


def _around(word: int, tree: Tree) -> tuple[list[str], int]:
    """Lemmas of the word's sentence, and its place among them."""
    sentence = tree.sentence(word)
    return [w.lemma for w in tree.words[sentence.first : sentence.last]], word - sentence.first


def _told_by_word(analysis: Analysis, tree: Tree, frames: dict[int, str]) -> list[Trigger]:
    """Words that the engine takes for no trigger, but which name an event of one kind alone or by their frame."""
    taken = {i for t in analysis.triggers for i in range(t.first, t.last) if t.score >= LEAST_LISTED or i in frames}
    found = [_seen(i, sub, FRAMED) for i, sub in frames.items() if sub != NOTHING and i not in taken]
    for w in analysis.words:
        sub_type = _by_word_alone(w.index, tree) if w.index not in taken and w.index not in frames else None
        if sub_type:
            found.append(_seen(w.index, sub_type, WORD_ALONE))
    return found


def _seen(i: int, sub_type: str, score: float) -> Trigger:
    return Trigger(i, i + 1, sub_type, score, "news", 0.0, (), ((sub_type, 1.0),))


def _by_word_alone(i: int, tree: Tree) -> str | None:
    word, governor = tree.words[i], tree.words[tree.words[i].head]
    if word.upos not in ("VERB", "NOUN") or word.deprel == "amod" or _asks_who(i, tree):
        return None
    if _tells_a_killing(i, tree):
        return "Attack"
    if telling := telling_words().told_by(word.lemma, word.upos):
        return None if _describes_a_thing(i, tree) else telling
    lemmas, at = _around(i, tree)
    listed = trigger_words().sub_types_at(lemmas, at, word.upos)
    if word.upos == "VERB" and "Movement of forces" in listed and _has_mover(i, tree):
        return "Movement of forces"
    in_phrase = word.upos == "VERB" and trigger_words().begins_phrase(lemmas, at)
    occurs = word.upos == "NOUN" and word.deprel == "nsubj" and governor.lemma in telling_words().occurring
    return next(iter(listed)) if (in_phrase or occurs) and len(listed) == 1 else None


def _tells_a_killing(verb: int, tree: Tree) -> bool:
    """"Gunmen killed two traders": a verb of killing that someone armed does, so that it is no mere toll of another act."""
    word = tree.words[verb]
    if word.upos != "VERB" or word.xpos == "VBG" or toll_words().transitive.get(word.lemma) != "killed":
        return False
    doers = (actor_noun(k, tree) for k in subjects(verb, tree))
    return bool(objects(verb, tree)) and any(noun is not None and noun.armed for noun in doers)


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


def _leave_to_others(drafts: list[Draft], tree: Tree) -> None:
    """Takes from each draft the targets and victims that are the object of another draft's verb and hang nowhere on its own."""
    verbs = {d.anchor for d in drafts if tree.words[d.anchor].upos == "VERB"}
    for d in drafts:
        for role in ("target", "victim"):
            d.roles[role] = [r for r in d.roles[role] if not _done_to_by_another(tree.head_of(r), d, verbs, tree)]


def _done_to_by_another(head: int, d: Draft, verbs: set[int], tree: Tree) -> bool:
    word = tree.words[head]
    direct = word.deprel in ("obj", "nsubj:pass") and word.head in verbs and word.head != d.anchor
    return direct and tree.words[d.anchor].upos == "NOUN" and not is_consequence(tree.words[word.head].lemma)


def _give_to_asked(drafts: list[Draft], tree: Tree) -> None:
    """What is asked for is for those to do who are asked: "sought air cover from the coalition"."""
    for d in drafts:
        above = {w.index for w in tree.ancestors(d.anchor)}
        for request in drafts:
            words = {i for t in (request.trigger, *request.triggers) for i in range(*t)}
            if request.sub_type == "Request" and d.sub_type in VIOLENT and above & words and not d.roles["agent"]:
                d.roles["agent"] = list(request.roles["target"])


def _narrow_clauses(drafts: list[Draft], tree: Tree) -> None:
    """Where a sentence names several events, each keeps its own clause; where it names one, the whole sentence."""
    by_sentence: dict[int, list[Draft]] = {}
    for d in drafts:
        by_sentence.setdefault(tree.sentence(d.anchor).index, []).append(d)
    for index, some in by_sentence.items():
        s = tree.analysis.sentences[index]
        if len(some) == 1:
            some[0].clauses = [(s.first, s.last)]


def _willed(drafts: list[Draft], tree: Tree) -> list[Draft]:
    """Without those that name an accident or tell of deaths by one: a crash, a flood, a fall."""
    named = telling_words().accidents
    drafts = [d for d in drafts if tree.words[d.anchor].upos != "NOUN" or tree.words[d.anchor].lemma not in named]
    acts = {tree.sentence(d.anchor).index for d in drafts if not is_consequence(tree.words[d.anchor].lemma)}
    return [d for d in drafts if tree.sentence(d.anchor).index in acts or not by_accident(d.anchor, tree)]


def by_accident(i: int, tree: Tree) -> bool:
    """True where the sentence of word ``i`` names an accident or a disaster."""
    s = tree.sentence(i)
    return any(w.lemma in telling_words().accidents for w in tree.words[s.first : s.last])
