"""Frames: a verb or noun together with what it is done to, by whom or with what, that name an event on their own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dateline.knowledge.codebook.types import SUB_TYPES
from dateline.model.errors import KnowledgeError

KINDS = frozenset({"armed", "civilians", "protesters", "place"})
"""Classes of words that other knowledge fills: the actor nouns, and the names of places."""
NOTHING = ""
"""What a frame without a sub-type names: "the battle for the title", "shot the film"."""
_FIELDS = frozenset(
    {"sub_type", "verbs", "nouns", "subjects", "objects", "modifiers", "adverbs", "obliques", "within", "near", "infinitive",
     "governors", "cases"}
)


@dataclass(frozen=True, slots=True)
class Fillers:
    """What may fill a place of a frame: ``lemmas`` (words of a compound joined by ``_``), ``kinds``, or ``anything``."""

    lemmas: frozenset[str]
    kinds: frozenset[str]
    anything: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """``head`` lemma, verb or noun, with its ``particle``; every place that is filled in must be found in the text.

    ``obliques`` by preposition: one of them suffices. ``within`` are runs of lemmas somewhere below the head, ``near`` lemmas
    anywhere in its sentence. ``governors``: the verb whose object the noun is; ``cases``: its preposition. ``infinitive``: the
    head governs one ("threatened to attack"). The sub-type ``NOTHING`` says that no event is named.
    """

    sub_type: str
    subjects: Fillers | None
    objects: Fillers | None
    modifiers: Fillers | None
    adverbs: frozenset[str]
    obliques: dict[str, Fillers]
    within: tuple[tuple[str, ...], ...]
    near: frozenset[str]
    infinitive: bool
    governors: frozenset[str]
    cases: frozenset[str]


@dataclass(frozen=True, slots=True)
class Frames:
    """Frames in the order in which they are tried, by their verb (with its particle, or ``""``) or noun."""

    verbs: dict[str, tuple[tuple[str, Frame], ...]]
    nouns: dict[str, tuple[Frame, ...]]


@cache
def load_frames() -> Frames:
    """The built-in frames; raises ``KnowledgeError`` for a sub-type, field or class that there is not."""
    raw = json.loads((files("dateline.knowledge.codebook") / "frames.json").read_text("utf-8"))
    classes = {name: frozenset(words.split()) for name, words in raw["classes"].items()}
    verbs: dict[str, list[tuple[str, Frame]]] = {}
    nouns: dict[str, list[Frame]] = {}
    for row in raw["frames"]:
        frame = _frame(row, classes)
        for verb in row.get("verbs", "").split():
            lemma, _, particle = verb.partition("+")
            verbs.setdefault(lemma, []).append((particle, frame))
        for noun in row.get("nouns", "").split():
            nouns.setdefault(noun, []).append(frame)
    return Frames({k: tuple(v) for k, v in verbs.items()}, {k: tuple(v) for k, v in nouns.items()})


def _frame(row: dict[str, Any], classes: dict[str, frozenset[str]]) -> Frame:
    if row.get("sub_type", NOTHING) not in (*SUB_TYPES, NOTHING) or set(row) - _FIELDS:
        raise KnowledgeError(f"frames.json has an unknown sub-type or field in {row}.")
    places = {
        name: _fillers(row[name], classes) if name in row else None for name in ("subjects", "objects", "modifiers")
    }
    return Frame(
        row.get("sub_type", NOTHING),
        places["subjects"],
        places["objects"],
        places["modifiers"],
        frozenset(row.get("adverbs", "").split()),
        {preposition: _fillers(words, classes) for preposition, words in row.get("obliques", {}).items()},
        tuple(tuple(run.split("+")) for run in row.get("within", "").split()),
        _fillers(row.get("near", ""), classes).lemmas,
        bool(row.get("infinitive")),
        frozenset(row.get("governors", "").split()),
        frozenset(row.get("cases", "").split()),
    )


def _fillers(words: str, classes: dict[str, frozenset[str]]) -> Fillers:
    lemmas: set[str] = set()
    kinds: set[str] = set()
    for word in words.split():
        name = word.removeprefix("@")
        if name == word:
            lemmas.add(word)
        elif name in KINDS:
            kinds.add(name)
        elif name in classes:
            lemmas |= classes[name]
        else:
            raise KnowledgeError(f"frames.json names an unknown class {word}.")
    return Fillers(frozenset(lemmas - {"*"}), frozenset(kinds), "*" in lemmas)
