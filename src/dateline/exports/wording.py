"""The fields of a claim in a few words, as tables, pages and CSV cells show them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from datetime import date

from dateline.model.claim import Claim, Participant, Place, Source, Toll, When
from dateline.model.record import Record

_TIME_PRECISION = {1: "day", 2: "week", 3: "month"}
_GEO_PRECISION = {1: "exact", 2: "approximate", 3: "region"}
_BASIS = {
    "explicit": "date in the text",
    "published": "reckoned from publication",
    "context": "carried over",
}
NOTHING = "No event of conflict is told in this report."
"""What stands in the place of claims where there are none."""

_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def names(participants: Iterable[Participant]) -> str:
    """Their names, in order, each once."""
    return ", ".join(dict.fromkeys(participant.name for participant in participants))


def sides(claim: Claim) -> str:
    """Who did it to whom: ``A → B``; ``A, B`` where nobody says who stands with whom; what is not told is ``?``."""
    by_side = {
        side: names(p for p in claim.participants if p.role == "party" and p.side == side) for side in (1, 2)
    }
    agents, targets = (names(p for p in claim.participants if p.role == role) for role in ("agent", "target"))
    open_parties = names(p for p in claim.participants if p.role == "party" and p.side is None)
    doers = ", ".join(part for part in (by_side[1], agents) if part)
    done_to = ", ".join(part for part in (by_side[2], targets) if part)
    told = f"{doers or '?'} → {done_to}" if done_to else doers
    return "; ".join(part for part in (told, open_parties) if part)


def place(place: Place) -> str:
    """``near Izba, Deir ez-Zor, SY``; the words of the text in quotes where the place could not be found."""
    relation = "in" if place.relation == "area" else place.relation
    if place.name is None:
        return f"{relation} “{place.text}” (not located{f': {place.reason}' if place.reason else ''})"
    # Of a country its name is enough.
    within = () if place.where_prec == 6 else (place.admin1, place.country)
    parts = dict.fromkeys(part for part in (place.name, *within) if part)
    precision = _GEO_PRECISION.get(place.geo_precision or 0)
    return f"{relation} {', '.join(parts)}{f' ({precision})' if precision else ''}"


def when(when: When) -> str:
    """The dates with their precision, the words and the basis; empty where nothing is told."""
    words = f"“{when.text}”" if when.text else ""
    if when.basis is None or when.start is None:
        return f"{words} (no date follows from that)" if words else ""
    notes = [_TIME_PRECISION.get(when.time_precision or 0, ""), words, _BASIS[when.basis]]
    return f"{interval(when)} ({', '.join(note for note in notes if note)})"


def interval(when: When) -> str:
    """``Tue 25 Jul 2023``, ``25 – 26 Jul 2023``, ``since 25 Jul 2023``; empty without dates."""
    if when.start is None:
        return ""
    if when.end is None:
        return f"since {day(when.start)}"
    if when.start == when.end:
        return day(when.start)
    first, last = day(when.start).split(" ")[1:], day(when.end).split(" ")[1:]
    shared = next((shared for shared in (2, 1) if first[-shared:] == last[-shared:]), 0)
    return f"{' '.join(first[: len(first) - shared])} – {' '.join(last)}"


def day(iso: str) -> str:
    """``2023-07-25…`` as ``Tue 25 Jul 2023``; as it stands where it is no such date."""
    try:
        # Names by hand: strftime's depend on the user's locale, and the same input must give the same output.
        parsed = date.fromisoformat(iso[:10])
    except ValueError:
        return iso
    weekday = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[parsed.weekday()]
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return f"{weekday} {parsed.day} {months[parsed.month - 1]} {parsed.year}"


def number(toll: Toll) -> str:
    """``9``, ``≥9``, ``≤30``, ``3–5``, ``~20``, ``none``; ``?`` where the text gives no number."""
    low, best, high = toll.low, toll.best, toll.high
    if low == best == high == 0:
        return "none"
    if best is not None and toll.approx and low is None:
        return f"~{best}"
    if low is not None and low == high:
        return str(low)
    if low is not None and high is not None:
        return f"{low}–{high}"
    if low is not None:
        return f"≥{low}"
    if high is not None:
        return f"≤{high}"
    return "?" if best is None else f"~{best}"


def toll(toll: Toll) -> str:
    """``killed ≥2 soldiers (“several”)``: kind, number, who or what, and the words where they give no best figure."""
    counted = toll.who or ("" if toll.unit == "persons" else toll.unit)
    words = f" (“{toll.text}”)" if toll.best is None and toll.text else ""
    more = ", over more than this event" if toll.cumulative else ""
    return f"{toll.kind} {number(toll)}{f' {counted}' if counted else ''}{words}{more}"


def tolls(claim: Claim) -> str:
    """All tolls; a part stands behind what it is a part of."""

    def under(whole: int | None) -> list[str]:
        shown = []
        for index, item in enumerate(claim.tolls):
            if item.part_of == whole:
                parts = under(index)
                shown.append(toll(item) + (f", of them {', '.join(parts)}" if parts else ""))
        return shown

    return "; ".join(under(None))


def voices(chain: Iterable[Source]) -> str:
    """``The World Monitor → local sources``, outermost first; those of one level are joined by a plus sign."""
    levels: dict[int, list[str]] = {}
    for source in chain:
        party = " [a party]" if source.party else ""
        unnamed = "the outlet" if source.kind == "outlet" else "(no source named)"
        levels.setdefault(source.level, []).append((source.name or unnamed) + party)
    return " → ".join(" + ".join(levels[level]) for level in sorted(levels))


def printable(text: str) -> str:
    """``text`` for a terminal: control characters and direction overrides, which could rewrite the screen, as ``�``.

    As long as ``text``; line breaks and tabs stay.
    """
    return "".join("\ufffd" if _controls(character) else character for character in text)


def _controls(character: str) -> bool:
    if character in "\n\t":
        return False
    return unicodedata.category(character) in ("Cc", "Cs") or character in _OVERRIDES


def sentence(record: Record, claim: Claim, width: int) -> tuple[str, str, str]:
    """The claim's words in about ``width`` characters: before the trigger, the trigger, after it.

    The evidence that holds the trigger, on one line; cut at both ends around the trigger where it is longer,
    with ``…`` for what is left out.
    """
    trigger = claim.event.trigger
    around = next((span for span in claim.evidence if span.contains(trigger)), None) or trigger
    text = record.report.text
    before = " ".join(text[around.start : trigger.start].split()) + " " * text[: trigger.start][-1:].isspace()
    named = " ".join(trigger.text.split())
    after = " " * text[trigger.end :][:1].isspace() + " ".join(text[trigger.end : around.end].split())
    room = max(width - len(named), 20)
    left = min(len(before), max(room // 2, room - len(after)))
    right = min(len(after), room - left)
    if left < len(before):
        before = "…" + before[len(before) - left :].partition(" ")[2] if left else "…"
    if right < len(after):
        after = after[:right].rpartition(" ")[0] + "…"
    return before, named, after
