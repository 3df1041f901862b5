"""The desk benchmark: our own gold records, scored by the programs of ``../shared/scoring``.

The open part is measured by default; of the sealed part (``sealed=True``) only totals are ever shown.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.corpus import DATA, Score, jsons
from dateline.model.record import plain
from dateline.model.report import Report, report_id
from dateline.run.coder import Coder

DESK = Path(__file__).with_name("desk")
PROGRAM = DATA.parent / "scoring" / "score_claims.py"


def code_part(coder: Coder, part: str, out: Path) -> None:
    """Codes the reports of ``part`` (``open``, ``sealed``) into ``out/STEM.json``."""
    with (DESK / "reports.csv").open(encoding="utf-8") as f:
        rows = [row for row in csv.DictReader(f) if row["part"] == part]
    for row in rows:
        text = (DESK / part / "reports" / f"{row['stem']}.txt").read_text(encoding="utf-8")
        report = Report(
            report_id(text, row["outlet"]),
            row["stem"],
            row["outlet"],
            None,
            None,
            None,
            row["published"],
            "en",
            text,
        )
        (out / f"{row['stem']}.json").write_text(json.dumps(plain(coder.code(report))), encoding="utf-8")


def result(coder: Coder, part: str) -> dict[str, Any]:
    """What the scoring program says of ``part``."""
    with tempfile.TemporaryDirectory() as folder:
        code_part(coder, part, Path(folder))
        command = [
            sys.executable,
            str(PROGRAM),
            "--gold",
            str(DESK / part / "gold"),
            "--pred",
            folder,
            "--json",
        ]
        told: dict[str, Any] = json.loads(
            subprocess.run(command, check=True, capture_output=True, text=True).stdout
        )
    return told


def scores(coder: Coder, *, sealed: bool = False) -> list[Score]:
    """F1 by field, their mean, and how many reports without an event stayed without a claim."""
    part = "sealed" if sealed else "open"
    told = result(coder, part)
    corpus = f"own desk reports, {part}"
    out = [Score("claim records", corpus, "macro F1", 100 * told["macro_f1"])]
    out += [
        Score("claim records", corpus, f"F1, {name}", 100 * field["f1"])
        for name, field in told["fields"].items()
        if field["f1"] is not None
    ]
    negatives = told["negatives"]
    if negatives["reports"]:
        share = 100 * negatives["without_any_claim"] / negatives["reports"]
        out.append(Score("claim records", corpus, "reports without an event left empty", share))
    empty = _left_empty(coder, sealed=sealed)
    corpus = "own, not trained on" + (", sealed" if sealed else "")
    out.append(Score("texts without an event", corpus, "left without a claim", empty, 97.0))
    return out


def _left_empty(coder: Coder, *, sealed: bool) -> float:
    """Share in per cent of the texts in ``desk/no_event.jsonl``, of its open or its sealed part, that give no claim of news."""
    texts = [x["text"] for x in jsons(DESK / "no_event.jsonl") if x.get("sealed", False) == sealed]
    empty = 0
    for i, text in enumerate(texts):
        report = Report(report_id(text, None), f"no-event-{i}", None, None, None, None, None, "en", text)
        empty += all(claim.background for claim in coder.code(report).claims)
    return 100 * empty / len(texts)
