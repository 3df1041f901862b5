import pytest

from dateline.knowledge.names import normalise, short_acronym
from dateline.knowledge.word_file import WordFile


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al-Shabaab", "al Shabaab"),
        ("Hay’at Taḥrīr al-Shām", "Hayat Tahrir al-Sham"),
        ("the Séléka", "Seleka"),
        ("Hamas's", "Hamas"),
        ("People's Defense Units", "Peoples Defence Units"),
        ("U.S. Army", "US army"),
        ("Milli İstihbarat Teşkilatı", "Milli Istihbarat Teskilati"),
        ("DHKP/C", "DHKP-C"),
    ],
)
def test_spellings_of_one_name_are_folded_together(one, other):
    assert normalise(one) == normalise(other)


def test_different_names_stay_apart():
    assert normalise("Hama") != normalise("Hamas")
    assert normalise("North Korea") != normalise("South Korea")


def test_a_name_of_an_article_alone_is_kept():
    assert normalise("The") == "the"


def test_short_acronyms():
    assert short_acronym("IS") and short_acronym("JeM")
    assert not short_acronym("Wagner") and not short_acronym("Azov")


def test_a_spelling_leads_to_one_that_is_kept():
    raw = WordFile("spellings.json")
    assert raw["source"]
    assert not raw["spellings"].keys() & set(raw["spellings"].values())
