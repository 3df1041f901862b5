"""What people are called does not change what the engine reads of them."""

import pytest

from dateline.language.analyse import Analyser
from dateline.language.lemmas import settle
from dateline.language.network import load

TOLD = "On Monday {} attacked the village of Beni and abducted two {}, a teacher said."


@pytest.mark.parametrize(("loaded", "plain"), [("terrorists", "militants"), ("henchmen", "soldiers"), ("regime", "government")])
def test_a_label_is_read_as_its_plain_noun(loaded: str, plain: str) -> None:
    engine = Analyser(load())
    ours, theirs = (engine.analyse(TOLD.format(word, word)) for word in (loaded, plain))
    assert ours.triggers == theirs.triggers
    assert ours.predicates == theirs.predicates
    assert ours.mentions == theirs.mentions
    assert [w.head for w in ours.words] == [w.head for w in theirs.words]
    assert loaded in [w.text for w in ours.words]


def test_a_label_keeps_its_own_lemma() -> None:
    words = Analyser(load()).analyse("Two henchmen and three cutthroats fled.").words
    assert {"henchman", "cutthroat"} <= {w.lemma for w in words}


def test_the_plural_of_man_is_settled() -> None:
    assert settle("gunmen", "gunme", {"gunman"}.__contains__) == "gunman"
