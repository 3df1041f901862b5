
import pytest

from dateline.model.errors import UnsupportedLanguage
from dateline.reading.language import recognise

FOREIGN = {
    "Spanish": "Al menos siete personas murieron y doce resultaron heridas en un ataque contra un mercado, dijo el"
    " gobierno en un comunicado difundido el martes por la noche.",
    "French": "Au moins sept personnes ont été tuées mardi dans une attaque contre un marché, a déclaré un responsable"
    " local qui a requis l'anonymat.",
    "German": "Bei einem Angriff auf einen Markt sind am Dienstag mindestens sieben Menschen getötet worden, wie ein"
    " Beamter der Provinz mitteilte.",
    "Dutch": "Bij een aanval op een markt zijn dinsdag zeker zeven mensen om het leven gekomen, zei een functionaris"
    " van de provincie.",
    "Turkish": "Salı günü bir pazara düzenlenen saldırıda en az yedi kişi öldü, on iki kişi yaralandı, yetkililer"
    " söyledi.",
    "Indonesian": "Sedikitnya tujuh orang tewas dan belasan lainnya terluka dalam serangan terhadap sebuah pasar pada"
    " hari Selasa, kata seorang pejabat.",
    "Arabic": "قتل سبعة أشخاص على الأقل في هجوم على سوق يوم الثلاثاء",
    "Ukrainian": "Щонайменше сімох людей було вбито під час нападу на ринок у вівторок, повідомив посадовець.",
    "Chinese": "周二，一个市场遭到袭击，至少七人死亡，当地官员说。",
}
QUOTED = (
    "The group said in a statement on Tuesday that it had carried out the attack. «قتل سبعة جنود في هجوم على القاعدة"
    " العسكرية» it read, according to a local monitor, and the army has denied that any of its soldiers were killed."
)


@pytest.mark.parametrize(("name", "text"), FOREIGN.items())
def test_other_languages_are_refused_by_name(name: str, text: str) -> None:
    with pytest.raises(UnsupportedLanguage, match=name) as raised:
        recognise(text, "r")
    assert "English" in raised.value.advice


@pytest.mark.parametrize(
    "text",
    [
        QUOTED,
        "Militants attack army camp, kill six soldiers",
        "Three policemen martyred in Khyber Pakhtunkhwa roadside blast; search operation launched",
        "GUNMEN KILLED SEVEN PEOPLE AT A MARKET IN THE NORTH, AND THE ARMY SAID THAT THEY FLED WITH HOSTAGES",
    ],
)
def test_english_passes_without_a_word(text: str) -> None:
    assert recognise(text, "r") == ("en", ())


@pytest.mark.parametrize("text", ["Blast hits Kabul", "5 killed", "At least 12 dead in Kabul blast"])
def test_too_short_to_tell_is_taken_for_english_and_said(text: str) -> None:
    language, warnings = recognise(text, "r")
    assert language == "en"
    assert [warning.code for warning in warnings] == ["language-assumed"]
