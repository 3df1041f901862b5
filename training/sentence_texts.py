"""Whole sentences with one type each, for the readers that ``training.sentence_types`` trains.

PLOVER root codes of what a source does to a target: ZSP's PLV train set and the wordings of its codebook
(Hu et al. 2024), the PLOVER gold standard records (Open Event Data Alliance), and texts of our own. ACLED
sub-types of news snippets: CASE 2021 task 2 (Haneczok et al. 2021) and texts of our own.
"""

from __future__ import annotations

import csv
import json
import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from training.corpora.files import DATA, OWN, jsons, read_tsv
from training.corpora.written import locate

OWN_SENTENCES = Path(__file__).resolve().parent / "sentences"
"""``plover.jsonl`` (text, source, target, root) and ``snippets.jsonl`` (text, label), written for this project."""

ROOTS = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "COOPERATE",
    "AID",
    "YIELD",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
_ROOT_OF = {
    "CONCEDE": "YIELD",
    "RETREAT": "YIELD",
    "DEMAND": "REQUEST",
    "DISAPPROVE": "ACCUSE",
    "INVESTIGATE": "ACCUSE",
    "FIGHT": "ASSAULT",
}
"""PLOVER's other names, of earlier drafts and of the codebook's levels, as ZSP merges them."""

_PLANNED = {"1": "AGREE", "2": "AGREE", "4": "THREATEN"}
"""Root of what is not done but planned, by PLOVER's rules of modality (Hu et al. 2024, ``rootcode_modality``):
co-operation (pentacodes 1 and 2) and material conflict (4).
"""

SNIPPETS: dict[str, str] = {
    "ARMED_CLASH": "Armed clash",
    "GOV_REGAINS_TERIT": "Government regains territory",
    "NON_STATE_ACTOR_OVERTAKES_TER": "Non-state actor overtakes territory",
    "AIR_STRIKE": "Air/drone strike",
    "ART_MISS_ATTACK": "Shelling/artillery/missile attack",
    "REM_EXPLOS": "Remote explosive/landmine/IED",
    "SUIC_BOMB": "Suicide bomb",
    "GRENADE": "Grenade",
    "CHEM_WEAP": "Chemical weapon",
    "ATTACK": "Attack",
    "ABDUCT_DISSAP": "Abduction/forced disappearance",
    "SEX_VIOL": "Sexual violence",
    "PEACE_PROTEST": "Peaceful protest",
    "PROTEST_WITH_INTER": "Protest with intervention",
    "FORCE_AGAINST_PROTEST": "Excessive force against protesters",
    "VIOL_DEMONSTR": "Violent demonstration",
    "MOB_VIOL": "Mob violence",
    "AGREEMENT": "Agreement",
    "ARREST": "Arrests",
    "CHANGE_TO_GROUP_ACT": "Change to group/activity",
    "DISR_WEAP": "Disrupted weapons use",
    "HQ_ESTABLISHED": "Headquarters or base established",
    "PROPERTY_DISTRUCT": "Looting/property destruction",
    "NON_VIOL_TERRIT_TRANSFER": "Non-violent transfer of territory",
    "OTHER": "Other",
    "ORG_CRIME": "Organised crime",
    "NATURAL_DISASTER": "Natural disaster",
    "MAN_MADE_DISASTER": "Man-made disaster",
    "DIPLO": "Diplomacy",
    "ATTRIB": "Attribution of responsibility",
}
"""CASE 2021's labels and our names for them: ACLED's sub-types and five types beside them."""

MOST_WORDS = 60
"""Words of our own passages that are taken for snippets: longer ones tell of several events."""
_SNIPPET_OF = {"Accusation": "ATTRIB", "Talks": "DIPLO"} | {name: label for label, name in SNIPPETS.items()}


@dataclass(frozen=True)
class Sentence:
    """A text with ``root`` of (``source``, ``target``), offsets or ``None``, or with ``snippet``, CASE 2021's label."""

    text: str
    source: tuple[int, int] | None = None
    target: tuple[int, int] | None = None
    root: str | None = None
    snippet: str | None = None


def _related(text: str, source: str, target: str, root: str) -> Sentence | None:
    s, t = locate(text, source), locate(text, target)
    if s and t and s[0] <= t[0] < s[1]:
        # The target's words inside the source's are most likely another mention further on.
        further = text.find(target, s[1])
        t = (further, further + len(target)) if further >= 0 else t
    root = _ROOT_OF.get(root, root)
    return Sentence(text, s, t, root) if s and t and root in ROOTS else None


def zsp() -> list[Sentence]:
    """ZSP's PLV train rows, with source and target where the corpus marks them in the text."""
    found: list[Sentence] = []
    for row in csv.DictReader((DATA / "zsp/PLV_train.tsv").read_text(encoding="utf-8").splitlines(), delimiter="\t"):
        text, spans = unmark(row["marked_sentence"])
        found.append(Sentence(text, spans.get("s"), spans.get("t"), row["gold_root"]))
    return found


def unmark(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    """A text without ``<s>…</s>`` and ``<t>…</t>``, and the offsets of what stood between them."""
    text, opened, spans = "", dict[str, int](), dict[str, tuple[int, int]]()
    for piece in re.split(r"(</?[st]>)", marked):
        if re.fullmatch(r"<[st]>", piece):
            opened[piece[1]] = len(text)
        elif re.fullmatch(r"</[st]>", piece):
            spans.setdefault(piece[2], (opened.get(piece[2], 0), len(text)))
        else:
            text += piece
    return text, spans


def codebook_wordings(pairs: list[tuple[str, str]], rng: random.Random) -> Iterator[Sentence]:
    """ZSP's hypotheses ("<S> attacked <T>", "<S> threatened to attack <T>") with the names of ``pairs`` in them."""
    for row in [*read_tsv(DATA / "zsp/prompts/Full.txt"), *read_tsv(DATA / "zsp/prompts/Tree.txt")]:
        root = _ROOT_OF.get(row["rootcode"], row["rootcode"])
        planned = _PLANNED.get(row["pentacode"], root)
        for wording, code in ((row["past"], root), (row.get("future", ""), planned)):
            if code in ROOTS and "<S>" in wording and "<T>" in wording:
                source, target = rng.choice(pairs)[0], rng.choice(pairs)[1]
                words = wording.replace("<S>", f"<s>{source}</s>").replace("<T>", f"<t>{target}</t>") + "."
                text, spans = unmark(words)
                yield Sentence(text, spans["s"], spans["t"], code)


def gold_records() -> Iterator[Sentence]:
    """The PLOVER gold standard records that name one source and one target."""
    for r in json.loads((DATA / "plover/PLOVER_GSR_CAMEO.txt").read_text(encoding="utf-8")):
        named = [r[role][0].get("actorText") for role in ("source", "target") if isinstance(r.get(role), list) and r[role]]
        if len(named) == 2 and all(named):
            s = _related(r["text"], *named, r["event"])
            if s:
                yield s


def own_related() -> Iterator[Sentence]:
    """Our own sentences with source, target and root code."""
    for x in jsons(OWN_SENTENCES / "plover.jsonl"):
        s = _related(x["text"], x["source"], x["target"], x["root"])
        if s:
            yield s


def case2021() -> list[Sentence]:
    """The shared snippets, in the file's order."""
    rows = read_tsv(DATA / "case2021/task2_dev30.tsv")
    return [Sentence(r["EventSnippet"].strip('"'), snippet=r["SubType"]) for r in rows]


def own_snippets() -> Iterator[Sentence]:
    """Our own snippets, and our short passages by the type of the first event that is news."""
    for x in jsons(OWN_SENTENCES / "snippets.jsonl"):
        label = _SNIPPET_OF.get(x["label"], x["label"])
        if label in SNIPPETS:
            yield Sentence(x["text"], snippet=label)
    for path in sorted(OWN.glob("*.jsonl")):
        for x in jsons(path):
            labels = [_SNIPPET_OF.get(e["sub_type"]) for e in x["events"] if e["status"] == "news"]
            if labels and labels[0] and len(x["text"].split()) <= MOST_WORDS:
                yield Sentence(x["text"], snippet=labels[0])


def general(seed: int, related: Iterable[Sentence]) -> list[Sentence]:
    """Everything that is neither ZSP's nor CASE's; names for the codebook's wordings come from ``related``."""
    rng = random.Random(seed)
    pairs = [(s.text[slice(*s.source)], s.text[slice(*s.target)]) for s in related if s.source and s.target]
    wordings = [s for _ in range(2) for s in codebook_wordings(pairs, rng)]
    return [*wordings, *gold_records(), *own_related(), *own_snippets()]
