"""How labels of whole documents are compared with claims."""

import dataclasses

import pytest

from benchmarks import records
from dateline.model.claim import Claim, Event, Toll, When
from dateline.model.span import Span

WORD = Span(0, 1, "x")
CLAIM = Claim(
    id="c1",
    event_ref="e1",
    event=Event("Battles", "Armed clash", None, WORD, 0.9),
    participants=(),
    weapons=(),
    tolls=(),
    places=(),
    when=When(),
    attribution=(),
    stance="stated",
    polarity="+",
    background=False,
    causes=(),
    carried=(),
    evidence=(WORD,),
)


def toll(kind, best, **more):
    return Toll(kind, best, best, best, False, "persons", None, "x", WORD, **more)


def claim(event, *tolls):
    return dataclasses.replace(CLAIM, event_ref=event, tolls=tolls)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("KABUL (Jan. 25, 2013)\nDuring", "2013-01-25"),
        ("2012-06-S-026\n\nKABUL (June 14) — An", "2012-06-14"),
        ("2011-09-S-001\nKABUL (Sept. 3) - A", "2011-09-03"),
        ("KABUL (June 14) - A", None),
        ("no date at all", None),
    ],
)
def test_the_day_of_release_is_read_from_the_head(text, day):
    assert records.release_date(text) == day


def test_an_event_told_twice_is_counted_once_by_its_highest_toll():
    claims = [claim("e1", toll("killed", 3)), claim("e1", toll("killed", 5)), claim("e2", toll("killed", 2))]
    assert records.total(claims, records.KILLED) == 7


def test_parts_and_running_totals_are_not_counted():
    claims = [claim("e1", toll("killed", 5), toll("killed", 2, part_of=0), toll("killed", 90, cumulative=True))]
    assert records.total(claims, records.KILLED) == 5


def test_killed_and_captured_together_are_one_type():
    assert records.event_types([CLAIM], 2, 1) == {"captureandkill"}
    assert records.event_types([CLAIM], 2, 0) == {"insurgentskilled"}
    assert records.event_types([CLAIM], 0, 0) == set()
