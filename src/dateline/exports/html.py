"""One record as a piece of HTML for a notebook: no scripts, no outside files, everything escaped."""

from __future__ import annotations

from html import escape

from dateline.exports import wording
from dateline.model.claim import Claim
from dateline.model.record import Record

_HEADER = ("", "event", "who", "where", "when", "toll", "who says so", "sentence")
_CELL = "text-align:left;vertical-align:top;padding:4px 8px"
_SENTENCE = 220


def page(record: Record) -> str:
    """A heading and a table, one row a claim; background claims in italics."""
    report = record.report
    published = wording.day(report.published) if report.published else None
    line = " · ".join(escape(part) for part in (report.outlet, published, report.title) if part)
    if not record.claims:
        return f"<div><b>{line or escape(report.ref)}</b><p>{wording.NOTHING}</p></div>"
    header = "".join(f'<th style="{_CELL}">{name}</th>' for name in _HEADER)
    rows = "".join(_row(record, claim) for claim in record.claims)
    table = f"<table><thead><tr>{header}</tr></thead><tbody>{rows}</tbody></table>"
    return f"<div><b>{line or escape(report.ref)}</b>{table}</div>"


def _row(record: Record, claim: Claim) -> str:
    before, trigger, after = (escape(part) for part in wording.sentence(record, claim, _SENTENCE))
    victims = wording.names(p for p in claim.participants if p.role == "victim")
    who = [wording.sides(claim), f"victims: {victims}" if victims else ""]
    cells = [
        escape(claim.id),
        f"{escape(claim.event.sub_type)}<br><small>{escape(claim.event.type)}</small>",
        escape("; ".join(part for part in who if part)),
        "<br>".join(escape(wording.place(place)) for place in claim.places),
        escape(wording.when(claim.when)),
        escape(wording.tolls(claim)),
        f"{escape(wording.voices(claim.attribution))} <small>({escape(claim.stance)})</small>",
        f"<small>“{before}<b>{trigger}</b>{after}”</small>",
    ]
    style = ' style="font-style:italic"' if claim.background else ""
    return f"<tr{style}>" + "".join(f'<td style="{_CELL}">{cell}</td>' for cell in cells) + "</tr>"
