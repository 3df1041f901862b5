"""Whose voice a report is: who "our troops" and "the enemy" are, where the report leaves no doubt."""

from __future__ import annotations

from dateline.knowledge.actors import Actor, ActorRegistry, load_actor_nouns
from dateline.knowledge.naming_words import naming_words
from dateline.knowledge.outlets import load_outlets
from dateline.knowledge.state_wars import opponents
from dateline.model.analysis import Analysis
from dateline.model.report import Report

_WORDS = naming_words()


def outlet_actor(report: Report, actors: ActorRegistry) -> Actor | None:
    """The party that the report's outlet speaks for, as far as the list of outlets knows."""
    outlet = load_outlets().find(report.outlet) if report.outlet else None
    return actors.by_id(outlet.actor) if outlet and outlet.actor else None


def own_forces(
    speaker: Actor | None, main: str | None, analysis: Analysis, actors: ActorRegistry
) -> Actor | None:
    """Who "our troops" are: the outlet's own, or those of the country that the report is about.

    The second only where the report has "our" forces and never tells of that country's army as of others.
    """
    if speaker:
        arm = (
            f"military-{speaker.country.lower()}"
            if speaker.country and speaker.id.startswith("government-")
            else ""
        )
        return actors.by_id(arm) or speaker
    return actors.by_id(f"military-{main.lower()}") if main and _speaks_for_forces(analysis) else None


def enemy_forces(own: Actor | None, report: Report, actors: ActorRegistry) -> Actor | None:
    """Who "the enemy" is to a state's forces: those of the one state at war with it in that year."""
    if not own or not own.country or not own.id.startswith("military-") or not report.published:
        return None
    foes = opponents(own.country, int(report.published[:4]))
    return actors.by_id(f"military-{next(iter(foes)).lower()}") if len(foes) == 1 else None


def _speaks_for_forces(analysis: Analysis) -> bool:
    ours, v, nouns = False, naming_words(), load_actor_nouns()
    low = [w.text.lower() for w in analysis.words]
    for i, word in enumerate(low):
        if word == "our":
            behind = low[i + 1 : i + 4]
            ours = ours or any(
                w in v.equipment or ((n := nouns.find(w)) is not None and n.branch) for w in behind
            )
        elif word in _WORDS.of_others and "our" not in low[max(0, i - 3) : i]:
            return False
    return ours
