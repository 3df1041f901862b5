"""Denials that only point at what they deny are claims of their own, of the event that was told before."""

from __future__ import annotations

from functools import cache

import pytest

from dateline.language.network import WEIGHTS
from dateline.model.record import Record
from dateline.model.report import Report, report_id
from dateline.run.coder import Coder

pytestmark = pytest.mark.skipif(not (WEIGHTS / "encoder.onnx").exists(), reason="the engine's weights are not here")


@cache
def coder() -> Coder:
    return Coder(threads=1)


def record(text: str) -> Record:
    return coder().code(Report(report_id(text, "Lagoon Post"), "r", "Lagoon Post", None, None, None, "2026-06-10", "en", text))


def denied(text: str) -> list[tuple[str, str | None, str]]:
    """(word, who denies, what was told first of the same event) of each denial."""
    claims = record(text).claims
    told = {c.event_ref: c for c in reversed(claims)}
    return [
        (c.event.trigger.text, c.attribution[-1].name, told[c.event_ref].event.trigger.text)
        for c in claims
        if c.stance == "denied"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels said that government troops had shelled a clinic in Lira. The army denied this.", ("this", "shelled")),
        ("A monitor accused the police of shooting marchers. The mayor rejected the accusation.", ("accusation", "shooting")),
        ("Gunmen shot dead two farmers near Bria. The UPC militia denied responsibility.", ("responsibility", "shot dead")),
        ("Rebels said troops had shelled Lira, which the army denies.", ("which", "shelled")),
        ("Relatives say police abducted three men, an allegation that the ministry rejected.", ("allegation", "abducted")),
        ("A jet bombed the market in Tessit, residents said. The ministry called the report a lie.", ("report", "bombed")),
    ],
)
def test_what_a_denial_points_at_is_the_event_told_before(text: str, expected: tuple[str, str]) -> None:
    (found,) = denied(text)
    assert (found[0], found[2]) == expected


def test_the_event_keeps_the_stance_of_those_who_tell_it() -> None:
    claims = record("Rebels said that government troops had shelled a clinic in Lira. The army denied this.").claims
    assert [c.stance for c in claims] == ["attributed", "denied"]
    assert len({c.event_ref for c in claims}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen shot dead two farmers near Bria on Monday. The army has neither confirmed nor denied this.",
        "Jets bombed a school in Loikaw. State television said the target had been a depot. The rebels denied it.",
        "Gunmen shot dead two farmers near Bria on Monday. The mayor denied reports of a drought.",
    ],
)
def test_no_denial_of_the_event_where_nobody_denies_it(text: str) -> None:
    assert denied(text) == []


def test_what_answers_an_event_is_another_event() -> None:
    claims = record("In response to the ambush, soldiers killed six herders near Djibo on Friday.").claims
    causes = [(c.event.trigger.text, k.cue.text) for c in claims for k in c.causes]
    assert causes == [("killed", "In response to")]


def test_what_someone_else_takes_back_stands() -> None:
    claims = record("Troops exchanged fire near Preah Vihear on Friday. The ministry said jets had bombed a road; "
                    "it later withdrew that statement.").claims
    assert [(c.event.trigger.text, c.stance) for c in claims] == [("exchanged fire", "stated"), ("bombed", "retracted")]


def test_a_verb_of_denial_is_no_accusation() -> None:
    claims = record("A monitor accused the police of shooting three marchers. The governor rejected the accusation.").claims
    assert [c.event.trigger.text for c in claims if c.event.sub_type == "Accusation"] == ["accused"]
