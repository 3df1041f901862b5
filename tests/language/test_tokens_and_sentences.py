"""Words and sentences by rule."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language.sentences import split
from dateline.language.tokens import tokenize


def words(text):
    return [t.text for t in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They couldn't hold it.", ["They", "could", "n't", "hold", "it", "."]),
        ("the army's U.S.-made guns", ["the", "army", "'s", "U.S.", "-", "made", "guns"]),
        ("Sana'a and N'Djamena", ["Sana'a", "and", "N'Djamena"]),
        ("2,000 men at 5:30 a.m. (M23)", ["2,000", "men", "at", "5:30", "a.m.", "(", "M23", ")"]),
        ("Gen. Diallo, No. 7 Brigade", ["Gen.", "Diallo", ",", "No.", "7", "Brigade"]),
        ("He said no.", ["He", "said", "no", "."]),
        ("see https://example.org/a?b=1.", ["see", "https://example.org/a?b=1", "."]),
    ],
)
def test_words_follow_the_treebanks(text, expected):
    assert words(text) == expected


def sentences(text):
    tokens, stretches = split(text)
    return [" ".join(t.text for t in tokens[s.first : s.last]) for s in stretches]


def test_abbreviations_and_initials_end_no_sentence():
    assert len(sentences("Lt. Col. A. B. Traoré of the U.S. Army left. He is 41.")) == 2


def test_closing_quotes_belong_to_the_sentence_they_end():
    assert sentences("“We held.” They left.") == ["“ We held . ”", "They left ."]


def test_hard_wrapped_lines_are_one_paragraph_and_headlines_their_own():
    text = "Shells fall on market town\nMortar rounds fell on the market in the early hours of\nthe morning, residents said."
    assert len(sentences(text)) == 2


def test_an_endless_line_is_cut():
    assert max(s.last - s.first for s in split("word " * 40_000)[1]) <= 120


@given(st.text(max_size=300))
def test_every_word_is_the_text_at_its_offsets_and_none_is_lost(text):
    tokens, stretches = split(text)
    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert "".join("".join(t.text for t in tokens).split()) == "".join(text.split())
    assert [i for s in stretches for i in range(s.first, s.last)] == list(range(len(tokens)))
