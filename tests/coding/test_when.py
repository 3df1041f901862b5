import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coding.when import resolve_time
from dateline.language.times import find_times
from dateline.model.claim import When

WEDNESDAY = date(2023, 8, 30)


def when(text, published=WEDNESDAY, *, future=False, anchor=None):
    (found,) = find_times(text)
    return resolve_time(found, published, future=future, anchor=anchor)


def days(text, published=WEDNESDAY, **more):
    told = when(text, published, **more)
    return told.start, told.end


@pytest.mark.parametrize(
    ("text", "start", "end", "time_precision", "date_prec", "basis"),
    [
        ("on Tuesday,", "2023-08-29", "2023-08-29", 1, 1, "published"),
        ("on Wednesday,", "2023-08-30", "2023-08-30", 1, 1, "published"),
        ("on Thursday,", "2023-08-24", "2023-08-24", 1, 1, "published"),
        ("last Wednesday,", "2023-08-23", "2023-08-23", 1, 1, "published"),
        ("overnight into Wednesday,", "2023-08-29", "2023-08-30", 1, 2, "published"),
        ("overnight,", "2023-08-29", "2023-08-30", 1, 2, "published"),
        ("on Monday night,", "2023-08-28", "2023-08-28", 1, 1, "published"),
        ("last week,", "2023-08-21", "2023-08-27", 2, 3, "published"),
        ("earlier this week,", "2023-08-28", "2023-08-29", 2, 2, "published"),
        ("earlier this month,", "2023-08-01", "2023-08-29", 3, 4, "published"),
        ("late last month,", "2023-07-21", "2023-07-31", 3, 4, "published"),
        ("in early July,", "2023-07-01", "2023-07-10", 3, 4, "published"),
        ("in mid-July,", "2023-07-11", "2023-07-20", 3, 4, "published"),
        ("in the first half of July,", "2023-07-01", "2023-07-15", 3, 4, "published"),
        ("in the second half of July,", "2023-07-16", "2023-07-31", 3, 4, "published"),
        ("three weeks ago,", "2023-08-09", "2023-08-09", 2, 3, "published"),
        ("two months ago,", "2023-06-30", "2023-06-30", 3, 4, "published"),
        ("since Sunday,", "2023-08-27", None, 2, 2, "published"),
        ("on the 15th of last month,", "2023-07-15", "2023-07-15", 1, 1, "published"),
        ("on the first Sunday of July,", "2023-07-02", "2023-07-02", 1, 1, "published"),
        ("on the last day of February 2024,", "2024-02-29", "2024-02-29", 1, 1, "explicit"),
        ("in the week of August 3,", "2023-07-31", "2023-08-06", 2, 3, "published"),
        ("in the week ending 6 August,", "2023-07-31", "2023-08-06", 2, 3, "published"),
        ("in the last quarter of 2022,", "2022-10-01", "2022-12-31", None, 5, "explicit"),
        ("on Monday night and into the early hours of Tuesday,", "2023-08-28", "2023-08-29", 1, 2, "published"),
        ("on July 31 and August 1,", "2023-07-31", "2023-08-01", 2, 2, "published"),
        ("on Eid al-Adha,", "2023-06-28", "2023-06-28", 1, 1, "published"),
        ("on the third day of Eid al-Fitr,", "2023-04-23", "2023-04-23", 1, 1, "published"),
        ("in the 1800s,", "1800-01-01", "1899-12-31", None, None, "explicit"),
        ("on 3 May 2022,", "2022-05-03", "2022-05-03", 1, 1, "explicit"),
        ("on 3 May,", "2023-05-03", "2023-05-03", 1, 1, "published"),
        ("on 3 October,", "2022-10-03", "2022-10-03", 1, 1, "published"),
        ("between 3 and 5 May 2022,", "2022-05-03", "2022-05-05", 2, 2, "explicit"),
        ("from Monday to Wednesday,", "2023-08-28", "2023-08-30", 2, 2, "published"),
        ("from Thursday to Monday,", "2023-08-24", "2023-08-28", 2, 2, "published"),
        ("over the weekend,", "2023-08-26", "2023-08-27", 2, 2, "published"),
        ("in 2019,", "2019-01-01", "2019-12-31", None, 5, "explicit"),
        ("on 1 Muharram 1445,", "2023-07-19", "2023-07-19", 1, 1, "explicit"),
        ("on 1 Muharram,", "2023-07-19", "2023-07-19", 1, 1, "published"),
    ],
)
def test_the_rules_of_the_codebook(text, start, end, time_precision, date_prec, basis):
    told = when(text)
    assert (told.start, told.end) == (start, end)
    assert (told.time_precision, told.date_prec, told.basis) == (time_precision, date_prec, basis)


@pytest.mark.parametrize(
    "text",
    ["every Friday,", "recently,", "for three days,", "on 03/04/2023,", "until Monday,", "on 31 April 2023,"],
)
def test_what_names_no_interval_keeps_its_words_only(text):
    told = when(text)
    assert (told.start, told.end, told.time_precision, told.date_prec, told.basis) == (None,) * 5
    assert told.text and told.span and told.span.text == told.text


@pytest.mark.parametrize(
    "text",
    [
        "on Tuesday,",
        "yesterday,",
        "overnight,",
        "last week,",
        "on 3 May,",
        "three weeks ago,",
        "since Sunday,",
        "in May,",
    ],
)
def test_nothing_is_resolved_without_a_publication_date(text):
    assert days(text, None) == (None, None)
    assert when(text, None).basis is None


def test_an_explicit_date_needs_no_publication_date():
    assert days("on 3 May 2022,", None) == ("2022-05-03", "2022-05-03")
    assert days("overnight into 3 May 2022,", None) == ("2022-05-02", "2022-05-03")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("on Friday,", "2023-09-01"),
        ("on Wednesday,", "2023-09-06"),
        ("on 3 May,", "2024-05-03"),
        ("next week,", "2023-09-04"),
    ],
)
def test_a_plan_looks_ahead(text, start):
    assert when(text, future=True).start == start


def test_times_that_count_from_an_event_need_it():
    anchor = When("2023-08-10", "2023-08-12", 2, 2, "10 to 12 August", None, "explicit")
    assert days("two days earlier,") == (None, None)
    assert days("two days earlier,", anchor=anchor) == ("2023-08-08", "2023-08-08")
    assert days("the next day,", anchor=anchor) == ("2023-08-13", "2023-08-13")
    assert when("the same day,", anchor=anchor).basis == "context"
    assert days("two days earlier,", anchor=When(text="recently")) == (None, None)


def test_a_leap_day_without_a_year_is_the_last_there_was():
    assert days("on 29 February,") == ("2020-02-29", "2020-02-29")


def test_the_year_given_last_counts_for_both_ends():
    assert days("from 30 December to 2 January 2023,") == ("2022-12-30", "2023-01-02")


@given(
    st.dates(date(1950, 1, 1), date(2070, 1, 1)),
    st.sampled_from(["on Monday,", "on 3 May,", "last week,", "earlier this month,", "late in June,"]),
)
def test_the_past_never_lies_after_publication(published, text):
    for found in find_times(text):
        told = resolve_time(found, published)
        assert told.start is not None and told.start <= published.isoformat()


@given(
    st.dates(),
    st.booleans(),
    st.sampled_from(
        [
            "ninety weeks ago,",
            "900 years ago,",
            "overnight,",
            "on the 31st,",
            "in Ramadan,",
            "next month,",
            "in 50 years,",
            "the past 900 months,",
        ]
    ),
)
def test_dates_at_the_edge_of_the_calendar_stay_open(published, future, text):
    for found in find_times(text):
        resolve_time(found, published, future=future)


@pytest.mark.parametrize("text", ["more than a week ago", "over a month ago", "at least three days ago", "in two weeks"])
def test_an_open_count_names_no_day(text):
    assert days(f"They vanished {text}.") == (None, None)


@pytest.mark.parametrize("text", ["in two weeks", "two weeks from now", "in two weeks' time"])
def test_a_count_ahead_is_a_time_in_a_plan(text):
    assert days(f"They will vote {text}.", future=True) == ("2023-09-13", "2023-09-13")


def test_a_day_that_its_month_has_not_stays_open():
    assert days("On the 31st of last month they met.", date(2023, 7, 10)) == (None, None)


def test_open_phrases_keep_their_floor():
    path = Path(__file__).parents[2] / "benchmarks" / "times" / "open.jsonl"
    right = total = 0
    for line in path.read_text("utf-8").splitlines():
        phrase = json.loads(line)
        where = phrase["sentence"].index(phrase["text"])
        hits = [
            e
            for e in find_times(phrase["sentence"])
            if e.span.start < where + len(phrase["text"]) and where < e.span.end
        ]
        published = date.fromisoformat(phrase["published"]) if phrase["published"] else None
        anchor = When(phrase["anchor"], phrase["anchor"]) if phrase["anchor"] else None
        told = resolve_time(hits[0], published, future=phrase["future"], anchor=anchor) if hits else When()
        right += (told.start, told.end) == (phrase["start"], phrase["end"])
        total += 1
    assert total >= 75
    assert right / total >= 0.95
