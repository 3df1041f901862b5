"""The incidents for which filters hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.knowledge.names import normalise
from dateline.model.filters import Filters
from dateline.model.incident import FieldAccounts, Incident


def chosen(incidents: Iterable[Incident], filters: Filters) -> Iterator[Incident]:
    """The incidents for which ``filters`` hold, in their order."""
    return (incident for incident in incidents if _holds(incident, filters))


def _holds(incident: Incident, filters: Filters) -> bool:
    kinds = (incident.event_type.casefold(), incident.sub_event_type.casefold())
    return (
        _in_time(incident, filters)
        and (filters.country is None or filters.country.upper() in _told(incident, "places", "country"))
        and (filters.place is None or _named(filters.place, _told(incident, "places", "name")))
        and (filters.actor is None or _named(filters.actor, _told(incident, "participants", "name", "actor")))
        and (filters.event_type is None or filters.event_type.casefold() in kinds)
        and (filters.status is None or incident.status == filters.status)
        and (not filters.contested or any(f.agreement == "contested" for f in incident.fields.values()))
        and (not filters.single_source or incident.independent_sources == 1)
    )


def _in_time(incident: Incident, filters: Filters) -> bool:
    if filters.start is None and filters.end is None:
        return True
    field: FieldAccounts | None = incident.fields.get("when")
    for account in field.accounts if field else ():
        start, end = account.value["start"], account.value["end"] or account.value["start"]
        if end >= (filters.start or "") and start <= (filters.end or "9999"):
            return True
    return False


def _told(incident: Incident, field: str, *keys: str) -> list[str]:
    found = incident.fields.get(field)
    return [account.value[key] for account in (found.accounts if found else ()) for key in keys if account.value[key]]


def _named(part: str, names: Iterable[str]) -> bool:
    wanted = normalise(part)
    return any(wanted in normalise(name) or part == name for name in names)
