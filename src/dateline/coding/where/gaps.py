"""What stands between two place names where one lies in, beside or with the other."""

from __future__ import annotations

import re

from dateline.coding.where.relation import POINT

LIST_GAP = re.compile(
    r"^[\"”’']?(?:,|;|,?\s+(?:and|or|as well as)|/)\s*(?:in\s+|to\s+|from\s+)?(?:the\s+)?(?:(?:town|village|"
    r"city)s?\s+of\s+)?[\"“‘']?$",
    re.I,
)

_APPOSITIONS = (
    "towns?|villages?|city|district|area|suburb|hamlet|settlement|county|community|locality|commune|municipality|township|"
    "neighbou?rhood|island|outpost|port|camp"
)
_HOLDER = "(?:countryside|parts?|suburbs?|district|area|region|province|state|governorate|oblast|city|town)"
IN_GAP = re.compile(
    r"^[\"”’']?(?:\s+(?:city|cities|towns?|villages?|districts?|areas?|camps?|refugee|oil|gas|field|fields|"
    r"base|air|dam|crossing|is|are|lies|lying|located|"
    r"situated|based|near|neighbou?rhoods?|suburbs?|settlements?|province|governorate|region|market|"
    r"hospital)){0,4}(?:,?\s+and\s+(?:their|its|the|other|several|some)\s+[a-z ]{0,30}?)?"
    rf"(?:,\s+(?:an?|the)\s+(?:[a-z-]+\s+){{0,3}}?(?:{_APPOSITIONS}))?"
    rf"(?:\s+{_HOLDER}\s+of|,?\s*(?:in|within|inside))\s+(?:the\s+)?(?:(?P<point>{POINT}|central|"
    rf"rural)\s+)?(?:{_HOLDER}\s+(?:of\s+)?)?"
    r"(?:the\s+)?(?:[a-z-]+\s+){0,2}?[\"“‘']?$"
)
PART_OF_GAP = re.compile(
    r"^[\"”’']?(?:,\s+(?:an?|the|one\s+of\s+the)\s+(?:[a-z-]+\s+){0,3}?|\s+)(?:neighbou?rhoods?|districts?|suburbs?|quarters?|"
    r"sectors?|areas?|sections?|zones?|parts?|slums?|communes?|municipality|township|wards?|county|arrondissement)\s+(?:of|in|within)"
    rf"\s+(?:the\s+)?(?:(?:{POINT}|central)\s+)?(?:(?:city|town|capital|district|region|province|state)\s+(?:of\s+)?)?[\"“‘']?$"
)
"""Between the name of a part and that of the whole: "the X neighbourhood of Y", "X, a district of Y"."""
BESIDE_GAP = re.compile(
    rf"^[\"”’']?(?:\s+(?:{_APPOSITIONS}|base|airport|dam|field|camp))?(?:,\s+(?:an?|the)\s+(?:[a-z-]+\s+){{0,3}}?(?:{_APPOSITIONS}))?"
    r",?\s+(?:[a-z]+\s+){0,2}?(?:on\s+the\s+(?:[a-z]+\s+)?(?:shores?|banks?|coast|edges?|outskirts|border)\s+(?:of|with)|"
    r"off(?:\s+the\s+(?:[a-z]+\s+)?coast\s+of)?|near(?:by)?|outside|close\s+to|above|below|overlooking|along|opposite|"
    rf"[^,;.]{{0,30}}\b(?:km|kms|kilomet(?:er|re)s?|miles?)\s+[^,;.]{{0,30}}(?:of|from)|(?:{POINT})\s+of)"
    r"\s+(?:the\s+)?(?:(?:city|town|village|capital|port)\s+of\s+)?[\"“‘']?$",
    re.I,
)
"""What stands between a name and the one that it is said to lie beside: "X on the shore of Y", "X, a village 10 km from Y"."""
THEN_GAP = re.compile(
    rf"^[\"”’']?(?:[’']s)?(?:\s+{_HOLDER})?,\s+(?:in|at)\s+(?:the\s+)?(?:[a-z-]+\s+){{0,2}}?(?:{_APPOSITIONS})\s+of\s+[\"“‘']?$"
)
"""Between a region and what is named in it next: "in X province, in the village of Y"."""
FRAMING = re.compile(
    rf"(?:^|[.!?][\"”’']?\s+|\n)(?:In|Across|Elsewhere in)\s+(?:the\s+)?(?:neighbou?ring\s+)?"
    rf"(?:(?:{POINT}|central)\s+)?(?:{_HOLDER}\s+of\s+)?[\"“‘']?$"
)
"""Before the place with which a sentence sets its scene."""
COMMA_GAP = re.compile(
    rf"^[\"”’']?,\s+(?:in\s+)?(?:the\s+)?(?:(?P<point>{POINT}|central)\s+)?[\"“‘']?$|^\s+\($", re.I
)
OWNER_GAP = re.compile(
    rf"^[’']s?\s+(?:[a-z-]+\s+){{0,3}}?(?:(?:town|city|village|province|region|district|governorate|oblast|"
    rf"state|island|port|capital)\s+(?:of\s+)?)?(?:(?:{POINT})\s+)?[\"“‘']?$"
    r"|^\s+(?:province|governorate|oblast|state|region)?[’']?s?\s*(?:[a-z-]+\s+){0,2}(?:town|city|village|"
    r"district|suburb|neighbou?rhood)s?\s+of\s+[\"“‘']?$"
)
