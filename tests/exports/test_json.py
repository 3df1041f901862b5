"""JSON: the record as the codebook has it."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dateline.exports.json import Json, JsonLines, to_json
from tests.records import EMPTY, RECORD


def test_every_span_is_what_the_text_holds_there() -> None:
    record = json.loads(to_json(RECORD))
    text = record["report"]["text"]
    found = 0

    def check(value: object) -> None:
        nonlocal found
        if isinstance(value, dict):
            if set(value) == {"start", "end", "text"}:
                assert text[value["start"] : value["end"]] == value["text"]
                found += 1
            for inner in value.values():
                check(inner)
        elif isinstance(value, list):
            for inner in value:
                check(inner)

    check(record)
    assert found > 20


def test_one_is_an_object_and_many_are_a_list() -> None:
    one, many = Json(many=False), Json(many=True)
    assert json.loads(one.begin() + one.record(RECORD, first=True) + one.end())["claims"][0]["id"] == "c1"
    whole = many.begin() + many.record(RECORD, first=True) + many.record(EMPTY, first=False) + many.end()
    assert [len(record["claims"]) for record in json.loads(whole)] == [4, 0]
    assert json.loads(many.begin() + many.end()) == []


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_any_title_survives_on_one_line(title: str) -> None:
    line = JsonLines().record(replace(EMPTY, report=replace(EMPTY.report, title=title)), first=True)
    # JSON allows the Unicode line separators inside strings, but \n and \r never.
    assert line.count("\n") == 1
    assert "\r" not in line
    assert json.loads(line.encode("utf-8"))["report"]["title"] == title
