"""Words that take a side: the lexicon of loaded words, and cues for the uses of quotation marks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dateline.knowledge.table import Row, listed, packaged, read_rows, wrong
from dateline.knowledge.word_file import WordFile, pieces

COLUMNS = ("phrase", "kind", "neutral", "pos", "about", "unless", "strength", "source")
KINDS = ("delegitimizing", "legitimizing", "name-calling", "intensifier")
CLASSES = ("place", "resource", "violence", "rule", "plan", "actor")
POS = {"n": "noun", "a": "adjective", "v": "verb", "r": "adverb", "x": "any"}


@dataclass(frozen=True, slots=True)
class LoadedWord:
    """An entry of the lexicon.

    ``words`` are lemmas in lower case; ``capital`` marks a phrase that is written with a capital anyway. An
    entry with ``about`` counts only before a noun of one of these classes; none of ``not_after`` may stand
    before it, none of ``not_before`` behind it. A weak entry is a word that neutral desks use as well: it
    counts only in a voice that has taken a side by other words. ``neutral`` is ``None`` where a neutral desk
    writes nothing in its place.
    """

    words: tuple[str, ...]
    kind: str
    neutral: str | None
    pos: str
    about: tuple[str, ...]
    not_after: tuple[tuple[str, ...], ...]
    not_before: tuple[tuple[str, ...], ...]
    weak: bool
    capital: bool
    source: str


@dataclass(frozen=True, slots=True)
class FramingCues:
    """``nouns`` holds the classes of ``LoadedWord.about``; the other fields are cue phrases in lower case.

    ``names_it`` introduce a name or a word as such, ``titles_before`` are things whose names stand in quotation marks,
    ``works_behind`` likewise behind them, ``name_heads`` end the names of institutions, ``other_fields`` are words of
    sport, trade and the arts.
    """

    nouns: dict[str, frozenset[str]]
    so_called: tuple[tuple[str, ...], ...]
    speech_verbs: frozenset[str]
    names_it: tuple[tuple[str, ...], ...]
    titles_before: frozenset[str]
    works_behind: frozenset[str]
    name_heads: frozenset[str]
    other_fields: frozenset[str]


@cache
def loaded_words() -> dict[str, tuple[LoadedWord, ...]]:
    """The built-in lexicon by first word, longest phrases first; raises ``KnowledgeError`` for a bad row."""
    index: dict[str, list[LoadedWord]] = {}
    for row, cells in read_rows(packaged("framing", "lexicon.csv"), COLUMNS):
        entry = _entry(row, cells)
        index.setdefault(entry.words[0], []).append(entry)
    return {first: tuple(sorted(e, key=lambda w: -len(w.words))) for first, e in index.items()}


@cache
def framing_cues() -> FramingCues:
    """The built-in cues; raises ``KnowledgeError`` where the file does not hold what it must."""
    raw = WordFile("contexts.json", "framing")
    return FramingCues(
        nouns={name: frozenset(raw["nouns"][name]) for name in CLASSES},
        so_called=tuple(map(pieces, raw["so_called"])),
        speech_verbs=raw.words("speech_verbs"),
        names_it=tuple(map(pieces, raw["names_it"])),
        titles_before=raw.words("titles_before"),
        works_behind=raw.words("works_behind"),
        name_heads=raw.words("name_heads"),
        other_fields=raw.words("other_fields"),
    )


def _entry(row: int, cells: Row) -> LoadedWord:
    source = packaged("framing", "lexicon.csv")
    about = listed(cells["about"])
    unless = listed(cells["unless"])
    checks: tuple[tuple[str, bool], ...] = (
        ("phrase", bool(cells["phrase"])), ("kind", cells["kind"] in KINDS), ("pos", cells["pos"] in POS),
        ("about", all(name in CLASSES for name in about)), ("unless", all(u[0] in "<>" for u in unless)),
        ("strength", cells["strength"] in {"strong", "weak"}), ("source", bool(cells["source"])),
    )  # fmt: skip
    for field, fine in checks:
        if not fine:
            raise wrong(source, row, field, f"{cells[field]!r} is not understood.")
    return LoadedWord(
        words=pieces(cells["phrase"]), kind=cells["kind"], neutral=cells["neutral"] or None, pos=cells["pos"],
        about=about, not_after=_sides(unless, "<"), not_before=_sides(unless, ">"),
        weak=cells["strength"] == "weak", capital=cells["phrase"] != cells["phrase"].lower(),
        source=cells["source"],
    )  # fmt: skip


def _sides(unless: Iterable[str], sign: str) -> tuple[tuple[str, ...], ...]:
    return tuple(pieces(u[1:]) for u in unless if u.startswith(sign))
