"""Who took part in an event, in which role and on which side."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from dateline.coding.bystanders import standing, supports
from dateline.coding.complements import fill_roles, stands_at
from dateline.coding.draft import Draft
from dateline.coding.entities import Entities, Entity
from dateline.coding.opponents import parties_from, sides_between
from dateline.coding.plain_names import name_of
from dateline.coding.role_words import cut_roles
from dateline.coding.tree import Range, Tree, overlap
from dateline.knowledge.codebook import FIGHTING, TYPE_OF, VIOLENT
from dateline.knowledge.codebook.references import MILITARY_PROPERTY
from dateline.knowledge.weapons import find_weapons
from dateline.model.claim import Participant, Role

_MOST_MENTIONS = 6
_AT_ONE = frozenset("clash fight battle skirmish exchange trade duel engage".split())
"""Verbs whose two subjects stand against each other ("A and B clashed")."""
_HARMED = frozenset({"Attack", "Abduction/forced disappearance", "Sexual violence", "Arrests", "Excessive force against protesters"})
"""Sub-types whose target is those who are hurt or taken."""
_CROWD_OF = {"Protests": ("Protesters", "protesters"), "Riots": ("Rioters", "rioters")}
"""ACLED's type and noun for those who act in a protest or a riot and are called no more than people."""


@dataclass
class _Cast:
    agents: list[Entity] = field(default_factory=list)
    targets: list[Entity] = field(default_factory=list)
    victims: list[Entity] = field(default_factory=list)
    allies: list[Entity] = field(default_factory=list)
    told: bool = True
    """Whether the text says who stands with whom."""


def read_participants(draft: Draft, entities: Entities, tree: Tree) -> None:
    """Fills in the draft's participants from its roles, then lets the codebook's rules for who they are settle its type."""
    cut_roles(draft, tree)
    fill_roles(draft, tree)
    cast = _by_role(draft, entities, tree)
    if sides := sides_between(draft.trigger, tree, entities):
        cast.agents, cast.targets, cast.told = sides
    elif draft.sub_type in FIGHTING and len(cast.agents) == 2 and not cast.targets and _at_one(draft, tree):
        cast.agents, cast.targets = cast.agents[:1], cast.agents[1:]
    if TYPE_OF[draft.sub_type] == "Battles":
        cast.agents, cast.targets = [_in_battle(e) for e in cast.agents], [_in_battle(e) for e in cast.targets]
    _apart(cast)
    _take_victims_for_targets(draft.sub_type, cast)
    draft.sub_type = settle(draft.sub_type, cast.agents, cast.targets)
    draft.participants = _participants(draft, cast, tree)


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


def _by_role(draft: Draft, entities: Entities, tree: Tree) -> _Cast:
    cast = _Cast()
    for role, found in (("agent", cast.agents), ("target", cast.targets), ("victim", cast.victims)):
        for span in draft.roles[role]:
            stands = standing(span, tree)
            if stands == "aside" or (role == "target" and stands_at(span, draft.trigger, tree)):
                continue
            if role == "target" and draft.sub_type in FIGHTING:
                span = _owner(span, entities, tree)
            some = [_acting(e, draft.sub_type, role, entities) for e in parties_from(span, draft.trigger, tree, entities)]
            if _is_weapon(span, draft, tree):
                some = [e for e in some if e.actor]
            _add(some, cast.allies if stands == "helper" or supports(span, draft.trigger, tree) else found)
    _add(_helpers(draft, cast.agents, entities, tree), cast.allies)
    return cast


def _add(some: list[Entity], found: list[Entity]) -> None:
    found += [e for e in some if not e.place and not _among(e, found)]


def _is_weapon(span: Range, draft: Draft, tree: Tree) -> bool:
    """"Tear gas", "Kalashnikovs": a means, unless it is what was destroyed or found."""
    lemmas = [w.lemma for w in tree.words[span[0] : span[1]]]
    whole = {(a, b) for a, b, _ in find_weapons(lemmas)}
    return draft.sub_type != "Disrupted weapons use" and any(b == len(lemmas) and b - a >= len(lemmas) - 1 for a, b in whole)


def _owner(span: Range, entities: Entities, tree: Tree) -> Range:
    """"An army base", "three outposts of the rebels": those whose they are, where they bear arms."""
    head = tree.head_of(span)
    if tree.words[head].lemma not in MILITARY_PROPERTY:
        return span
    behind = next((tree.subtree(k) for k in tree.dependents(head, "nmod") if _of(k, tree)), None)
    for owner in ((span[0], head), behind):
        found = entities.at(*owner) if owner and owner[0] < owner[1] else None
        if owner and found and found.armed:
            return owner
    return span


def _of(noun: int, tree: Tree) -> bool:
    return any(tree.words[k].text.lower() in ("of", "belonging") for k in tree.dependents(noun, "case"))


def _acting(entity: Entity, sub_type: str, role: str, entities: Entities) -> Entity:
    """A country that attacks does so by its forces."""
    by_force = role == "agent" and sub_type in VIOLENT and (entity.actor or "").startswith("government-")
    return entities.forces_of(entity) if by_force else entity


def _in_battle(entity: Entity) -> Entity:
    """A party of no known kind that is told by name as one side of a battle bears arms."""
    unknown = entity.actor is None and not entity.civilian and entity.name[:1].isupper()
    return replace(entity, armed=True) if unknown else entity


def _helpers(draft: Draft, agents: list[Entity], entities: Entities, tree: Tree) -> list[Entity]:
    """Those behind "backed by" that the engine gave no role: said of the agents, in the draft's own clause."""
    found: list[Entity] = []
    heads = {tree.head_of(r) for r in draft.roles["agent"]} if agents else set()
    for head in heads:
        for link in tree.dependents(head, "acl"):
            spans = [tree.subtree(k) for k in tree.dependents(link, "obl:agent", "obl")]
            parties = [e for s in spans if standing(s, tree) == "helper" and (e := entities.at(*s))]
            found += [e for e in parties if e.actor or e.armed]
    return found


def _at_one(draft: Draft, tree: Tree) -> bool:
    return tree.words[tree.head_of(draft.trigger)].lemma in _AT_ONE


def _apart(cast: _Cast) -> None:
    """Nobody has two roles: who acts is not who suffers, and who helps does not act."""
    cast.agents = [e for e in cast.agents if not _among(e, cast.allies)]
    cast.targets = [e for e in cast.targets if not _among(e, [*cast.agents, *cast.allies])]
    cast.victims = [e for e in cast.victims if not _among(e, [*cast.agents, *cast.targets, *cast.allies])]
    if any(_fights(t) for t in cast.targets):
        cast.victims = [v for v in cast.victims if v.actor or not v.armed or v.name != v.name.lower()]


def _take_victims_for_targets(sub_type: str, cast: _Cast) -> None:
    """Who is hurt or taken is whom the act is aimed at: in violence against people, and where the hurt are armed."""
    people = any(e.civilian or e.armed for e in cast.targets)
    if sub_type in _HARMED and not people:
        cast.targets, cast.victims = cast.victims or cast.targets, []
    elif sub_type in FIGHTING and cast.agents and not cast.targets:
        enemies = [v for v in cast.victims if _fights(v)]
        struck = enemies if all(a.armed for a in cast.agents) else []
        if sub_type == "Armed clash" and not enemies:
            struck = [v for v in cast.victims if v.civilian]
        cast.targets, cast.victims = struck, [v for v in cast.victims if not _among(v, struck)]


def _fights(entity: Entity) -> bool:
    return entity.armed and not (entity.actor or "").startswith("government-")


def _among(entity: Entity, others: list[Entity]) -> bool:
    return any(entity.name == o.name for o in others)


def _participants(draft: Draft, cast: _Cast, tree: Tree) -> list[Participant]:
    sub_type = draft.sub_type
    if sub_type == "Displacement":
        fled = [*(a for a in cast.agents if not a.armed), *cast.targets, *cast.victims]
        cast = replace(cast, agents=[a for a in cast.agents if a.armed], targets=[], victims=fled)
    battle = sub_type in FIGHTING and TYPE_OF[sub_type] == "Battles"
    enemies = [t for t in cast.targets if _fights(t)]
    sided = sub_type in FIGHTING and bool(enemies) and bool(cast.agents) and all(_fights(a) for a in cast.agents)
    one_sided = battle and not (cast.agents and cast.targets)
    known = cast.told and (sided or tree.words[tree.head_of(draft.trigger)].upos == "VERB")
    found: list[Participant] = []
    for entities, role, side in ((cast.agents, "agent", 1), (cast.targets, "target", 2)):
        for e in entities:
            party = _fights(e) and (sided or one_sided)
            found.append(_participant(_in_crowd(e, sub_type, role), "party" if party else role,
                                      side if party and known else None, tree))
    found += [_participant(e, "ally", None, tree) for e in cast.allies]
    return found + [_participant(e, "victim", None, tree) for e in cast.victims]


def _in_crowd(entity: Entity, sub_type: str, role: str) -> Entity:
    """Those who march or riot are protesters or rioters; "people" are called so."""
    crowd = _CROWD_OF.get(TYPE_OF[sub_type])
    if role != "agent" or crowd is None or not entity.civilian or entity.actor:
        return entity
    return replace(entity, actor_type=crowd[0], name=crowd[1] if entity.name == "people" else entity.name)


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
