"""Reports into incidents: shootings of ``semeval2018-t5``, and our own sample incidents of wars.

The samples (``incidents/open.txt``, ``sealed.txt``) are written by us, three to five accounts each in the voices
of different outlets, with the answers beside them in the format of ``../shared/scoring``; the sealed part is
scored on request and never looked into.
"""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks import incident_records, incident_scale, store_scale
from benchmarks.corpus import DATA, Score
from dateline.incidents import fuse
from dateline.model.incident import Incident
from dateline.model.record import plain
from dateline.model.report import Report, report_id
from dateline.run.coder import Coder

SAMPLES = Path(__file__).with_name("incidents")
PROGRAM = DATA.parent / "scoring" / "score_incidents.py"
REPORTS = 410
"""Reports of the dev part that are scored: some 190 incidents."""


def scores(coder: Coder, *, most: int | None = None) -> list[Score]:
    """Wars, then shootings, then time by size and of adding to a store."""
    out = wars(coder, "open")
    if most is None:
        out += shootings(coder, REPORTS) + incident_scale.scores() + store_scale.scores()
    return out


def wars(coder: Coder, part: str) -> list[Score]:
    """Our own incidents by the scoring program."""
    records = [coder.code(report) for report in samples(part)]
    stems = {record.report.id: record.report.ref for record in records}
    found = [plain(incident) for incident in fuse(records)]
    for incident in found:
        for member in incident["claims"]:
            member["report"] = stems[member["report"]]
    gold = json.loads((SAMPLES / f"{part}.json").read_text(encoding="utf-8"))
    told = _program().score(gold, found)
    corpus = f"own incidents of wars, {part}"
    contested = told["contested"]
    return [
        Score("reports into incidents", corpus, "B3 F1", 100 * told["reports_b3"]["f1"]),
        Score("reports into incidents", corpus, "pairwise F1", 100 * told["reports_pairwise"]["f1"]),
        Score("origins", corpus, "number right", 100 * told["independent_sources"]["accuracy"]),
        Score("contested fields", corpus, "recall", 100 * (contested["recall"] or 0)),
        Score("contested fields", corpus, "precision", 100 * (contested["precision"] or 0)),
        Score("killed, low to high", corpus, "exact", 100 * told["killed_range"]["accuracy"]),
    ]


def samples(part: str) -> list[Report]:
    """The accounts of a part of our samples."""
    text = (SAMPLES / f"{part}.txt").read_text(encoding="utf-8")
    found = []
    for block in re.split(r"^=== ", text, flags=re.MULTILINE)[1:]:
        head, _, body = block.partition("\n")
        stem, outlet, published = (cell.strip() for cell in head.split("|"))
        body = body.strip() + "\n"
        found.append(Report(report_id(body, outlet), stem, outlet, None, None, None, published, "en", body))
    return found


def shootings(coder: Coder, most: int) -> list[Score]:
    """The dev part: clustering of reports by their main incident, and the counts of killed and injured."""
    pairs = list(incident_records.coded(coder, "dev", most))
    gold = {record.report.id: incident for incident, record in pairs}
    found = fuse([record for _, record in pairs])
    main = main_incidents(found)
    program = _program()
    corpus = f"semeval2018-t5, own dev part ({len(gold)} reports)"
    out = [
        Score("reports into incidents", corpus, "B3 F1", 100 * program.b3(gold, main)["f1"], 85.0),
        Score("reports into incidents", corpus, "pairwise F1", 100 * program.pairs(gold, main)["f1"]),
    ]
    meta = {i["incident_id"]: i["meta"] for i in incident_records.incidents("dev") if i["meta"]}
    return out + [_counts(kind, gold, main, found, meta, corpus) for kind in ("killed", "injured")]


def main_incidents(found: Sequence[Incident]) -> dict[str, int]:
    """For each report the incident (by index) that holds most of its claims."""
    votes: dict[str, Counter[int]] = {}
    for k, incident in enumerate(found):
        for ref in incident.claims:
            votes.setdefault(ref.report, Counter())[k] += 1
    return {report: max(held, key=lambda k: (held[k], len(found[k].claims), -k)) for report, held in votes.items()}


def _counts(kind: str, gold: Mapping[str, str], main: Mapping[str, int], found: Sequence[Incident],
            meta: Mapping[str, Any], corpus: str) -> Score:  # fmt: skip
    """Share of gold incidents whose figure (best, else low, else none) is the corpus's."""
    right = total = 0
    for incident in sorted(set(gold.values()) & meta.keys()):
        homes = Counter(main[report] for report, i in gold.items() if i == incident and report in main)
        field = found[homes.most_common(1)[0][0]].fields.get(kind) if homes else None
        figure = 0 if field is None else next((n for n in (field.best, field.low) if n is not None), 0)
        right += figure == meta[incident][f"num_{kind}"]
        total += 1
    return Score(f"{kind} per incident", corpus, "exact", 100 * right / max(total, 1), 75.0)


def _program() -> Any:
    spec = importlib.util.spec_from_file_location("score_incidents", PROGRAM)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Write the open part as records for ``training.fusion``: ``python -m benchmarks.incidents OUT``."""
    gold = json.loads((SAMPLES / "open.json").read_text(encoding="utf-8"))["report_incident"]
    coder = Coder()
    with Path(sys.argv[1]).open("w", encoding="utf-8") as out:
        for report in samples("open"):
            item = {"part": "train", "incident": gold.get(report.ref, report.ref), "record": plain(coder.code(report))}
            out.write(json.dumps(item) + "\n")


if __name__ == "__main__":
    main()
