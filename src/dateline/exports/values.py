"""An account's value, which is plain JSON, in words that people read."""

from __future__ import annotations

from typing import Any

from dateline.exports import wording
from dateline.knowledge.actors.demonyms import load_demonyms
from dateline.model.claim import Toll, When
from dateline.model.span import Span

_NO_SPAN = Span(0, 0, "")


def said(value: Any) -> str:
    """A number, a date, a place, a participant, a list of them or a text in a few words; empty for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return "; ".join(dict.fromkeys(text for item in value if (text := said(item))))
    return _object(value) if isinstance(value, dict) else str(value)


def _object(value: dict[str, Any]) -> str:
    if "low" in value or "best" in value:
        return _count(value)
    if "start" in value:
        when = When(value.get("start"), value.get("end"), value.get("time_precision"), value.get("date_prec"))
        return wording.interval(when) or str(value.get("text") or "")
    if "event" in value:
        words = value.get("text")
        return f"{value['event']}: “{words}”" if words else str(value["event"])
    if "name" in value or "text" in value:
        return _named(value)
    return "; ".join(f"{key}: {text}" for key, item in value.items() if (text := said(item)))


def _count(value: dict[str, Any]) -> str:
    bounds = (value.get("low"), value.get("best"), value.get("high"))
    number = wording.number(Toll("", *bounds, bool(value.get("approx")), "", None, "", _NO_SPAN))
    counted = value.get("who") or (value.get("unit") if value.get("unit") != "persons" else None)
    words = value.get("text")
    notes = f" (“{words}”)" if words and number == "?" else ""
    notes += ", over more than this" if value.get("cumulative") else ""
    notes += ", reckoned from all who were hit" if value.get("reckoned") else ""
    return f"{number}{f' {counted}' if counted else ''}{notes}"


def _named(value: dict[str, Any]) -> str:
    name = str(value.get("name") or value.get("text") or "")
    if value.get("denied"):
        return f"{name} denies it"
    if "lat" not in value and "relation" not in value:
        role, side = value.get("role"), value.get("side")
        note = f"{role}{f', side {side}' if side else ''}" if role else ""
        return f"{name} ({note})" if note else name
    relation = {"at": "", "area": "in "}.get(value.get("relation") or "at", f"{value.get('relation')} ")
    land = load_demonyms().by_iso(str(value.get("country") or ""))
    within = [part for part in (value.get("admin1"), land.name if land else None) if part and part != name]
    return relation + ", ".join([name, *within])
