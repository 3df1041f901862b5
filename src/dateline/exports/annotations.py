"""W3C Web Annotations (https://www.w3.org/TR/annotation-model/) of the evidence, as JSON Lines.

One annotation for each stretch of text that carries a claim: the body says what was coded, the target where it stands,
by position (code points) and by quotation with 32 characters of context on both sides, so that it is found again in a
copy of the page that differs.
"""

from __future__ import annotations

from typing import Any

from dateline.exports import wording
from dateline.exports.selection import Selection
from dateline.exports.text import json_bytes, without_empty
from dateline.model.claim import Claim
from dateline.model.record import Record
from dateline.model.report import Report
from dateline.model.span import Span

_CONTEXT = 32


def web_annotations(selection: Selection) -> bytes:
    """An ``AnnotationPage`` with all of them, in the order of the claims and the text."""
    items = [
        _annotation(record, claim, incident, number, span)
        for record, claim, incident in selection.each_claim()
        for number, span in enumerate(claim.evidence or (claim.event.trigger,), 1)
    ]
    return json_bytes({"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": items})


def _annotation(record: Record, claim: Claim, incident: str | None, number: int, span: Span) -> dict[str, Any]:
    return {
        "id": f"urn:dateline:{record.report.id}:{claim.id}:{number}",
        "type": "Annotation",
        "motivation": "classifying",
        "generator": {"type": "Software", "name": "Dateline"},
        "body": [
            {"type": "TextualBody", "purpose": "classifying", "value": f"{claim.event.type} / {claim.event.sub_type}"},
            {"type": "TextualBody", "purpose": "describing", "format": "text/plain", "value": _described(claim)},
            *([{"type": "SpecificResource", "purpose": "linking", "source": f"urn:dateline:{incident}"}] if incident else []),
        ],
        "target": without_empty({"source": source_of(record.report), "selector": selectors(record.report.text, span)}),
    }


def source_of(report: Report) -> str:
    """The page's address, or a URN of the report where it has none that is one."""
    linked = report.url and report.url.startswith(("https://", "http://"))
    return str(report.url) if linked else f"urn:dateline:{report.id}"


def selectors(text: str, span: Span) -> list[dict[str, Any]]:
    """Where ``span`` stands in ``text``, in both ways."""
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": span.text,
            "prefix": text[max(0, span.start - _CONTEXT) : span.start],
            "suffix": text[span.end : span.end + _CONTEXT],
        },
    ]


def _described(claim: Claim) -> str:
    parts = [
        wording.sides(claim),
        "; ".join(wording.place(place) for place in claim.places),
        wording.when(claim.when),
        wording.tolls(claim),
        f"{wording.voices(claim.attribution)} ({claim.stance})",
    ]
    return " | ".join(part for part in parts if part)
