"""Whether what a report tells is conflict at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import fmean

from dateline.coding.draft import Draft
from dateline.knowledge.codebook import CONTEXT, TYPE_OF
from dateline.knowledge.codebook.telling import telling_words
from dateline.knowledge.relevance import features, load_relevance

LEAST_ODDS = 1.6
"""Log-odds of the report under which its events must show arms and harm to be believed."""
SURE_ODDS = 2.5
"""Log-odds from which a report of displacement, blocked roads and the like alone tells of conflict."""
NO_ODDS = -2.0
"""Log-odds under which nothing in the report is believed."""
_OPENING = 160
"""Characters at the start of a report that say what it is about."""
_CEREMONY = re.compile(
    r"\b(?:parades?|drills|manoeuvres|maneuvers|war ?games?|(?:military|joint|naval|training|live-fire|annual|air|border|army) "
    r"(?:\w+ )?(?:exercises?|drill))\b", re.IGNORECASE,
)
"""What soldiers do for show or practice: a report that opens with it tells of conflict only where someone is hurt."""
_ARMED = frozenset({"State Forces", "Rebel Groups", "Political Militias", "Identity Militias"})
_OF_POLICE = frozenset(
    {"Arrests", "Other", "Disrupted weapons use", "Looting/property destruction", "Change to group/activity"}
)
"""Sub-types that the daily work of police and customs gives rise to as well."""
_OF_WAR = frozenset({"Displacement", "Blockade", "Movement of forces", "Call to arms", "Casualty count"})
"""Sub-types of ``Context`` that conflict brings with it."""


def of_conflict(drafts: Sequence[Draft], text: str, by_sentence: Sequence[float] = ()) -> list[Draft]:
    """The drafts of a report that tells of conflict; of another report, none.

    ``by_sentence`` are the engine's log-odds that each sentence tells of conflict. Their mean is added to the odds of the
    report's words: two readers that were taught apart.

    War lends its words to sport and trade, and soldiers help in floods: the words of the whole report say which it is. Arrests
    and seizures alone are the police's daily work where the report names a common crime and nobody in arms against the state.
    Requests, talks, threats and the like are told in every field of life; they are coded where the report has an event of
    ACLED's own types, or where someone armed takes part in them.
    """
    odds = load_relevance().log_odds(text) + fmean(by_sentence or (0.0,)) if drafts else NO_ODDS
    if odds < NO_ODDS or features(text[:_OPENING]) & telling_words().fiction:
        return []
    if _CEREMONY.search(text[:_OPENING]):
        return [d for d in drafts if _armed(d) and d.tolls]
    coded = {d.sub_type for d in drafts if TYPE_OF[d.sub_type] != CONTEXT}
    if odds < LEAST_ODDS:
        return [d for d in drafts if d.sub_type in coded - _OF_POLICE and _armed(d) and (d.tolls or d.weapons)]
    common = coded <= _OF_POLICE and features(text) & telling_words().crimes
    if coded and not (common and not any(_at_war(d) for d in drafts)):
        return list(drafts)
    if common:
        return []
    return [d for d in drafts if _at_war(d) or (odds >= SURE_ODDS and d.sub_type in _OF_WAR)]


def _armed(draft: Draft) -> bool:
    return any(p.actor_type in _ARMED for p in draft.participants)


def _at_war(draft: Draft) -> bool:
    """Someone armed takes part; for what police do every day, someone armed who is not the state."""
    kinds = {p.actor_type for p in draft.participants} & _ARMED
    return bool(kinds - {"State Forces"} if draft.sub_type in _OF_POLICE else kinds)
