"""Scores may rise and may not fall silently; how to change a floor is told in ``benchmarks/floors.py``."""

import pytest

from benchmarks import floors
from benchmarks.corpus import DATA, Score
from benchmarks.pages import PAGES

HELD = sorted({name.split(" · ")[0] for name in floors.load()})


@pytest.fixture(scope="module")
def engines():
    from benchmarks.engines import Engines

    return Engines()


@pytest.mark.skipif(not DATA.exists(), reason="the corpora are not there")
@pytest.mark.parametrize("page", HELD)
def test_no_score_lies_below_its_floor(page, engines):
    missing = PAGES[page].missing()
    if missing:
        pytest.skip(f"not there: {', '.join(missing)}")
    down = floors.fallen(floors.sampled(engines, page), floors.load())
    assert not down, "\n".join([*down, floors.__doc__])


def test_a_score_below_its_floor_is_told_and_others_are_not():
    found = {"a": 71.9, "b": 72.0, "unknown": 1.0}
    assert floors.fallen(found, {"a": 72.0, "b": 72.0, "gone": 50.0}) == ["a: 71.90, floor 72.00"]


def test_pinning_raises_floors_and_refuses_to_lower_them(tmp_path, monkeypatch):
    from benchmarks.pages import Page

    values = iter([80.0, 85.0, 79.0])
    page = Page(lambda engines, most: [Score("w", "c", "m", next(values))], sample=1)
    monkeypatch.setitem(PAGES, "made", page)
    monkeypatch.setattr(floors, "FILE", tmp_path / "floors.json")
    floors.FILE.write_text("{}", encoding="utf-8")
    for expected in (79.5, 84.5):
        floors.pin(None, ["made"])
        assert floors.load() == {"made · w · c · m": expected}
    with pytest.raises(SystemExit, match="do not fall silently"):
        floors.pin(None, ["made"])
    assert floors.load() == {"made · w · c · m": 84.5}
