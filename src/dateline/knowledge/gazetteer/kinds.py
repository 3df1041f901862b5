"""Words of type around a place name ("city", "countryside", "oblast") and what kind of place they ask for."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["city", "district", "countryside", "admin1", "quarter", "country", "water", "site"]

_ADMIN1 = (
    "province|governorate|governate|muhafazah|oblast|krai|kray|region|state|wilayat|wilaya|department|"
    "departement|prefecture|canton|voivodeship|emirate|republic|regional state|federal state|territory"
)
_DISTRICT = (
    "district|subdistrict|sub-district|county|parish|raion|rayon|rajon|cercle|commune|woreda|zone|township|"
    "tehsil|taluka|upazila|municipality|borough|locality|lga|local government area|division|hromada|agency"
)
_COUNTRYSIDE = "countryside|suburbs|hinterland|rural areas"
_TOWN = "city|town|village|hamlet|settlement|town centre|city centre"
_QUARTER = "neighborhood|neighbourhood|suburb|quarter|sector|ward|street|avenue|boulevard|road|highway|roundabout|square"
_CITY = f"{_TOWN}|neighborhood|neighbourhood|suburb"
_WATER = "river|sea|lake|gulf|strait|ocean|bay|peninsula|island|islands|mountains|valley|desert|basin|canal"
_SITE = (
    "oil field|oilfield|gas field|gasfield|gas plant|gas facility|natural gas facility|natural gas field|"
    "field|oil refinery|refinery|dam|base|air base|airbase|military base|military airport|airport|"
    "international airport|air field|airfield|refugee camp|displacement camp|idp camp|camp|border crossing|crossing|"
    "crossing point|port|nuclear power plant|power plant|power station|prison|barracks|garrison|naval base|terminal|"
    "checkpoint|mine"
)
_WORDS: tuple[tuple[Kind, str], ...] = (
    ("countryside", _COUNTRYSIDE),
    ("district", _DISTRICT),
    ("admin1", _ADMIN1),
    ("city", _TOWN),
    ("quarter", _QUARTER),
    ("water", _WATER),
    ("site", _SITE),
)
_SUFFIXES = tuple(
    (kind, re.compile(rf"^(?P<core>.+?)(?:['’]s)?[\s-]+(?:{words})$", re.I)) for kind, words in _WORDS
)
_WORDS_BEFORE: tuple[tuple[Kind, str], ...] = (
    ("countryside", "rural|(?:northern |southern |eastern |western )?countryside of|rif|reef"),
    ("district", f"(?:{_DISTRICT}) of"),
    ("admin1", f"(?:{_ADMIN1}) of"),
    ("city", f"(?:{_CITY}) of"),
    ("water", "lake|river|gulf of|strait of|bay of|sea of|jabal|jebel|mount|wadi"),
    ("site", "camp|port of"),
)
_PREFIXES = tuple(
    (kind, re.compile(rf"^(?:{words})\s+(?:of\s+)?(?P<core>.+)$", re.I)) for kind, words in _WORDS_BEFORE
)
_ARTICLE = re.compile(r"^the\s+", re.I)


def split_type(name: str) -> tuple[str, Kind | None]:
    """The name without its word of type, and the kind that word asks for: ``("Idlib", "countryside")``."""
    bare = _ARTICLE.sub("", name.strip().strip("“”\"'‘’ ,.;:"))
    for kind, pattern in _SUFFIXES + _PREFIXES:
        match = pattern.match(bare)
        if match:
            return _ARTICLE.sub("", match["core"].strip("“”\"'‘’ ")), kind
    return bare, None


_AFTER = tuple(
    (kind, re.compile(rf"^[\"”’']?s?[\s-]+(?:{words})\b", re.I))
    # "oil field" is tried before "oil", and a site's words before a town's.
    for kind, words in sorted(_WORDS, key=lambda pair: pair[0] != "site")
)
_WORDS_OF: tuple[tuple[Kind, str], ...] = (*_WORDS[:3], ("city", f"{_CITY}|citie|capital|port"))
_BEFORE = tuple(
    (kind, re.compile(rf"\b(?:{words})s?(?:,)?\s+(?:of|called|named)\s+(?:the\s+)?[\"“‘']?$", re.I))
    for kind, words in _WORDS_OF
)
_RURAL = re.compile(r"\b(?:rural|countryside of)\s+$", re.I)


def kind_around(before: str, after: str) -> Kind | None:
    """The kind that the words beside a name ask for: ``before`` ends where it begins, ``after`` begins where
    it ends.
    """
    for kind, pattern in _AFTER:
        if pattern.match(after):
            return kind
    if _RURAL.search(before):
        return "countryside"
    for kind, pattern in _BEFORE:
        if pattern.search(before):
            return kind
    return None
