"""The claims on a map and a time line: one HTML page that needs no network, no server and no library.

What the page shows is worked out here, in the words that the other exports use; its scripts only draw.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from dateline.exports import wording
from dateline.exports.geojson import toll_short
from dateline.exports.shell import asset, filled, whole_page
from dateline.knowledge.gazetteer.towns import towns_around
from dateline.model.claim import Claim, Place
from dateline.model.record import Record

_SCRIPTS = ("topology.js", "view.js", "ground.js", "marks.js", "timeline.js", "panel.js", "page.js")
"""In their order: each uses what stands before it."""

_SENTENCE = 900


def map_page(records: Sequence[Record]) -> str:
    """The page for ``records``, whole. The same records give the same page, byte for byte.

    Raises ``KnowledgeError`` where the gazetteer, which names the towns around, cannot be read.
    """
    body = {
        "data": _safe(json.dumps(page_data(records), ensure_ascii=True, separators=(",", ":"))),
        "world": _safe(asset("map", "countries-50m.json").strip()),
        "script": "\n".join(asset("map", name) for name in _SCRIPTS),
    }
    return whole_page(
        title=_title(records),
        policy="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'",
        style=asset("map", "map.css"),
        body=filled(asset("map", "page.html"), body),
    )


def page_data(records: Sequence[Record]) -> dict[str, Any]:
    """What the page's scripts read: reports, claims, and the towns around the places of the claims."""
    claims = [
        {"report": number} | _claim(record, claim)
        for number, record in enumerate(records)
        for claim in record.claims
    ]
    points = [(p["lat"], p["lon"]) for claim in claims for p in claim["places"] if p["lat"] is not None]
    return {
        "reports": [_report(record) for record in records],
        "claims": claims,
        "towns": [
            [town.name, round(town.lat, 3), round(town.lon, 3), town.population, int(town.capital)]
            for town in towns_around(points)
        ],
    }


def _safe(text: str) -> str:
    """JSON that no HTML parser can take for the end of its script element."""
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _title(records: Sequence[Record]) -> str:
    claims = sum(len(record.claims) for record in records)
    return f"{_counted(claims, 'claim')} from {_counted(len(records), 'report')}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _report(record: Record) -> dict[str, Any]:
    report = record.report
    # An address may be anything that a page said of itself; only such as a browser fetches become links.
    link = report.url if report.url and report.url.startswith(("https://", "http://")) else None
    return {
        "ref": report.ref,
        "outlet": report.outlet,
        "title": report.title,
        "published": wording.day(report.published) if report.published else None,
        "url": link,
    }


def _claim(record: Record, claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "event": claim.event_ref,
        "type": claim.event.type,
        "sub_type": claim.event.sub_type,
        "confidence": round(claim.event.confidence, 2),
        "stance": claim.stance,
        "negative": claim.polarity == "-",
        "background": claim.background,
        "who": wording.sides(claim),
        "victims": wording.names(p for p in claim.participants if p.role == "victim"),
        "toll": toll_short(claim),
        "tolls": wording.tolls(claim),
        "weapons": ", ".join(dict.fromkeys(weapon.kind for weapon in claim.weapons)),
        "when": wording.when(claim.when),
        "interval": wording.interval(claim.when),
        "start": claim.when.start,
        "end": claim.when.end,
        "chain": [
            {"level": s.level, "name": s.name, "kind": s.kind, "cue": s.cue and s.cue.text, "party": s.party}
            for s in claim.attribution
        ],
        "places": [_place(place) for place in claim.places],
        "sentence": wording.sentence(record, claim, _SENTENCE),
        "causes": [cause.claim for cause in claim.causes],
    }


def _place(place: Place) -> dict[str, Any]:
    located = place.lat is not None and place.lon is not None
    return {
        "relation": place.relation,
        "name": place.name or place.text,
        "text": wording.place(place),
        "lat": round(place.lat, 5) if located and place.lat is not None else None,
        "lon": round(place.lon, 5) if located and place.lon is not None else None,
        "km": place.radius_km,
    }
