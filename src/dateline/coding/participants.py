"""Who took part in an event, in which role and on which side."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from dateline.coding.bystanders import owns_the_scene, standing, supports
from dateline.coding.cast import Cast, among, fights, is_someone
from dateline.coding.complements import fill_roles, stands_at
from dateline.coding.dateline import dateline_end
from dateline.coding.draft import Draft
from dateline.coding.entities import Entities, Entity
from dateline.coding.opponents import parties_from, sides_between, sides_with
from dateline.coding.plain_names import name_of
from dateline.coding.precedence import by_protest
from dateline.coding.property import owner_of
from dateline.coding.role_words import cut_roles
from dateline.coding.tree import Range, Tree, overlap
from dateline.knowledge.codebook import FIGHTING, TYPE_OF, VIOLENT
from dateline.knowledge.codebook.references import MILITARY_PROPERTY, MUTUAL
from dateline.knowledge.event_words import event_words
from dateline.knowledge.weapons import find_weapons
from dateline.model.analysis import Word
from dateline.model.claim import Participant, Role

_WORDS = event_words()

_MOST_MENTIONS = 6
_SUFFERED = frozenset({"martyrdom", "life", "death", "injury", "wound", "burn"})
"""Nouns for what befalls people."""
_CROWD_OF = {"Protests": ("Protesters", "protesters"), "Riots": ("Rioters", "rioters")}
"""ACLED's type and noun for those who act in a protest or a riot and are called no more than people."""
_BY_CONSENT = frozenset({"Agreement", "Non-violent transfer of territory"})
"""Sub-types without a fight in which armed groups are still parties to one another."""
_STATEMENTS = frozenset({"Accusation", "Request", "Order", "Threat", "Talks", "Agreement"})
"""Sub-types in which a capital stands for its government, whoever names it."""


def read_participants(draft: Draft, entities: Entities, tree: Tree, speakers: Collection[str] = ()) -> None:
    """Fills in the draft's participants from its roles, then lets the codebook's rules for who they are settle its type.

    ``speakers`` are the names of the persons who tell the event: named so, they take no part in it.
    """
    cut_roles(draft, tree)
    fill_roles(draft, tree)
    cut_roles(draft, tree)
    cast = _by_role(draft, entities, tree, speakers)
    if sides := sides_between(draft.trigger, tree, entities) or sides_with(draft.trigger, tree, entities):
        cast.agents, cast.targets, cast.told = sides
    elif _at_one_another(draft, cast, tree):
        cast.agents, cast.targets = cast.agents[:1], cast.agents[1:]
    draft.sub_type = by_protest(draft.sub_type, tree, armed=any(fights(t) for t in cast.targets))
    cast.mutual = _is_mutual(draft, tree) and any(fights(a) for a in cast.agents)
    draft.sub_type = "Armed clash" if cast.mutual else draft.sub_type
    cast.struck = bool(tree.dependents(tree.head_of(draft.trigger), "nsubj:pass"))
    cast.tidy(draft.sub_type)
    draft.sub_type = settle(draft.sub_type, cast.agents, cast.targets)
    if draft.sub_type == "Armed clash" and _on_things(draft, cast, tree):
        draft.sub_type = "Attack"
    draft.participants = [_participant(_in_crowd(e, draft.sub_type, role), role, side, tree)
                          for e, role, side in _parts(draft, cast, tree)]


def _at_one_another(draft: Draft, cast: Cast, tree: Tree) -> bool:
    """"A and B fought": two in arms and nobody in arms whom they fought together."""
    if draft.sub_type not in FIGHTING or _head(draft, tree).lemma not in _WORDS.with_two_subjects or len(cast.agents) != 2:
        return False
    return not cast.targets or (all(fights(a) for a in cast.agents) and not any(fights(t) for t in cast.targets))


def _is_mutual(draft: Draft, tree: Tree) -> bool:
    head = _head(draft, tree)
    behind = tree.words[head.index + 1].text.lower() if head.index + 1 < len(tree.words) else ""
    gerund = head.xpos == "VBG" and behind in ("between", "among")  # "fighting between the two"
    named = head.text.lower() in MUTUAL if gerund else head.upos == "NOUN" and head.lemma in MUTUAL
    return named and draft.sub_type in ("Armed clash", "Attack")


def _on_things(draft: Draft, cast: Cast, tree: Tree) -> bool:
    """"Opened fire at a bus stop", "raided the houses": one side's act upon what no armed party holds."""
    head = _head(draft, tree)
    if head.upos != "VERB" or head.lemma not in _WORDS.one_sided or not cast.agents or not cast.targets:
        return False
    return not any(t.armed or is_someone(t) or t.name.split()[-1].removesuffix("s") in MILITARY_PROPERTY for t in cast.targets)


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


def _head(draft: Draft, tree: Tree) -> Word:
    return tree.words[tree.head_of(draft.trigger)]


def _by_role(draft: Draft, entities: Entities, tree: Tree, speakers: Collection[str]) -> Cast:
    cast = Cast()
    begin = dateline_end(tree.analysis.text)
    for role, found in (("agent", cast.agents), ("target", cast.targets), ("victim", cast.victims)):
        for span in draft.roles[role]:
            if role == "target" and stands_at(span, draft.trigger, tree):
                continue
            if tree.words[span[0]].start < begin or _is_manner(span, tree):
                continue
            some = _named_by(span, role, draft, entities, tree)
            if tree.words[tree.head_of(span)].upos != "PRON":
                some = [e for e in some if e.name not in speakers or e.actor or e.armed]
            if draft.sub_type in VIOLENT and owns_the_scene(span, tree):
                some = [e for e in some if e.armed and not (e.actor or "").startswith("government-")]
            helps = standing(span, tree) == "helper" or supports(span, draft.trigger, tree)
            _add(some, cast.allies if helps else found)
    _add(_helpers(draft, cast.agents, entities, tree), cast.allies)
    return cast


def _is_manner(span: Range, tree: Tree) -> bool:
    """"Recruited by force", "embraced martyrdom", "lost their lives": how, not who."""
    head = tree.words[tree.head_of(span)]
    if head.upos == "NOUN" and head.lemma in _SUFFERED:
        return True
    told = tree.dependents(head.index, "det", "amod", "compound", "nmod")
    return head.text.lower() == "force" and span[1] - span[0] <= 2 and not told


def _add(some: list[Entity], found: list[Entity]) -> None:
    found += [e for e in some if not e.place and not among(e, found)]


def _named_by(span: Range, role: str, draft: Draft, entities: Entities, tree: Tree) -> list[Entity]:
    """Whom a role's words mean: the owner of what is struck, the forces of a country that attacks, no mere weapon."""
    held = draft.sub_type in VIOLENT and not (role == "agent" and _is_mutual(draft, tree))
    struck = owner_of(span, entities, tree) if held or draft.sub_type == "Movement of forces" else span
    some = parties_from(struck, draft, tree, entities)
    if struck != span:
        some = [entities.forces_of(e) if (e.actor or "").startswith("government-") else e for e in some]
    span = struck
    if draft.sub_type in _STATEMENTS:
        some = some or [entities.seat_of(e) for e in [entities.at(*span)] if e]
    if draft.sub_type in VIOLENT and role == "agent":
        some = [entities.forces_of(e) if (e.actor or "").startswith("government-") else e for e in some]
    if draft.sub_type != "Disrupted weapons use" and _is_weapon(span, tree):
        some = [e for e in some if e.actor]
    return some


def _is_weapon(span: Range, tree: Tree) -> bool:
    """"Tear gas", "Kalashnikovs": a means, no party."""
    lemmas = [w.lemma for w in tree.words[span[0] : span[1]]]
    return any(b == len(lemmas) and b - a >= len(lemmas) - 1 for a, b, _ in find_weapons(lemmas))


def _helpers(draft: Draft, agents: list[Entity], entities: Entities, tree: Tree) -> list[Entity]:
    """Those behind "backed by" that the engine gave no role: said of the agents, in the draft's own clause. The arms of a named
    party ("Russian air power") help as it does.
    """
    if not agents:
        return []
    heads = [_noun_of(r, tree) for r in draft.roles["agent"]]
    links = [k for head in heads for k in tree.dependents(head, "acl")]
    links += [k for link in [*heads, tree.head_of(draft.trigger)] for k in tree.dependents(link, "obl", "nmod")]
    spans = [tree.subtree(k) for link in links for k in tree.dependents(link, "obl:agent", "obl", "nmod")]
    parties = [e for s in spans if standing(_past_case(s, tree), tree) == "helper" and (e := entities.at(*s))]
    return [e for e in parties if e.actor or e.armed or (e.thing and e.name[:1].isupper())]


def _noun_of(span: Range, tree: Tree) -> int:
    """The noun that the words stand before or hold ("Iraqi" of "Iraqi warplanes")."""
    i = tree.head_of(span)
    while tree.words[i].deprel in ("amod", "compound"):
        i = tree.words[i].head
    return i


def _past_case(span: Range, tree: Tree) -> Range:
    """The words behind the preposition that they open with."""
    first, last = span
    return (first + 1, last) if tree.words[first].upos == "ADP" and last - first > 1 else span


def _parts(draft: Draft, cast: Cast, tree: Tree) -> Iterator[tuple[Entity, Role, int | None]]:
    """Everyone with role and side. Armed opponents are parties, the attacker on side 1; a side that is not told stays open."""
    sub_type = draft.sub_type
    if sub_type == "Displacement":
        fled = [*(a for a in cast.agents if not a.armed), *cast.targets, *cast.victims]
        cast = replace(cast, agents=[a for a in cast.agents if a.armed], targets=[], victims=fled)
    sided = _is_sided(sub_type, cast)
    known = cast.told and (bool(cast.agents and cast.targets) or _head(draft, tree).upos == "VERB"
                           or TYPE_OF[sub_type] != "Battles")
    roles: tuple[tuple[list[Entity], Role, int], ...] = ((cast.agents, "agent", 1), (cast.targets, "target", 2))
    for entities, role, side in roles:
        for e in entities:
            party = sided and fights(e)
            yield e, ("party" if party else role), (side if party and known else None)
    yield from ((e, "ally", None) for e in cast.allies)
    yield from ((e, "victim", None) for e in cast.victims)


def _is_sided(sub_type: str, cast: Cast) -> bool:
    """Whether armed participants are parties: both sides bear arms, or the one that is told fights in a battle or is bombed."""
    enemies = any(fights(t) for t in cast.targets)
    if sub_type in _BY_CONSENT:
        return True
    if sub_type not in FIGHTING:
        return False
    if cast.agents and cast.targets:
        return enemies and all(fights(a) for a in cast.agents)
    return TYPE_OF[sub_type] == "Battles" or (enemies and sub_type not in ("Attack", "Disrupted weapons use"))


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
