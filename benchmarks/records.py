"""Full records from whole documents: ISAF press releases and the Gun Violence Database, by what their labels ask for.

ISAF: a label is one operation: the kind of event, the province, its date, and how many were killed and
captured (at least). GVDB: victims killed and injured, and the town. Labels of both follow customs of their
own ("numerous" counts as 4, the leader is one of the captured, a count is of named victims), so that the
figures are to be compared with one another over time.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any

from benchmarks.corpus import DATA, Score, jsons, prf
from dateline.model.claim import Claim
from dateline.model.record import Record
from dateline.model.report import Report, report_id
from dateline.run.coder import Coder

_RELEASED = re.compile(r"\(\s*([A-Z][a-z]{2,8})\.? (\d{1,2})(?:, (\d{4}))?\s*\)")
_YEAR = re.compile(r"\b(20\d\d)-\d\d-[A-Z]{1,2}-\d+")


def report_of(text: str, published: str | None, outlet: str) -> Report:
    """A text of a corpus as a report."""
    return Report(report_id(text, outlet), outlet, outlet, None, None, None, published, "en", text)


def happened(record: Record) -> list[Claim]:
    """Claims of what took place now."""
    return [
        c
        for c in record.claims
        if c.polarity == "+" and not c.background and c.stance not in ("denied", "intended")
    ]


def total(claims: Iterable[Claim], kinds: frozenset[str]) -> int:
    """People of toll kinds ``kinds``, each event counted once, by its highest count."""
    by_event: Counter[str] = Counter()
    for claim in claims:
        count = sum(
            t.best or t.low or 0
            for t in claim.tolls
            if t.kind in kinds and not t.cumulative and t.part_of is None
        )
        by_event[claim.event_ref] = max(by_event[claim.event_ref], count)
    return sum(by_event.values())


KILLED, INJURED, DETAINED = frozenset({"killed"}), frozenset({"injured"}), frozenset({"detained"})


def isaf(coder: Coder, most: int | None = None) -> list[Score]:
    """Accuracy of the counts, the date and the province; F1 of the event types."""
    right: Counter[str] = Counter()
    hits = found = wanted = 0
    rows = list(islice(jsons(DATA / "isaf/isaf_dev.jsonl"), most))
    for row in rows:
        labels = row["labels"]
        claims = happened(coder.code(report_of(row["text"], release_date(row["text"]), "ISAF")))
        killed, captured = total(claims, KILLED), total(claims, DETAINED)
        types, gold = (
            event_types(claims, killed, captured),
            {t for e in labels["event_type"] for t in e.split(";")},
        )
        hits, found, wanted = hits + len(types & gold), found + len(types), wanted + len(gold)
        right["killed"] += killed == labels["min_killed"]
        right["captured"] += captured == labels["min_captured"]
        right["date"] += labels["start_date"] in {c.when.start for c in claims}
        right["province"] += _letters(labels["province"][0]) in provinces(claims)
    counts = [
        Score("full records", "isaf", f"accuracy, {name}", 100 * right[name] / len(rows))
        for name in ("killed", "captured", "date", "province")
    ]
    return [*counts, Score("full records", "isaf", "F1, event type", prf(hits, found, wanted)[2])]


def release_date(text: str) -> str | None:
    """The day in brackets after the place of issue, with the year of the release number where it has none."""
    told = _RELEASED.search(text)
    numbered = _YEAR.search(text)
    year = told and (told[3] or (numbered and numbered[1]))
    if not told or not year:
        return None
    for form in ("%b %d %Y", "%B %d %Y"):
        try:
            return (
                datetime.strptime(f"{told[1].replace('Sept', 'Sep')} {told[2]} {year}", form)
                .date()
                .isoformat()
            )
        except ValueError:
            continue
    return None


def event_types(claims: list[Claim], killed: int, captured: int) -> set[str]:
    """ISAF's types of what happened: people killed, captured or both, from the air, or civilians among the dead."""
    subs = {c.event.sub_type for c in claims}
    if any(t.kind == "killed" and t.who and "civilian" in t.who.lower() for c in claims for t in c.tolls):
        return {"civiliancasualty"}
    if "Air/drone strike" in subs and not captured and "Arrests" not in subs:
        return {"airstrike"}
    taken = bool(captured) or "Arrests" in subs
    if killed and taken:
        return {"captureandkill"}
    return {"insurgentskilled"} if killed else {"detention"} if taken else set()


def provinces(claims: list[Claim]) -> set[str]:
    """Names of provinces of the places, by letters alone."""
    named = {p.admin1 for c in claims for p in c.places} | {p.name for c in claims for p in c.places}
    return {_letters(name.removesuffix(" Province")) for name in named if name}


_SPELLINGS = {
    "paktia": "paktya",
    "paktiya": "paktya",
    "paktika": "paktika",
    "hilmand": "helmand",
    "urozgan": "uruzgan",
}


def _letters(name: str) -> str:
    plain = "".join(ch for ch in name.lower() if ch.isalpha())
    return _SPELLINGS.get(plain, plain)


def gvdb(coder: Coder, most: int | None = None) -> list[Score]:
    """Accuracy of the killed and injured, and how often any event is found and the town is among the places."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for text, gold in islice(_articles(), most):
        claims = happened(coder.code(report_of(text, None, "GVDB")))
        outcomes = [v["victim-was"] for v in gold["victim-section"]]
        answers = {
            "killed": total(claims, KILLED) == sum("killed" in o for o in outcomes),
            "injured": total(claims, INJURED) == sum("injured" in o and "killed" not in o for o in outcomes),
            "any event": bool(claims),
        }
        if town := gold["date-and-time"]["city"]["value"]:
            answers["town"] = any(town.lower() in p.text.lower() for c in claims for p in c.places)
        for name, is_right in answers.items():
            asked[name] += 1
            right[name] += is_right
    return [
        Score("full records", "gvdb dev", f"accuracy, {name}", 100 * right[name] / n)
        for name, n in asked.items()
    ]


def _articles() -> Iterator[tuple[str, dict[str, Any]]]:
    csv.field_size_limit(10_000_000)
    with gzip.open(DATA / "gvdb/dev.tsv.gz", "rt", encoding="utf-8") as f:
        for row in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE):
            title, text = row["Article title"], row["Full text"]
            # The corpus glues the headline to the first sentence.
            yield (
                (f"{title}\n\n{text[len(title) :]}" if text.startswith(title) else text),
                json.loads(row["Json"]),
            )


def scores(coder: Coder, *, most: int | None = None) -> list[Score]:
    """Both corpora, of each the first ``most`` documents."""
    return [*isaf(coder, most), *gvdb(coder, most)]
