"""Keys under which a place name is found however the press spells it.

Three keys, from strict to loose; each is a plain function of the name, so that a match can be explained:

``fold``      letters without marks, case, apostrophes or hyphens: ``Dayr az-Zawr`` -> ``dayr az zawr``
``sound``     one letter a sound, articles dropped: ``Dayr az-Zawr``, ``Deir Ezzor``, ``Deir al-Zour`` -> ``dirzur``
``skeleton``  the consonants of ``sound`` with the pairs that romanisations swap made one: ``al-Busayrah`` -> ``bsr``

Source of the letter pairs: the differences between the ALA-LC, BGN/PCGN, UNGEGN and French-mandate
romanisations of Arabic, and between BGN/PCGN Russian, Ukrainian and Persian.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SPECIAL = str.maketrans(
    {
        "ł": "l",
        "ı": "i",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ħ": "h",
        "ə": "a",
        "ŋ": "ng",
        "ɣ": "gh",
        "ɓ": "b",
        "ɗ": "d",
        "ƙ": "k",
        "ى": "ي",
        "ة": "ه",
        "ک": "ك",
        "ی": "ي",
        "ۀ": "ه",
    }
)
_APOSTROPHES = re.compile("['’‘`´ʿʾʻʼʽ′ʹʺ\"“”]")
_NOT_WORD = re.compile(r"[\W_]+")

_PLAIN_ARTICLES = frozenset({"al", "el", "ul", "il"})
_SUN_ARTICLES = re.compile(r"^[aeu](?:ch|sh|dh|th|[rstdznl])$")
_LINKS = frozenset({"e", "i", "y", "ye", "wa", "u", "o", "va", "and", "of", "the"})

_CONSONANTS = (
    (re.compile(r"tsch|tch"), "x"),
    (re.compile(r"sch|sh|ch|sz"), "x"),
    (re.compile(r"dzh|dj|zh|j"), "j"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"dh"), "d"),
    (re.compile(r"th"), "t"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"ck|q|c"), "k"),
    (re.compile(r"x(?=[ckq])"), "ks"),
)
_VOWEL_RUN = re.compile(r"[aeiouwy]+")
_DOUBLED = re.compile(r"(.)\1+")
_LATIN = re.compile(r"[a-z]")


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """``name`` without case, diacritics, apostrophes and punctuation; words separated by one space."""
    text = unicodedata.normalize("NFKD", name.casefold().translate(_SPECIAL))
    text = "".join(c for c in text if not unicodedata.combining(c)).translate(_SPECIAL)
    return _NOT_WORD.sub(" ", _APOSTROPHES.sub("", text)).strip()


def _without_articles(tokens: list[str]) -> list[str]:
    kept: list[str] = []
    for i, token in enumerate(tokens):
        following = tokens[i + 1] if i + 1 < len(tokens) else ""
        if following and token in _PLAIN_ARTICLES:
            continue
        if following and _SUN_ARTICLES.match(token) and following.startswith(token[1:2]):
            continue
        if 0 < i < len(tokens) - 1 and token in _LINKS:
            continue
        kept.append(_without_joined_article(token) if i else token)
    return kept


def _without_joined_article(token: str) -> str:
    # "Deir Ezzor", "Deir Azzour": the assimilated article is written on to its noun, which doubles the letter.
    if len(token) > 4 and token[0] in "aeu" and token[1] == token[2] and token[1] in "rstdzn":
        return token[2:]
    return token


def _vowels(run: re.Match[str]) -> str:
    classes = "".join("u" if c in "ouw" else "i" if c in "eiy" else "a" for c in run.group())
    strong = classes.replace("a", "") or "a"
    return _DOUBLED.sub(r"\1", strong)


@lru_cache(maxsize=32768)
def _sound_of_word(word: str) -> str:
    for pattern, replacement in _CONSONANTS:
        word = pattern.sub(replacement, word)
    if len(word) > 2 and word.endswith("h"):
        word = word[:-1]
    if (len(word) > 3 and word[-1] in "ae" and word[-2] not in "aeiouwy") or (
        len(word) > 3 and word[-2:] in {"ia", "ie", "ya", "ye"}
    ):
        word = word[:-1]
    return _DOUBLED.sub(r"\1", _VOWEL_RUN.sub(_vowels, _DOUBLED.sub(r"\1", word)))


@lru_cache(maxsize=8192)
def sound(name: str) -> str:
    """The sound key of ``name``; empty for a name that is not in the Latin alphabet."""
    folded = fold(name)
    if not _LATIN.search(folded):
        return ""
    return "".join(_sound_of_word(word) for word in _without_articles(folded.split()))


def skeleton(name: str) -> str:
    """The consonants of ``sound(name)``, ``g``/``k``/``j`` and ``d``/``z`` made one; empty under two consonants."""
    key = sound(name)
    if not key:
        return ""
    first = "a" if key[0] in "aiu" else ""
    bare = first + re.sub(r"[aiu]", "", key)
    bare = bare.translate(str.maketrans("gjz", "kkd"))
    return bare if len(bare) >= 2 else ""


def likeness(one: str, other: str) -> float:
    """How alike two names sound, 0-1: edit distance of their sound keys, a vowel counted as half a letter."""
    a, b = sound(one), sound(other)
    if not a or not b:
        return 0.0
    previous = [0.0]
    for c in b:
        previous.append(previous[-1] + _weight(c))
    for c in a:
        current = [previous[0] + _weight(c)]
        for j, d in enumerate(b, 1):
            swap = 0.0 if c == d else max(_weight(c), _weight(d))
            current.append(min(previous[j] + _weight(c), current[j - 1] + _weight(d), previous[j - 1] + swap))
        previous = current
    return max(0.0, 1.0 - previous[-1] / max(len(a), len(b)))


def _weight(letter: str) -> float:
    return 0.5 if letter in "aiu" else 1.0


_SCRIPTS = ("LATIN", "CYRILLIC", "ARABIC")


def worth_keeping(alternate: str) -> bool:
    """False for codes, machine transliterations (written in lower case) and scripts that Dateline does not look up."""
    letters = [c for c in alternate if c.isalpha()]
    if len(letters) < 2 or len(alternate) > 50 or any(c.isdigit() for c in alternate):
        return False
    if len(letters) <= 3 and alternate.isupper():
        return False
    script = unicodedata.name(letters[0], "").split()[0]
    return script in _SCRIPTS and not (script == "LATIN" and letters[0].islower())
