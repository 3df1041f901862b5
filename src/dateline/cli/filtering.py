"""Which incidents a command was asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any

from dateline.knowledge.codebook.types import SUB_TYPES, TYPES
from dateline.knowledge.country_codes import country_codes
from dateline.model.errors import UsageError
from dateline.model.filters import Filters


def filters_of(options: Mapping[str, Any]) -> Filters:
    """The filters, types and countries as records write them. Raises ``UsageError`` for one that there is not."""
    filters = Filters(**{field.name: options[field.name] for field in fields(Filters)})
    kind, country = filters.event_type, filters.country
    if kind is not None:
        names = {name.casefold(): name for name in (*TYPES, *SUB_TYPES)}
        if kind.casefold() not in names:
            raise UsageError(f"There is no event type {kind!r}.", f"One of: {', '.join(TYPES)}, or a sub-type.")
        filters = replace(filters, event_type=names[kind.casefold()])
    if country is not None:
        if country.upper() not in country_codes():
            raise UsageError(f"There is no country {country!r}.", "Give its ISO 3166-1 code of two letters, such as SD.")
        filters = replace(filters, country=country.upper())
    return filters
