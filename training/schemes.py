"""What each head predicts: label inventories and the group of heads (own last encoder layer) that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.knowledge.codebook import SUB_TYPES

SYNTAX, FRAMES, EVENTS, NAMES, SPEECH = GROUPS = "syntax", "frames", "events", "names", "speech"
LOCAL = SYNTAX, FRAMES, EVENTS
"""Groups that read each sentence for itself; the others let it see its neighbours in their own layers."""

CHAINED = ("attribution",)
"""Heads that also learn which label follows which: their spans are long, and soon read in pieces."""

UPOS = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split()
XPOS = (
    "NN IN DT NNP JJ NNS PRP . , RB VB CC VBD VBN TO VBP VBZ VBG CD MD PRP$ HYPH `` '' : WP WDT WRB POS -RRB- -LRB- "
    "UH RP JJR JJS NNPS RBR EX NFP GW PDT RBS $ ADD FW XX LS SYM WP$ AFX"
).split()
DEPREL = (
    "acl acl:relcl advcl advcl:relcl advmod amod appos aux aux:pass case cc cc:preconj ccomp compound compound:prt conj "
    "cop csubj csubj:pass csubj:outer dep det det:predet discourse dislocated expl fixed flat goeswith iobj list mark "
    "nmod nmod:poss nmod:unmarked nmod:desc nsubj nsubj:pass nsubj:outer nummod obj obl obl:agent obl:unmarked "
    "orphan parataxis punct reparandum root vocative xcomp"
).split()
ROLES = (
    "A0 A1 A2 A3 A4 A5 LOC TMP MNR CAU PRP ADV DIR GOL NEG MOD DIS EXT COM ADJ PRD LVB PRR R-A0 R-A1 R-LOC R-TMP".split()
)
"""PropBank arguments that the shipped head predicts (``R-``: relative pronouns); the rest are read as no argument."""

MENTIONS = (
    "Organisation Location Person Nationality Temporal Quantity Weapon MilitaryPlatform Vehicle DocumentReference Money"
).split()
NAME_TYPES = "PER LOC ORG MISC".split()
ATTRIBUTION = "source cue content".split()
FILLERS = "PerpInd PerpOrg Target Victim Weapon".split()
TOPONYMS = "literal associative".split()
EVENT_ROLES = "agent target victim place time weapon toll".split()
CAUSALITY = "cause effect signal".split()
STATUSES = "news intended denied possible background".split()


def bio(labels: list[str]) -> list[str]:
    """``O`` and a ``B-`` and an ``I-`` tag for each label."""
    return ["O"] + [f"{p}-{label}" for label in labels for p in "BI"]


@dataclass(frozen=True)
class Head:
    """One classifier over words (or, with ``pair``, over words given a predicate)."""

    name: str
    group: str
    labels: list[str]
    weight: float = 1.0


def word_heads(lemma_scripts: list[str]) -> list[Head]:
    """Heads that give each word a label."""
    return [
        Head("upos", SYNTAX, UPOS, 0.5),
        Head("xpos", SYNTAX, XPOS, 0.5),
        Head("lemma", SYNTAX, lemma_scripts, 0.3),
        Head("predicate", FRAMES, ["O", "predicate"]),
        Head("mention", NAMES, bio(MENTIONS)),
        Head("name", NAMES, bio(NAME_TYPES)),
        Head("filler", NAMES, bio(FILLERS)),
        Head("toponym", NAMES, bio(TOPONYMS)),
        Head("attribution", SPEECH, bio(ATTRIBUTION)),
        Head("loaded", EVENTS, ["O", "loaded"], 0.5),
        Head("loaded_sentence", EVENTS, ["O", "loaded"], 0.5),
        Head("causality", FRAMES, bio(CAUSALITY)),
        Head("causal_sentence", FRAMES, ["O", "causal"], 0.5),
        Head("trigger", EVENTS, bio(SUB_TYPES), 3.0),
        Head("conflict", EVENTS, ["O", "conflict"], 0.5),
        Head("status", EVENTS, STATUSES),
    ]


def pair_heads() -> list[Head]:
    """Heads that give each word a label in respect of one predicate, trigger or cue."""
    return [
        Head("role", FRAMES, bio(ROLES), 1.5),
        Head("event_role", EVENTS, bio(EVENT_ROLES), 2.0),
        Head("cue_role", SPEECH, bio(["source", "content"])),
    ]
