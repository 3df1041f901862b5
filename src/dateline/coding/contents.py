"""What is asked for, ordered or threatened is a claim of its own only if it would be an event of ACLED's."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.draft import Draft
from dateline.coding.frames import objects
from dateline.coding.tree import Tree
from dateline.knowledge.codebook import CONTEXT, TYPE_OF
from dateline.knowledge.codebook.references import CONDUCT, PUBLIC

_SPEECH = frozenset({"Request", "Order", "Threat", "Call to arms", "Accusation", "Talks"})


def without_mere_contents(drafts: Sequence[Draft], tree: Tree) -> list[Draft]:
    """The drafts without those of ``Context`` that are only the content of a speech act: "asked it to send troops"."""
    speech = {d.anchor for d in drafts if d.sub_type in _SPEECH}
    return [d for d in drafts if not (_willed(d) and _governed(d, speech, tree)) and not _to_the_public(d, tree)]


def _to_the_public(d: Draft, tree: Tree) -> bool:
    """"Urged residents to stay indoors": what authorities ask of the public for its own good is no request to a party."""
    if d.sub_type != "Request":
        return False
    asked = {tree.words[k].lemma for k in [*objects(d.anchor, tree), *tree.dependents(d.anchor, "obl")]}
    below = [k for k in tree.dependents(d.anchor, "xcomp", "ccomp", "advcl") if tree.dependents(k, "mark")]
    said = {tree.words[c].lemma for k in below for c in (k, *tree.dependents(k, "cop"))}
    return bool(asked & PUBLIC) and bool(said) and said <= CONDUCT


def _willed(d: Draft) -> bool:
    return d.stance in ("intended", "possible") and TYPE_OF[d.sub_type] == CONTEXT


def _governed(d: Draft, speech: set[int], tree: Tree) -> bool:
    return any(w.index in speech and w.index != d.anchor for w in tree.ancestors(d.anchor))


def asked_by(drafts: Sequence[Draft], tree: Tree) -> dict[str, str]:
    """The speech act of which each intended act is the content, by claim: a cause told of the one is that of the other."""
    found: dict[str, str] = {}
    for d in drafts:
        above = {w.index for w in tree.ancestors(d.anchor)}
        for act in drafts:
            said = {i for t in (act.trigger, *act.triggers) for i in range(*t)}
            if d.stance == "intended" and act.sub_type in _SPEECH and act is not d and above & said:
                found[d.id] = act.id
    return found
