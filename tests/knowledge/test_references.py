"""Words that point back at an event, by what it can be."""

from dateline.knowledge.codebook import references
from dateline.knowledge.codebook.types import SUB_TYPES, TYPES
from dateline.knowledge.word_file import WordFile

CODED = {*TYPES, *SUB_TYPES}


def test_nouns_stand_for_events_of_the_codebook():
    assert references.STANDS_FOR["ambush"] == {"Battles", "Riots", "Violent demonstration", "Protest with intervention"}
    assert references.STANDS_FOR["crackdown"] > references.STANDS_FOR["sit-in"]
    assert all(kinds <= CODED for kinds in references.STANDS_FOR.values())


def test_sub_types_named_beside_words_are_the_codebooks():
    assert references.TOPICAL | references.SELDOM_FATAL | references.AFTERMATH.keys() <= CODED


def test_the_file_names_its_source_and_holds_lower_case_words():
    raw = WordFile("references.json", "codebook")
    assert raw["source"]
    for key in ("generic_events", "military_property", "movers", "carrying_out", "protest_words"):
        assert raw[key] == sorted(set(raw[key]), key=raw[key].index) == [word.lower() for word in raw[key]]
