"""Our own passages: triggers with sub-type, status and roles."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from dateline.knowledge.codebook import CONTEXT, TYPE_OF
from training import schemes
from training.corpora.files import OWN, jsons
from training.corpora.labels import Labels
from training.corpora.texts import windows_of, word_span
from training.window import IGNORE, Pair, Window, join


def passages(L: Labels, most: int, rng: random.Random) -> Iterator[Window]:
    """Passages in our own words: triggers with sub-type, status and roles; short ones alone or packed to ``most`` words."""
    found = [passage(x, L) for path in sorted(OWN.glob("*.jsonl")) for x in jsons(path)]
    rng.shuffle(found)
    while found:
        run = [found.pop()]
        limit = rng.choice([0, 0, most // 2, most])
        while found and sum(map(len, run)) + len(found[-1]) <= limit:
            run.append(found.pop())
        yield join(run)


def locate(text: str, phrase: str) -> tuple[int, int] | None:
    """Offsets of an annotated phrase; ``##2`` at its end means the second occurrence."""
    phrase, _, which = phrase.partition("##")
    at = -1
    for _ in range(int(which or 1)):
        at = text.find(phrase, at + 1)
    return (at, at + len(phrase)) if at >= 0 else None


def passage(x: dict[str, Any], L: Labels) -> Window:
    """One annotated passage as a window."""
    w, offsets = next(windows_of(x["text"], "passages", 400))
    n = len(w)

    def words(phrase: str) -> tuple[int, int] | None:
        at = locate(x["text"], phrase)
        return word_span(offsets, *at) if at else None

    triggers = [(*s, e) for e in x["events"] if (s := words(e["trigger"]))]
    w.labels["trigger"] = L.bio("trigger", n, [(a, b, sub_type(e)) for a, b, e in triggers])
    w.labels["conflict"] = of_conflict(w, triggers)
    w.labels["status"] = [IGNORE] * n
    for a, _, e in triggers:
        w.labels["status"][a] = L.ids["status"][e["status"]]
        spans = [(*s, role) for role in schemes.EVENT_ROLES for p in e.get(role, ()) if (s := words(p))]
        labels = L.bio("event_role", n, spans)
        of_sentence = [y if w.sentence[i] == w.sentence[a] else IGNORE for i, y in enumerate(labels)]
        w.pairs.append(Pair("event_role", a, of_sentence))
    return w


def of_conflict(w: Window, triggers: list[tuple[int, int, dict[str, Any]]]) -> list[int]:
    """For each word whether its sentence tells of conflict: yes with an event that is more than background, no throughout a
    text without any event; of other sentences nothing is said.
    """
    if not triggers:
        return [0] * len(w)
    telling = {
        w.sentence[a] for a, _, e in triggers if e["status"] != "background" and TYPE_OF[sub_type(e)] != CONTEXT
    }
    return [1 if s in telling else IGNORE for s in w.sentence]


def sub_type(event: dict[str, Any]) -> str:
    """The event's sub-type; Context's ``Other`` under its inner name."""
    name: str = event["sub_type"]
    return "Context other" if name == "Other" and event.get("type") == "Context" else name
