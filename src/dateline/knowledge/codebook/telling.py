"""Words that name an event wherever they stand, and verbs whose subject is one."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class TellingWords:
    """``verbs`` and ``nouns`` have hardly another sense in news; the subject of an ``occurring`` verb is an event."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    occurring: frozenset[str]

    def tells(self, lemma: str, upos: str) -> bool:
        """True for a word with this lemma and part of speech that names an event wherever it stands."""
        return lemma in (self.verbs if upos == "VERB" else self.nouns)


@cache
def telling_words() -> TellingWords:
    """The built-in list."""
    raw = json.loads((files("dateline.knowledge.codebook") / "telling.json").read_text("utf-8"))
    return TellingWords(*(frozenset(raw[part].split()) for part in ("verbs", "nouns", "occurring")))
