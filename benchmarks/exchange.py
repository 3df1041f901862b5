"""Exchanges of names: reports told once more with other names, and which offset of one stands for which of the other.

The tables are in ``exchanges/``; every form has as many words as the one it is exchanged for.
"""

from __future__ import annotations

import csv
import json
import re
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TABLES = Path(__file__).with_name("exchanges")
DESK = Path(__file__).with_name("desk")
SAMPLES = Path(__file__).parents[1] / "src" / "dateline" / "samples"

_SENTENCE_START = re.compile(r"(?:^|[.!?:\n]|[.!?][\"”’])[\s\"“‘(]*$")
# "Her" is "his" before a noun and "him" elsewhere; what follows the object is one of these.
_OBJECT = re.compile(
    r"(?=\s*(?:[.,;:!?)\"”]|$)|\s+(?:and|or|to|in|on|at|by|with|from|when|who|after|before|as|for|of|up|down|away|"
    r"there|while|that|near|into|out|off|over)\b)"
)

_ARTICLE = re.compile(r"\b([Aa]n?) $")
# As spoken: "a Ukrainian", "a unit", but "an insurgent"; letters of an abbreviation by their names: "an M23".
_VOWEL = re.compile(r"(?!U[kgns][a-z]|u(?:ni|s)|[Ee]u|one\b)[AEIOaeiou](?![A-Z0-9])|[AEFHILMNORSX](?=[A-Z0-9])")


@dataclass(frozen=True, slots=True)
class Original:
    """A report as it is exchanged from. ``part`` is where it comes from: ``samples`` or ``desk``."""

    part: str
    stem: str
    outlet: str
    published: str
    text: str


@dataclass(frozen=True, slots=True)
class Swap:
    """Words ``start`` to ``end`` of a text, told as ``words`` in another."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two tellings of a report that must be coded alike; ``swaps`` lead from the first to the second."""

    kind: str
    name: str
    report: Original
    first: str
    second: str
    swaps: tuple[Swap, ...]

    def back(self, offset: int, *, end: bool) -> int:
        """The offset of ``first`` for one of ``second``; within exchanged words, the words' start or end."""
        shift = 0
        for swap in self.swaps:
            start = swap.start + shift
            stop = start + len(swap.words)
            if offset < start or (offset == start and not end):
                break
            if offset < stop or (offset == stop and end):
                return swap.end if end else swap.start
            shift += len(swap.words) - (swap.end - swap.start)
        return offset - shift


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``exchanges/NAME.csv``."""
    with (TABLES / f"{name}.csv").open(encoding="utf-8") as file:
        return tuple(csv.DictReader(file))


def reports() -> Iterator[Original]:
    """The samples that come with Dateline, and the open reports of the desk benchmark."""
    with (SAMPLES / "index.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            text = (SAMPLES / row["file"]).read_text(encoding="utf-8")
            yield Original("samples", row["id"], row["outlet"], row["published"], text)
    with (DESK / "reports.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["part"] == "open":
                text = (DESK / "open" / "reports" / f"{row['stem']}.txt").read_text(encoding="utf-8")
                yield Original("desk", row["stem"], row["outlet"], row["published"], text)


def pairs(report: Original) -> Iterator[Pair]:
    """Every exchange that changes something in ``report``."""
    for make in KINDS.values():
        for pair in make(report):
            if pair.first != pair.second:
                yield pair


def find(text: str, forms: Mapping[str, str]) -> tuple[Swap, ...]:
    """Where a key of ``forms`` stands as whole words, longest first, with what it is exchanged for.

    Keys in lower case match where a sentence begins with them, too, and so their capital is kept; names match as they are
    written, or in capitals throughout. Nothing is exchanged within the words of ``kept.csv``, which are other names or mean
    something else ("Port Sudan", "security forces").
    """
    kept = {row["words"] for row in table("kept")} - forms.keys()
    keys = sorted([*forms, *kept], key=len, reverse=True)
    pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, keys)) + r")(?![\w-])", re.IGNORECASE)
    folded = {key.casefold(): key for key in reversed(keys)}
    found = []
    for match in pattern.finditer(text):
        words, key = match[0], folded[match[0].casefold()]
        if key in kept:
            continue
        new = forms[key]
        if words == key:
            found.append(Swap(match.start(), match.end(), new))
        elif words.isupper() and len(words) > 1 and key[0].isupper():
            found.append(Swap(match.start(), match.end(), new.upper()))
        elif words == key[:1].upper() + key[1:] and _SENTENCE_START.search(text[: match.start()]):
            found.append(Swap(match.start(), match.end(), new[:1].upper() + new[1:]))
    return tuple(found)


def apply(text: str, swaps: Sequence[Swap]) -> str:
    """``text`` with the words exchanged."""
    parts, at = [], 0
    for swap in swaps:
        parts += [text[at : swap.start], swap.words]
        at = swap.end
    return "".join([*parts, text[at:]])


def with_articles(text: str, swaps: Sequence[Swap]) -> tuple[Swap, ...]:
    """The swaps, and "a" or "an" before them as the new words are spoken."""
    found = []
    for swap in swaps:
        article = _ARTICLE.search(text, 0, swap.start)
        if article and bool(_VOWEL.match(swap.words)) != (article[0].lower().strip() == "an"):
            new = "an" if _VOWEL.match(swap.words) else "a"
            found.append(Swap(article.start(), article.start() + len(article[1]), article[1][0] + new[1:]))
        found.append(swap)
    return tuple(found)


def _from_original(kind: str, name: str, report: Original, swaps: Sequence[Swap]) -> Pair:
    swaps = with_articles(report.text, swaps)
    return Pair(kind, name, report, report.text, apply(report.text, swaps), swaps)


def _both_ways(rows: Sequence[Mapping[str, str]], one: str, other: str) -> dict[str, str]:
    """Forms from ``one`` to ``other``, and back where the row says so: a butcher is no attacker."""
    forms: dict[str, str] = {}
    for row in rows:
        forms.setdefault(row[one], row[other])
        if row["ways"] == "both":
            forms.setdefault(row[other], row[one])
    return forms


def _words(kind: str, one: str, other: str) -> Callable[[Original], Iterator[Pair]]:
    def make(report: Original) -> Iterator[Pair]:
        forms = _both_ways(table(kind), one, other)
        yield _from_original(kind, f"{one} ↔ {other}", report, find(report.text, forms))

    return make


def _countries(report: Original) -> Iterator[Pair]:
    for row in table("countries"):
        forms: dict[str, str] = {}
        for form in ("name", "adjective", "people", "capital"):
            forms.setdefault(row[form], row[f"other_{form}"])
            forms.setdefault(row[f"other_{form}"], row[form])
        name = f"{row['name']} ↔ {row['other_name']}"
        yield _from_original("countries", name, report, find(report.text, forms))


def _cast(report: Original) -> list[Mapping[str, str]]:
    return [row for row in table("cast") if row["report"] == report.stem]


def _gender(report: Original) -> Iterator[Pair]:
    forms = _both_ways(table("gender_words"), "male", "female") | {"his": "her", "him": "her", "her": "his"}
    given = table("given_names")
    for person in _cast(report):
        rest = person["name"].partition(" ")[2]
        row = given[_place_in(person["name"], len(given))]
        forms[person["name"]] = f"{row['female' if person['gender'] == 'm' else 'male']} {rest}"
    swaps = [
        Swap(s.start, s.end, "him" if s.words == "his" and _OBJECT.match(report.text, s.end) else s.words)
        for s in find(report.text, forms)
    ]
    yield _from_original("gender", "male ↔ female", report, swaps)


def _persons(report: Original) -> Iterator[Pair]:
    western: dict[str, str] = {}
    other: dict[str, str] = {}
    for i, person in enumerate(_cast(report)):
        rows = [row for row in table("persons") if row["gender"] == person["gender"]]
        row = rows[(_place_in(report.stem, len(rows)) + i) % len(rows)]
        last = person["name"].rpartition(" ")[2]
        western |= {person["name"]: row["western"], last: row["western"].rpartition(" ")[2]}
        other |= {person["name"]: row["other"], last: row["other"].rpartition(" ")[2]}
    yield from _two_tellings("persons", report, western, other)


def _places(report: Original) -> Iterator[Pair]:
    names = _towns(report)
    western: dict[str, str] = {}
    other: dict[str, str] = {}
    for size in (1, 2):
        rows = [row for row in table("places") if len(row["western"].split()) == size]
        start = _place_in(report.stem, len(rows))
        for i, name in enumerate(n for n in names if len(n.split()) == size):
            row = rows[(start + i) % len(rows)]
            western[name], other[name] = row["western"], row["other"]
    yield from _two_tellings("places", report, western, other)


def _two_tellings(kind: str, report: Original, western: Mapping[str, str], other: Mapping[str, str]) -> Iterator[Pair]:
    if not western:
        return
    ours, theirs = find(report.text, western), find(report.text, other)
    swaps, shift = [], 0
    for a, b in zip(ours, theirs, strict=True):
        swaps.append(Swap(a.start + shift, a.start + shift + len(a.words), b.words))
        shift += len(a.words) - (a.end - a.start)
    yield Pair(kind, "Western ↔ other", report, apply(report.text, ours), apply(report.text, theirs), tuple(swaps))


def _towns(report: Original) -> list[str]:
    """Towns that the gold record names; samples have none."""
    path = DESK / "open" / "gold" / f"{report.stem}.json"
    if report.part != "desk":
        return []
    claims = json.loads(path.read_text(encoding="utf-8"))["claims"]
    words = [p["text"] for c in claims for p in c["places"] if p["feature"] == "populated place"]
    return list(dict.fromkeys(w for w in words if all(part[:1].isupper() for part in w.split())))


def _place_in(name: str, size: int) -> int:
    """A place in a table that is the same on every run and differs from name to name."""
    return zlib.crc32(name.encode()) % size


KINDS: dict[str, Callable[[Original], Iterator[Pair]]] = {
    "sides": _words("sides", "state", "rebel"),
    "countries": _countries,
    "labels": _words("labels", "plain", "loaded"),
    "gender": _gender,
    "persons": _persons,
    "places": _places,
    "control": _words("control", "one", "other"),
}
"""Kinds of exchange: state and rebel names, one country for another with its people and capital, plain words
and loaded ones, men and women, Western and other persons, Western and other towns; and, as a control, nouns
that tell nothing of anyone (market and bazaar), whose share says how much of the rest is due to any change of
words at all.
"""
