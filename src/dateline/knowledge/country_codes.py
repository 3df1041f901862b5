"""The three codes of ISO 3166-1 for each country."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from dateline.knowledge.table import read_rows

COLUMNS = ("iso2", "iso3", "numeric")


@cache
def country_codes() -> dict[str, tuple[str, int]]:
    """Alpha-2 code to alpha-3 and numeric code (Kosovo: ``XKX`` and 0, as in common use, for it has none).

    Source: ISO 3166-1, as in GeoNames's list of countries (CC BY 4.0).
    """
    source = files("dateline.knowledge") / "country_codes.csv"
    return {cells["iso2"]: (cells["iso3"], int(cells["numeric"])) for _, cells in read_rows(source, COLUMNS)}
