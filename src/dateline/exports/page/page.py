"""The page: headline, key figures, account table, map, story, quotations, wording and how the figures were worked out."""

from __future__ import annotations

from dateline.exports import wording
from dateline.exports.facts import facts_of, outlets
from dateline.exports.page.accounts import account_table, field_name, ordered
from dateline.exports.page.map import incident_map
from dateline.exports.page.markup import counted, element, listed, said
from dateline.exports.page.places import places_drawn
from dateline.exports.page.story import story
from dateline.exports.page.words import framing, quotations
from dateline.exports.selection import Selection
from dateline.exports.shell import asset, filled, whole_page
from dateline.knowledge.gazetteer.towns import towns_around
from dateline.model.incident import FieldAccounts, Incident

_STATUS = {
    "machine": "worked out by machine, not reviewed", "reviewed": "reviewed by an analyst", "published": "published",
    "retracted": "retracted", "merged": "merged into another incident",
}  # fmt: skip
_KEY = ("killed", "injured", "displaced", "detained", "abducted")


def report_page(selection: Selection) -> str:
    """The page for the incidents of ``selection``, whole. The same selection gives the same page, byte for byte.

    Raises ``KnowledgeError`` where the gazetteer, which names the towns around, cannot be read.
    """
    incidents = selection.incidents
    places = [places_drawn(selection, incident) for incident in incidents]
    # All at once: the gazetteer is read from end to end for it.
    located = [(p.lat, p.lon) for told in places for p, _ in told if p.lat is not None and p.lon is not None]
    towns = towns_around(located) if located else ()
    articles = [
        _article(selection, incident, incident_map(told, towns), several=len(incidents) > 1)
        for incident, told in zip(incidents, places, strict=True)
    ]
    body = {
        "index": _index(selection) if len(incidents) > 1 else "",
        "articles": "".join(articles) or '<p class="none">No incident is told in these reports.</p>',
    }
    return whole_page(
        title=said(_headline(selection, incidents[0])) if len(incidents) == 1 else counted(len(incidents), "incident"),
        policy="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
        style=asset("report", "report.css"),
        body=filled(asset("report", "page.html"), body),
    )


def _headline(selection: Selection, incident: Incident) -> str:
    place = facts_of(selection, incident).place
    if place is None:
        return f"{incident.sub_event_type}, place not known"
    return f"{incident.sub_event_type} {'near' if place.relation == 'near' else 'in'} {place.name or place.text}"


def _index(selection: Selection) -> str:
    lines = []
    for incident in selection.incidents:
        facts = facts_of(selection, incident)
        day = wording.interval(facts.when) if facts.when else "day not known"
        contested = any(held.agreement == "contested" for held in incident.fields.values())
        mark = ' <span class="flag">contradicted</span>' if contested else ""
        name = f'<a href="#{said(incident.id)}">{said(_headline(selection, incident))}</a>'
        lines.append(f"<li><time>{said(day)}</time> {name}{mark}</li>")
    return f'<nav aria-label="Incidents"><h1>{counted(len(lines), "incident")}</h1><ol>{"".join(lines)}</ol></nav>'


def _article(selection: Selection, incident: Incident, drawn: str, *, several: bool) -> str:
    facts = facts_of(selection, incident)
    day = wording.interval(facts.when) if facts.when else "Day not known"
    heading = element("h2" if several else "h1", said(_headline(selection, incident)), class_="headline")
    kicker = f'<p class="kicker">{said(incident.event_type)} · <time>{said(day)}</time></p>'
    head = f"<header>{kicker}{heading}{_standfirst(selection, incident)}</header>"
    sections = (
        ("Who says what", account_table(selection, incident)),
        ("Where", drawn),
        ("How the story changed", story(selection, incident)),
        ("In their words", quotations(selection, incident)),
        ("Words that take a side", framing(selection, incident)),
        ("How this was worked out", _working(incident)),
    )
    body = "".join(f"<section><h3>{title}</h3>{content}</section>" for title, content in sections if content)
    return element("article", head + _figures(incident) + body, id=incident.id, data_status=incident.status)


def _standfirst(selection: Selection, incident: Incident) -> str:
    contested = [field_name(field).lower() for field in ordered(incident) if incident.fields[field].agreement == "contested"]
    names = [said(name) for name in outlets(selection, incident)]
    shown = [*names[:4], f"{len(names) - 4} more"] if len(names) > 4 else names
    first = f"{counted(len({ref.report for ref in incident.claims}), 'report')}, by {listed(shown)}, on the word of "
    first += f"<b>{counted(incident.independent_sources, 'independent source')}</b>."
    reports = {ref.report for ref in incident.claims}
    who = "They contradict each other on " if len(reports) > 1 else "It holds contradictory accounts of "
    agree = who + listed([f"<b>{_asked(said(field))}</b>" for field in contested]) + "."
    if not contested:
        agree = "Nothing in them contradicts the rest." if incident.independent_sources > 1 else "Nobody else tells of it."
    return f'<p class="standfirst">{first} {agree}</p>'


def _asked(field: str) -> str:
    """A field as one speaks of it: "who did it to whom"."""
    spoken = {
        "who": "who did what to whom", "where": "where it was", "when": "when it was", "killed": "how many were killed",
        "injured": "how many were injured", "cause": "what brought it about", "whether it happened": "whether it happened",
    }  # fmt: skip
    return spoken.get(field, field)


def _figures(incident: Incident) -> str:
    boxes: list[tuple[str, str, str, str]] = []
    for field in _KEY:
        held = incident.fields.get(field)
        if held is not None and any(n is not None for n in (held.low, held.best, held.high)):
            mark = "contradicted" if held.agreement == "contested" else held.agreement.replace("-", " ")
            boxes.append((_range(held), field_name(field), mark, held.agreement))
    parties = sum(origin.party_to_conflict for origin in incident.origins)
    note = f"{parties} of them a party to the conflict" if parties == 1 else f"{parties} of them parties to the conflict"
    boxes.append((str(incident.independent_sources), "Independent sources", note if parties else "none a party", ""))
    cells = "".join(
        f'<div class="{said(kind)}"><dt>{said(name)}</dt><dd><b>{said(number)}</b><span>{said(mark)}</span></dd></div>'
        for number, name, mark, kind in boxes
    )
    return f'<dl class="figures">{cells}</dl>'


def _range(held: FieldAccounts) -> str:
    if held.low is None and held.high is None:
        return "?" if held.best is None else str(held.best)
    if held.low == held.high:
        return str(held.low)
    if held.high is None:
        return f"{held.low}+"
    return f"≤{held.high}" if held.low is None else f"{held.low}–{held.high}"


def _working(incident: Incident) -> str:
    lines = []
    for field, held in incident.fields.items():
        if held.rule or any(n is not None for n in (held.low, held.best, held.high, held.conservative)):
            bounds = (("low", held.low), ("best", held.best), ("high", held.high), ("conservative", held.conservative))
            told = ", ".join(f"{name} {'open' if n is None else n}" for name, n in bounds)
            lines.append(f"<dt>{said(field_name(field))}</dt><dd>{said(told)}. {said(held.rule or '')}</dd>")
    origins = "".join(
        f"<li>{said(origin.name)}{' <span class=party>party to the conflict</span>' if origin.party_to_conflict else ''}</li>"
        for origin in incident.origins
    )
    once = "Outlets that relay one origin count once; copies count once."
    lines.append(f"<dt>Independent sources</dt><dd><ul>{origins}</ul>{once}</dd>")
    if incident.reasons:
        reasons = "".join(f"<li>{said(reason)}</li>" for reason in incident.reasons)
        lines.append(f"<dt>Why these reports are about one incident</dt><dd><ul>{reasons}</ul></dd>")
    standing = f"{said(_STATUS[incident.status])}. <code>{said(incident.id)}</code>{_updated(incident)}"
    lines.append(f"<dt>Standing</dt><dd>{standing}</dd>")
    return f'<dl class="working">{"".join(lines)}</dl>'


def _updated(incident: Incident) -> str:
    return f", last changed {said(wording.day(incident.last_updated))}" if incident.last_updated else ""
