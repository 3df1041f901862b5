"""PROV-JSON (https://www.w3.org/submissions/prov-json/): who made which claim and incident, from what, with which versions."""

from __future__ import annotations

from typing import Any

from dateline.exports.annotations import source_of
from dateline.exports.selection import Selection
from dateline.exports.text import json_bytes, without_empty
from dateline.model.incident import Incident
from dateline.model.record import Record
from dateline.model.run import RunInfo

_NAMESPACE = "urn:dateline:"


def prov(selection: Selection, run: RunInfo) -> bytes:
    """The document: reports are attributed to outlets, claims derived from reports by the coding, incidents from claims.

    ``run`` holds the versions of the code, the model, the codebook and the gazetteer that made the claims.
    """
    document: dict[str, dict[str, Any]] = {
        "prefix": {"dtl": _NAMESPACE},
        "entity": {},
        "agent": {},
        "activity": {},
        "wasGeneratedBy": {},
        "used": {},
        "wasDerivedFrom": {},
        "wasAttributedTo": {},
        "wasAssociatedWith": {},
    }
    software = _software(document, run)
    for record in selection.records:
        _report(document, record, software)
    for incident in selection.incidents:
        _incident(document, incident, software)
    return json_bytes(document)


def _software(document: dict[str, dict[str, Any]], run: RunInfo) -> str:
    agent = f"dtl:{run.id}"
    document["agent"][agent] = without_empty(
        {
            "prov:type": {"$": "prov:SoftwareAgent", "type": "xsd:QName"},
            "prov:label": f"Dateline {run.version}",
            "dtl:version": run.version,
            "dtl:model": run.model,
            "dtl:codebook": run.codebook,
            "dtl:gazetteer": run.gazetteer,
            "dtl:actors": run.actors,
        }
    )
    return agent


def _report(document: dict[str, dict[str, Any]], record: Record, software: str) -> None:
    report = record.report
    page = f"dtl:{report.id}"
    document["entity"][page] = without_empty(
        {"prov:label": report.title or report.ref, "prov:location": source_of(report), "dtl:published": report.published}
    )
    if report.outlet:
        outlet = f"dtl:outlet/{_slug(report.outlet)}"
        document["agent"][outlet] = {
            "prov:type": {"$": "prov:Organization", "type": "xsd:QName"},
            "prov:label": report.outlet,
        }
        _relate(document, "wasAttributedTo", {"prov:entity": page, "prov:agent": outlet})
    coding = f"dtl:coding/{report.id}"
    document["activity"][coding] = {"prov:label": f"Coding of {report.id}"}
    _relate(document, "used", {"prov:activity": coding, "prov:entity": page})
    _relate(document, "wasAssociatedWith", {"prov:activity": coding, "prov:agent": software})
    for claim in record.claims:
        id_ = f"dtl:{report.id}/{claim.id}"
        document["entity"][id_] = {
            "prov:type": "claim",
            "prov:label": f"{claim.event.type} / {claim.event.sub_type}",
            "dtl:stance": claim.stance,
        }
        _relate(document, "wasGeneratedBy", {"prov:entity": id_, "prov:activity": coding})
        _relate(document, "wasDerivedFrom", {"prov:generatedEntity": id_, "prov:usedEntity": page})


def _incident(document: dict[str, dict[str, Any]], incident: Incident, software: str) -> None:
    id_, fusing = f"dtl:{incident.id}", f"dtl:fusion/{incident.id}"
    document["entity"][id_] = {
        "prov:type": "incident",
        "prov:label": f"{incident.event_type} / {incident.sub_event_type}",
        "dtl:status": incident.status,
    }
    document["activity"][fusing] = without_empty(
        {"prov:label": f"Fusion of {incident.id}", "dtl:reasons": " ".join(incident.reasons)}
    )
    _relate(document, "wasGeneratedBy", {"prov:entity": id_, "prov:activity": fusing})
    _relate(document, "wasAssociatedWith", {"prov:activity": fusing, "prov:agent": software})
    for ref in incident.claims:
        claim = f"dtl:{ref.report}/{ref.claim}"
        _relate(document, "wasDerivedFrom", {"prov:generatedEntity": id_, "prov:usedEntity": claim, "prov:activity": fusing})


def _relate(document: dict[str, dict[str, Any]], kind: str, relation: dict[str, str]) -> None:
    document[kind][f"_:{kind}{len(document[kind]) + 1}"] = relation


def _slug(name: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split()) or "unnamed"
