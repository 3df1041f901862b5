"""Every country's army, police and government is an actor, by rule and not by list."""

import pytest

from dateline.knowledge.actors import derive_actor
from dateline.knowledge.table import packaged, read_rows

COLUMNS = ("iso", "name", "aliases", "adjectives", "demonyms")
ROWS = [cells for _, cells in read_rows(packaged("actors", "demonyms.csv"), COLUMNS)]
SHARED = {"CD", "CG", "DM", "DO"}
"""Two countries of one adjective: which is meant, the text around it says."""


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["iso"])
def test_each_country_has_its_arms(row: dict[str, str]) -> None:
    code, name = row["iso"].lower(), row["name"]
    assert derive_actor(f"{name}'s army").id == f"military-{code}"
    assert derive_actor(f"police in {name}").id == f"police-{code}"
    if row["iso"] in SHARED:
        return
    for adjective in filter(None, row["adjectives"].split("|")):
        assert derive_actor(f"{adjective} troops").id == f"military-{code}"
        assert derive_actor(f"the {adjective} government").id == f"government-{code}"
