"""The record as a page in the terminal, made for reading: what an analyst would sign."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TextIO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dateline.exports import wording
from dateline.exports.wording import printable
from dateline.model.claim import Claim
from dateline.model.record import Framing, Record, Relation
from dateline.model.report import Report

WIDTH = 100
"""Columns at most: longer lines are hard to read."""

STANCE_STYLES = {
    "stated": "default",
    "attributed": "cyan",
    "alleged": "yellow",
    "denied": "red",
    "intended": "magenta",
    "possible": "magenta",
    "retracted": "red",
}
_FRAMINGS = 12
_QUOTES = "\"'“‘«"


def table_console(file: TextIO) -> Console:
    """A console on ``file`` of at most ``WIDTH`` columns, and of so many where it is no terminal (or ``COLUMNS``)."""
    # A terminal that cannot show a character must not end the run.
    if hasattr(file, "reconfigure"):
        file.reconfigure(errors="replace")
    console = Console(file=file, highlight=False, soft_wrap=False)
    known = console.is_terminal or os.environ.get("COLUMNS", "").isdigit()
    console.width = min(console.width, WIDTH) if known else WIDTH
    return console


def table(record: Record) -> RenderableType:
    """Heading, claims, relations, framing and warnings of one report."""
    parts: list[RenderableType] = [*_heading(record.report), Text()]
    if not record.claims:
        parts.append(Text(wording.NOTHING, style="italic"))
        parts.append(Text())
    for claim in record.claims:
        parts.extend([_claim(record, claim), Text()])
    parts.extend(_section("Standing relations", [_relation(relation) for relation in record.relations]))
    parts.extend(_section("Words that take a side", _framings(record.framing)))
    warnings = [Text.assemble((f"{w.code}: ", "yellow"), printable(w.message)) for w in record.warnings]
    parts.extend(_section("Take note", warnings))
    return Group(*parts)


def _heading(report: Report) -> Iterator[RenderableType]:
    outlet = Text(printable(report.outlet or "Outlet not known"), style="bold")
    published = wording.day(report.published) if report.published else "not dated"
    line = Table.grid(expand=True)
    line.add_column(ratio=1)
    line.add_column(justify="right", no_wrap=True)
    line.add_row(outlet, Text(printable(published), style="bold"))
    yield Rule(style="dim")
    yield line
    if report.title:
        yield Text(printable(report.title), style="italic")
    yield Text(printable(f"{report.ref} · {report.id}"), style="dim", overflow="ellipsis", no_wrap=True)


def _claim(record: Record, claim: Claim) -> RenderableType:
    event = claim.event
    head = Table.grid(expand=True, padding=(0, 1))
    head.add_column(width=4, no_wrap=True)
    head.add_column(ratio=1)
    head.add_column(justify="right", no_wrap=True)
    quiet = "dim" if claim.background else ""
    kind = Text.assemble((event.sub_type, f"bold {quiet}".strip()), (f"  {event.type}", "dim"))
    if claim.polarity == "-":
        kind.append("  did not happen", "red")
    if claim.background:
        kind.append("  background", "italic")
    head.add_row(
        Text(claim.id, "bold green"), kind, Text(f"{claim.event_ref} · {event.confidence:.2f}", "dim")
    )
    body = Table.grid(padding=(0, 1))
    body.add_column(width=4)
    body.add_column(width=7, style="dim", no_wrap=True)
    body.add_column()
    for label, value in fields(claim):
        body.add_row("", label, value)
    body.add_row("", "", _Sentence(record, claim))
    return Group(head, body)


def fields(claim: Claim) -> Iterator[tuple[str, Text]]:
    """The fields that the claim fills, each with its label, in reading order."""
    told = [
        ("who", wording.sides(claim)),
        ("helped", wording.names(p for p in claim.participants if p.role == "ally")),
        ("victims", wording.names(p for p in claim.participants if p.role == "victim")),
        ("where", "; ".join(wording.place(place) for place in claim.places)),
        ("when", wording.when(claim.when)),
        ("toll", wording.tolls(claim)),
        ("with", ", ".join(dict.fromkeys(weapon.kind for weapon in claim.weapons))),
    ]
    for label, value in told:
        if value:
            yield label, Text(printable(value))
    voices = Text(printable(wording.voices(claim.attribution)) or "?")
    yield "says", voices.append(f" ({claim.stance})", STANCE_STYLES[claim.stance])
    if claim.causes:
        yield (
            "cause",
            Text(printable(", ".join(f"{cause.claim} (“{cause.cue.text}”)" for cause in claim.causes))),
        )
    if claim.supersedes:
        yield "instead", Text(f"of {claim.supersedes}")


class _Sentence:
    """The claim's sentence on two lines at most, cut for the width that there is, with its trigger marked."""

    def __init__(self, record: Record, claim: Claim) -> None:
        self._record = record
        self._claim = claim

    def __rich_console__(self, console: Console, options: object) -> Iterator[RenderableType]:
        width = 2 * (console.width - 14) - 20
        before, trigger, after = wording.sentence(self._record, self._claim, width)
        yield Text.assemble(
            ("“" + printable(before), "dim"),
            (printable(trigger), "underline"),
            (printable(after) + "”", "dim"),
        )


def _relation(relation: Relation) -> Text:
    value = f" {relation.value}" if relation.value else ""
    text = Text(printable(f"{relation.subject} · "))
    text.append(relation.predicate.replace("_", " ") + value, "italic")
    text.append(printable(f" · {relation.object}"))
    # That the outlet itself says so goes without saying.
    if len(relation.attribution) > 1 or relation.stance != "stated":
        said = wording.voices(relation.attribution)
        text.append(printable(f"  {said} ({relation.stance})"), "dim")
    return text


def _framings(framing: tuple[Framing, ...]) -> list[Text]:
    """Each wording once with how often it stands there, in text order."""
    counted: dict[tuple[str, str, str | None], int] = {}
    for item in framing:
        key = (item.span.text, item.kind, item.neutral)
        counted[key] = counted.get(key, 0) + 1
    lines = []
    for (words, kind, neutral), count in counted.items():
        line = Text(printable(words if words[:1] in _QUOTES else f"“{words}”"))
        line.append(f" {kind}" + (f" ×{count}" if count > 1 else ""), "dim")
        if neutral:
            line.append(printable(f" · neutral: {neutral}"), "dim")
        lines.append(line)
    if len(lines) > _FRAMINGS:
        lines[_FRAMINGS:] = [Text(f"… and {len(lines) - _FRAMINGS} more", "dim")]
    return lines


def _section(title: str, lines: list[Text]) -> Iterator[RenderableType]:
    if lines:
        yield Text(title, style="bold")
        for line in lines:
            yield Padding(line, (0, 0, 0, 5))
        yield Text()
