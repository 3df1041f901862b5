"""Who says so and how surely: whole chains, stance and polarity, read with the shipped engine."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from dateline.coding.attribution.page import Page
from dateline.coding.attribution.quotes import quotes
from dateline.coding.attribution.reader import AttributionReader, Chain
from dateline.coding.stance.stance import Standing, stance_of
from dateline.language.analyse import Analyser
from dateline.language.network import WEIGHTS, load
from dateline.model.analysis import Analysis
from dateline.model.report import Report
from tests.coding.plain import at, plain

CASES = [
    re.split(r"\s*\|\s*", line.strip())
    for line in Path(__file__).with_name("voices.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
GROUPS = {"Hamas", "RSF", "M23", "Islamic State", "Al-Shabaab", "Ansar Dine"}
FLOOR = 0.93
"""Share of the sentences of voices.txt whose whole chain (names, kinds, cues) must be right; likewise
for stance."""
needs_engine = pytest.mark.skipif(
    not (WEIGHTS / "encoder.onnx").exists(), reason="the engine's weights are not here"
)


@cache
def analyse(text: str) -> Analysis:
    return Analyser(load()).analyse(text)


def name_of(analysis: Analysis) -> Callable[[int, int], tuple[str | None, str | None]]:
    def named(first: int, last: int) -> tuple[str | None, str | None]:
        text = analysis.span(first, last).text.removeprefix("The ").removeprefix("the ")
        return (text, text.lower()) if text in GROUPS else (None, None)

    return named


def read(text: str, trigger: str, outlet: str | None = "Outlet", nth: int = 0) -> tuple[Chain, Standing]:
    analysis = analyse(text)
    report = Report("r", "r", outlet, None, None, None, None, "en", text)
    words = at(analysis, trigger, nth)
    chain = AttributionReader(report, analysis, name_of(analysis)).chain_at(*words)
    return chain, stance_of(words, chain, analysis)


def told(chain: Chain) -> str:
    return "; ".join(f"{s.name or '-'}, {s.kind}, {s.cue.text if s.cue else ''}" for s in chain.sources[1:])


def outcome(case: list[str]) -> tuple[str, str, str]:
    marked = case[0]
    before = marked.index("[[")
    text = marked.replace("[[", "").replace("]]", "")
    trigger = marked[before + 2 : marked.index("]]")]
    chain, standing = read(text, trigger, nth=marked[:before].count(trigger))
    return told(chain), standing.stance, standing.polarity


@needs_engine
def test_chains_and_stances_of_many_styles_of_reporting() -> None:
    results = [(case, outcome(case)) for case in CASES]
    chains = [f"{case[0]}: {got[0]}" for case, got in results if got[0] != case[1]]
    stances = [f"{case[0]}: {got[1:]}" for case, got in results if list(got[1:]) != case[2:]]
    assert len(chains) <= (1 - FLOOR) * len(CASES), "\n".join(chains)
    assert len(stances) <= (1 - FLOOR) * len(CASES), "\n".join(stances)


@needs_engine
def test_the_outlet_stands_outermost_and_alone_where_nobody_is_quoted() -> None:
    chain, standing = read("Shells hit the market in Tawila on Friday.", "hit", outlet=None)
    assert [(s.level, s.name, s.kind) for s in chain.sources] == [(0, None, "outlet")]
    assert (standing.stance, standing.polarity, standing.cue) == ("stated", "+", None)


@needs_engine
def test_levels_grow_inwards_and_parallel_sources_share_one() -> None:
    chain, _ = read(
        "Residents and a local official said that a deserter had told them that soldiers killed ten men.",
        "killed",
    )
    assert [s.level for s in chain.sources] == [0, 1, 1, 2]
    assert {s.kind for s in chain.sources if s.level == 1} == {"witness", "official"}


@needs_engine
def test_source_and_cue_are_spans_of_the_text() -> None:
    text = "Police chief Anna Kovacs said rioters had burned two buses."
    chain, _ = read(text, "burned")
    source = chain.sources[1]
    assert source.span is not None
    assert source.cue is not None
    assert source.span.text == "Police chief Anna Kovacs"
    assert text[source.cue.start : source.cue.end] == "said"
    assert source.name == "Anna Kovacs"


@needs_engine
def test_a_quotation_that_runs_over_paragraphs_keeps_its_speaker() -> None:
    text = (
        "“The column came from the north,” said the mayor of the town. “There was no warning.\n\n"
        "“They shelled the school for two hours.”\n\nThe army then retook the town."
    )
    chain, _ = read(text, "shelled")
    assert [s.name for s in chain.sources] == ["Outlet", "mayor of the town"]
    assert read(text, "retook")[0].sources[1:] == ()


@needs_engine
def test_the_outlets_own_people_stand_beside_it() -> None:
    chain, standing = read("Our monitors verified that gunmen killed three herders near Bor.", "killed")
    assert [(s.level, s.name) for s in chain.sources] == [(0, "Outlet"), (0, "monitors")]
    assert standing.stance == "stated"


@needs_engine
def test_a_pronoun_stands_for_the_speaker_before() -> None:
    text = "UNICEF said three schools were closed. It added that shells had hit a clinic."
    assert read(text, "hit")[0].sources[1].name == "UNICEF"


@needs_engine
def test_what_an_order_wills_has_the_one_who_orders_as_its_source_and_the_order_has_not() -> None:
    text = "The prosecutor ordered the arrest of two officers."
    chain, standing = read(text, "arrest")
    assert [s.name for s in chain.sources[1:]] == ["prosecutor"]
    assert standing.stance == "intended"
    chain, standing = read(text, "ordered")
    assert chain.sources[1:] == ()
    assert standing.stance == "stated"


def test_quotations_end_with_their_marks_or_their_paragraph() -> None:
    analysis = plain(
        '“One two three.\n\n“Four five,” he said.\n\nA “so-called” truce. "Six seven," she said.'
    )
    found = [(analysis.span(*q.inside).text, q.reopened) for q in quotes(Page(analysis))]
    assert found == [
        ("One two three.", False),
        ("Four five,", True),
        ("so-called", False),
        ("Six seven,", False),
    ]


@needs_engine
def test_a_quotation_that_the_text_never_closes_ends_with_the_text() -> None:
    text = 'Residents fled the town on Monday. "We walked for two days," said Amina Yusuf. "Nobody came to help us and we'
    report = Report("r", "r", None, None, None, None, None, "en", text)
    reader = AttributionReader(report, analyse(text), lambda first, last: (None, None))
    words = len(analyse(text).words)
    assert reader.relations
    assert all(end <= words for r in reader.relations for _, end in r.contents)


@needs_engine
def test_only_whoever_told_it_can_take_it_back() -> None:
    text = "A colonel said that gunmen had raided Jolo. Police said that no one was hurt; they later corrected that statement."
    assert read(text, "raided")[1].stance == "attributed"


@needs_engine
def test_a_speaker_goes_on_with_a_threat_of_his_own() -> None:
    text = "The RSF said it had hit back with drones, and threatened to attack Kosti."
    assert read(text, "threatened")[0].sources[1:] == ()
    assert [s.name for s in read(text, "attack")[0].sources[1:]] == ["RSF"]


@needs_engine
@pytest.mark.parametrize(
    ("text", "trigger", "name"),
    [
        ("The depot was bombed, a military source quoted by the daily Al-Watan said.", "bombed", "military source"),
        ("State television reported, citing the navy, that two boats were sunk.", "sunk", "navy"),
        ("Clashes were reported near Mahbes on Thursday.", "Clashes", None),
        ("Acting Superintendent Peter Kaki said it was a trap. \"They were shot,\" he said.", "shot", "Peter Kaki"),
        ("The opposition called the arrests a kidnapping.", "kidnapping", "opposition"),
    ],
)
def test_the_innermost_source(text: str, trigger: str, name: str | None) -> None:
    chain, standing = read(text, trigger)
    assert [s.name for s in chain.innermost] == [name]
    assert standing.stance == "attributed"


@needs_engine
def test_an_act_named_in_a_demand_is_told_by_the_outlet() -> None:
    chain, standing = read("The mayor demanded that the government free the hostages taken in Kenscoff last week.", "taken")
    assert (chain.sources[1:], standing.stance) == ((), "stated")


@needs_engine
def test_what_is_brought_about_has_happened() -> None:
    assert read("The killing prompted residents to flee the town.", "flee")[1].stance == "stated"
