"""The desk benchmark must be sound in itself before anything is measured with it."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

DESK = Path(__file__).parents[2] / "benchmarks" / "desk"
ROWS = list(csv.DictReader((DESK / "reports.csv").read_text(encoding="utf-8").splitlines()))
STANCES = {"stated", "attributed", "alleged", "denied", "intended", "possible", "retracted"}


def gold_of(row: dict[str, str]) -> dict[str, Any]:
    path = DESK / row["part"] / "gold" / f"{row['stem']}.json"
    record: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return record


def spans(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if isinstance(value.get("start"), int):
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def test_every_report_is_listed_once_and_the_parts_are_equal() -> None:
    assert len(ROWS) == len({row["stem"] for row in ROWS}) == 60
    assert [sum(row["part"] == part for row in ROWS) for part in ("open", "sealed")] == [30, 30]
    assert sum(bool(gold_of(row).get("negative")) for row in ROWS) == 8


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["stem"])
def test_spans_repeat_the_text_and_references_hold(row: dict[str, str]) -> None:
    gold = gold_of(row)
    text = (DESK / row["part"] / "reports" / f"{row['stem']}.txt").read_text(encoding="utf-8")
    report = gold["report"]
    assert (report["text"], report["outlet"], report["published"]) == (text, row["outlet"], row["published"])
    body = {key: value for key, value in gold.items() if key != "report"}
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans(body))
    ids = [claim["id"] for claim in gold["claims"]]
    assert ids == [f"c{n}" for n in range(1, len(ids) + 1)]
    for claim in gold["claims"]:
        named = [cause["claim"] for cause in claim["causes"]] + [item["claim"] for item in claim["carried"]]
        assert set(named) | {claim.get("same_as", claim["id"])} <= set(ids)
        assert claim["stance"] in STANCES and claim["attribution"][0]["kind"] == "outlet"
    if gold.get("negative"):
        assert all(claim["background"] for claim in gold["claims"])
