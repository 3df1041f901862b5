"""Neutrality: a report whose sides, countries, labels or persons are exchanged is coded alike.

``python -m benchmarks.neutrality [KIND …]`` lists every exception with the field that changed. The method is
metamorphic testing (Chen, Cheung and Yiu 1998): no gold is needed, only two tellings of one report.
"""

from __future__ import annotations

import argparse
import logging
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.corpus import Score
from benchmarks.exchange import KINDS, Original, Pair, apply, find, pairs, reports
from dateline.model.claim import Claim
from dateline.model.record import Record
from dateline.model.report import Report, report_id
from dateline.run.coder import Coder

FLOOR = 97.0
_Where = Callable[[int, bool], int]

# A state regains and arrests where others overtake and abduct (ACLED codebook): names of one act.
_SAME_ACT = {
    "Non-state actor overtakes territory": "Government regains territory",
    "Abduction/forced disappearance": "Arrests",
}


@dataclass(frozen=True, slots=True)
class Change:
    """What an exchange changed: ``field`` of the claim whose trigger stands at ``at``, from ``before`` to ``after``."""

    pair: Pair
    at: int
    trigger: str
    field: str
    before: object
    after: object


def changes(pair: Pair, first: Record, second: Record) -> list[Change]:
    """How the codings of the two tellings differ.

    Claims are the same where their triggers overlap, or else where they are of one type, stance and source's
    rank and share a sentence: which word of it names the event is not asked.
    """
    ours = [_Told(c, _same) for c in first.claims]
    theirs = [_Told(c, lambda offset, end: pair.back(offset, end=end)) for c in second.claims]
    found = []
    for a, b in _matched(ours, theirs):
        if a is None or b is None:
            told = a or b
            assert told is not None
            start, end = told.trigger
            found.append(Change(pair, start, pair.first[start:end], "existence", a is not None, b is not None))
            continue
        one, other = fields(a.claim, a.where, pair.kind), fields(b.claim, b.where, pair.kind)
        trigger = pair.first[slice(*a.trigger)]
        found += [Change(pair, a.trigger[0], trigger, f, one[f], other[f]) for f in one if one[f] != other[f]]
        roles = _roles(a, pair), _roles(b, None)
        if not _same_roles(*roles):
            found.append(Change(pair, a.trigger[0], trigger, "roles", _shown(roles[0]), _shown(roles[1])))
    return found


@dataclass(frozen=True, slots=True)
class Outcome:
    """One exchange of one report: how many ``claims`` the first telling gives, and what changed."""

    pair: Pair
    claims: int
    changes: tuple[Change, ...]

    @property
    def changed_claims(self) -> int:
        """Claims with a change; those of the second telling alone count, too."""
        return len({change.at for change in self.changes})


@dataclass(frozen=True, slots=True)
class _Told:
    claim: Claim
    where: _Where

    @property
    def trigger(self) -> tuple[int, int]:
        span = self.claim.event.trigger
        return self.where(span.start, False), self.where(span.end, True)

    @property
    def evidence(self) -> tuple[int, int]:
        spans = self.claim.evidence
        return self.where(spans[0].start, False), self.where(spans[-1].end, True)


def _same(offset: int, end: bool) -> int:
    return offset


def _matched(ours: Sequence[_Told], theirs: Sequence[_Told]) -> Iterator[tuple[_Told | None, _Told | None]]:
    scored = []
    for i, a in enumerate(ours):
        for j, b in enumerate(theirs):
            alike = (a.claim.event.sub_type == b.claim.event.sub_type) + (a.claim.stance == b.claim.stance)
            if _overlap(a.trigger, b.trigger):
                scored.append((3 + alike, -abs(a.trigger[0] - b.trigger[0]), i, j))
            elif alike == 2 and _overlap(a.evidence, b.evidence):
                scored.append((alike, -abs(a.trigger[0] - b.trigger[0]), i, j))
    left, right = set(range(len(ours))), set(range(len(theirs)))
    for _, _, i, j in sorted(scored, reverse=True):
        if i in left and j in right:
            left.remove(i)
            right.remove(j)
            yield ours[i], theirs[j]
    yield from ((ours[i], None) for i in sorted(left))
    yield from ((None, theirs[j]) for j in sorted(right))


def _overlap(a: tuple[int, int], b: tuple[int, int]) -> bool:
    return a[0] < b[1] and b[0] < a[1]


_RoleAt = tuple[str, int | None, str, frozenset[int]]


def _roles(told: _Told, pair: Pair | None) -> list[_RoleAt]:
    """Role, side, name as the second telling has it, and the ends of the mentions."""
    names = {pair.first[s.start : s.end]: s.words for s in pair.swaps} if pair else {}
    return [
        (
            p.role,
            p.side,
            apply(p.name, find(p.name, names)) if names else p.name,
            frozenset(told.where(m.end, True) for m in p.mentions),
        )
        for p in told.claim.participants
    ]


def _same_roles(ours: list[_RoleAt], theirs: list[_RoleAt]) -> bool:
    """Whether each has its counterpart: of one role and side, and of one name or with a mention in common."""
    left = list(theirs)
    for role, side, name, ends in ours:
        other = next((o for o in left if o[:2] == (role, side) and (o[2] == name or o[3] & ends)), None)
        if other is None:
            return False
        left.remove(other)
    return not left


def _shown(roles: list[_RoleAt]) -> list[str]:
    return sorted(f"{role}{side or ''}:{name}" for role, side, name, _ in roles)


def fields(claim: Claim, where: _Where, kind: str) -> dict[str, object]:
    """What must not change beside the roles, with offsets by ``where`` (an offset, and whether it is an end)."""
    sub_type = claim.event.sub_type
    return {
        "type": _SAME_ACT.get(sub_type, sub_type) if kind == "sides" else sub_type,
        "stance": claim.stance,
        "polarity": claim.polarity,
        "background": claim.background,
        "tolls": sorted(
            (t.kind, str((t.low, t.best, t.high)), where(t.span.start, False), where(t.span.end, True)) for t in claim.tolls
        ),
        "places": sorted((p.relation, where(p.span.start, False), where(p.span.end, True)) for p in claim.places),
        "dates": (claim.when.start, claim.when.end, claim.when.basis),
    }


def measure(coder: Coder, found: Iterable[Original], kinds: Sequence[str] = tuple(KINDS)) -> Iterator[Outcome]:
    """Each exchange of each report with what it changed."""
    for report in found:
        codings: dict[str, Record] = {}
        for pair in pairs(report):
            if pair.kind not in kinds:
                continue
            for text in (pair.first, pair.second):
                if text not in codings:
                    codings[text] = coder.code(_report(report, text))
            first, second = codings[pair.first], codings[pair.second]
            yield Outcome(pair, len(first.claims), tuple(changes(pair, first, second)))


def shares(outcomes: Iterable[Outcome]) -> tuple[float, float]:
    """In per cent: exchanges that leave a report's coding unchanged, and claims that they leave unchanged."""
    some = list(outcomes)
    claims, changed = sum(o.claims for o in some), sum(o.changed_claims for o in some)
    unchanged = 100 * sum(not o.changes for o in some) / len(some)
    return unchanged, 100 * (1 - changed / claims) if claims else 100.0


def _report(original: Original, text: str) -> Report:
    return Report(
        report_id(text, original.outlet),
        original.stem,
        original.outlet,
        None,
        None,
        None,
        original.published,
        "en",
        text,
    )


def scores(coder: Coder, most: int | None = None) -> list[Score]:
    """The shares for each kind and for all kinds but the control, over the first so many reports."""
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in measure(coder, list(reports())[:most]):
        groups[outcome.pair.kind].append(outcome)
        if outcome.pair.kind != "control":
            groups["all but control"].append(outcome)
    out = []
    for kind, outcomes in groups.items():
        unchanged, claims = shares(outcomes)
        corpus, bar = f"own exchanges, {kind} ({len(outcomes)})", None if kind == "control" else FLOOR
        out.append(Score("neutrality", corpus, "reports coded alike", unchanged, bar))
        out.append(Score("neutrality", corpus, "claims coded alike", claims))
    return out


def main() -> None:
    """List the exceptions."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.neutrality", description=__doc__.split("\n")[0])
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=f"some of: {', '.join(KINDS)} (default: all)")
    parser.add_argument("--most", type=int, help="only the first so many reports")
    args = parser.parse_args()
    logging.basicConfig(level=logging.WARNING)
    groups: dict[str, list[Outcome]] = defaultdict(list)
    for outcome in measure(Coder(), list(reports())[: args.most], args.kinds or tuple(KINDS)):
        groups[outcome.pair.kind].append(outcome)
        for change in outcome.changes:
            told = (outcome.pair.kind, outcome.pair.report.stem, outcome.pair.name, f"“{change.trigger}”")
            print(" · ".join(told), f"{change.field}: {change.before} → {change.after}", sep=" · ", flush=True)
    for kind, outcomes in groups.items():
        unchanged, claims = shares(outcomes)
        print(f"{kind}: {unchanged:.1f} % of {len(outcomes)} exchanges, {claims:.1f} % of the claims unchanged.")


if __name__ == "__main__":
    main()
