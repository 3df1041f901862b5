"""Words by outlet and actor."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

from dateline.exports.framing import COLUMNS, to_csv, to_json, wordings
from dateline.exports.framing_table import framing_table
from dateline.exports.table import table_console
from dateline.model.record import Framing, Record
from tests.records import ATTACK, RECORD, TEXT, report, span

ARMY = "Nigerian Army"
GUNMEN = Framing(span("Gunmen"), "name-calling", ARMY, "soldiers")


def record(outlet: str, *framing: Framing) -> Record:
    return replace(RECORD, report=report(TEXT, outlet), claims=(ATTACK,), framing=framing)


def shown(*records: Record) -> str:
    text = io.StringIO()
    table_console(text).print(framing_table(wordings(records), [r.report.outlet for r in records]))
    return text.getvalue()


def test_words_are_counted_by_outlet_and_actor() -> None:
    twice = replace(GUNMEN, span=span("gunmen", TEXT + "gunmen"))
    found = wordings([record("A", GUNMEN, twice), record("B")])
    assert [(w.outlet, w.actor, w.kind, w.words, len(w.occurrences)) for w in found] == [
        ("A", ARMY, "name-calling", "Gunmen", 2),
        ("A", ARMY, None, "army", 1),
        ("A", ARMY, None, "soldiers", 1),
        ("B", ARMY, None, "army", 1),
        ("B", ARMY, None, "soldiers", 1),
    ]


def test_plain_words_that_hold_loaded_ones_are_not_given_twice() -> None:
    loaded = Framing(span("army outpost"), "delegitimizing", ARMY, None)
    assert [w.words for w in wordings([record("A", loaded)])] == ["army outpost", "soldiers"]


def test_words_about_an_event_name_its_type() -> None:
    (found,) = wordings([record("A", Framing(span("attacked"), "intensifier", "c1", None))])
    assert (found.actor, found.about) == (None, "Armed clash")
    (nobody,) = wordings([record("A", Framing(span("attacked"), "intensifier", None, None))])
    assert (nobody.actor, nobody.about) == (None, None)


def test_a_name_is_an_actor_even_where_it_takes_part_in_nothing() -> None:
    (council,) = wordings([record("A", Framing(span("attacked"), "delegitimizing", "Military Council", None))])
    assert council.actor == "Military Council"
    (place,) = wordings([record("A", Framing(span("attacked"), "delegitimizing", "Damboa", None))])
    assert (place.actor, place.about) == (None, "Damboa")


def test_json_and_csv_say_the_same() -> None:
    found = wordings([record("A", GUNMEN), record("=B", GUNMEN)])
    rows = list(csv.DictReader(io.StringIO(to_csv(found))))
    items = json.loads(to_json(found))
    assert tuple(rows[0]) == COLUMNS
    assert [(r["actor"], r["words"], int(r["count"])) for r in rows] == [
        (i["actor"], i["words"], len(i["occurrences"])) for i in items
    ]
    assert {r["outlet"] for r in rows} == {"A", "'=B"}
    first = items[0]["occurrences"][0]["span"]
    assert TEXT[first["start"] : first["end"]] == "Gunmen"


def test_outlets_stand_side_by_side() -> None:
    page = shown(record("A", GUNMEN), record("B"))
    row = next(line for line in page.splitlines() if "Nigerian" in line)
    assert "“Gunmen” name-calling" in row
    assert "army, soldiers" in row
    assert "soldiers" in page


def test_an_outlet_that_does_not_name_the_actor_is_told_apart() -> None:
    silent = replace(record("B"), claims=())
    assert "not named" in shown(record("A", GUNMEN), silent)


def test_many_outlets_are_shown_in_several_tables() -> None:
    page = shown(*(record(name, GUNMEN) for name in ("First", "Second", "Third", "Fourth")))
    assert page.count("of whom") == 2
    assert "Fourth" in page


def test_nothing_to_show_is_said() -> None:
    assert "No words that take a side." in shown(record("A"))
