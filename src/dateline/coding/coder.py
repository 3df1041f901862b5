"""An analysis becomes a record: the order in which a claim's fields are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dateline.coding import details, toponyms
from dateline.coding.back_reference import mention_of, pointing_mentions
from dateline.coding.candidates import find_candidates
from dateline.coding.causes import find_causes
from dateline.coding.confidence import confidence
from dateline.coding.contents import asked_by, without_mere_contents
from dateline.coding.denials import find_denials, no_accusations
from dateline.coding.draft import Draft
from dateline.coding.entities import Entities, read_entities
from dateline.coding.event_places import read_places
from dateline.coding.event_times import carry_times, head_time, read_time
from dateline.coding.framing import find_framing
from dateline.coding.merge import merge_claims
from dateline.coding.orphans import find_orphans
from dateline.coding.participants import narrowed, read_participants
from dateline.coding.plain_names import name_of
from dateline.coding.precedence import by_toll, by_weapon
from dateline.coding.relations import find_relations
from dateline.coding.relevance import of_conflict
from dateline.coding.same_event import mark_events
from dateline.coding.toll_of_type import add_tolls_of_type
from dateline.coding.tree import Range, Tree
from dateline.coding.voice import Voices
from dateline.coding.weapons import weapons_used
from dateline.coding.where import PlaceResolver
from dateline.knowledge.actors import ActorRegistry
from dateline.knowledge.codebook import PLOVER_OF, TYPE_OF
from dateline.knowledge.gazetteer import Gazetteer
from dateline.model.analysis import Analysis
from dateline.model.claim import Carried, Cause, Claim, Event
from dateline.model.record import Record, Warning
from dateline.model.report import Report


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What coding looks things up in."""

    actors: ActorRegistry
    gazetteer: Gazetteer


def code(report: Report, analysis: Analysis, knowledge: Knowledge, warnings: Sequence[Warning] = ()) -> Record:
    """The record of one report; ``analysis`` is that of ``report.text``."""
    tree = Tree(analysis)
    entities = read_entities(report, analysis, tree, knowledge.actors, knowledge.gazetteer)
    voices = Voices(report, analysis, entities, tree)
    told = details.tolls_told(analysis)
    drafts = find_candidates(analysis, tree)
    drafts += find_orphans(drafts, told, analysis, tree)
    drafts.sort(key=lambda d: d.trigger)
    details.read_tolls(drafts, told, analysis, tree)
    add_tolls_of_type(drafts, tree)
    drafts = [d for d in drafts if d.tolls or d.sub_type != "Casualty count"]
    _fill(drafts, report, analysis, tree, entities, voices, knowledge)
    drafts = no_accusations(drafts, voices)
    mark_events(drafts, tree)
    drafts = _with_denials(drafts, voices, tree, _day(report.published))
    claims = _finish(of_conflict(without_mere_contents(merge_claims(drafts, tree), tree), report.text, analysis.conflict), tree)

    def name_at(first: int, last: int) -> str | None:
        entity = entities.at(first, last)
        return name_of(entity, tree) if entity else None

    relations = find_relations(analysis, name_at, voices.at)
    framing = find_framing(analysis, name_at)
    return Record(report, claims, relations, framing, tuple(warnings))


def _fill(drafts: list[Draft], report: Report, analysis: Analysis, tree: Tree, entities: Entities, voices: Voices,
          knowledge: Knowledge) -> None:
    published = _day(report.published)
    places = (toponyms.read_places(analysis, tree, PlaceResolver(knowledge.gazetteer), entities, voices.addressees)
              if drafts else [])
    for d in drafts:
        voices.leave_out_speakers(d)
        voices.own_up(d)
        read_participants(d, entities, tree, voices.speakers_of(d))
        read_places(d, drafts, places, tree, voices.speaker_words)
        read_time(d, drafts, analysis, tree, published, voices.speech_words)
        if not d.when.start and (heading := head_time(d, analysis, tree, published)):
            d.when = heading
            d.carried.append(Carried("when", None, heading.span))
        details.read_weapons(d, analysis)
        d.weapons = weapons_used(d, tree)
        d.sub_type = by_toll(d, by_weapon(d, tree))
        voices.read(d, published)


def _with_denials(drafts: list[Draft], voices: Voices, tree: Tree, published: date | None) -> list[Draft]:
    denials = find_denials(drafts, voices, tree)
    for d in denials:
        voices.read(d, published)
        d.stance, d.background = "denied", False
    return sorted([*drafts, *denials], key=lambda d: d.trigger)


def _day(published: str | None) -> date | None:
    return date.fromisoformat(published[:10]) if published else None


def _finish(drafts: list[Draft], tree: Tree) -> tuple[Claim, ...]:
    drafts.sort(key=lambda d: d.trigger)
    events: dict[int, str] = {}
    for i, d in enumerate(drafts):
        events.setdefault(d.event, f"e{len(events) + 1}")
        d.id = f"c{i + 1}"
    carry_times(drafts)
    _link_causes(drafts, tree)
    return tuple(_claim(d, events[d.event], tree) for d in drafts)


def _link_causes(drafts: list[Draft], tree: Tree) -> None:
    by_id = {d.id: d for d in drafts}
    mentions = [mention_of(d, trigger) for d in drafts for trigger in (d.trigger, *d.triggers)]
    mentions += pointing_mentions(drafts, tree)
    asked = asked_by(drafts, tree)
    for content, cause, cue in find_causes(tree.analysis, mentions):
        effect = asked.get(content, content)
        if by_id[effect].event != by_id[cause].event and by_id[cause].polarity == "+":
            by_id[effect].causes.append(Cause(_told_plainly(by_id[cause], drafts).id, cue))


def _told_plainly(cause: Draft, drafts: list[Draft]) -> Draft:
    """The first claim of the cause's event by someone who does not deny it, where ``cause`` is a denial."""
    plain = (d for d in drafts if d.event == cause.event and d.stance != "denied")
    return next(plain, cause) if cause.stance == "denied" else cause


def _claim(d: Draft, event_ref: str, tree: Tree) -> Claim:
    sub_type = "Other" if d.sub_type == "Context other" else d.sub_type
    event = Event(TYPE_OF[d.sub_type], sub_type, PLOVER_OF[d.sub_type], tree.analysis.span(*d.trigger), confidence(d))
    evidence = tuple(tree.analysis.span(*r) for r in _joined(d.clauses))
    return Claim(
        d.id, event_ref, event, tuple(narrowed(d.participants, d.clauses, tree)), tuple(d.weapons), tuple(d.tolls),
        tuple(d.places), d.when, d.chain, d.stance, "-" if d.polarity == "-" else "+", d.background, tuple(d.causes),
        tuple(d.carried), evidence,
    )


def _joined(ranges: Sequence[Range]) -> list[Range]:
    """Ranges in text order, overlapping ones as one."""
    out: list[Range] = []
    for first, last in sorted(ranges):
        if out and first <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], last))
        else:
            out.append((first, last))
    return out

