"""MUC-4: role fillers by CEAF-REE (Du, Rush and Cardie 2021a) and templates by CEAF-TF (Du, Rush and Cardie 2021b), on dev.

CEAF-REE aligns predicted and gold entities of a role one to one; a pair counts where every mention of the
predicted entity is a mention of the gold one. CEAF-TF aligns whole templates so that the matching slots are
most, the incident type being a slot.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, permutations
from typing import Any

from benchmarks.corpus import DATA, Counts, Score, jsons, prf, total
from dateline.knowledge.codebook import VIOLENT
from dateline.language.analyse import Analyser
from dateline.model.analysis import Analysis

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
Entities = list[list[str]]


INCIDENTS = {
    "Abduction/forced disappearance": "kidnapping",
    "Remote explosive/landmine/IED": "bombing",
    "Suicide bomb": "bombing",
    "Grenade": "bombing",
}
"""MUC-4's incident types of our sub-types; all others are its ``attack``."""


@dataclass(frozen=True)
class Template:
    """One incident of a document with the fillers of its slots, each by one mention."""

    incident_type: str
    slots: dict[str, list[str]]


def fill_templates(analysis: Analysis) -> list[Template]:
    """One template for the document where any slot is filled, else none.

    The first mention of a filler stands for it; a mention whose words are a part of one taken before is the same filler.
    """
    slots: dict[str, list[str]] = {role: [] for role in ROLES}
    for m in analysis.mentions:
        role = m.kind.removeprefix("filler:")
        if role in slots:
            words = analysis.span(m.first, m.last).text
            if not any(words in w or w in words for w in slots[role]):
                slots[role].append(words)
    if not any(slots.values()):
        return []
    kinds = Counter(INCIDENTS.get(t.sub_type, "attack") for t in analysis.triggers if t.sub_type in VIOLENT)
    return [Template(kinds.most_common(1)[0][0] if kinds else "attack", slots)]


def entity_hits(mine: Entities, gold: Entities) -> int:
    """Most one-to-one pairs in which the predicted mentions are all among the gold ones."""
    taken: dict[int, int] = {}

    def place(i: int, seen: set[int]) -> bool:
        for j, entity in enumerate(gold):
            if j not in seen and set(mine[i]) <= set(entity):
                seen.add(j)
                if j not in taken or place(taken[j], seen):
                    taken[j] = i
                    return True
        return False

    return sum(place(i, set()) for i in range(len(mine)))


def role_fillers(analyser: Analyser, most: int | None = None) -> dict[str, Counts]:
    """Hits, predicted and gold entities by role over the documents of dev."""
    counts = dict.fromkeys(ROLES, (0, 0, 0))
    for d in islice(jsons(DATA / "muc4/grit/dev.json.gz"), most):
        templates = fill_templates(analyser.analyse(d["doctext"]))
        for role in ROLES:
            gold = [[m[0] for m in entity] for entity in d["extracts"][role]]
            mine = _distinct([[f] for t in templates for f in t.slots[role]])
            hit = entity_hits(mine, gold)
            counts[role] = tuple(
                a + b for a, b in zip(counts[role], (hit, len(mine), len(gold)), strict=True)
            )  # type: ignore[assignment]
    return counts


def _distinct(entities: Entities) -> Entities:
    seen: set[str] = set()
    return [e for e in entities if not (e[0] in seen or seen.add(e[0]))]  # type: ignore[func-returns-value]


def template_scores(analyser: Analyser, most: int | None = None) -> tuple[int, int, int]:
    """Matching, predicted and gold slot fillers (incident type included) over dev, templates aligned for the most matches."""
    total = [0, 0, 0]
    for d in islice(jsons(DATA / "muc4/gtt/dev.json.gz"), most):
        mine = fill_templates(analyser.analyse(d["doctext"]))
        gold = [_gold(t) for t in d["templates"]]
        total[0] += _best_alignment(mine, gold)
        total[1] += sum(1 + sum(len(t.slots[r]) for r in ROLES) for t in mine)
        total[2] += sum(1 + sum(len(slots[r]) for r in ROLES) for _, slots in gold)
    return total[0], total[1], total[2]


def _gold(t: dict[str, Any]) -> tuple[str, dict[str, Entities]]:
    return t["incident_type"], {r: [[m[0] for m in e] for e in t[r]] for r in ROLES}


def _best_alignment(mine: Sequence[Template], gold: Sequence[tuple[str, dict[str, Entities]]]) -> int:
    value = [
        [
            (m.incident_type == kind)
            * (1 + sum(entity_hits([[f] for f in m.slots[r]], slots[r]) for r in ROLES))
            for kind, slots in gold
        ]
        for m in mine
    ]
    if not mine or not gold:
        return 0
    if len(mine) > len(gold):
        value = [list(column) for column in zip(*value, strict=True)]
    columns = range(len(value[0]))
    if len(value[0]) <= 6:
        return max(sum(value[i][j] for i, j in enumerate(p)) for p in permutations(columns, len(value)))
    used: set[int] = set()
    best = 0
    for row in value:
        j = max((j for j in columns if j not in used), key=lambda j: row[j])
        used.add(j)
        best += row[j]
    return best


def scores(analyser: Analyser, *, most: int | None = None) -> list[Score]:
    """All figures of this page, over the first ``most`` documents."""
    counts = role_fillers(analyser, most)
    out = [Score("role fillers", "muc4 dev", f"CEAF-REE {r}", prf(*c)[2]) for r, c in counts.items()]
    out.append(Score("role fillers", "muc4 dev", "CEAF-REE F1", prf(*total(counts))[2], 46.0, "GRIT on test: 54.5"))
    out.append(
        Score(
            "templates",
            "muc4 dev",
            "CEAF-TF F1",
            prf(*template_scores(analyser, most))[2],
            None,
            "GTT on test: 50.2",
        )
    )
    return out
