"""A group of episodes becomes an incident: its type, account table, origins and reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.incidents.deciding import Decision
from dateline.incidents.episode import Episode
from dateline.incidents.fields import account_table
from dateline.incidents.judging import Constraints
from dateline.incidents.reasons import reasons_of
from dateline.incidents.told import tell
from dateline.knowledge.codebook.types import CONTEXT
from dateline.model.incident import ClaimRef, Incident, Status
from dateline.model.report import Report


@dataclass(frozen=True, slots=True)
class Group:
    """The episodes (indices into ``episodes``) of the incident ``id``, with what was compared."""

    id: str
    members: tuple[int, ...]
    episodes: Sequence[Episode]
    decisions: Mapping[tuple[int, int], Decision]
    copies: Mapping[str, Report]


def assemble(group: Group, *, known: Incident | None, constraints: Constraints, now: str | None) -> Incident:
    """The incident of ``group``; ``known`` is the one whose id it keeps."""
    episodes = sorted((group.episodes[i] for i in group.members), key=_age)
    told, origins = tell(episodes, group.copies)
    claims = tuple(ref for episode in episodes for ref in episode.refs)
    kind, sub_kind = _type(episodes)
    days = sorted(e.report.published for e in episodes if e.report.published)
    status: Status = constraints.status.get(group.id) or (known.status if known and known.status != "merged" else "machine")
    return Incident(
        id=group.id,
        claims=claims,
        status=status,
        event_type=kind,
        sub_event_type=sub_kind,
        fields=account_table(told),
        independent_sources=len(origins),
        origins=origins,
        reasons=reasons_of(group.members, group.episodes, group.decisions, constraints),
        first_seen=(known.first_seen if known else None) or now or (days[0] if days else None),
        last_updated=_updated(claims, known, now) or (days[-1] if days else None),
        history=_history(claims, known, now),
    )


def _age(episode: Episode) -> tuple[int, str]:
    return episode.published or 10**7, episode.report.id


def _type(episodes: Sequence[Episode]) -> tuple[str, str]:
    """The event type that most reports give, the core of each counting once; of equals the surer."""
    votes: Counter[tuple[str, str]] = Counter()
    sureness: dict[tuple[str, str], float] = {}
    for episode in episodes:
        core = [c for c in episode.claims if c.event.type != CONTEXT] or list(episode.claims)
        # The first event of a report is what it is about.
        key = (core[0].event.type, core[0].event.sub_type)
        votes[key] += 1
        sureness[key] = max(sureness.get(key, 0.0), core[0].event.confidence)
    return max(votes, key=lambda key: (votes[key], sureness[key], key))


def _changed(claims: Sequence[ClaimRef], known: Incident | None) -> tuple[list[ClaimRef], list[ClaimRef]]:
    before, after = set(known.claims if known else ()), set(claims)
    return sorted(after - before), sorted(before - after)


def _updated(claims: Sequence[ClaimRef], known: Incident | None, now: str | None) -> str | None:
    if known is not None and _changed(claims, known) == ([], []):
        return known.last_updated
    return now


def _history(claims: Sequence[ClaimRef], known: Incident | None, now: str | None) -> tuple[dict[str, Any], ...]:
    """What changed, when it is known since when: claims that came and went."""
    if now is None:
        return known.history if known else ()
    if known is None:
        return ({"time": now, "change": "new", "reports": len({ref.report for ref in claims})},)
    added, gone = _changed(claims, known)
    if not added and not gone:
        return known.history
    entry = {"time": now, "change": "claims", "added": [f"{r.report}#{r.claim}" for r in added]}
    return (*known.history, {**entry, "removed": [f"{r.report}#{r.claim}" for r in gone]})
