"""The grams of a sentence, and the linear reader as it is stored."""

import numpy as np
import pytest

from dateline.language import wordings
from dateline.language.wordings import Wordings, grams


def test_sides_stand_for_their_names_and_what_is_between_them_is_told_apart():
    found = grams(["The", "council", "accused", "Chad", "."], [1, 1, 0, 2, 0])
    assert {"<s>", "accuse", "<t>", "<s> accuse", "accuse <t>", "<s> * <t>", "<s> + accuse"} <= found
    assert not any("counci" in gram or "chad" in gram for gram in found)


def test_the_side_that_comes_first_makes_a_difference():
    words = ["A", "praised", "B"]
    assert grams(words, [1, 0, 2]) != grams(words, [2, 0, 1])


def test_a_text_without_sides_has_stems_and_pairs():
    assert grams(["Police", "fired", "tear-gas", "!"], [0] * 4) == {
        "police", "fired", "tear-g", "police fired", "fired tear-g", "police * tear-g",
    }  # fmt: skip


@pytest.mark.parametrize("words", [[], ["."], ["\u202e", "🙂"]])
def test_words_without_letters_have_no_grams(words):
    assert grams(words, [0] * len(words)) == set()


def reader():
    return Wordings(
        {"shot": 0, "met": 1},
        np.array([1.0, 2.0], dtype=np.float32),
        np.array([[1.0, -1.0], [-0.5, 0.5]], dtype=np.float32),
        np.array([0.0, 0.25], dtype=np.float32),
    )


def test_unknown_wording_leaves_the_bias():
    assert reader().read({"sang"}).tolist() == [0.0, 0.25]


def test_rarer_grams_weigh_more():
    assert reader().read({"shot", "met"}) == pytest.approx([0.0, 0.25])
    assert reader().read({"shot"}) == pytest.approx([8.0, -7.75])


def test_a_reader_comes_back_from_its_file(tmp_path):
    wordings.save({"root": reader()}, tmp_path / "types.npz")
    found = wordings.load(tmp_path / "types.npz")["root"]
    assert found.read({"shot"}) == pytest.approx(reader().read({"shot"}), abs=0.1)
    assert found.read({"met"}) == pytest.approx(reader().read({"met"}), abs=0.1)
