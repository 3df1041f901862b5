"""Judgements: added, never changed; taking one back is another."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from dateline.model.errors import UsageError
from dateline.model.judgement import Judgement
from dateline.store.bodies import dump, parse
from dateline.store.entries import enter
from dateline.store.tables import judgements


def judge(connection: Connection, judgement: Judgement) -> bool:
    """Keep ``judgement``; False where it is there already. See ``Store.judge``."""
    body = dump(judgement)
    before = connection.scalar(select(judgements.c.body).where(judgements.c.id == judgement.id))
    if before == body:
        return False
    if before is not None:
        raise UsageError(f"There is another judgement {judgement.id}.", "A judgement is never changed: undo it.")
    undoes = judgement.undoes
    if undoes and connection.scalar(select(judgements.c.row).where(judgements.c.id == undoes)) is None:
        raise UsageError(f"There is no judgement {undoes} to take back.", "Look it up among the judgements.")
    entry = enter(connection, judgement.who, judgement.why)
    connection.execute(
        insert(judgements).values(
            entry=entry,
            id=judgement.id,
            verdict=judgement.verdict,
            incident=judgement.incident,
            undoes=undoes,
            body=body,
        )
    )
    return True


def read_judgements(connection: Connection, bound: int) -> list[Judgement]:
    """All judgements up to the entry ``bound``, in the order in which they were made; those undone too."""
    chosen = select(judgements.c.id, judgements.c.body).where(judgements.c.entry <= bound)
    rows = connection.execute(chosen.order_by(judgements.c.row))
    return [parse(Judgement, body, f"judgement {key}") for key, body in rows]
