"""Abbreviations after which a period ends no sentence.

Source: military ranks and titles as abbreviated in the AP Stylebook's list; months and addresses by common usage.
"""

from __future__ import annotations

TITLES_AND_MONTHS: frozenset[str] = frozenset(
    "Mr Mrs Ms Dr Prof Rev Fr Sr Jr St Mt Ft Gen Lt Col Maj Capt Cpl Sgt Pvt Brig Adm Cmdr Cdr Comm Gov Sen Rep Pres "
    "Hon Amb Supt Insp Det Spc Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec vs etc Inc Ltd Co Corp Bros "
    "approx est dept Dept Univ Ave Blvd Rd cf al viz".split()
)
"""Titles, ranks, months and the like, without their period."""

SELDOM_FINAL: frozenset[str] = frozenset(
    "Mr Mrs Ms Dr Prof Rev Fr St Mt Ft Gen Lt Col Maj Capt Cpl Sgt Pvt Brig Adm Cmdr Cdr Gov Sen Rep Pres Hon Amb Supt "
    "Insp Det Spc vs".split()
)
"""Those of them that go on to a name, so that a capital letter after them starts no sentence."""
