"""Who took part, by each account."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from dateline.incidents.acting import acting_in, actor_of
from dateline.incidents.fields.blame import doers
from dateline.incidents.fields.grouping import accounts_of, field_of
from dateline.incidents.kinship import same_root
from dateline.incidents.told import Told
from dateline.knowledge.codebook.types import CONTEXT
from dateline.model.claim import Participant
from dateline.model.incident import FieldAccounts


def participants_field(told: Sequence[Told]) -> FieldAccounts | None:
    """Everyone that an account names, in the role it gives them. Contested where one side of a fight is the attacker
    here and the attacked there; who did it is a field of its own (``blame``)."""
    acting = [t for t in told if t.claim.event.type != CONTEXT] or list(told)
    values = [(_value(t, p), t) for t in acting if t.claim.stance != "denied" for p in acting_in(t.claim)]
    return field_of(accounts_of(values), contested=_sides_swapped(acting))


def _value(told: Told, participant: Participant) -> dict[str, object]:
    actor = actor_of(told.report, participant)
    return {"role": participant.role, "side": participant.side, "name": participant.name, "actor": actor}


def _acting(told: Told) -> list[str]:
    return [actor for p in doers(told) if (actor := actor_of(told.report, p))]


def _sides_swapped(told: Sequence[Told]) -> bool:
    """An actor who is the attacker in one origin's words and the attacked in another's, by the same foe."""
    attacks = []
    for t in told:
        hit = [actor for p in t.claim.participants if p.role == "target" or p.side == 2 if (actor := actor_of(t.report, p))]
        attacks += [(t.origin, a, b) for a in _acting(t) for b in hit]
    return any(
        who != other and same_root(a, d) and same_root(b, c) and not same_root(a, b)
        for (who, a, b), (other, c, d) in combinations(attacks, 2)
    )
