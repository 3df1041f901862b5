"""Who took part in an event, in which role and on which side."""

from __future__ import annotations

from dataclasses import replace

from dateline.coding.draft import Draft
from dateline.coding.entities import Entities, Entity
from dateline.coding.plain_names import name_of
from dateline.coding.tree import Range, Tree, overlap
from dateline.knowledge.codebook import FIGHTING, TYPE_OF
from dateline.knowledge.codebook.references import MILITARY_PROPERTY
from dateline.model.claim import Participant, Role

_MOST_MENTIONS = 6


def read_participants(draft: Draft, entities: Entities, tree: Tree) -> None:
    """Fills in the draft's participants from its roles, then lets the codebook's rules for who they are settle its type."""
    agents = _of_role(draft.roles["agent"], entities)
    struck = [_owner(r, entities, tree) if draft.sub_type in FIGHTING else r for r in draft.roles["target"]]
    targets = [t for t in _of_role(struck, entities) if not _among(t, agents)]
    victims = [v for v in _of_role(draft.roles["victim"], entities) if not _among(v, [*agents, *targets])]
    if draft.sub_type in FIGHTING and len(agents) == 1 and not targets:
        agents, targets = _rivals(draft, agents, entities)
    hurt = victims if draft.sub_type == "Attack" else []
    draft.sub_type = settle(draft.sub_type, agents, targets or hurt)
    draft.participants = _cast(draft.sub_type, agents, targets, victims, tree)


def settle(sub_type: str, agents: list[Entity], others: list[Entity]) -> str:
    """ACLED's rules of who: an attack between armed sides is a clash, an armed clash upon civilians alone an attack."""
    armed = any(e.armed for e in others)
    unarmed = bool(others) and all(e.civilian for e in others)
    if sub_type == "Attack" and armed and agents and all(e.armed for e in agents):
        return "Armed clash"
    if sub_type == "Armed clash" and unarmed:
        return "Attack"
    if sub_type == "Movement of forces" and agents and all(e.civilian for e in agents):
        return "Displacement"
    state = any(e.actor_type == "State Forces" for e in agents)
    other = any(e.armed and e.actor_type not in (None, "State Forces") for e in agents)
    if sub_type == "Non-state actor overtakes territory" and state and not other:
        return "Government regains territory"
    if sub_type == "Government regains territory" and other and not state:
        return "Non-state actor overtakes territory"
    return sub_type


def _of_role(ranges: list[Range], entities: Entities) -> list[Entity]:
    found: list[Entity] = []
    for first, last in ranges:
        for part in entities.split(first, last):
            entity = entities.at(*part)
            if entity and not _among(entity, found):
                found.append(entity)
    return found


def _owner(span: Range, entities: Entities, tree: Tree) -> Range:
    """"An army base", "the rebels' positions": those whose base or positions they are, where they bear arms."""
    head = tree.head_of(span)
    if tree.words[head].lemma not in MILITARY_PROPERTY or head <= span[0]:
        return span
    owner = entities.at(span[0], head)
    return (span[0], head) if owner and owner.armed else span


def _fights(entity: Entity) -> bool:
    return entity.armed and not (entity.actor or "").startswith("government-")


def _among(entity: Entity, others: list[Entity]) -> bool:
    return any(entity.name == o.name for o in others)


def _rivals(draft: Draft, agents: list[Entity], entities: Entities) -> tuple[list[Entity], list[Entity]]:
    """"Clashes between A and B" read as one phrase: its conjuncts are the two sides."""
    first, last = draft.roles["agent"][0]
    parts = [e for part in entities.split(first, last) if (e := entities.at(*part))]
    return (parts[:1], parts[1:]) if len(parts) > 1 else (agents, [])


def _cast(sub_type: str, agents: list[Entity], targets: list[Entity], victims: list[Entity], tree: Tree) -> list[Participant]:
    if sub_type == "Displacement":
        agents, victims = [a for a in agents if a.armed], [*(a for a in agents if not a.armed), *targets, *victims]
        targets = []
    both_armed = bool(agents and targets) and all(_fights(e) for e in [*agents, *targets])
    one_sided = sub_type in FIGHTING and TYPE_OF[sub_type] == "Battles" and not (agents and targets)
    if sub_type in FIGHTING and both_armed:
        cast = [_participant(e, "party", 1, tree) for e in agents] + [_participant(e, "party", 2, tree) for e in targets]
    elif one_sided:
        cast = [_participant(e, "party" if e.armed else "target", None, tree) for e in [*agents, *targets]]
    else:
        cast = [_participant(e, "agent", None, tree) for e in agents]
        cast += [_participant(e, "target", None, tree) for e in targets]
    return cast + [_participant(e, "victim", None, tree) for e in victims]


def _participant(entity: Entity, role: Role, side: int | None, tree: Tree) -> Participant:
    spans = tuple(tree.analysis.span(*m) for m in entity.mentions[:_MOST_MENTIONS])
    return Participant(role, side, name_of(entity, tree), entity.actor, entity.actor_type, spans)


def narrowed(participants: list[Participant], evidence: list[Range], tree: Tree) -> list[Participant]:
    """Mentions within the evidence where there are any, so that a claim shows the words that it rests on."""
    out = []
    for p in participants:
        own = tuple(m for m in p.mentions if any(overlap(tree.analysis.words_at(m.start, m.end), e) for e in evidence))
        out.append(replace(p, mentions=own or p.mentions[:1]))
    return out
