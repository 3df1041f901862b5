"""Words that name an event by themselves: what the codebook's definitions and examples call each sub-type."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.knowledge.codebook.types import SUB_TYPES
from dateline.model.errors import KnowledgeError


@dataclass(frozen=True, slots=True)
class TriggerWords:
    """Sub-types by lemma, for verbs and for nouns."""

    verbs: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]

    def sub_types(self, lemma: str, upos: str) -> frozenset[str]:
        """What a word with this lemma and part of speech can name; empty for a word that names no event."""
        return (self.verbs if upos == "VERB" else self.nouns).get(lemma, frozenset())


@cache
def trigger_words() -> TriggerWords:
    """The built-in list; raises ``KnowledgeError`` for a sub-type that the codebook does not have."""
    raw = json.loads((files("dateline.knowledge.codebook") / "triggers.json").read_text("utf-8"))
    tables: dict[str, dict[str, set[str]]] = {"verbs": {}, "nouns": {}}
    for sub_type, words in raw.items():
        if sub_type == "source":
            continue
        if sub_type not in SUB_TYPES:
            raise KnowledgeError(f"triggers.json names an unknown sub-type: {sub_type}.")
        for part, table in tables.items():
            for lemma in words[part].split():
                table.setdefault(lemma, set()).add(sub_type)
    verbs, nouns = ({lemma: frozenset(subs) for lemma, subs in t.items()} for t in tables.values())
    return TriggerWords(verbs, nouns)
