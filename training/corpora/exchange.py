"""Names and nouns for sides exchanged in a window: what happened does not depend on who it happened to.

Labels stay where they are, since every word is exchanged for one word.
"""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from dateline.knowledge.time_words import time_words
from dateline.language.stand_ins import ADJECTIVE, country_words
from training.corpora.labels import Labels
from training.window import Window

SIDES = "army militia police gendarmerie military junta".split()
"""Nouns that take each other's place; those for fighters are read alike anyway (``dateline.language.stand_ins``)."""
BOUND = {
    "Government regains territory", "Non-state actor overtakes territory", "Arrests", "Abduction/forced disappearance",
    "Protest with intervention", "Excessive force against protesters", "Change to group/activity",
}
"""Sub-types that depend on which side acts: nouns for sides stay in windows that hold one of them."""
CORPORA = {"passages", "re3d", "geowebnews"}
SHARE = 0.5
"""Windows that are exchanged at all."""


class Pools(NamedTuple):
    """Words that may take a name's place, and which words are names: by the part that they have in a text."""

    places: list[str]
    peoples: list[str]
    names: list[str]
    known: frozenset[str]


def calendar() -> set[str]:
    """Names of months and days in small letters: they are no one's."""
    return {*time_words().weekdays, *time_words().months}


def gather(windows: Iterable[Window], L: Labels) -> Pools:
    """Names of all windows: capitalised words that never stand in small letters there."""
    windows = list(windows)
    small = {w for window in windows for w in window.words if w.islower()} | calendar()
    places, others = set(), set()
    for window in windows:
        where = of_places(window, L)
        for i, word in enumerate(window.words):
            if word[:1].isupper() and len(word) > 2 and word.isalpha() and word.lower() not in small:
                (places if i in where else others).add(word)
    peoples = {word for word, read in country_words().items() if read == ADJECTIVE}
    names = others - places - peoples
    return Pools(sorted(places - peoples), sorted(peoples), sorted(names), frozenset(places | others))


def of_places(window: Window, L: Labels) -> set[int]:
    """Words that a corpus labels as place names."""
    found: set[int] = set()
    for head, kinds in (("mention", ("Location",)), ("name", ("LOC",)), ("toponym", ("literal", "associative"))):
        known = {L.ids[head][f"{x}-{kind}"] for kind in kinds for x in "BI"}
        found |= {i for i, y in enumerate(window.labels.get(head, ())) if y in known}
    known = {L.ids["event_role"][f"{x}-place"] for x in "BI"}
    found |= {i for p in window.pairs if p.head == "event_role" for i, y in enumerate(p.labels) if y in known}
    return found


def exchanged(window: Window, pools: Pools, L: Labels, rng: random.Random) -> Window:
    """The window with other names, the same name for the same name throughout; half of the time as it is."""
    if rng.random() >= SHARE:
        return window
    where = of_places(window, L)
    others: dict[str, str] = {}
    peoples = {*pools.peoples}
    triggers = L.words["trigger"].labels
    bound = any(y > 0 and triggers[y][2:] in BOUND for y in window.labels.get("trigger", ()))
    sides = {} if bound else dict(zip(SIDES, rng.sample(SIDES, len(SIDES)), strict=True))

    def other(i: int, word: str) -> str:
        if word in peoples:
            return others.setdefault(word, rng.choice(pools.peoples))
        if word in pools.known:
            return others.setdefault(word, rng.choice(pools.places if i in where else pools.names))
        if word.lower() in sides:
            noun = sides[word.lower()]
            return noun.capitalize() if word[0].isupper() else noun
        return word

    return replace(window, words=[other(i, word) for i, word in enumerate(window.words)])
