"""Phrases are found by their first word, the longest first."""

from dateline.knowledge.phrase_table import PhraseTable

TABLE = PhraseTable({("part",): 1, ("part", "of"): 2, ("half",): 3})
WORDS = ("a", "part", "of", "it")


def test_the_longest_phrase_at_a_word():
    assert TABLE.at(WORDS, 1) == ("part", "of")
    assert TABLE.at(WORDS, 0) is None
    assert TABLE[("part", "of")] == 2


def test_a_phrase_ends_before_the_stop():
    assert TABLE.at(WORDS, 1, stop=3) == ("part",)
