"""Ids that last: derived from the earliest member, and kept when an incident is worked out anew."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from dateline.incidents.episode import Episode
from dateline.model.incident import ClaimRef, Incident


def fresh_id(episodes: Sequence[Episode]) -> str:
    """The id of an incident that is new: a hash of its earliest published report and first claim there."""
    first = min(episodes, key=lambda e: (e.published or 10**7, e.report.id, int(e.claims[0].id.lstrip("c") or 0)))
    return "i-" + hashlib.sha256(f"{first.report.id}\x00{first.claims[0].id}".encode()).hexdigest()[:12]


def kept_ids(groups: Sequence[frozenset[ClaimRef]], known: Sequence[Incident]) -> dict[int, Incident]:
    """For each group (by index) the known incident whose id it keeps: the one that it shares most claims
    with, of equals the one first seen; no incident goes to two groups."""
    home = {ref: k for k, incident in enumerate(known) for ref in incident.claims}
    shared: Counter[tuple[int, int]] = Counter()
    for g, group in enumerate(groups):
        shared.update((g, home[ref]) for ref in group if ref in home)
    taken: dict[int, Incident] = {}
    used: set[int] = set()
    ranked = sorted(shared.items(), key=lambda item: (-item[1], known[item[0][1]].first_seen or "", known[item[0][1]].id))
    for (group_index, incident_index), _ in ranked:
        if group_index not in taken and incident_index not in used:
            taken[group_index] = known[incident_index]
            used.add(incident_index)
    return taken
