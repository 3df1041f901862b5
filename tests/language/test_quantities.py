import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language.quantities import find_quantities


def read(text):
    return [(q.span.text, q.low, q.best, q.high, q.approx) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "words", "low", "best", "high", "approx"),
    [
        ("12 people died", "12", 12, 12, 12, False),
        ("twelve people died", "twelve", 12, 12, 12, False),
        ("one hundred and twenty-five died", "one hundred and twenty-five", 125, 125, 125, False),
        ("3,000 families fled", "3,000", 3000, 3000, 3000, False),
        ("1.5 million people fled", "1.5 million", 1_500_000, 1_500_000, 1_500_000, False),
        ("at least 12 people died", "at least 12", 12, 12, None, False),
        ("no fewer than six people died", "no fewer than six", 6, 6, None, False),
        ("more than 12 people died", "more than 12", 13, 13, None, False),
        ("over a dozen people died", "over a dozen", 13, 13, None, False),
        ("about 40 people died", "about 40", None, 40, None, True),
        ("some 40 people died", "some 40", None, 40, None, True),
        ("nearly 200 people died", "nearly 200", None, 200, None, True),
        ("up to 40 people died", "up to 40", None, None, 40, False),
        ("as many as 40 people died", "as many as 40", None, None, 40, False),
        ("10 to 15 people died", "10 to 15", 10, None, 15, False),
        ("between 10 and 15 people died", "between 10 and 15", 10, None, 15, False),
        ("a couple of people died", "a couple", 2, 2, 2, False),
        ("two dozen people died", "two dozen", 24, 24, 24, False),
        ("several people died", "several", 2, None, None, False),
        ("some people died", "some", 2, None, None, False),
        ("a number of people died", "a number", 2, None, None, False),
        ("dozens of people died", "dozens", 24, None, None, False),
        ("hundreds died", "hundreds", 200, None, None, False),
        ("no people died", "no", 0, 0, 0, False),
        ("tens of thousands of people fled", "tens of thousands", 20000, None, None, False),
    ],
)
def test_the_table_of_number_words(text, words, low, best, high, approx):
    assert read(text) == [(words, low, best, high, approx)]


@pytest.mark.parametrize(
    "text",
    [
        "A 12-year-old boy ran.",
        "A three-year-old girl ran.",
        "They met on 3 May.",
        "They met on May 3, 2023.",
        "They met in 2014.",
        "They met at 14:30.",
        "It cost $40 million.",
        "Some 40 percent left.",
        "It lies 15 km away.",
        "It lasted two days.",
        "They fired 120mm mortars.",
        "U.N. Resolution 2254 was ignored.",
        "The M23 rebels came.",
        "Brigade 35 came.",
        "An F-16 and a T-72 came.",
        "Two-thirds left.",
        "Ahmed, 34, spoke.",
        "No longer free, they left.",
        "It is over.",
    ],
)
def test_what_is_no_count(text):
    assert read(text) == []


def test_the_counted_noun_is_pointed_at():
    text = "At least 12 of the soldiers died."
    (quantity,) = find_quantities(text)
    assert quantity.noun is not None and text[quantity.noun :].startswith("soldiers")


@given(st.text(max_size=200))
def test_any_text_is_read_and_bounds_are_in_order(text):
    for q in find_quantities(text):
        assert text[q.span.start : q.span.end] == q.span.text
        known = [n for n in (q.low, q.best, q.high) if n is not None]
        assert known == sorted(known)


_WORDS = (
    "at least more than up to 12 3,000 twenty five hundred and thousand a dozen "
    "dozens of between no some million half people - or"
)


@given(st.lists(st.sampled_from(_WORDS.split()), max_size=25).map(" ".join))
def test_any_order_of_number_words_is_read(text):
    end = 0
    for q in find_quantities(text):
        assert end <= q.span.start < q.span.end
        end = q.span.end
