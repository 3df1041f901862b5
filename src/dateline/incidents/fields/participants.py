"""Who took part, by each account."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from dateline.incidents.acting import actor_of
from dateline.incidents.fields.denials import of_responsibility
from dateline.incidents.fields.grouping import accounts_of, field_of
from dateline.incidents.kinship import akin, same_root
from dateline.incidents.told import Told
from dateline.knowledge.codebook.types import CONTEXT
from dateline.model.claim import Participant
from dateline.model.incident import FieldAccounts

_ONE_SIDED = frozenset({"Explosions/Remote violence", "Violence against civilians"})
_BLAMING = _ONE_SIDED | {"Battles"}


def participants_field(told: Sequence[Told]) -> FieldAccounts | None:
    """Everyone that an account names, in the role it gives them. Contested where two origins give the deed
    to actors who have nothing to do with one another, where one side of a fight is the attacker here and the
    attacked there, and where someone denies to have done it. Who is not named excludes nobody."""
    acting = [t for t in told if t.claim.event.type != CONTEXT] or list(told)
    values = [(_value(t, p), t) for t in acting if t.claim.stance != "denied" for p in t.claim.participants]
    contested = _blame(told) or _sides_swapped(acting) or any(of_responsibility(t) for t in told)
    return field_of(accounts_of(values), contested=contested)


def _value(told: Told, participant: Participant) -> dict[str, object]:
    actor = actor_of(told.report, participant)
    return {"role": participant.role, "side": participant.side, "name": participant.name, "actor": actor}


def _doers(told: Told) -> list[str]:
    """The registry actors that a claim says did it; of an accusation, the accused."""
    if told.claim.stance in ("denied", "intended", "possible", "retracted") or told.claim.polarity == "-":
        return []
    if told.claim.event.sub_type == "Accusation":
        doing = [p for p in told.claim.participants if p.role == "target"]
    else:
        doing = [p for p in told.claim.participants if p.role == "agent" or p.side == 1]
    return [actor for p in doing if (actor := actor_of(told.report, p))]


def _blame(told: Sequence[Told]) -> bool:
    """One-sided violence that two origins give to actors without a tie."""
    types = Counter(t.claim.event.type for t in told if t.claim.event.type != CONTEXT)
    if not types or types.most_common(1)[0][0] not in _ONE_SIDED:
        return False
    telling = [t for t in told if t.claim.event.type in _BLAMING or t.claim.event.sub_type == "Accusation"]
    blamed = [(t, doers) for t in telling if (doers := _doers(t))]
    return any(
        one.origin != other.origin and not any(akin(a, b) for a in mine for b in theirs)
        for (one, mine), (other, theirs) in combinations(blamed, 2)
    )


def _sides_swapped(told: Sequence[Told]) -> bool:
    """An actor who is the attacker in one origin's words and the attacked in another's, by the same foe."""
    attacks = []
    for t in told:
        hit = [actor for p in t.claim.participants if p.role == "target" or p.side == 2 if (actor := actor_of(t.report, p))]
        attacks += [(t.origin, a, b) for a in _doers(t) for b in hit]
    return any(
        who != other and same_root(a, d) and same_root(b, c) and not same_root(a, b)
        for (who, a, b), (other, c, d) in combinations(attacks, 2)
    )
