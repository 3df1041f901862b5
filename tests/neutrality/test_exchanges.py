"""The tables of exchanges, and what they make of a text."""

from __future__ import annotations

import pytest

from benchmarks.exchange import KINDS, TABLES, Original, Pair, apply, find, pairs, reports, table

REPORTS = list(reports())
COLUMNS = {
    "sides": [("state", "rebel")],
    "countries": [(form, f"other_{form}") for form in ("name", "adjective", "people", "capital")],
    "labels": [("plain", "loaded")],
    "gender_words": [("male", "female")],
    "given_names": [("male", "female")],
    "persons": [("western", "other")],
    "places": [("western", "other")],
    "control": [("one", "other")],
}


def original(text: str, stem: str = "made-up") -> Original:
    return Original("desk", stem, "Made-up Wire", "2025-03-12", text)


def made(kind: str, text: str) -> Pair:
    (pair,) = [p for p in KINDS[kind](original(text)) if p.first != p.second]
    return pair


@pytest.mark.parametrize("name", COLUMNS)
def test_every_table_has_thirty_pairs_of_as_many_words_each(name: str) -> None:
    rows = table(name)
    assert len(rows) >= 30
    for row in rows:
        assert row["source"]
        for one, other in COLUMNS[name]:
            assert len(row[one].split()) == len(row[other].split()), row


def test_every_file_of_the_tables_is_one_of_them() -> None:
    assert {path.stem for path in TABLES.glob("*.csv")} == {*COLUMNS, "cast", "kept"}


def test_the_cast_stands_in_the_reports() -> None:
    texts = {report.stem: report.text for report in REPORTS}
    assert all(row["name"] in texts[row["report"]] for row in table("cast"))


def test_names_are_exchanged_both_ways_and_keep_their_capitals() -> None:
    pair = made("countries", "KYIV - Russian troops left Ukraine. Ukrainians fled to Moscow.")
    assert pair.second == "MOSCOW - Ukrainian troops left Russia. Russians fled to Kyiv."


def test_words_inside_names_stay() -> None:
    forms = {"army": "militia", "soldiers": "rebels"}
    text = "The Arakan Army met the army. Soldiers fled."
    assert apply(text, find(text, forms)) == "The Arakan Army met the militia. Rebels fled."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("He said her house burned.", "She said his house burned."),
        ("They shot her and left.", "They shot him and left."),
        ("His mother saw him.", "Her father saw her."),
    ],
)
def test_pronouns_keep_their_case(text: str, told: str) -> None:
    assert made("gender", text).second == told


def test_names_that_contain_another_stay() -> None:
    assert made("countries", "Soldiers left Port Sudan for Chad.").second == "Soldiers left Port Sudan for Sudan."


def test_a_word_with_another_meaning_is_exchanged_one_way() -> None:
    assert made("labels", "The attackers shot a butcher.").second == "The butchers shot a butcher."


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("labels", "An insurgent fled. Police held a militant.", "A fanatic fled. Police held an extremist."),
        ("sides", "It was an army convoy.", "It was a rebel convoy."),
        ("sides", "A FARDC post fell to an RSF unit.", "An M23 post fell to an SAF unit."),
        ("countries", "An Egyptian ship met a Greek one.", "A Greek ship met an Egyptian one."),
        ("countries", "A Russian drone fell.", "A Ukrainian drone fell."),
    ],
)
def test_articles_follow_the_exchanged_word(kind: str, text: str, told: str) -> None:
    assert made(kind, text).second == told


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.stem)
def test_offsets_lead_back(report: Original) -> None:
    for pair in pairs(report):
        assert apply(pair.first, pair.swaps) == pair.second
        shift = 0
        for swap in pair.swaps:
            start = swap.start + shift
            stop = start + len(swap.words)
            assert pair.second[start:stop] == swap.words
            assert pair.back(start, end=False) == swap.start
            assert pair.back(stop, end=True) == swap.end
            shift += len(swap.words) - (swap.end - swap.start)
        assert pair.back(len(pair.second), end=True) == len(pair.first)


def test_every_kind_changes_reports() -> None:
    changed = {pair.kind for report in REPORTS for pair in pairs(report)}
    assert changed == set(KINDS)
