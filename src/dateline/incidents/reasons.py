"""Why these claims are one incident, and what came near to being it, in sentences."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.incidents.deciding import Decision
from dateline.incidents.episode import Episode
from dateline.incidents.judging import Constraints
from dateline.model.judgement import Judgement

NEAR = 0.2
"""Probability from which on a pair that was not joined is named as a near miss."""

_MISSES = 3


def reasons_of(members: Sequence[int], episodes: Sequence[Episode], decisions: Mapping[tuple[int, int], Decision],
               constraints: Constraints) -> tuple[str, ...]:
    """One sentence for each report: what it tells as one, or the match that brought it in; then the analysts'
    judgements, then the nearest misses. ``decisions`` are those on pairs with one of ``members``."""  # fmt: skip
    inside = set(members)
    told = [_alone(episodes[members[0]])] if len({episodes[i].report.id for i in members}) == 1 else []
    joined: set[int] = set()
    edges = sorted(
        ((d, pair) for pair, d in decisions.items() if pair[0] in inside and pair[1] in inside),
        key=lambda item: (-item[0].score, item[1]),
    )
    for decision, (one, other) in edges:
        if one in joined and other in joined:
            continue
        joined |= {one, other}
        pair_named = f"{_name(episodes[one])} and {_name(episodes[other])}"
        told.append(f"{pair_named} match ({decision.probability:.0%}): {decision.sentence()}.")
    return (*told, *_judged(members, episodes, constraints), *_misses(inside, episodes, decisions))


def _alone(episode: Episode) -> str:
    count = len(episode.claims)
    return f"{_name(episode)} alone tells of it, in {count} claim{'s' if count > 1 else ''} that it does not tell apart."


def _judged(members: Sequence[int], episodes: Sequence[Episode], constraints: Constraints) -> tuple[str, ...]:
    refs = {ref for i in members for ref in episodes[i].refs}
    found: dict[str, Judgement] = {}
    for held in (constraints.same, constraints.different):
        for (one, other), judgement in held.items():
            if one in refs or other in refs:
                found[judgement.id] = judgement
    words = {"same": "one incident", "different": "incidents apart"}
    return tuple(f"{j.who} judged claims to be of {words[j.verdict]} ({j.id}): {j.why}" for j in found.values())


def _misses(inside: set[int], episodes: Sequence[Episode], decisions: Mapping[tuple[int, int], Decision]) -> list[str]:
    near = []
    for pair, decision in decisions.items():
        mine, theirs = (pair if pair[0] in inside else pair[::-1])
        if mine in inside and theirs not in inside and decision.probability >= NEAR:
            near.append((decision, mine, theirs))
    near.sort(key=lambda item: (-item[0].score, item[1], item[2]))
    best: dict[str, tuple[Decision, int, int]] = {}
    for item in near:
        best.setdefault(episodes[item[2]].report.id, item)
    return [
        f"Not joined: {_name(episodes[other])}, {episodes[other].claims[0].id}, though it is near to {_name(episodes[mine])} "
        f"({decision.probability:.0%}): {decision.sentence()}; {_why_not(inside, other, episodes)}."
        for decision, mine, other in list(best.values())[:_MISSES]
    ]


def _why_not(inside: set[int], other: int, episodes: Sequence[Episode]) -> str:
    if any(episodes[i].report.id == episodes[other].report.id for i in inside):
        return "its own report tells it apart from what is in here"
    return "with all accounts taken together it does not fit"


def _name(episode: Episode) -> str:
    day = episode.report.published
    return f"{episode.title} ({day[:10]})" if day else episode.title
