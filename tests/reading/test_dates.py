from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model.errors import UsageError
from dateline.reading.dates import dates_in, machine_date, normalise_published, plausible


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2023-07-26", "2023-07-26"),
        (" 20230726 ", "2023-07-26"),
        ("2023-07-26T10:00Z", "2023-07-26T10:00:00Z"),
        ("2023-07-26 10:00:30", "2023-07-26T10:00:30"),
        ("2023-07-26T10:00:00.123+03:00", "2023-07-26T10:00:00+03:00"),
        ("Wed, 26 Jul 2023 10:00:00 GMT", "2023-07-26T10:00:00Z"),
        ("Wed, 26 Jul 2023 10:00:00 +0300", "2023-07-26T10:00:00+03:00"),
        ("26 July 2023", "2023-07-26"),
        ("26th of July, 2023", "2023-07-26"),
        ("July 26, 2023", "2023-07-26"),
        ("Wednesday, Jul. 26, 2023", "2023-07-26"),
        ("Sept 3, 2021 at 5:14 p.m. ET", "2021-09-03"),
        ("26-Jul-2023", "2023-07-26"),
        ("2023/7/6", "2023-07-06"),
        ("26.07.2023", "2023-07-26"),
        ("26/07/2023", "2023-07-26"),
        ("07/26/2023", "2023-07-26"),
        ("07/07/2023", "2023-07-07"),
    ],
)
def test_published_is_made_iso(value: str, expected: str) -> None:
    assert normalise_published(value) == expected


@pytest.mark.parametrize(
    "value", ["yesterday", "2023", "July 2023", "2023-13-01", "2023-02-30", "31 June 2023", "1690329600", "x"]
)
def test_nonsense_is_refused_by_name(value: str) -> None:
    with pytest.raises(UsageError, match=value) as raised:
        normalise_published(value)
    assert raised.value.advice


def test_two_readings_are_refused_and_both_named() -> None:
    with pytest.raises(UsageError, match="could be two days") as raised:
        normalise_published("07/08/2023")
    assert "2023-07-08" in raised.value.advice
    assert "2023-08-07" in raised.value.advice


@given(
    st.text(max_size=40) | st.from_regex(r"\d{1,9}[-/. ][\w]{1,9}[-/. ]\d{1,9}([T ]\d\d.*)?", fullmatch=True)
)
def test_any_value_is_a_date_or_a_usage_error(value: str) -> None:
    try:
        date.fromisoformat(normalise_published(value)[:10])
    except UsageError as error:
        assert error.advice


def test_dates_in_a_line() -> None:
    line = "Published 26 July 2023, 10:00 | filed 2023-07-25 | 03/04/2023 | 5 May"
    assert [(line[start:end], day) for start, end, day in dates_in(line)] == [
        ("26 July 2023", date(2023, 7, 26)),
        ("2023-07-25", date(2023, 7, 25)),
    ]


def test_machine_dates_are_days_in_their_own_zone() -> None:
    assert machine_date("2023-07-26T23:30:00-05:00") == date(2023, 7, 26)
    assert machine_date("soon") is None


def test_plausible_days() -> None:
    assert plausible(date(2025, 10, 24), "2025-10-22T23:00:00Z")
    assert not plausible(date(2025, 10, 25), "2025-10-22T23:00:00Z")
    assert not plausible(date(1970, 1, 1), "2025-10-22T23:00:00Z")
