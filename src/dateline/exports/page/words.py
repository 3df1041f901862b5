"""The words behind an incident: the quotations that carry its claims, and wording that takes a side."""

from __future__ import annotations

from dateline.exports import wording
from dateline.exports.page.markup import element, link, said
from dateline.exports.selection import Selection
from dateline.model.claim import Claim
from dateline.model.incident import Incident
from dateline.model.record import Record

_SENTENCE = 420
_QUOTES = "“”\"'‘’"


def quotations(selection: Selection, incident: Incident) -> str:
    """The sentence of every claim with its event marked, who says so and where it was published; the same sentence of
    several claims once.
    """
    seen: set[tuple[str, int, int]] = set()
    items = []
    for record, claim in selection.claims(incident.claims):
        trigger = claim.event.trigger
        around = next((span for span in claim.evidence if span.contains(trigger)), trigger)
        key = (record.report.id, around.start, around.end)
        if key not in seen:
            seen.add(key)
            items.append(_quotation(record, claim))
    return "".join(items)


def _quotation(record: Record, claim: Claim) -> str:
    before, trigger, after = (said(part) for part in wording.sentence(record, claim, _SENTENCE))
    report = record.report
    day = f", {said(wording.day(report.published))}" if report.published else ""
    chain = said(wording.voices(claim.attribution))
    kind = said(f"{claim.event.sub_type}")
    source = f"<cite>{link(report.outlet or report.title or report.ref, report.url)}</cite>{day}"
    stance = f'<span class="chip {claim.stance}">{said(claim.stance)}</span>'
    negated = '<span class="chip denied">did not happen</span>' if claim.polarity == "-" else ""
    words = f"<blockquote><p>{before}<mark>{trigger}</mark>{after}</p></blockquote>"
    told = f"<figcaption>{source}. <span>{kind}: {chain}</span> {stance}{negated}</figcaption>"
    return element("figure", words + told, class_="quote")


def framing(selection: Selection, incident: Incident) -> str:
    """Wording that takes a side, by outlet, each once with how often it stands there; empty where there is none."""
    rows = []
    for record in selection.records_of(incident):
        counted: dict[tuple[str, str, str | None], int] = {}
        for item in record.framing:
            key = (" ".join(item.span.text.split()), item.kind, item.neutral)
            counted[key] = counted.get(key, 0) + 1
        for (words, kind, neutral), count in counted.items():
            times = f" ×{count}" if count > 1 else ""
            cells = (
                element("td", said(record.report.outlet or record.report.ref), data_label="Outlet"),
                element("td", f"“{said(words.strip(_QUOTES))}”{times}", data_label="Words"),
                element("td", said(kind), data_label="Kind"),
                element("td", said(neutral or "–"), data_label="A neutral desk"),
            )
            rows.append(f"<tr>{''.join(cells)}</tr>")
    if not rows:
        return ""
    head = "".join(f'<th scope="col">{name}</th>' for name in ("Outlet", "Words", "Kind", "A neutral desk"))
    return element("table", f"<thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody>", class_="framing")
