"""Claims and records made by hand, as short as a test needs them."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace

from dateline.model.claim import Cause, Claim, Event, Participant, Place, Source, Toll, When
from dateline.model.record import Record
from dateline.model.report import Report, report_id
from dateline.model.span import Span

KADUGLI = Place("at", "Kadugli", Span(0, 7, "Kadugli"), "Kadugli", "geonames:1", 11.01, 29.72, None, "SD", None, 1, 1, 3.0)
NYALA = Place("at", "Nyala", Span(0, 5, "Nyala"), "Nyala", "geonames:2", 12.05, 24.88, None, "SD", None, 1, 1, 3.0)
SUDAN = Place("area", "Sudan", Span(0, 5, "Sudan"), "Sudan", "geonames:3", 15.0, 30.0, None, "SD", None, 3, 6, 900.0)

MARKET = Participant("target", None, "the market", None, None, ())
ARMY = Participant("agent", None, "Sudanese army", "military-sd", "State Forces", ())
SPLMN = Participant("agent", None, "SPLM-N", "splm-n", "Rebel Groups", ())


def toll(kind="killed", low=9, best=9, high=9, who=None, **more):
    unit = more.pop("unit", "persons")
    return Toll(kind, low, best, high, more.pop("approx", False), unit, who, str(best), Span(0, 1, "x"), **more)


def day(start, end=None):
    return When(start, end or start, 1, 1, None, None, "explicit")


def source(name, kind="organization", level=1, **more):
    return Source(level, name, kind, **more)


def claim(
    id="c1", ref="e1", sub="Shelling/artillery/missile attack", type="Explosions/Remote violence", *, when=None,
    places=(KADUGLI,), tolls=(), people=(MARKET,), sources=(), stance="attributed", polarity="+",
    background=False, causes=(), words="shells hit",
):  # fmt: skip
    span = Span(0, len(words), words)
    return Claim(
        id, ref, Event(type, sub, None, Span(0, 6, "shells"), 0.9), tuple(people), (), tuple(tolls), tuple(places),
        day("2025-06-10") if when is None else when, (Source(0, "outlet", "outlet"), *sources), stance, polarity, background,
        tuple(Cause(c, span) for c in causes), (), (span,),
    )  # fmt: skip


def record(outlet, *claims, published="2025-06-11", text=None):
    # Words of its own, so that no report looks like a copy of another.
    text = text or "It was in Kadugli. " + " ".join(f"{outlet.lower()}{k}" for k in range(30))
    text += "\n" + " | ".join(dict.fromkeys(span.text for c in claims for span in spans_of(c)))
    report = Report(report_id(text, outlet), outlet, outlet, None, None, None, published, "en", text)
    return Record(report, tuple(standing(c, text) for c in claims), (), (), ())


def spans_of(value):
    """Every span in a claim."""
    if isinstance(value, Span):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans_of(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_of(item)


def standing(value, text):
    """``value`` with its spans where ``text`` has their words."""
    if isinstance(value, Span):
        start = text.rindex(value.text)
        return Span(start, start + len(value.text), value.text)
    if is_dataclass(value):
        return replace(value, **{f.name: standing(getattr(value, f.name), text) for f in fields(value)})
    return tuple(standing(item, text) for item in value) if isinstance(value, tuple) else value
