"""One claim with the words behind it: the report's text marked field by field, then the fields as a list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dateline.exports import wording
from dateline.exports.wording import printable
from dateline.model.claim import Claim
from dateline.model.record import Record
from dateline.model.span import Span

STYLES = {
    "event": "bold reverse",
    "who": "bold white on blue",
    "weapon": "bold white on red",
    "toll": "bold black on yellow",
    "where": "bold black on green",
    "when": "bold black on cyan",
    "says": "bold white on magenta",
    "cause": "bold black on bright_white",
}


@dataclass(frozen=True, slots=True)
class Words:
    """One value of a claim: the ``field`` it belongs to, how it reads, its spans, and what it was worked
    out from, if not these.
    """

    field: str
    value: str
    spans: tuple[Span, ...]
    basis: str = ""


def words_of(claim: Claim) -> Iterator[Words]:
    """Every value of ``claim`` with the spans that it rests on, in reading order."""
    carried = {item.field: item for item in claim.carried}

    def basis(field: str, own: str = "") -> str:
        if field not in carried:
            return own
        origin = carried[field].claim
        return f"carried over from {origin or 'another sentence'}"

    event = claim.event
    plover = f", PLOVER {event.plover}" if event.plover else ""
    yield Words(
        "event",
        f"{event.type} / {event.sub_type}{plover}",
        (event.trigger,),
        f"the trigger, confidence {event.confidence:.2f}",
    )
    for participant in claim.participants:
        side = f", side {participant.side}" if participant.side else ""
        known = f" [{participant.actor}]" if participant.actor else ""
        value = f"{participant.name}{known} ({participant.role}{side})"
        yield Words("who", value, participant.mentions, basis("participants"))
    for place in claim.places:
        found = f" [{place.id}]" if place.id else ""
        yield Words("where", wording.place(place) + found, (place.span,), basis("places"))
    if claim.when.text or claim.when.basis:
        own = {"explicit": "the date in the text", "published": "reckoned from the publication date"}
        mentioned = (claim.when.span,) if claim.when.span else ()
        from_where = own.get(
            claim.when.basis or "", "the event that it belongs to" if claim.when.basis else "no date follows"
        )
        yield Words("when", wording.interval(claim.when) or "open", mentioned, basis("when", from_where))
    for toll in claim.tolls:
        part = "" if toll.part_of is None else f", part of “{claim.tolls[toll.part_of].text}”"
        yield Words("toll", wording.toll(toll) + part, (toll.span,), basis("tolls"))
    for weapon in claim.weapons:
        yield Words("weapon", weapon.kind, (weapon.span,), basis("weapons"))
    for source in claim.attribution:
        spans = tuple(span for span in (source.span, source.cue) if span is not None)
        own_voice = "the report is its own" if source.level == 0 else "relayed"
        value = f"{'  ' * source.level}{source.name or '(no source named)'} ({source.kind})"
        yield Words("says", value, spans, basis("attribution", own_voice))
    for cause in claim.causes:
        yield Words("cause", cause.claim, (cause.cue,))


def evidence(record: Record, claim: Claim, *, colour: bool) -> RenderableType:
    """The page: legend, text, fields. Without ``colour`` the words stand in brackets, ``[toll: at least nine]``."""
    values = list(words_of(claim))
    legend = Text("  ").join(
        Text(f" {name} ", STYLES[name]) for name in STYLES if any(v.field == name for v in values)
    )
    heading = Text.assemble((claim.id, "bold green"), f" of {printable(record.report.ref)}")
    text = marked(record.report.text, claim, values, colour=colour)
    parts: list[RenderableType] = [heading, Rule(style="dim"), text, Rule(style="dim")]
    if colour:
        parts.insert(1, legend)
    return Group(*parts, _fields(claim, values))


def marked(text: str, claim: Claim, values: list[Words], *, colour: bool) -> Text:
    """``text`` with the spans of ``values`` marked and what is not the claim's evidence dimmed.

    Where spans cross, a bracket is closed and opened again, so that brackets nest.
    """
    spans = sorted(
        {(span.start, span.end, value.field) for value in values for span in value.spans if span.length}
    )
    spans.sort(key=lambda item: (item[0], -item[1]))
    stops = sorted({stop for start, end, _ in spans for stop in (start, end)} | {0, len(text)})
    stops = sorted({*stops, *(stop for span in claim.evidence for stop in (span.start, span.end))})
    page = Text()
    opened: list[tuple[int, int, str]] = []
    for start, end in zip(stops, [*stops[1:], len(text)], strict=True):
        inside = [span for span in spans if span[0] <= start < span[1]]
        kept = 0
        while kept < min(len(opened), len(inside)) and opened[kept] == inside[kept]:
            kept += 1
        if not colour:
            page.append("]" * (len(opened) - kept))
            page.append("".join(f"[{field}: " for _, _, field in inside[kept:]))
        opened = inside
        told = any(span.start <= start < span.end for span in claim.evidence)
        style = STYLES[inside[-1][2]] if inside and colour else "" if told else "dim"
        page.append(printable(text[start:end]), style)
    return page


def _fields(claim: Claim, values: list[Words]) -> Table:
    grid = Table.grid(padding=(0, 2))
    for style in ("dim", "", "", "dim"):
        grid.add_column(style=style, overflow="fold")
    grid.add_row("field", Text("value", "dim"), Text("words", "dim"), "worked out from")
    for value in values:
        words = ", ".join(dict.fromkeys(f"“{' '.join(span.text.split())}”" for span in value.spans))
        grid.add_row(
            value.field,
            Text(printable(value.value)),
            Text(printable(words) or "–"),
            Text(printable(value.basis)),
        )
    grid.add_row("stance", Text(claim.stance), Text("–"), "the attribution and its words")
    if claim.polarity == "-":
        grid.add_row("polarity", Text("did not happen"), Text("–"), "the text itself says so")
    if claim.background:
        grid.add_row("background", Text("told as history, not as news"), Text("–"), "")
    return grid
