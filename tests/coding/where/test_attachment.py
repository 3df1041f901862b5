"""Which of a sentence's places an event happened at."""

from dataclasses import replace

from dateline.coding.toponyms import place_ranges
from dateline.coding.tree import Tree
from dateline.coding.where.attachment import attached_place
from dateline.model.analysis import Analysis, Mention, Sentence, Word


def _tree(rows: list[tuple[str, int, str]]) -> Tree:
    """A tree of ``(word, head, relation)``; the words stand one space apart."""
    words, at = [], 0
    for i, (text, head, deprel) in enumerate(rows):
        words.append(Word(i, at, at + len(text), text, text, "PROPN", "NNP", head, deprel))
        at += len(text) + 1
    text = " ".join(row[0] for row in rows)
    whole = Analysis(text, tuple(words), (Sentence(0, 0, len(words), 0, len(text), 0),))
    return Tree(replace(whole, sentence_of=tuple(0 for _ in words)))


# "Shells hit Homs while talks opened in Geneva": each verb has its own.
TWO = _tree(
    [("Shells", 1, "nsubj"), ("hit", 1, "root"), ("Homs", 1, "obj"), ("while", 5, "mark"), ("talks", 5, "nsubj"),
     ("opened", 1, "advcl"), ("in", 7, "case"), ("Geneva", 5, "obl")]
)  # fmt: skip


def test_each_event_takes_the_place_that_hangs_on_it() -> None:
    places = [(2, 3), (7, 8)]
    assert attached_place(TWO, 1, places) == (2, 3)
    assert attached_place(TWO, 5, places) == (7, 8)


def test_what_the_engine_says_weighs_where_the_tree_is_even() -> None:
    even = _tree([("Raids", 0, "root"), ("Homs", 0, "obl"), ("Hama", 0, "obl")])
    assert attached_place(even, 0, [(1, 2), (2, 3)]) == (1, 2)
    assert attached_place(even, 0, [(1, 2), (2, 3)], [(2, 3)]) == (2, 3)


def test_a_state_that_acts_is_no_place() -> None:
    tree = _tree([("Israel", 1, "nsubj"), ("bombed", 1, "root"), ("Gaza", 1, "obl")])
    assert attached_place(tree, 1, [(0, 1), (2, 3)]) == (2, 3)


def test_no_places_no_choice() -> None:
    assert attached_place(TWO, 1, []) is None


def test_a_name_that_was_cut_is_one_place() -> None:
    tree = _tree([("Raids", 0, "root"), ("Dayr", 0, "obl"), ("Sawwan", 1, "flat"), (",", 4, "punct"), ("Aleppo", 1, "appos")])
    cut = tuple(Mention(i, i + 1, "literal", 0.9) for i in (1, 2, 4))
    words = tuple(replace(w, upos="PUNCT") if w.text == "," else w for w in tree.words)
    analysis = replace(tree.analysis, toponyms=cut, words=words)
    assert place_ranges(analysis, Tree(analysis)) == [(1, 3), (4, 5)]
