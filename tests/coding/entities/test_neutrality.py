"""The same report with the sides exchanged is read the same way."""

import pytest

from dateline.coding.entities import read_entities
from dateline.coding.tree import Tree
from dateline.knowledge.actors import load_actors
from dateline.knowledge.gazetteer import load_gazetteer
from dateline.language.network import WEIGHTS
from dateline.model.report import Report
from tests.coding.entities.plain_analysis import Read

_TEXT = (
    "In {place}, {a} troops shelled a village. The {b} army denied that its soldiers fled. "
    "{b} drones hit {a} positions."
)


@pytest.mark.parametrize(
    ("a", "b"), [("Russian", "Ukrainian"), ("Israeli", "Syrian"), ("Indian", "Pakistani")]
)
def test_sides_exchanged_read_alike(a, b):
    def armed(first: str, second: str) -> list[tuple[str | None, bool]]:
        read = Read(_TEXT.format(place="Geneva", a=first, b=second))
        phrases = (f"{first} troops", f"The {second} army", f"{second} drones", f"{first} positions")
        return [(e.actor, e.armed) for p in phrases if (e := read.who(p))]

    one, other = armed(a, b), armed(b, a)
    swap = {one[0][0]: one[1][0], one[1][0]: one[0][0]}
    assert len(one) == 4
    assert [(swap[actor], arms) for actor, arms in one] == other


def test_the_same_text_gives_the_same_entities():
    text = _TEXT.format(place="Geneva", a="Kenyan", b="Somali")
    first, second = Read(text), Read(text)
    assert [first.who(p) for p in ("Kenyan troops", "its soldiers")] == [
        second.who(p) for p in ("Kenyan troops", "its soldiers")
    ]


@pytest.mark.skipif(not (WEIGHTS / "encoder.onnx").exists(), reason="the engine's weights are not there")
def test_with_the_engine():
    from dateline.language.analyse import Analyser
    from dateline.language.network import load

    text = (
        "Al-Shabaab fighters attacked a police station in Baidoa, Somalia, on Friday. "
        "The group said that it killed nine officers. "
        "Two soldiers and three civilians were wounded, Colonel Abdi Warsame said."
    )
    analysis = Analyser(load(1)).analyse(text)
    report = Report("r", "x", None, None, None, None, None, "en", text)
    entities = read_entities(report, analysis, Tree(analysis), load_actors(), load_gazetteer())

    def who(phrase: str):
        start = text.index(phrase)
        return entities.at(*analysis.words_at(start, start + len(phrase)))

    assert who("Al-Shabaab fighters") == who("The group")
    assert who("The group").actor == "al-shabaab"
    assert who("a police station").name == "police station"
    assert who("Two soldiers").actor == "military-so"
    assert who("three civilians").civilian
    assert who("Colonel Abdi Warsame").name == "Abdi Warsame"
    assert who("Friday") is None
