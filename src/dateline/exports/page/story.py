"""How the toll and the story changed, report by report."""

from __future__ import annotations

from typing import Any

from dateline.exports import values, wording
from dateline.exports.page.accounts import field_name, ordered, values_html
from dateline.exports.page.markup import element, link, said
from dateline.exports.selection import Selection
from dateline.model.incident import Account, Incident
from dateline.model.record import Record

_COUNTED = ("killed", "injured", "casualties", "displaced", "detained", "abducted")


def story(selection: Selection, incident: Incident) -> str:
    """A list of the reports by date of publication, each with its tolls as bars and what it is the first to say."""
    records = selection.records_of(incident)
    tops = {field: _top(incident, field) for field in _COUNTED if field in incident.fields}
    told: set[str] = set()
    items = []
    for record in records:
        items.append(_report(record, incident, tops, told))
    legend = "Solid: at least so many, by the report’s words. Pale: as many as they allow; it fades where they set no limit."
    note = f'<p class="note">{legend}</p>' if any(tops.values()) else ""
    return note + element("ol", "".join(items), class_="story")


def _report(record: Record, incident: Incident, tops: dict[str, int], told: set[str]) -> str:
    report = record.report
    day = said(wording.day(report.published)) if report.published else "date not known"
    # The outlet alone where there is no headline, not twice.
    name = f' <span class="title">{link(report.title, report.url)}</span>' if report.title else ""
    shown = said(report.outlet or report.ref) if report.title else link(report.outlet or report.ref, report.url)
    outlet = f'<span class="outlet">{shown}</span>'
    own = {field: _own(incident, field, record) for field in ordered(incident)}
    bars = "".join(_bars(field, accounts, tops[field], incident) for field, accounts in own.items() if field in tops)
    news = "".join(_news(field, accounts, told) for field, accounts in own.items() if field not in tops)
    first = element("ul", news, class_="news") if news else ""
    head = f'<p class="date"><time>{day}</time></p><h4>{outlet}{name}</h4>'
    return element("li", head + bars + first)


def _own(incident: Incident, field: str, record: Record) -> list[Account]:
    return [a for a in incident.fields[field].accounts if any(ref.report == record.report.id for ref in a.claims)]


def _news(field: str, accounts: list[Account], told: set[str]) -> str:
    """What no earlier report has told, of this field."""
    fresh: list[Account] = []
    for account in accounts:
        words = values.said(account.value)
        key = f"{field}\x00{words}"
        if words and key not in told:
            told.add(key)
            fresh.append(account)
    lines = "; ".join(values_html(field, fresh)).replace("<br>", "; ")
    return f"<li><b>{said(field_name(field))}:</b> {lines}</li>" if lines else ""


def _top(incident: Incident, field: str) -> int:
    bounds = [n for a in incident.fields[field].accounts for n in _bounds(a.value) if n is not None]
    return max(bounds, default=0)


def _bounds(value: Any) -> tuple[int | None, int | None, int | None]:
    if isinstance(value, dict):
        return value.get("low"), value.get("best"), value.get("high")
    return (value, value, value) if isinstance(value, int) else (None, None, None)


def _bars(field: str, accounts: list[Account], top: int, incident: Incident) -> str:
    return "".join(_bar(field, account, top, incident) for account in accounts)


def _bar(field: str, account: Account, top: int, incident: Incident) -> str:
    low, best, high = _bounds(account.value)
    sure = low if low is not None else best or 0
    most = high if high is not None else top * 1.3 if best is None or low == best else best
    whole = max(top * 1.3, 1)
    solid, pale = 100 * sure / whole, 100 * max(most - sure, 0) / whole
    contested = " contested" if incident.fields[field].agreement == "contested" else ""
    fading = " open" if high is None else ""
    bar = f'<span class="sure" style="width:{solid:.1f}%"></span><span class="range{fading}" style="width:{pale:.1f}%"></span>'
    number = f'<b>{said(values.said(account.value) or "?")}</b> <small>{said(field_name(field).lower())}</small>'
    return (
        f'<div class="toll{contested}"><span class="number">{number}</span>'
        f'<span class="track" aria-hidden="true">{bar}</span></div>'
    )
