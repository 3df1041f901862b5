"""The account table of an incident: for every field each value, who holds it, and whether they agree."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.incidents.fields.blame import blame_field
from dateline.incidents.fields.cause import cause_field
from dateline.incidents.fields.occurrence import occurrence_field
from dateline.incidents.fields.participants import participants_field
from dateline.incidents.fields.places import places_field
from dateline.incidents.fields.tolls import toll_fields
from dateline.incidents.fields.when import when_field
from dateline.incidents.told import Told
from dateline.model.incident import FieldAccounts


def account_table(told: Sequence[Told]) -> dict[str, FieldAccounts]:
    """All fields that anyone tells, in the order of the table: when, places, participants, who did it where
    that is disputed, the tolls, cause, and whether it happened where that is denied."""
    fields = {"when": when_field(told), "places": places_field(told), "participants": participants_field(told)}
    fields |= {"blame": blame_field(told)} | toll_fields(told)
    fields |= {"cause": cause_field(told), "occurrence": occurrence_field(told)}
    return {name: field for name, field in fields.items() if field is not None}


__all__ = ["account_table"]
