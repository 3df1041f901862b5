"""When an event took place: the time that its own words give, that of a verb beside it, or one carried over and marked so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import takewhile

from dateline.coding.dateline import dateline_end
from dateline.coding.draft import Draft
from dateline.coding.time_anchors import anchor_of
from dateline.coding.tree import Tree, inside, overlap
from dateline.coding.when import resolve_time
from dateline.knowledge.codebook.references import DEVICES
from dateline.model.analysis import Analysis
from dateline.model.claim import Carried, When
from dateline.model.times import TimeExpression

LONGEST_HEADING = 6
"""Words of a sentence that is no more than a date and its punctuation."""
OF_THE_DAY = re.compile(
    r"\b(?:noon|midday|midnight|dawn|dusk|sunrise|sunset|morning|afternoon|evening|night|hours? (?:later|earlier)"
    r"|same day|that day|[ap]\.?m|GMT|\d:\d\d)\b",
    re.IGNORECASE,
)
"""Words that place an event within a day already told."""
_ASKING = frozenset({"Order", "Request", "Call to arms", "Threat", "Accusation"})
"""Speech acts: a time in what is asked for is no time of the asking."""
_AHEAD = frozenset({"will", "shall", "’ll", "'ll"})
_OF_ANOTHER = 9


def read_time(draft: Draft, others: Sequence[Draft], analysis: Analysis, tree: Tree, published: date | None,
              speech: frozenset[int]) -> None:
    """The time that the event's own words give, else one of its sentence that belongs to no other event or speech act."""
    s = tree.sentence(draft.anchor)
    begin = max(s.start, dateline_end(analysis.text))
    here = [t for t in analysis.times if begin <= t.span.start < s.end]
    ranked = sorted((_claim_on(t, draft, others, analysis, tree, speech), i) for i, t in enumerate(here))
    for i in (i for rank, i in ranked if rank < _OF_ANOTHER):
        anchor = anchor_of(here[i], analysis, tree, published, speech)
        when = resolve_time(here[i], published, future=_lies_ahead(here[i], draft, tree), anchor=anchor)
        if when.basis or draft.when.span is None:
            draft.when = when
        if when.basis:
            return


def head_time(draft: Draft, analysis: Analysis, tree: Tree, published: date | None) -> When | None:
    """The date that heads the draft's paragraph by itself ("3 June. Fighters raided …"), as a time carried over.

    Also that of the dateline, where the draft's own words tell no more than the hour.
    """
    s = tree.sentence(draft.anchor)
    heading = next((h for h in analysis.sentences if h.paragraph == s.paragraph), s)
    begin, end = heading.start, heading.end
    if heading is s or heading.last - heading.first > LONGEST_HEADING:
        if not (draft.when.text and OF_THE_DAY.search(draft.when.text)):
            return None
        begin, end = 0, dateline_end(analysis.text)
    here = [t for t in analysis.times if begin <= t.span.start < end]
    when = resolve_time(here[0], published) if here else When()
    return carried_when(when) if when.start else None


def carry_times(drafts: Sequence[Draft]) -> None:
    """A claim without a date takes that of its event, or, told by the clock alone, that of the claim before; and says so."""
    for i, d in enumerate(drafts):
        if d.when.start:
            continue
        dated = [o for o in drafts if o.when.start and o.when.basis != "context"]
        source = next((o for o in dated if o.event == d.event), None)
        if source is None and d.when.text and OF_THE_DAY.search(d.when.text):
            source = next((o for o in reversed(drafts[:i]) if o.when.start), None)
        if source and (source.event == d.event or d.when.text):
            d.when = carried_when(source.when)
            d.carried.append(Carried("when", source.id, source.when.span))


def carried_when(source: When) -> When:
    """The same interval, as the time of an event that the claim belongs to."""
    return When(source.start, source.end, source.time_precision, source.date_prec, source.text, source.span, "context")


def _lies_ahead(t: TimeExpression, draft: Draft, tree: Tree) -> bool:
    """The sentence tells of a plan: the draft is one, "they will come on Friday", "leaders meet on Wednesday for talks".

    Of what the event itself did ("talks collapsed in January") it does not lie ahead.
    """
    at = tree.analysis.words_at(t.span.start, t.span.end)
    verb = tree.clause_head(tree.head_of(at))
    planned = any(tree.words[k].text.lower() in _AHEAD for k in tree.dependents(verb, "aux", "aux:pass"))
    meeting = draft.sub_type == "Talks" and tree.words[verb].xpos in ("VBP", "VBZ") and tree.words[verb].upos == "VERB"
    happened = tree.words[verb].xpos == "VBD" and draft.anchor < verb
    return (draft.status == "intended" and not happened) or planned or meeting


def _claim_on(
    t: TimeExpression, draft: Draft, others: Sequence[Draft], analysis: Analysis, tree: Tree, speech: frozenset[int]
) -> int:
    """Smaller is closer; 9 means that the time is told of something else."""
    at = analysis.words_at(t.span.start, t.span.end)
    verb = tree.clause_head(tree.head_of(at))
    participle = tree.words[verb].deprel == "acl" and tree.words[verb].xpos == "VBN"
    if (participle and _describes_another(verb, draft, tree)) or _is_asked_for(verb, draft, tree):
        return _OF_ANOTHER
    if any(overlap(at, r) for r in draft.roles["time"]):
        return 0
    owners = [d for d in others if d is not draft and any(overlap(at, r) for r in d.roles["time"])]
    if owners and not any(_coordinated(draft, d, tree) for d in owners):
        return _OF_ANOTHER
    if verb in speech:
        return _OF_ANOTHER
    if owners:
        return 1 if draft.anchor < at[0] < owners[0].anchor else 4
    if verb == tree.clause_head(draft.anchor):
        return 1
    if _describes_another(verb, draft, tree):
        return _OF_ANOTHER
    if any(inside(at, c) for c in draft.clauses):
        return 2
    rivals = [d for d in others if d is not draft and any(inside(at, c) for c in d.clauses)]
    return _OF_ANOTHER if rivals else 3


def _coordinated(draft: Draft, other: Draft, tree: Tree) -> bool:
    """"Attacked X on Monday and burned Y": two verbs of one subject, which share the time that stands with either."""
    first, second = sorted((tree.clause_head(draft.anchor), tree.clause_head(other.anchor)))
    joined = tree.words[second].deprel == "conj" and tree.words[second].head == first
    verbs = tree.words[first].upos == tree.words[second].upos == "VERB"
    both = joined and verbs and draft.status == other.status
    # The words and not the tree tell of a subject of its own, which the parser likes to hang on the first verb.
    return both and all(w.upos == "ADV" for w in takewhile(lambda w: w.upos != "CCONJ", reversed(tree.words[first:second])))


def _is_asked_for(verb: int, draft: Draft, tree: Tree) -> bool:
    """The time stands in what a speech act asks for: "ordered shops to close on Thursday"."""
    below = tree.words[verb].deprel in ("xcomp", "ccomp", "advcl", "acl") and verb != draft.anchor
    return draft.sub_type in _ASKING and below and any(w.index == draft.anchor for w in tree.ancestors(verb))


def _describes_another(verb: int, draft: Draft, tree: Tree) -> bool:
    """The time stands in a clause that describes something: "accused them of breaking the truce agreed in 2024"."""
    word = tree.words[verb]
    if word.deprel not in ("acl", "acl:relcl") or tree.words[word.head].lemma in DEVICES:
        return False
    named = {i for first, last in (draft.trigger, *draft.triggers) for i in range(first, last)}
    first, last = tree.subtree(verb)
    return word.head not in named and not named & set(range(first, last))
