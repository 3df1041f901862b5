"""The words that name an event by themselves: the list's integrity, phrases, and words that never do."""

from __future__ import annotations

import pytest

from dateline.knowledge.codebook import SUB_TYPES
from dateline.knowledge.codebook.triggers import trigger_words

LISTED = trigger_words()


def named(lemmas: str, word: str, upos: str = "VERB") -> frozenset[str]:
    words = lemmas.split()
    return LISTED.sub_types_at(words, words.index(word), upos)


def silent(lemmas: str, word: str, upos: str = "VERB") -> bool:
    words = lemmas.split()
    return LISTED.names_nothing(words, words.index(word), upos)


def test_only_the_codebooks_sub_types_and_each_of_them() -> None:
    listed = {sub for table in (LISTED.verbs, LISTED.nouns) for subs in table.values() for sub in subs}
    assert listed == set(SUB_TYPES)


def test_no_word_or_phrase_stands_under_more_than_six_sub_types() -> None:
    for table in (LISTED.verbs, LISTED.nouns):
        assert [lemma for lemma, subs in table.items() if len(subs) > 6] == []
    assert [p.lemmas for some in LISTED.phrases.values() for p in some if len(p.sub_types) > 6] == []


def test_lemmas_are_single_words_and_phrases_are_not() -> None:
    for table in (LISTED.verbs, LISTED.nouns):
        assert [lemma for lemma in table if not lemma.isalpha() or lemma != lemma.lower()] == []
    assert [p.lemmas for some in LISTED.phrases.values() for p in some if len(p.lemmas) < 2] == []


def test_no_word_is_both_listed_and_silent() -> None:
    assert set(LISTED.verbs) & LISTED.silent["VERB"] == set()
    assert set(LISTED.nouns) & LISTED.silent["NOUN"] == set()


def test_words_of_one_sense_stand_under_one_sub_type() -> None:
    assert LISTED.sub_types("abduct", "VERB") == {"Abduction/forced disappearance"}
    assert LISTED.sub_types("rape", "VERB") == {"Sexual violence"}
    assert LISTED.sub_types("pillage", "VERB") == {"Looting/property destruction"}
    assert LISTED.sub_types("shell", "VERB") == {"Shelling/artillery/missile attack"}
    assert LISTED.sub_types("airstrike", "NOUN") == {"Air/drone strike"}
    assert LISTED.sub_types("arrest", "VERB") == {"Arrests", "Protest with intervention"}
    assert LISTED.sub_types("march", "VERB") == {"Peaceful protest", "Movement of forces"}


@pytest.mark.parametrize(
    ("lemmas", "word", "upos", "sub_type"),
    [
        ("the army shoot down two drone", "shoot", "VERB", "Disrupted weapons use"),
        ("gunman open heavy fire on villager", "open", "VERB", "Attack"),
        ("gunman open heavy fire on villager", "fire", "NOUN", "Attack"),
        ("they set the shop ablaze", "set", "VERB", "Looting/property destruction"),
        ("they set dozen of vehicle ablaze", "set", "VERB", "Looting/property destruction"),
        ("rebel take full control of the town", "take", "VERB", "Non-state actor overtakes territory"),
        ("he blow himself up at a gate", "blow", "VERB", "Suicide bomb"),
        ("the two side hold talk in Geneva", "hold", "VERB", "Talks"),
        ("a farmer step on a mine", "step", "VERB", "Remote explosive/landmine/IED"),
        ("they lay siege to the city", "lay", "VERB", "Blockade"),
        ("militiaman set up a roadblock", "set", "VERB", "Blockade"),
        ("militiaman take ten man hostage", "take", "VERB", "Abduction/forced disappearance"),
        ("the state call up reservist", "call", "VERB", "Call to arms"),
        ("a governor be swear in", "swear", "VERB", "Change to group/activity"),
        ("an air - strike hit the market", "strike", "NOUN", "Air/drone strike"),
        ("teacher hold a sit - in", "sit", "NOUN", "Peaceful protest"),
        ("police break up the rally", "break", "VERB", "Protest with intervention"),
        ("the army carry out an airstrike", "carry", "VERB", "Air/drone strike"),
        ("nurse go on strike", "strike", "NOUN", "Peaceful protest"),
    ],
)
def test_a_phrase_names_its_event(lemmas: str, word: str, upos: str, sub_type: str) -> None:
    assert sub_type in named(lemmas, word, upos)


def test_the_longest_phrase_wins_over_the_shorter_and_over_the_word() -> None:
    assert named("he blow himself up", "blow") == {"Suicide bomb"}
    assert "Suicide bomb" not in named("they blow up a bridge", "blow")
    assert named("they hold peace talk", "talk", "NOUN") == {"Talks"}


def test_a_phrase_does_not_reach_over_clauses_or_far_away() -> None:
    assert named("he open a shop and fire start", "open") == LISTED.sub_types("open", "VERB")
    assert named("they step out , then a mine", "step") == LISTED.sub_types("step", "VERB")
    assert named("they open new big shiny shop fire", "open") == LISTED.sub_types("open", "VERB")
    assert named("the air force and a strike", "strike", "NOUN") == LISTED.sub_types("strike", "NOUN")


def test_a_phrases_later_word_that_is_not_listed_names_nothing() -> None:
    assert named("they set the shop ablaze", "ablaze", "ADJ") == frozenset()
    assert named("they set the shop ablaze", "shop", "NOUN") == frozenset()


def test_silent_words_name_nothing_however_sure_the_engine_is() -> None:
    assert silent("he be a soldier", "be", "AUX")
    assert silent("official say it", "say")
    assert silent("they condemn the raid", "condemn")
    assert silent("they shoot down a drone", "down", "ADP")
    assert silent("they fall back", "back", "ADV")
    assert silent("the army carry weapon", "carry")
    assert silent("twelve soldier die", "soldier", "NOUN")
    assert not silent("they down a drone", "down")
    assert not silent("they attack the town", "attack")


def test_a_phrase_gives_a_silent_word_its_voice() -> None:
    assert not silent("the army carry out an airstrike", "carry")
    assert not silent("they set the shop ablaze", "set")
    assert silent("they set a record", "set")
    assert silent("a car bomb explode", "car", "NOUN")
