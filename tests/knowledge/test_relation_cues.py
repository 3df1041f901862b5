"""The cue phrases of standing facts."""

from dateline.knowledge.relations import PREDICATES, relation_cues


def test_cues_name_known_predicates_and_the_longest_comes_first() -> None:
    cues = relation_cues()
    for table in (cues.between, cues.inverse):
        assert set(table.values()) <= set(PREDICATES)
        lengths = [len(phrase) for phrase in table]
        assert lengths == sorted(lengths, reverse=True)
    assert set(cues.compounds.values()) <= set(PREDICATES)


def test_no_phrase_means_two_things() -> None:
    cues = relation_cues()
    assert not set(cues.between) & set(cues.inverse)


def test_phrases_are_split_like_words() -> None:
    assert ("linked", "to") in relation_cues().between
    assert ("two", "-", "thirds") in relation_cues().share_fractions
