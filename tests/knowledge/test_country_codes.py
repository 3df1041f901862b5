"""Codes of countries, and the list of kinds whose place endangers people."""

from __future__ import annotations

import pytest

from dateline.knowledge.actors.demonyms import load_demonyms
from dateline.knowledge.country_codes import country_codes
from dateline.knowledge.release import load_sensitive


def test_every_country_has_its_three_codes() -> None:
    codes = country_codes()
    assert set(codes) == set(load_demonyms().codes)
    assert (codes["NG"], codes["SY"], codes["NA"], codes["XK"]) == (("NGA", 566), ("SYR", 760), ("NAM", 516), ("XKX", 0))
    assert len({iso3 for iso3, _ in codes.values()}) == len(codes)


@pytest.mark.parametrize(
    ("sub_type", "told", "sensitive"),
    [
        ("Sexual violence", (), True),
        ("Abduction/forced disappearance", (), True),
        ("Attack", ("two aid workers",), True),
        ("Air/drone strike", ("the Hospital in Kutum",), True),
        ("Air/drone strike", ("a hospitality tent",), False),
        ("Armed clash", ("soldiers",), False),
    ],
)
def test_what_is_sensitive(sub_type: str, told: tuple[str, ...], sensitive: bool) -> None:
    assert bool(load_sensitive().reason(sub_type, told)) is sensitive
