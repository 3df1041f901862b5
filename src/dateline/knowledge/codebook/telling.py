"""Words that name an event wherever they stand, and verbs whose subject is one."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.codebook.types import SUB_TYPES
from dateline.knowledge.word_file import WordFile
from dateline.model.errors import KnowledgeError


@dataclass(frozen=True, slots=True)
class TellingWords:
    """``verbs`` and ``nouns`` have hardly another sense in news than the sub-type they are listed under.

    The subject of an ``occurring`` verb is an event. ``accidents`` are lemmas of what kills without anyone's will,
    ``crimes`` words of common crime, ``fiction`` of works whose wars are made up.
    """

    verbs: dict[str, str]
    nouns: dict[str, str]
    occurring: frozenset[str]
    accidents: frozenset[str]
    crimes: frozenset[str]
    fiction: frozenset[str]

    def told_by(self, lemma: str, upos: str) -> str | None:
        """The sub-type that a word with this lemma and part of speech names wherever it stands, or ``None``."""
        return (self.verbs if upos == "VERB" else self.nouns if upos == "NOUN" else {}).get(lemma)


@cache
def telling_words() -> TellingWords:
    """The built-in list; raises ``KnowledgeError`` for a sub-type that the codebook does not have."""
    raw = WordFile("telling.json", "codebook")
    unknown = set(raw["sub_types"]) - set(SUB_TYPES)
    if unknown:
        raise KnowledgeError(f"telling.json names unknown sub-types: {', '.join(sorted(unknown))}.")
    verbs, nouns = (
        {lemma: sub for sub, words in raw["sub_types"].items() for lemma in words[part].split()} for part in ("verbs", "nouns")
    )
    return TellingWords(verbs, nouns, frozenset(raw["occurring"].split()), frozenset(raw["accidents"].split()),
                        frozenset(raw["crimes"].split()), frozenset(raw["fiction"].split()))
