"""PLOVER records as JSON Lines: one a claim that has a PLOVER type and a date (both are required fields).

Names and structure follow the PLOVER codebook of the Open Event Data Alliance (2023), tables "PLOVER JSON" and
"Information object for …"; fields without a value are absent. Modes are given where the event's sub-type or weapon
is one of them; contexts only the four that say how it is told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dateline.exports import wording
from dateline.exports.facts import main_place
from dateline.exports.selection import Selection
from dateline.exports.text import json_lines, without_empty
from dateline.knowledge.actors import load_actors
from dateline.knowledge.actors.demonyms import load_demonyms
from dateline.knowledge.country_codes import country_codes
from dateline.model.claim import Claim, Participant, Place
from dateline.model.record import Record

_QUAD = {
    1: ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    2: ("COOPERATE", "AID", "RETREAT"),
    3: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    4: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
_SECTORS = {"State Forces": "MIL", "Rebel Groups": "REB", "Political Militias": "PRM", "Civilians": "CVL", "Protesters": "CVL"}
_MODES = {
    ("ASSAULT", "Abduction/forced disappearance"): "abduct",
    ("ASSAULT", "Sexual violence"): "sexual",
    ("ASSAULT", "Suicide bomb"): "suicide-attack",
    ("ASSAULT", "Chemical weapon"): "unconventional",
    ("ASSAULT", "Shelling/artillery/missile attack"): "heavy-weapons",
    ("ASSAULT", "Remote explosive/landmine/IED"): "explosives",
    ("PROTEST", "Violent demonstration"): "riot",
    ("PROTEST", "Mob violence"): "riot",
    ("PROTEST", "Peaceful protest"): "demo",
    ("COERCE", "Arrests"): "arrest",
}
_WEAPON_MODES = {"drone": "drone", "air strike": "aerial", "knife": "primitive", "small arms": "firearms"}
_RESOLUTION = {1: 4, 2: 4, 3: 3, 4: 2, 6: 1}


def plover(selection: Selection) -> bytes:
    """The file's bytes; claims told of as never having happened have the context ``negation``."""
    return json_lines(
        _event(record, claim, incident)
        for record, claim, incident in selection.each_claim()
        if claim.event.plover and claim.when.start
    )


def _event(record: Record, claim: Claim, incident: str | None) -> dict[str, Any]:
    report, code = record.report, claim.event.plover or ""
    first = claim.evidence[0] if claim.evidence else claim.event.trigger
    return without_empty(
        {
            "id": f"DTL-{report.id}-{claim.id}",
            "date": claim.when.start,
            "enddate": claim.when.end if claim.when.end != claim.when.start else None,
            "actor": [_entity(p) for p in _acting(claim)],
            "recipient": [_entity(p) for p in claim.participants if _receives(p)],
            "event": [code],
            "event_text": [claim.event.trigger.text],
            "event_loc": _location(main_place([claim])),
            "quad_code": next(quad for quad, codes in _QUAD.items() if code in codes),
            "mode": list(_modes(claim, code)),
            "context": list(_contexts(claim)),
            "size": _size(claim),
            "link": incident,
            "text": " … ".join(span.text for span in claim.evidence),
            "text_info": {"start": first.start, "end": first.end},
            "cite_info": without_empty(
                {"citation": report.id, "url": report.url, "title": report.title, "language": report.language,
                 "publication": report.outlet, "coder": "Dateline", "codebook": "plover-base-2023"}
            ),
            "coder": "Dateline",
            "comment": f"{claim.stance}; {wording.voices(claim.attribution)}",
        }
    ) | {"actor": [_entity(p) for p in _acting(claim)]}  # fmt: skip


def _acting(claim: Claim) -> list[Participant]:
    """Side 1 and agents; where both sides use force without one as the attacker, all of them."""
    return [p for p in claim.participants if p.role == "agent" or (p.role == "party" and p.side != 2)]


def _receives(participant: Participant) -> bool:
    return participant.role in ("target", "victim") or (participant.role, participant.side) == ("party", 2)


def _entity(participant: Participant) -> dict[str, Any]:
    actor = load_actors().by_id(participant.actor) if participant.actor else None
    country = country_codes().get(actor.country or "") if actor else None
    sector = _SECTORS.get(participant.actor_type or "")
    if participant.actor and participant.actor.startswith("government-"):
        sector = "GOV"
    return without_empty(
        {
            "entity_text": participant.mentions[0].text if participant.mentions else participant.name,
            "entity_name": participant.name,
            "identifier_id": participant.actor and f"dateline:{participant.actor}",
            "code": country and country[0],
            "sector": sector,
        }
    )


def _location(place: Place | None) -> dict[str, Any]:
    if place is None:
        return {}
    scheme, _, number = (place.id or "").partition(":")
    land = load_demonyms().by_iso(place.country or "")
    return without_empty(
        {
            "extracted_place": place.text,
            "resolved_place": place.name,
            "geonameid": int(number) if scheme == "geonames" and number.isdigit() else None,
            "lat": place.lat,
            "lon": place.lon,
            "province": place.admin1,
            "country": land.name if land else None,
            "country_code": country_codes()[place.country][0] if place.country in country_codes() else None,
            "resolution": _RESOLUTION.get(place.where_prec or 0),
        }
    )


def _modes(claim: Claim, code: str) -> Iterator[str]:
    found = [mode] if (mode := _MODES.get((code, claim.event.sub_type))) else []
    if code == "ASSAULT":
        found += [_WEAPON_MODES[weapon.kind] for weapon in claim.weapons if weapon.kind in _WEAPON_MODES]
    yield from dict.fromkeys(found)


def _contexts(claim: Claim) -> Iterator[str]:
    told: Sequence[tuple[bool, str]] = (
        (claim.background, "historical"),
        (claim.stance == "intended", "future"),
        (claim.stance == "possible", "hypothetical"),
        (claim.stance == "denied" or claim.polarity == "-", "negation"),
    )
    yield from (name for holds, name in told if holds)


def _size(claim: Claim) -> dict[str, int]:
    """The best figure of the tolls that are of this event as a whole; none where the words leave it open."""
    found: dict[str, int] = {}
    for toll in claim.tolls:
        name = {"killed": "dead", "injured": "injured", "detained": "arrested"}.get(toll.kind)
        if name and toll.best is not None and toll.part_of is None and not toll.cumulative and toll.unit == "persons":
            found[name] = found.get(name, 0) + toll.best
    return found
