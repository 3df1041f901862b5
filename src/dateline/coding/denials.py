"""Denials that only point at what they deny: "X denied it", "rejected the accusation", "denied any involvement".

The denied event was told before, by someone else; the denial is a claim of its own, in the voice of whoever denies it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.coding.attribution.relation import Relation
from dateline.coding.draft import ROLES, Draft
from dateline.coding.tree import Range, Tree, inside, overlap
from dateline.coding.voice import Voices
from dateline.knowledge.attribution_words import attribution_words
from dateline.knowledge.codebook import CONTEXT, TYPE_OF, VIOLENT
from dateline.model.claim import Carried, Source, When

_POINTING = frozenset({"it", "this", "that", "which"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "it"})
_BACK = 3
"""Sentences over which a pronoun or "the accusation" reaches back."""
_FAR_BACK = 8
"""The same for a part in an event: "denied responsibility"."""
_OPENING = 9
"""Words behind the verb among which it points."""
_TELLABLE = frozenset({"Movement of forces", "Blockade", "Displacement", "Casualty count"})
"""Sub-types of ``Context`` that tell of something done; of a request or a threat nobody denies the content in this way."""
_ACCUSATIONS = frozenset({"accusation", "charge"})
_SCORE = 0.6


def no_accusations(drafts: Sequence[Draft], voices: Voices) -> list[Draft]:
    """The drafts without words of denial, and of what is denied, taken for accusations: "rejected the accusation"."""
    said = [span for r in voices.denials for span in (r.cue, *r.contents)]
    return [d for d in drafts if d.sub_type != "Accusation" or not any(overlap(d.trigger, span) for span in said)]


def find_denials(drafts: Sequence[Draft], voices: Voices, tree: Tree) -> list[Draft]:
    """A draft for each denial that names no event itself; it tells of the event that it denies."""
    found: list[Draft] = []
    for denial in voices.denials:
        if denial.source is None or any(_within(d, denial) for d in drafts if d.stance in ("denied", "retracted")):
            continue
        at = _pointer(denial, tree, apposed=voices.is_apposed(denial))
        if at is None:
            continue
        part = not _points_at_words(at, tree)
        denied = _denied(denial, at, drafts, voices, tree, part=part)
        if denied is not None:
            found.append(_draft(denied, (at, at + 1), tree))
    return found


def _within(d: Draft, denial: Relation) -> bool:
    return any(inside(d.trigger, c) for c in denial.contents)


def _pointer(denial: Relation, tree: Tree, *, apposed: bool) -> int | None:
    """The word among the contents that stands for what is denied; ``apposed`` to the clause that says it."""
    known = attribution_words()
    for first, last in denial.contents:
        for i in range(first, min(last, first + _OPENING)):
            word = tree.words[i]
            noun = word.upos == "NOUN" and word.text.lower() in known.denying_nouns | known.part_nouns
            noun = noun and (apposed or _points_back(i, tree))
            verb = word.lemma in known.parting_verbs and word.upos == "VERB"
            alone = word.text.lower() in _POINTING and word.upos in ("PRON", "DET") and _stands_alone(i, first, tree)
            if noun or verb or alone:
                return i
    return None


def _points_back(noun: int, tree: Tree) -> bool:
    """"The claim", "a role in the killing"; not "reports of X", "a part in smuggling", which say themselves what is denied."""
    behind = [w.text.lower() for w in tree.words[noun + 1 : noun + 3]]
    return not behind or behind[0] not in ("of", "that", "in", "for") or behind[-1] in _DEFINITE


def _stands_alone(i: int, first: int, tree: Tree) -> bool:
    """"Denied it", "denied this on Monday"; not "denied that …" and not "denied it had …"."""
    word = tree.words[i]
    return i == first and word.deprel in ("obj", "nsubj", "nsubj:pass", "obl", "iobj", "ccomp") and (
        tree.words[word.head].index < i or word.text.lower() == "which")


def _points_at_words(at: int, tree: Tree) -> bool:
    known = attribution_words()
    word = tree.words[at]
    return word.upos in ("PRON", "DET") or word.text.lower() in known.denying_nouns


def _denied(denial: Relation, at: int, drafts: Sequence[Draft], voices: Voices, tree: Tree, *, part: bool) -> Draft | None:
    """The event told last before the pointer by someone other than who denies it.

    Of the same voice an accusation goes before what else it told, and an act of the denier's own before acts of others.
    """
    here = tree.sentence(at).index
    denier = voices.sources_of(denial)
    told = [d for d in drafts if d.trigger[1] <= at and _deniable(d, denier, voices, part=part)]
    accusation = voices.accusation_before(at, _BACK) if tree.words[at].lemma in _ACCUSATIONS else None
    if accusation is not None:
        told = [d for d in told if accusation.covers(d.trigger)]
    back = 0 if voices.is_apposed(denial) else _FAR_BACK if part else _BACK
    for index in range(here, max(-1, here - back - 1), -1):
        nearest = [d for d in told if tree.sentence(d.anchor).index == index]
        if nearest:
            reach = nearest if tree.words[at].upos in ("PRON", "DET") else [*nearest, *_of_voice(nearest[-1], told, here, tree)]
            return max(reach, key=lambda d: (_accused(d, denier), d.stance == "alleged", d.stance == "attributed", d in nearest,
                                             -_depth(d, tree), -d.anchor))
        if not part and index < here and voices.says_something(index, denial):
            return None
    return None


def _of_voice(nearest: Draft, told: Sequence[Draft], here: int, tree: Tree) -> list[Draft]:
    return [d for d in told if here - tree.sentence(d.anchor).index <= _BACK and _voice(d) == _voice(nearest)]


def _accused(d: Draft, denier: Sequence[Source]) -> bool:
    """Whether who denies it did it, as it is told."""
    names = {s.name for s in denier} | {s.actor for s in denier if s.actor}
    kin = {s.name.split()[0] for s in denier if s.name and s.name[:1].isupper()}
    doers = [p for p in d.participants if p.role == "agent" or (p.role == "party" and p.side == 1)]
    return any(p.name in names or p.actor in names or p.name.split()[0] in kin for p in doers)


def _deniable(d: Draft, denier: Sequence[Source], voices: Voices, *, part: bool) -> bool:
    if d.background or d.stance in ("intended", "denied", "retracted") or voices.takes_for_granted(d):
        return False
    if TYPE_OF[d.sub_type] == CONTEXT and d.sub_type not in _TELLABLE:
        return False
    return not _voice(d) & {s.name for s in denier} and (not part or d.sub_type in VIOLENT)


def _voice(d: Draft) -> frozenset[str | None]:
    """Names of those who vouch for the draft, none where it is the outlet."""
    deepest = max(s.level for s in d.chain)
    return frozenset(s.name for s in d.chain if s.level == deepest and s.level)


def _depth(d: Draft, tree: Tree) -> int:
    return sum(1 for _ in tree.ancestors(d.anchor))


def _draft(denied: Draft, at: Range, tree: Tree) -> Draft:
    told = tree.analysis.span(*denied.trigger)
    doers = [p for p in denied.participants if p.role == "agent" or (p.role == "party" and p.side == 1)]
    sentence = tree.sentence(at[0])
    return replace(
        denied, trigger=at, score=_SCORE, clauses=[(sentence.first, sentence.last)], roles={role: [] for role in ROLES},
        participants=doers, weapons=[], tolls=[], places=[], when=When(), causes=[], triggers=[],
        carried=[Carried("participants", None, told)] if doers else [],
    )
