"""Those who have a part in an event, and the rules by which one part excludes another."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dateline.coding.entities import Entity
from dateline.knowledge.codebook import FIGHTING, TYPE_OF, VIOLENT
from dateline.knowledge.naming_words import naming_words

_WORDS = naming_words()

_HARMED = frozenset({"Attack", "Abduction/forced disappearance", "Sexual violence", "Arrests",
                     "Excessive force against protesters"})  # fmt: skip
"""Sub-types whose target is those who are hurt or taken."""
_OF_PEOPLE = frozenset({"Abduction/forced disappearance", "Sexual violence", "Arrests"})
"""Sub-types that only people suffer, by whatever noun they are told."""
_TAKEN = frozenset({"Non-state actor overtakes territory", "Government regains territory", "Headquarters or base established",
                    "Disrupted weapons use", "Movement of forces"})  # fmt: skip
"""Sub-types whose objects are ground, buildings or weapons: only people take part in them."""


@dataclass
class Cast:
    """Parties by what they do in one event; ``told`` where the text says who stands with whom.

    In a ``mutual`` event ("clashes between the two") whoever bears no arms is only hurt. Those hurt where the target is
    ``struck`` ("a patrol was attacked") are its own.
    """

    agents: list[Entity] = field(default_factory=list)
    targets: list[Entity] = field(default_factory=list)
    victims: list[Entity] = field(default_factory=list)
    allies: list[Entity] = field(default_factory=list)
    told: bool = True
    mutual: bool = False
    struck: bool = False

    def tidy(self, sub_type: str) -> None:
        """Leaves everyone one role, that which the codebook gives them in an event of ``sub_type``."""
        self._leave_out_things(sub_type)
        if self.mutual:
            self.victims += [t for t in self.targets if t.civilian and not among(t, self.victims)]
            self.targets = [t for t in self.targets if not t.civilian]
        if TYPE_OF[sub_type] == "Battles":
            self.agents, self.targets = [in_battle(e) for e in self.agents], [in_battle(e) for e in self.targets]
        if sub_type == "Change to group/activity" and not self.agents:
            self.agents, self.victims = self.victims, []
        if sub_type == "Movement of forces":
            moved = [e for e in [*self.targets, *self.victims] if e.armed]
            self.agents += [e for e in moved if not among(e, self.agents)]
        self._leave_out_twice_told()
        self._aim_at_victims(sub_type)
        if any(fights(t) for t in self.targets):
            self.victims = [v for v in self.victims if v.actor or not v.armed or v.name != v.name.lower()]

    def _leave_out_things(self, sub_type: str) -> None:
        """No thing acts in violence or is hurt; a vehicle is only the place where its people are hurt."""
        if sub_type in VIOLENT or sub_type == "Casualty count":
            self.agents = [e for e in self.agents if is_someone(e)]
        if sub_type == "Casualty count":
            self.agents = [e for e in self.agents if e.armed]
        if sub_type not in _OF_PEOPLE:
            self.victims = [e for e in self.victims if is_someone(e)]
        if sub_type in _TAKEN:
            self.targets = [e for e in self.targets if is_someone(e)]
        if self.victims or any(is_someone(e) for e in self.targets):
            self.targets = [e for e in self.targets if is_someone(e) or not _is_vehicle(e)]

    def _leave_out_twice_told(self) -> None:
        """Who acts is not who suffers, and who helps does not act."""
        self.agents = [e for e in self.agents if not among(e, self.allies)]
        self.targets = [e for e in self.targets if not among(e, [*self.agents, *self.allies])]
        self.victims = [e for e in self.victims if not among(e, [*self.agents, *self.targets, *self.allies])]
        if self.agents:
            self.victims = [e for e in self.victims if _WORDS.attackers.isdisjoint(e.name.split())]

    def _aim_at_victims(self, sub_type: str) -> None:
        """Who is hurt or taken is whom the act is aimed at: in violence against people, and where the hurt are armed."""
        hurt = [v for v in self.victims if fights(v) and v.actor_type]
        if self.struck:
            hurt = []
        if sub_type == "Armed clash" and not self.agents and hurt and self.targets and all(fights(t) for t in self.targets):
            self.agents, self.victims, self.told = hurt, [v for v in self.victims if v not in hurt], False
        people = any(is_someone(e) for e in self.targets)
        if sub_type in _HARMED and not people and self.victims:
            self.targets, self.victims = self.victims, []
        elif sub_type in FIGHTING and not people:
            enemies = [v for v in self.victims if fights(v)]
            struck = enemies if all(a.armed for a in self.agents) else []
            if sub_type == "Armed clash" and self.agents and not enemies and not self.mutual:
                struck = [v for v in self.victims if v.civilian]
            self.targets += struck
            self.victims = [v for v in self.victims if not among(v, struck)]


def _is_vehicle(entity: Entity) -> bool:
    return any(word in _WORDS.vehicles or word.removesuffix("s") in _WORDS.vehicles for word in entity.name.split())


def is_someone(entity: Entity) -> bool:
    """People, forces or a name; not "houses" or "a fuel depot"."""
    return not entity.thing or entity.name != entity.name.lower()


def in_battle(entity: Entity) -> Entity:
    """A party of no known kind that is told by name as one side of a battle bears arms."""
    unknown = entity.actor is None and not entity.civilian and entity.name[:1].isupper()
    return replace(entity, armed=True) if unknown else entity


def fights(entity: Entity) -> bool:
    """Whether an entity can be one side of a fight."""
    return entity.armed and not (entity.actor or "").startswith("government-")


def among(entity: Entity, others: list[Entity]) -> bool:
    """Whether one of ``others`` has the same name."""
    return any(entity.name == o.name for o in others)
