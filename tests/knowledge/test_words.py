from dataclasses import fields

import pytest

from dateline.knowledge.abbreviations import abbreviations
from dateline.knowledge.english_words import english_words
from dateline.knowledge.event_words import event_words
from dateline.knowledge.incident_words import incident_words
from dateline.knowledge.number_words import number_words
from dateline.knowledge.place_words import place_words
from dateline.knowledge.speaker_words import speaker_words
from dateline.knowledge.time_words import time_words
from dateline.knowledge.toll_words import toll_words
from dateline.knowledge.word_file import WordFile, read_words
from dateline.model.errors import KnowledgeError

KINDS = {"killed", "injured", "casualties", "displaced", "detained", "abducted", "missing", "destroyed"}


def test_every_month_weekday_and_hijri_month_has_a_name():
    words = time_words()
    assert set(words.weekdays.values()) == set(range(7))
    assert set(words.months.values()) == set(range(1, 13))
    assert set(words.hijri_months.values()) == set(range(1, 13))


def test_keys_are_lower_case_and_sources_are_named():
    words, numbers, tolls = time_words(), number_words(), toll_words()
    assert all(
        key == key.lower()
        for key in [*words.weekdays, *words.months, *words.units, *numbers.units, *tolls.transitive]
    )
    assert words.source and numbers.source and tolls.source


def test_longer_phrases_come_before_their_beginnings():
    for filed in (number_words().indefinite, number_words().hedges):
        for phrases in filed.values():
            lengths = [len(words) for words, _ in phrases]
            assert lengths == sorted(lengths, reverse=True)


def test_the_kinds_of_toll_are_those_of_the_record():
    words = toll_words()
    told = {
        *words.transitive.values(),
        *words.intransitive.values(),
        *words.adjectives.values(),
        *words.nouns.values(),
    }
    assert told <= KINDS
    assert KINDS - told == set()


def test_bounds_of_quantifiers_follow_the_table():
    bounds = {
        " ".join(words): low for phrases in number_words().indefinite.values() for words, low in phrases
    }
    assert (bounds["several"], bounds["dozens"], bounds["hundreds of"], bounds["thousands"]) == (
        2,
        24,
        200,
        2000,
    )


def test_words_that_turn_a_time_count_from_publication():
    words = time_words()
    assert words.turns.keys() <= words.offsets.keys()
    assert all(words.offsets[word] == offset for word, offset in words.offsets_behind.items())
    assert set(words.offsets.values()) == {-1, 0, 1}


def test_words_before_a_bare_month_or_year_are_no_months():
    words = time_words()
    assert not (words.month_before | words.year_before | words.year_alone_before) & words.months.keys()


def test_bare_quantifiers_and_doubtful_hedges_are_listed_as_such():
    words = number_words()
    assert words.bare_indefinite <= words.indefinite.keys()
    assert words.doubtful_hedges <= words.hedges.keys()


def test_abbreviations_that_go_on_to_a_name_are_abbreviations():
    words = abbreviations()
    assert words.source and words.seldom_final < words.every
    assert not {word for word in words.every if word.endswith(".")}


def test_distinct_words_of_english_are_common_ones():
    words = english_words()
    assert words.source and words.distinct < words.common


def test_names_of_days_and_months_in_full_are_not_abbreviated():
    full = time_words().in_full
    assert len(full) == 7 + 12
    assert {"monday", "may", "september"} <= full
    assert not full & time_words().short_weekdays


def test_bodies_and_counted_people_of_incidents():
    words = incident_words()
    assert words.source
    assert words.armed_bodies <= words.bodies.keys()
    assert not words.bodies.keys() & words.matters
    assert not words.everyone & (words.some_of_them | words.civilians)
    assert [part[0] for part in words.parts_of_day] == ["dawn", "morning", "noon", "afternoon", "evening", "night"]


@pytest.mark.parametrize("read", [event_words, incident_words, place_words, speaker_words], ids=lambda read: read.__name__)
def test_every_list_holds_words_in_lower_case(read):
    words = read()
    for field in fields(words):
        value = getattr(words, field.name)
        if isinstance(value, frozenset):
            assert value and all(word == word.lower().strip() for word in value), field.name


def test_a_list_that_a_file_lacks_is_named():
    raw = WordFile("incident_words.json")
    del raw["forces"]
    with pytest.raises(KnowledgeError, match=r"incident_words\.json lacks 'forces'"):
        read_words(type(incident_words()), raw)


def test_what_is_taken_from_a_file_must_be_there():
    raw = WordFile("number_words.json")
    assert raw.take("currencies") and "currencies" not in raw
    with pytest.raises(KnowledgeError, match="lacks 'currencies'"):
        raw.take("currencies")


def test_a_list_that_no_field_reads_is_named():
    raw = WordFile("incident_words.json")
    raw["forced"] = ["air force"]
    with pytest.raises(KnowledgeError, match=r"incident_words\.json holds \['forced'\]"):
        read_words(type(incident_words()), raw)


def test_irregular_forms_of_reporting_verbs_lead_to_their_verb():
    forms = speaker_words().irregular
    assert (forms["said"], forms["were"], forms["sworn"], forms["held"]) == ("say", "be", "swear", "hold")


def test_sides_of_a_fight_are_told_by_the_same_verbs():
    words = event_words()
    assert words.with_two_subjects <= words.reciprocal
    assert not words.reciprocal & words.one_sided


def test_towns_and_buildings_are_places_of_two_kinds():
    words = place_words()
    assert words.named_with_of <= words.settlements
    assert words.facilities & words.settlements == {"camp", "crossing", "port"}
