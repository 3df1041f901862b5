"""A claim in the making."""

from __future__ import annotations

from dataclasses import dataclass, field

from dateline.coding.tree import Range
from dateline.model.claim import Carried, Cause, Participant, Place, Source, Stance, Toll, Weapon, When

ROLES = ("agent", "target", "victim", "place", "time", "weapon", "toll")


@dataclass
class Draft:
    """One event as one voice tells it, by word ranges until its fields are filled in.

    ``clauses`` carry the claim, the trigger's own first; ``roles`` hold the word ranges that the engine gives each role;
    ``triggers`` are those of the drafts that were merged into this one.
    """

    trigger: Range
    sub_type: str
    score: float
    status: str
    clauses: list[Range]
    roles: dict[str, list[Range]]
    participants: list[Participant] = field(default_factory=list)
    weapons: list[Weapon] = field(default_factory=list)
    tolls: list[Toll] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    when: When = field(default_factory=When)
    chain: tuple[Source, ...] = ()
    stance: Stance = "stated"
    polarity: str = "+"
    background: bool = False
    carried: list[Carried] = field(default_factory=list)
    causes: list[Cause] = field(default_factory=list)
    triggers: list[Range] = field(default_factory=list)
    event: int = -1
    id: str = ""

    @property
    def anchor(self) -> int:
        """The trigger's first word."""
        return self.trigger[0]

    @property
    def clause(self) -> Range:
        """The clause of the trigger."""
        return self.clauses[0]
