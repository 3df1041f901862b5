"""The lexicon of loaded words and the cues for quotation marks."""

from collections import Counter

from dateline.knowledge.framing import CLASSES, KINDS, framing_cues, loaded_words
from dateline.knowledge.word_file import pieces


def entries():
    return [entry for found in loaded_words().values() for entry in found]


def test_the_lexicon_is_large_and_covers_every_kind() -> None:
    kinds = Counter(entry.kind for entry in entries())
    assert set(kinds) == set(KINDS)
    assert len(entries()) >= 350
    assert min(kinds.values()) >= 50


def test_no_entry_stands_twice() -> None:
    keys = Counter((entry.words, entry.pos) for entry in entries())
    assert [key for key, n in keys.items() if n > 1] == []


def test_every_entry_names_its_source_and_the_longest_comes_first() -> None:
    for found in loaded_words().values():
        assert all(entry.source for entry in found)
        lengths = [len(entry.words) for entry in found]
        assert lengths == sorted(lengths, reverse=True)


def test_no_neutral_wording_is_itself_a_strong_loaded_word() -> None:
    strong = {entry.words for entry in entries() if not entry.weak and not entry.about}
    assert [e.words for e in entries() if e.neutral and pieces(e.neutral) in strong] == []


def test_labels_of_opposed_sides_are_all_there() -> None:
    phrases = {" ".join(entry.words) for entry in entries()}
    for one, other in [
        ("zionist regime", "iranian regime"), ("kiev regime", "putin regime"), ("orc", "ukronazi"),
        ("infidel", "takfiri"), ("occupier", "separatist terrorist"), ("assad regime", "houthi coup militia"),
    ]:  # fmt: skip
        assert {one, other} <= phrases


def test_the_classes_that_entries_ask_for_hold_nouns() -> None:
    nouns = framing_cues().nouns
    assert set(nouns) == set(CLASSES)
    assert all(len(words) > 15 for words in nouns.values())
