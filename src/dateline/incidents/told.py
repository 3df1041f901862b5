"""A claim inside an incident, with the origin that it rests on; and the joining of origins over reports."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.incidents.bodies import commands
from dateline.incidents.days import interval
from dateline.incidents.episode import Episode
from dateline.incidents.joining import joined
from dateline.incidents.kinship import related
from dateline.incidents.origins import Voice, has_observers, is_own, own_voice, voice_of
from dateline.model.claim import Claim
from dateline.model.incident import ClaimRef, Origin
from dateline.model.report import Report

RECAP = 10
"""Days after which what an outlet tells in passing is taken from what was reported then."""

BEFORE = 7
"""Days before an event from which on what is told is another's: a week, as ACLED codes a vague date."""


@dataclass(frozen=True, slots=True)
class Told:
    """``claim`` of ``report``, and the name of the ``origin`` whose word it is."""

    ref: ClaimRef
    report: Report
    claim: Claim
    origin: str


def tell(episodes: Sequence[Episode], copies: Mapping[str, Report]) -> tuple[list[Told], tuple[Origin, ...]]:
    """The claims of an incident with their origins, and the origins with the reports that relay them.

    ``copies`` are original reports by the copy's id. A report that names its sources is taken to rest on
    them: what it says between in its own voice is theirs, unless it tells of observers of its own. So an
    outlet that only relays is no origin.
    """
    voices = _voices(episodes, copies)
    names = joined([voice for voice, _, _ in voices])
    told = [Told(ClaimRef(r.id, c.id), r, c, names[voice]) for voice, r, c in voices]
    participants = frozenset(p.actor for t in told for p in t.claim.participants if p.actor)
    reports: dict[str, list[str]] = defaultdict(list)
    parties: set[str] = set()
    for (voice, report, claim), item in zip(voices, told, strict=True):
        if report.id not in reports[item.origin]:
            reports[item.origin].append(report.id)
        if (voice.actor and related(voice.actor, participants)) or _marked(claim, voice) or commands(voice.name, participants):
            parties.add(item.origin)
    found = (Origin(name, tuple(held), name in parties) for name, held in reports.items())
    return told, tuple(sorted(found, key=lambda o: (-len(o.reports), o.name)))


_Spoken = list[tuple[Voice, Report, Claim]]


def _voices(episodes: Sequence[Episode], copies: Mapping[str, Report]) -> _Spoken:
    found = []
    fresh = [e for e in episodes if not is_recap(e)]
    countries = {place.country for e in episodes for c in e.claims for place in c.places if place.country}
    for episode in episodes:
        own = own_voice(copies.get(episode.report.id, episode.report))
        named = [c for c in episode.claims if not is_own(c)]
        stand_in = voice_of(episode.report, named[0], episode.claims, countries) if named else own
        for claim in episode.claims:
            if _is_of_before(claim, episode) or (fresh and is_own(claim) and is_recap(episode)):
                continue
            if not is_own(claim):
                voice = voice_of(episode.report, claim, episode.claims, countries)
            else:
                voice = own if has_observers(claim) else stand_in
            found.append((voice, episode.report, claim))
    return _through_agencies(found, copies)


def _through_agencies(found: _Spoken, copies: Mapping[str, Report]) -> _Spoken:
    """The claims with the voice that an outlet's own report of the incident rests on, where another report cites the
    outlet: both tell what one source said."""
    relied: dict[str, set[Voice]] = defaultdict(set)
    for voice, report, _ in found:
        relied[own_voice(copies.get(report.id, report)).key].add(voice)
    only = {outlet: next(iter(voices)) for outlet, voices in relied.items() if len(voices) == 1}
    return [(only.get(voice.key, voice), report, claim) for voice, report, claim in found]


def is_recap(episode: Episode) -> bool:
    """Whether the report only reminds of it, weeks later: its own words are then nobody's account."""
    if episode.recalled:
        return True
    return episode.days is not None and episode.published is not None and episode.published - episode.days[1] > RECAP


def _is_of_before(claim: Claim, episode: Episode) -> bool:
    """Whether a claim among those of an event tells a day of its own a week or more before it: the last such attack, which
    coding took for the same."""
    told = interval(claim.when) if claim.when.basis in ("explicit", "published") else None
    if told is None or episode.days is None or claim.stance in ("denied", "retracted"):
        return False
    return episode.days[0] - told[1] >= BEFORE and claim is not episode.claims[0]


def _marked(claim: Claim, voice: Voice) -> bool:
    return any(s.party and s.name == voice.name for s in claim.attribution)
