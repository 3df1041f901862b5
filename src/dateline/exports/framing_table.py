"""Who is called what, outlet beside outlet, in the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dateline.exports.framing import Wording
from dateline.exports.wording import printable

ABREAST = 3
"""Outlets beside one another: with more, columns of a hundred characters' width break every second word."""
_PLAIN = 3
_QUOTES = "\"'“‘«"


def framing_table(found: Sequence[Wording], outlets: Sequence[str | None]) -> RenderableType:
    """A row an actor, a column for each of ``outlets``, none named twice; below the actors, words about
    places, events and nobody named.

    More than ``ABREAST`` outlets are shown in several tables. Of plain words the most frequent are shown.
    """
    if not any(wording.kind for wording in found):
        return Text("No words that take a side.", style="italic")
    actors = _ranked(found)
    tables: list[RenderableType] = [_table(found, actors, some) for some in _rows_of(outlets)]
    key = "Words that take a side → a neutral wording; dim: other words for the same actor."
    return Group(*tables, Text(key, style="dim"))


def _rows_of(outlets: Sequence[str | None]) -> list[list[str | None]]:
    return [list(outlets[i : i + ABREAST]) for i in range(0, len(outlets), ABREAST)]


def _ranked(found: Sequence[Wording]) -> list[str | None]:
    """Actors that most loaded words are used for come first; ``None`` last, if there are such words."""
    counts: dict[str | None, int] = {}
    for wording in found:
        if wording.kind:
            counts[wording.actor] = counts.get(wording.actor, 0) + len(wording.occurrences)
    return sorted(counts, key=lambda actor: (actor is None, -counts[actor]))


def _table(found: Sequence[Wording], actors: list[str | None], outlets: list[str | None]) -> Table:
    table = Table(show_lines=True)
    table.add_column("of whom", style="bold", ratio=2)
    for outlet in outlets:
        table.add_column(printable(outlet or "Outlet not known"), ratio=3)
    for actor in actors:
        cells = [[w for w in found if (w.actor, w.outlet) == (actor, outlet)] for outlet in outlets]
        missing = "not named" if actor else ""
        table.add_row(printable(actor or "others"), *(_cell(cell, missing) for cell in cells))
    return table


def _cell(words: list[Wording], missing: str) -> Text:
    if not words:
        return Text(missing, style="dim italic")
    lines = [_line(wording) for wording in words if wording.kind]
    plain = sorted((w for w in words if not w.kind), key=lambda w: -len(w.occurrences))[:_PLAIN]
    if plain:
        lines.append(Text(printable(", ".join(w.words for w in plain)), style="dim"))
    return Text("\n").join(lines)


def _line(wording: Wording) -> Text:
    words = wording.words if wording.words[:1] in _QUOTES else f"“{wording.words}”"
    line = Text(printable(words), style="yellow")
    if len(wording.occurrences) > 1:
        line.append(f" ×{len(wording.occurrences)}", "default")
    line.append(f" {wording.kind}", "dim")
    if wording.about:
        line.append(printable(f", of {wording.about}"), "dim")
    if wording.neutral:
        line.append(printable(f" → {wording.neutral}"), "default")
    return line
