"""Records read back from JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from dateline.exports.json import to_json
from dateline.model.errors import SourceError
from dateline.model.parsing import is_record, record_of
from tests.records import EMPTY, RECORD


@pytest.mark.parametrize("record", [RECORD, EMPTY])
def test_a_record_survives_the_round_trip(record: Any) -> None:
    assert record_of(json.loads(to_json(record)), "x") == record


def test_fields_of_a_later_version_are_passed_over() -> None:
    value = json.loads(to_json(RECORD)) | {"later": 1}
    value["claims"][0]["later"] = {"a": 1}
    assert record_of(value, "x") == RECORD


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda v: v["claims"][0].pop("stance"), r"claims\[0\] lacks stance"),
        (lambda v: v["claims"][1].update(stance="sure"), r"claims\[1\]\.stance is 'sure'"),
        (lambda v: v["claims"][0]["event"].update(confidence="0.9"), r"event\.confidence"),
        (lambda v: v["claims"][0]["event"]["trigger"].update(text="gone"), "does not say 'gone'"),
        (lambda v: v.update(claims={}), "claims is no list"),
        (lambda v: v["claims"].append(None), "is no object"),
        (lambda v: v["report"].update(text=None), r"report\.text"),
    ],
)
def test_what_is_damaged_is_named(damage: Callable[[Any], Any], said: str) -> None:
    value = json.loads(to_json(RECORD))
    damage(value)
    with pytest.raises(SourceError, match=said) as caught:
        record_of(value, "claims.jsonl, line 3")
    assert "claims.jsonl, line 3" in str(caught.value)


def test_a_table_row_is_no_record() -> None:
    assert not is_record({"text": "…", "claims": 3})
    assert not is_record([])
    assert is_record(json.loads(to_json(RECORD)))
