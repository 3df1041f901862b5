"""Coded reports of ``semeval2018-t5`` with the incident that the corpus gives each, for learning and scoring.

The corpus tells of shootings in the United States. They are crimes, not conflict, so that the coder's gate of
relevance is held open for them. A half of the incidents, by the hash of their id, is our dev part; of each part
those come first that have another in the same town within a week (hard negatives), then those of several
reports. Written as JSON lines ``{"part", "incident", "record"}``: ``python -m benchmarks.incident_records OUT``.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import urlparse

from benchmarks.corpus import DATA, jsons
from dateline.model.record import Record, plain
from dateline.model.report import Report, report_id
from dateline.run.coder import Coder

_ARCHIVED = re.compile(r"/web/\d+/(.*)")
REPORTS = 900
"""Reports of both parts together that are coded."""


def incidents(part: str) -> list[dict[str, Any]]:
    """The corpus's incidents of ``part`` ("dev", "train"), hard negatives first."""
    every = [i for i in jsons(DATA / "semeval2018-t5" / "incidents.jsonl.gz") if (_hash(i) % 100 < 50) == (part == "dev")]
    hard = _hard(every)
    several = [i for i in every if i["incident_id"] not in hard and len(i["docs"]) > 1]
    return [i for i in every if i["incident_id"] in hard] + sorted(several, key=lambda i: hex(_hash(i))[::-1])


def _hash(incident: dict[str, Any]) -> int:
    return int(hashlib.sha256(incident["incident_id"].encode()).hexdigest(), 16)


def _hard(every: list[dict[str, Any]]) -> set[str]:
    towns = defaultdict(list)
    for i in every:
        if i["meta"]:
            day = datetime.strptime(i["meta"]["date"], "%B %d, %Y")
            towns[i["meta"]["state"], i["meta"]["city_or_county"]].append((day, i["incident_id"]))
    return {a for held in towns.values() for day, a in held for other, b in held if a != b and abs((day - other).days) <= 7}


def reports(part: str) -> Iterator[tuple[str, Report]]:
    """Incident id and report, each text once."""
    seen: set[str] = set()
    for incident in incidents(part):
        for doc in incident["docs"]:
            archived = _ARCHIVED.search(doc["uri"] or "")
            url = archived[1] if archived else doc["uri"]
            outlet = (urlparse(url or "").hostname or "").removeprefix("www.") or None
            key = report_id(doc["content"], outlet)
            if key not in seen:
                seen.add(key)
                title, dated = doc["title"], doc["dct"] or None
                yield incident["incident_id"], Report(key, doc["doc_id"], outlet, url, title, None, dated, "en", doc["content"])


def coded(coder: Coder, part: str, most: int) -> Iterator[tuple[str, Record]]:
    """The first ``most`` reports of ``part``, coded with the gate of relevance held open."""
    with patch("dateline.coding.coder.of_conflict", lambda drafts, *_: list(drafts)):
        for number, (incident, report) in enumerate(reports(part)):
            if number >= most:
                return
            yield incident, coder.code(report)


def main() -> None:
    """Write the records of both parts."""
    coder = Coder()
    with Path(sys.argv[1]).open("w", encoding="utf-8") as out:
        for part in ("train", "dev"):
            for incident, record in coded(coder, part, REPORTS // 2):
                out.write(json.dumps({"part": part, "incident": incident, "record": plain(record)}) + "\n")


if __name__ == "__main__":
    main()
