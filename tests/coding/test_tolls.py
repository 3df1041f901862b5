import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.coding.tolls import find_tolls
from dateline.language.quantities import find_quantities
from dateline.model.analysis import Word
from tests.coding.flat_parse import parse


def tolls(text):
    words = parse(text)
    return find_tolls(words, 0, len(words), text, find_quantities(text))


def brief(text):
    return [(t.kind, t.low, t.best, t.high, t.unit, t.who) for t in tolls(text)]


P = "persons"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("12 people were killed in the raid.", [("killed", 12, 12, 12, P, None)]),
        ("A girl was shot in the market.", [("casualties", 1, 1, 1, P, "girl")]),
        ("They shot the driver and his son; both were killed.", [("killed", 2, 2, 2, P, None)]),
        ("Four conscripts fell in the battle.", [("killed", 4, 4, 4, P, "conscripts")]),
        ("A local elder was beaten to death.", [("killed", 1, 1, 1, P, "local elder")]),
        ("We lost nine people.", [("killed", 9, 9, 9, P, None)]),
        ("Doctors raised the toll of the blast to 17.", [("killed", 17, 17, 17, P, None)]),
        ("The police put the number of those kidnapped at nine.", [("abducted", 9, 9, 9, P, None)]),
        ("The raid killed at least five civilians.", [("killed", 5, 5, None, P, "civilians")]),
        ("Five killed in market bombing.", [("killed", 5, 5, 5, P, None)]),
        (
            "12 killed, 30 wounded in blast.",
            [("killed", 12, 12, 12, P, None), ("injured", 30, 30, 30, P, None)],
        ),
        (
            "A bomb exploded, killing 12 and wounding several.",
            [("killed", 12, 12, 12, P, None), ("injured", 2, None, None, P, None)],
        ),
        ("The raid left 28 dead.", [("killed", 28, 28, 28, P, None)]),
        ("A policeman was killed near the market.", [("killed", 1, 1, 1, P, "policeman")]),
        ("The commander was killed.", [("killed", 1, 1, 1, P, "commander")]),
        ("Soldiers were killed in the ambush.", [("killed", 2, None, None, P, "Soldiers")]),
        ("The bodies of five men were found.", [("killed", 5, 5, 5, P, "men")]),
        ("Fighters took 14 prisoners.", [("detained", 14, 14, 14, P, "prisoners")]),
        ("Fighters took five soldiers hostage.", [("abducted", 5, 5, 5, P, "soldiers")]),
        ("Doctors put the dead at 40.", [("killed", 40, 40, 40, P, None)]),
        ("Not one of its fighters was killed.", [("killed", 0, 0, 0, P, None)]),
        ("No casualties were reported.", [("casualties", 0, 0, 0, P, None)]),
        ("The attack was repelled without casualties.", [("casualties", 0, 0, 0, P, None)]),
        ("No one was killed in the raid.", [("killed", 0, 0, 0, P, None)]),
        ("The clashes led to numerous casualties.", [("casualties", 2, None, None, P, None)]),
        ("There were casualties on both sides.", [("casualties", 2, None, None, P, None)]),
        ("Several fighters have lost their lives.", [("killed", 2, None, None, P, "fighters")]),
        ("The fighting claimed the lives of 14 people.", [("killed", 14, 14, 14, P, None)]),
        ("The death toll rose to 19 on Monday.", [("killed", 19, 19, 19, P, None)]),
        (
            "Raiders burned 40 houses and destroyed two tanks.",
            [("destroyed", 40, 40, 40, "houses", None), ("destroyed", 2, 2, 2, "vehicles", "tanks")],
        ),
        ("The shelling forced 3,000 families to flee.", [("displaced", 3000, 3000, 3000, "families", None)]),
        ("Thousands of families fled their homes.", [("displaced", 2000, None, None, "families", None)]),
        ("Gunmen abducted eight students from a school.", [("abducted", 8, 8, 8, P, "students")]),
        ("Three people are missing.", [("missing", 3, 3, 3, P, None)]),
        ("The blast killed or injured 20 people.", [("casualties", 20, 20, 20, P, None)]),
        (
            "Gunmen killed five civilians and two soldiers.",
            [("killed", 5, 5, 5, P, "civilians"), ("killed", 2, 2, 2, P, "soldiers")],
        ),
        (
            "Five civilians and two soldiers were killed.",
            [("killed", 5, 5, 5, P, "civilians"), ("killed", 2, 2, 2, P, "soldiers")],
        ),
        ("Two soldiers killed three civilians.", [("killed", 3, 3, 3, P, "civilians")]),
        ("A 45-year-old man was shot dead.", [("killed", 1, 1, 1, P, "man")]),
        ("The army said it shot down five drones.", [("destroyed", 5, 5, 5, "drones", None)]),
        (
            "At least 12 people were killed and 30 others wounded.",
            [("killed", 12, 12, None, P, None), ("injured", 30, 30, 30, P, None)],
        ),
        ("12 wounded soldiers were evacuated.", [("injured", 12, 12, 12, P, "soldiers")]),
        ("A suicide bomber killed himself and three others.", [("killed", 3, 3, 3, P, None)]),
        (
            "Five members of the same family were killed.",
            [("killed", 5, 5, 5, P, "members of the same family")],
        ),
        ("Police arrested and questioned two men.", [("detained", 2, 2, 2, P, "men")]),
        (
            "No injuries or deaths were reported.",
            [("injured", 0, 0, 0, P, None), ("killed", 0, 0, 0, P, None)],
        ),
        (
            "They buried thousands of wounded soldiers.",
            [("injured", 2000, None, None, P, "soldiers")],
        ),
        ("Ten soldiers killed militants.", [("killed", 2, None, None, P, "militants")]),
        ("Between 10 and 15 fighters were killed.", [("killed", 10, None, 15, P, "fighters")]),
    ],
)
def test_tolls_are_told(text, told):
    assert brief(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Police seized 30 rifles and 12 vehicles.",
        "He was not injured.",
        "No immediate reports of casualties.",
        "Forces captured the town.",
        "The 45-year-old spoke for 20 minutes on 3 May.",
        "The council killed the plan.",
        "He visited 12 villages in 2014.",
    ],
)
def test_what_is_no_toll(text):
    assert brief(text) == []


@pytest.mark.parametrize(
    ("text", "whole", "part"),
    [
        ("12 people, including three children, were killed.", "12 people", "three children"),
        ("The attack killed 12 people, six of them children.", "12 people", "six of them children"),
        ("The army killed 30 militants, including a senior commander.", "30 militants", "a senior commander"),
        ("Clashes left at least 20 dead, among them three women.", "at least 20", "three women"),
    ],
)
def test_a_part_points_at_its_whole(text, whole, part):
    found = tolls(text)
    (of,) = [t for t in found if t.part_of is not None]
    assert of.text == part
    assert found[of.part_of].text == whole


@pytest.mark.parametrize(
    ("text", "cumulative"),
    [
        ("Since Sunday the number of people killed has reached 45.", True),
        ("The strike brings the death toll to 30.", True),
        ("So far this year 300 people have been killed.", True),
        ("The death toll rose to 19 on Monday.", False),
        ("12 people were killed on Monday.", False),
    ],
)
def test_tolls_over_more_than_one_event_are_marked(text, cumulative):
    assert [t.cumulative for t in tolls(text)] == [cumulative]


def test_the_span_is_that_of_the_phrase_in_the_whole_text():
    before = "Calm returned. "
    text = before + "At least 12 people were killed."
    words = tuple(
        Word(
            w.index,
            w.start + len(before),
            w.end + len(before),
            w.text,
            w.lemma,
            w.upos,
            w.xpos,
            w.head,
            w.deprel,
        )
        for w in parse(text[len(before) :])
    )
    (toll,) = find_tolls(words, 0, len(words), text, find_quantities(text))
    assert toll.text == "At least 12 people" == text[toll.span.start : toll.span.end]


def test_the_tree_finds_a_subject_that_stands_far_off():
    text = "Five farmers from the villages along the river who had come to trade were killed."
    words = parse(text)
    killed = next(w.index for w in words if w.text == "killed")
    farmers = next(w.index for w in words if w.text == "farmers")
    words = tuple(
        Word(w.index, w.start, w.end, w.text, w.lemma, w.upos, w.xpos, killed, "nsubj:pass")
        if w.index == farmers
        else w
        for w in words
    )
    (toll,) = find_tolls(words, 0, len(words), text, find_quantities(text))
    assert toll.text == "Five farmers"


_WORDS = (
    "12 people and were killed , wounded the of soldiers five dead toll to 30 "
    "including three them children no casualties a lost lives"
)


@given(st.lists(st.sampled_from(_WORDS.split()), max_size=25).map(" ".join), st.randoms())
def test_any_words_under_any_tree_give_valid_tolls(text, random):
    words = parse(text)
    deprels = ["nsubj", "nsubj:pass", "obj", "acl", "conj", "xcomp", "root"]
    words = tuple(
        Word(
            w.index,
            w.start,
            w.end,
            w.text,
            w.lemma,
            w.upos,
            w.xpos,
            random.randrange(len(words)),
            random.choice(deprels),
        )
        for w in words
    )
    found = find_tolls(words, 0, len(words), text, find_quantities(text))
    for n, toll in enumerate(found):
        assert text[toll.span.start : toll.span.end] == toll.text
        assert toll.part_of is None or (0 <= toll.part_of < len(found) and toll.part_of != n)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Four rangers have lost their lives.", [("killed", 4, 4, 4, P, "rangers")]),
        ("The brigade lost 40 soldiers killed and wounded.", [("casualties", 40, 40, 40, P, "soldiers")]),
        ("Two policemen suffered burns.", [("injured", 2, 2, 2, P, "policemen")]),
        ("Nobody was hurt.", [("casualties", 0, 0, 0, P, None)]),
    ],
)
def test_lives_lost_and_wounds_suffered(text, told):
    assert brief(text) == told


def test_the_toll_of_a_war_is_of_more_than_one_event():
    assert [t.cumulative for t in tolls("The raid raised the toll of the war to 900.")] == [True]
    assert [t.cumulative for t in tolls("The raid raised the toll of the strike to 9.")] == [False]
