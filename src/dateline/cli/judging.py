"""The analyst's decisions into the store, and what they change."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, cast

from dateline.cli.fusing import find
from dateline.cli.running import carry_out
from dateline.cli.screen import Screen
from dateline.model.errors import UsageError
from dateline.model.incident import ClaimRef, Incident, Status
from dateline.model.judgement import Judgement, Verdict
from dateline.run.incidents import refresh
from dateline.store import Store, open_store

_Decide = Callable[[Store], tuple[Judgement, list[str]]]


def split_incident(url: str, key: str, claims: Sequence[str], *, who: str, why: str) -> int:
    """Judge ``claims`` to be of another incident than the rest; returns the exit status."""

    def decide(store: Store) -> tuple[Judgement, list[str]]:
        incident = find(store, key)
        taken = tuple(ref for ref in incident.claims if _names(ref, claims))
        rest = tuple(ref for ref in incident.claims if ref not in taken)
        _check(incident, claims, rest)
        return _judgement("different", who, why, claims=taken, others=rest), _reports([incident])

    return _judge(url, decide)


def merge_incidents(url: str, keys: Sequence[str], *, who: str, why: str) -> int:
    """Judge the incidents to be one; returns the exit status."""

    def decide(store: Store) -> tuple[Judgement, list[str]]:
        found = [find(store, key) for key in keys]
        if len({incident.id for incident in found}) < 2:
            raise UsageError("One incident cannot be merged with itself.", "Name two or more.")
        claims = tuple(dict.fromkeys(ref for incident in found for ref in incident.claims))
        return _judgement("same", who, why, claims=claims), _reports(found)

    return _judge(url, decide)


def undo_judgement(url: str, key: str, *, who: str, why: str) -> int:
    """Take a judgement back; returns the exit status."""

    def decide(store: Store) -> tuple[Judgement, list[str]]:
        held = {judgement.id: judgement for judgement in store.judgements()}
        if key not in held:
            raise UsageError(f"There is no judgement {key}.", "Its id was printed when it was made.")
        undone = held[key]
        while undone.verdict == "undo" and undone.undoes in held:
            undone = held[undone.undoes]
        reports = {ref.report for ref in (*undone.claims, *undone.others)}
        if undone.incident and (incident := store.incident(undone.incident)):
            reports |= {ref.report for ref in incident.claims}
        return _judgement("undo", who, why, undoes=key), sorted(reports)

    return _judge(url, decide)


def set_status(url: str, key: str, status: str, *, who: str, why: str) -> int:
    """Set an incident's status; returns the exit status of the command."""

    def decide(store: Store) -> tuple[Judgement, list[str]]:
        incident = find(store, key)
        made = _judgement("status", who, why, incident=incident.id, status=cast("Status", status))
        return made, _reports([incident])

    return _judge(url, decide)


def _judge(url: str, decide: _Decide) -> int:
    def work(screen: Screen) -> int:
        with open_store(url, create=False) as store:
            judgement, reports = decide(store)
            store.judge(judgement)
            with store.turn():
                changes = refresh(store, reports)
        sys.stdout.write(f"{judgement.id}\n")
        told = [f"{c.incident} {c.kind}{f' into {c.into}' if c.into else ''}" for c in changes]
        screen.say(f"Kept. {'; '.join(told) or 'Nothing changed'}. To take it back: dateline incidents undo {judgement.id}")
        return 0

    return carry_out(work)


def _judgement(verdict: Verdict, who: str, why: str, **values: Any) -> Judgement:
    time = datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
    digest = hashlib.sha256("\x00".join((time, who, why, verdict, repr(sorted(values.items())))).encode("utf-8", "replace"))
    return Judgement("j-" + digest.hexdigest()[:12], time, who, why, verdict, **values)


def _reports(incidents: Sequence[Incident]) -> list[str]:
    return sorted({ref.report for incident in incidents for ref in incident.claims})


def _names(ref: ClaimRef, named: Sequence[str]) -> bool:
    return any(name in (ref.report, f"{ref.report}#{ref.claim}") for name in named)


def _check(incident: Incident, named: Sequence[str], rest: Sequence[ClaimRef]) -> None:
    known = {name for ref in incident.claims for name in (ref.report, f"{ref.report}#{ref.claim}")}
    for name in named:
        if name not in known:
            raise UsageError(f"{incident.id} has no claim {name}.", f"See: dateline incidents show {incident.id}")
    if not rest:
        raise UsageError("Nothing would be left of the incident.", "Name some of its claims, not all.")
