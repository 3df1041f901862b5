"""The short words for a claim's fields."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.exports import values, wording
from dateline.model.claim import Participant, Source, Toll, When
from dateline.model.span import Span
from tests.records import ARMY, ATTACK, DAMBOA, GUNMEN, MARKET, RECORD, SHELLING, span


def toll(low: int | None, best: int | None, high: int | None, approx: bool = False) -> Toll:
    return Toll("killed", low, best, high, approx, "persons", None, "words", span("two"))


@pytest.mark.parametrize(
    ("low", "best", "high", "approx", "shown"),
    [
        (9, 9, 9, False, "9"),
        (9, 9, None, False, "≥9"),
        (2, None, None, False, "≥2"),
        (None, None, 30, False, "≤30"),
        (3, None, 5, False, "3–5"),
        (None, 20, None, True, "~20"),
        (0, 0, 0, False, "none"),
        (None, None, None, False, "?"),
    ],
)
def test_numbers(low: int | None, best: int | None, high: int | None, approx: bool, shown: str) -> None:
    assert wording.number(toll(low, best, high, approx)) == shown


def test_tolls_show_parts_and_open_words() -> None:
    assert wording.tolls(ATTACK) == "killed ≥9 soldiers, of them killed 2 officers"
    assert wording.tolls(SHELLING) == "injured ≥2 people (“several”)"
    assert wording.toll(replace(toll(5, 5, 5), unit="houses", kind="destroyed")) == "destroyed 5 houses"


def test_sides() -> None:
    def sides(*participants: Participant) -> str:
        return wording.sides(replace(ATTACK, participants=participants))

    assert sides(GUNMEN, ARMY) == "unidentified gunmen → Nigerian Army"
    assert sides(ARMY) == "? → Nigerian Army"
    assert sides(replace(GUNMEN, side=None), replace(ARMY, side=None)) == "unidentified gunmen, Nigerian Army"
    assert sides(replace(GUNMEN, role="agent", side=None)) == "unidentified gunmen"
    assert sides(replace(ARMY, role="victim")) == ""


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2025-03-11", "2025-03-11", "Tue 11 Mar 2025"),
        ("2025-03-03", "2025-03-09", "3 – 9 Mar 2025"),
        ("2025-02-27", "2025-03-02", "27 Feb – 2 Mar 2025"),
        ("2024-12-30", "2025-01-02", "30 Dec 2024 – 2 Jan 2025"),
        ("2025-03-11", None, "since Tue 11 Mar 2025"),
        (None, None, ""),
    ],
)
def test_intervals(start: str | None, end: str | None, shown: str) -> None:
    assert wording.interval(When(start, end)) == shown


def test_when_keeps_words_that_give_no_date() -> None:
    assert (
        wording.when(When(text="recently", span=span("several"))) == "“recently” (no date follows from that)"
    )
    assert wording.when(When()) == ""


def test_places() -> None:
    assert wording.place(DAMBOA) == "near Damboa, Borno, NG (approximate)"
    assert wording.place(MARKET) == "at “the market” (not located: no market is known by that name)"


def test_voices_that_stand_side_by_side() -> None:
    chain = (Source(0, "O", "outlet"), Source(1, None, "unnamed"), Source(1, "B", "media", party=True))
    assert wording.voices(chain) == "O → (no source named) + B [a party]"


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_printable_keeps_length_and_no_control(text: str) -> None:
    shown = wording.printable(text)
    assert len(shown) == len(text)
    assert not set(shown) & set("\x1b\x00\x07\x08\r\x9b\u202e")
    shown.encode("utf-8")


@given(st.integers(min_value=1, max_value=300))
def test_a_sentence_is_cut_around_its_trigger(width: int) -> None:
    text = RECORD.report.text
    claim = replace(ATTACK, evidence=(Span.of(text, 0, len(text)),))
    before, trigger, after = wording.sentence(RECORD, claim, width)
    assert trigger == "attacked"
    assert len(before + trigger + after) <= max(width, 30) + 4
    flat = " ".join(text.split())
    assert before.lstrip("…") + trigger + after.rstrip("…") in flat


@pytest.mark.parametrize(
    ("denied", "shown"), [(True, "the Front denies it"), (False, "the Front")]
)
def test_who_denies_a_deed_is_not_shown_as_its_doer(denied: bool, shown: str) -> None:
    assert values.said({"name": "the Front", "actor": None, "denied": denied}) == shown
