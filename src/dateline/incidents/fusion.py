"""Records to incidents: the episodes of each report, compared where they are near, joined where they match."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from dateline.incidents.assembling import Group, assemble
from dateline.incidents.blocking import candidate_pairs
from dateline.incidents.clustering import cluster
from dateline.incidents.copies import originals
from dateline.incidents.deciding import Decision, decide
from dateline.incidents.episode import Episode, episode_of
from dateline.incidents.judging import Constraints, constraints_of
from dateline.incidents.naming import fresh_id, kept_ids
from dateline.incidents.telling import episodes_of, firmly_apart
from dateline.knowledge.codebook.types import CONTEXT
from dateline.model.claim import Claim
from dateline.model.incident import ClaimRef, Incident
from dateline.model.judgement import Judgement
from dateline.model.record import Record
from dateline.model.report import Report

_STATEMENTS = frozenset({"Request", "Order", "Call to arms", "Threat", "Accusation", "Talks", "Investigation", "Other"})
"""Sub-types of Context that make no incident where no event goes with them."""


TOLD_APART = -2.0
"""Log-odds that two events which one report tells apart by day or place alone are one: about one in eight, as a date
or a place is misread; what other reports say can outweigh it."""

_Decisions = dict[tuple[int, int], Decision]


@dataclass(frozen=True, slots=True)
class _Compared:
    """What clustering works on: episodes, and the decisions on the pairs that were compared."""

    episodes: list[Episode]
    decisions: _Decisions
    copies: dict[str, Report]


def fuse(records: Sequence[Record], judgements: Sequence[Judgement] = (), *, known: Sequence[Incident] = (),
         outside: Collection[ClaimRef] = (), now: str | None = None) -> list[Incident]:
    """The incidents that ``records`` tell of, in the order of their days.

    ``judgements`` are all there are: what they join or part stays so. ``known`` are incidents worked out
    before, whose ids, statuses and histories are carried on; claims ``outside`` are left where they are: they
    belong to incidents that are not worked out here. ``now`` (ISO 8601) dates what changed.
    Background alone, and statements without an event, make no incident. The same records in any order give
    the same incidents.
    """  # fmt: skip
    constraints = constraints_of(judgements)
    compared = _compare(sorted(records, key=lambda r: r.report.id), constraints, frozenset(outside))
    same, different = _bound(compared.episodes, constraints)
    firm, loose = _told_apart(compared.episodes, same)
    scores = dict.fromkeys(loose, TOLD_APART)
    scores |= {pair: decision.score for pair, decision in compared.decisions.items()}
    groups = cluster(len(compared.episodes), scores, same, firm + different)
    kept = [group for group in groups if _tells_an_event([compared.episodes[i] for i in group])]
    members = [frozenset(ref for i in group for ref in compared.episodes[i].refs) for group in kept]
    ids = kept_ids(members, known)
    decided = _by_group(kept, compared.decisions)
    built = [
        assemble(
            Group(
                id=ids[k].id if k in ids else fresh_id([compared.episodes[i] for i in group]),
                members=tuple(group),
                episodes=compared.episodes,
                decisions=decided[k],
                copies=compared.copies,
            ),
            known=ids.get(k),
            constraints=constraints,
            now=now,
        )
        for k, group in enumerate(kept)
    ]
    return sorted(built, key=_order)


def _by_group(groups: Sequence[Sequence[int]], decisions: _Decisions) -> list[_Decisions]:
    """For each group the decisions on pairs with one of its members."""
    home = {member: k for k, group in enumerate(groups) for member in group}
    found: list[_Decisions] = [{} for _ in groups]
    for pair, decision in decisions.items():
        for k in {home[member] for member in pair if member in home}:
            found[k][pair] = decision
    return found


def _order(incident: Incident) -> tuple[str, str]:
    when = incident.fields.get("when")
    start = when.accounts[0].value["start"] if when else None
    return str(start or incident.first_seen or "9999"), incident.id


def _compare(records: Sequence[Record], constraints: Constraints, outside: frozenset[ClaimRef]) -> _Compared:
    reports = {record.report.id: record.report for record in records}
    unique = {record.report.id: record for record in records}
    copied = originals(list(reports.values()))
    episodes = [part for record in unique.values() for e in episodes_of(record) for part in _split(e, constraints)]
    episodes = [episode for episode in episodes if outside.isdisjoint(episode.refs)]
    by_report: dict[str, list[int]] = {}
    for index, episode in enumerate(episodes):
        by_report.setdefault(episode.report.id, []).append(index)
    alike = [(i, j) for copy, first in copied.items() for i in by_report.get(copy, []) for j in by_report.get(first, [])]
    pairs = candidate_pairs(episodes, alike)
    decisions = {(i, j): decide(episodes[i], episodes[j]) for i, j in pairs}
    return _Compared(episodes, decisions, {copy: reports[first] for copy, first in copied.items()})


def _split(episode: Episode, constraints: Constraints) -> list[Episode]:
    """The episode, or its parts where an analyst judged claims of one report to be of two incidents."""
    refs = set(episode.refs)
    parts: list[list[Claim]] = []
    barred = [pair for pair in constraints.different if pair[0] in refs and pair[1] in refs]
    if not barred:
        return [episode]
    enemies: dict[ClaimRef, set[ClaimRef]] = {}
    for one, other in barred:
        enemies.setdefault(one, set()).add(other)
        enemies.setdefault(other, set()).add(one)
    for claim, ref in zip(episode.claims, episode.refs, strict=True):
        foes = {foe.claim for foe in enemies.get(ref, set())}
        home = next((part for part in parts if not foes & {c.id for c in part}), None)
        if home is None:
            home = []
            parts.append(home)
        home.append(claim)
    return [episode_of(episode.report, part, episode.details) for part in parts]


def _bound(episodes: Sequence[Episode], constraints: Constraints) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The judged pairs as pairs of episodes."""
    home = {ref: index for index, episode in enumerate(episodes) for ref in episode.refs}

    def indices(pairs: Mapping[tuple[ClaimRef, ClaimRef], Judgement]) -> list[tuple[int, int]]:
        found = {
            (min(home[a], home[b]), max(home[a], home[b])) for a, b in pairs if a in home and b in home and home[a] != home[b]
        }
        return sorted(found)

    return indices(constraints.same), indices(constraints.different)


def _told_apart(
    episodes: Sequence[Episode], same: Sequence[tuple[int, int]]
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Pairs of episodes that one report tells apart, firmly and loosely, unless an analyst joined them."""
    joined = set(same)
    by_report: dict[str, list[int]] = {}
    for index, episode in enumerate(episodes):
        by_report.setdefault(episode.report.id, []).append(index)
    firm: list[tuple[int, int]] = []
    loose: list[tuple[int, int]] = []
    for held in by_report.values():
        for one, other in combinations(held, 2):
            if (one, other) not in joined:
                (firm if firmly_apart(episodes[one], episodes[other]) else loose).append((one, other))
    return firm, loose


def _tells_an_event(episodes: Sequence[Episode]) -> bool:
    """Whether a group is an incident: told as news by someone, and more than statements or plans."""
    claims = [c for e in episodes if not e.background for c in e.claims]
    return any(
        c.stance not in ("intended", "possible") and not (c.event.type == CONTEXT and c.event.sub_type in _STATEMENTS)
        for c in claims
    )


def withdrawn(before: Sequence[Incident], after: Sequence[Incident], now: str | None = None) -> list[Incident]:
    """The incidents of ``before`` that are no more in ``after``, as merged into the one that holds most of
    their claims, or as retracted where none does."""
    ids = {incident.id for incident in after}
    home = {ref: incident.id for incident in after for ref in incident.claims}
    gone = []
    for incident in before:
        if incident.id in ids:
            continue
        into = sorted({home[ref] for ref in incident.claims if ref in home})
        entry = {"time": now, "change": "merged" if into else "withdrawn", "into": into}
        gone.append(replace(incident, status="merged" if into else "retracted", history=(*incident.history, entry)))
    return gone
