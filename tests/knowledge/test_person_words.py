"""Words by which a release tells whom it may name."""

from dateline.knowledge.release.persons import person_words


def test_offices_that_make_nobody_public_are_not_listed():
    words = person_words()
    assert words.source and words.particles
    assert {"president", "spokeswoman", "warlord"} <= words.public_offices
    assert not words.public_offices & {"officer", "doctor", "member", "source", "soldier", "resident"}
