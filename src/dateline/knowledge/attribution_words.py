"""Words by which a text says who says so: cues by the force they have, and nouns for those who are
quoted."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.model.errors import KnowledgeError

FORCES = ("said", "doubt", "deny", "intend", "fear", "retract")
"""What a cue does to its content: relays it, casts doubt on it, denies it, wills it, thinks it possible,
takes it back."""

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AttributionWords:
    """Everything in lower case, as written unless said otherwise.

    ``verbs`` maps each form of a reporting verb to its lemma, ``forces`` a lemma to its force; ``weak``
    lemmas report
    only with a clause or a quotation behind or before them; ``object_verbs`` also with a plain object
    ("confirmed the attack"). ``inner`` phrases name a further source of the one who
    speaks ("citing"), ``outer`` phrases the medium through which he speaks ("quoted by"). ``kinds`` maps
    source nouns
    and phrases to the kind of source.
    """

    source: str
    verbs: dict[str, str]
    forces: dict[str, str]
    weak: frozenset[str]
    phrases: tuple[tuple[Phrase, str], ...]
    inner: tuple[Phrase, ...]
    outer: tuple[Phrase, ...]
    adverbs: dict[str, str]
    passives: dict[str, str]
    object_verbs: frozenset[str]
    nominal: dict[str, str]
    nobody: frozenset[str]
    denying_nouns: frozenset[str]
    untrue: tuple[Phrase, ...]
    kinds: dict[str, str]
    owned_documents: frozenset[str]
    roles: frozenset[str]
    official_marks: tuple[str, ...]
    own: frozenset[str]
    light: frozenset[str]
    pronouns: dict[str, str]
    epithets: dict[str, frozenset[str]]
    titles: frozenset[str]


def inflect(lemma: str) -> tuple[str, ...]:
    """The forms of a regular English verb: base, third person, past, participle in "-ing"."""
    if lemma.endswith("e"):
        return lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    es = "es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return lemma, lemma + es, lemma + "ed", lemma + "ing"


@cache
def attribution_words() -> AttributionWords:
    """The built-in words of attribution; raises ``KnowledgeError`` where the file does not hold what it
    must."""
    raw = json.loads((files("dateline.knowledge") / "attribution_words.json").read_text("utf-8"))
    try:
        forces: dict[str, str] = {}
        for force in FORCES:
            for lemma in raw["verbs"][force]:
                forces.setdefault(lemma, force)
        irregular: dict[str, list[str]] = raw["irregular"]
        forms = {
            lemma: (lemma, *irregular[lemma]) if lemma in irregular else inflect(lemma) for lemma in forces
        }
        kinds: dict[str, str] = {}
        for kind, nouns in raw["source_nouns"].items():
            for noun in nouns:
                kinds.setdefault(noun, kind)
        return AttributionWords(
            source=raw["source"],
            verbs={form: lemma for lemma, own in forms.items() for form in own},
            forces=forces,
            weak=frozenset(raw["weak_verbs"]),
            phrases=_phrases(raw["phrases"]),
            inner=_longest_first(raw["inner_phrases"]),
            outer=_longest_first(raw["outer_phrases"]),
            adverbs={word: force for force, words in raw["unnamed_adverbs"].items() for word in words},
            passives={word: force for force, words in raw["unnamed_passives"].items() for word in words},
            object_verbs=frozenset(raw["object_verbs"]),
            nominal={noun: force for force, nouns in raw["nominal_cues"].items() for noun in nouns},
            nobody=frozenset(raw["nobody"]),
            denying_nouns=frozenset(raw["denying_nouns"]),
            untrue=_longest_first(raw["untrue"]),
            kinds=kinds,
            owned_documents=frozenset(raw["document_nouns_of_owners"]),
            roles=frozenset(raw["role_nouns"]),
            official_marks=tuple(raw["official_marks"]),
            own=frozenset(raw["own_words"]),
            light=frozenset(raw["light_nouns"]),
            pronouns={word: kind for kind, words in raw["pronouns"].items() for word in words},
            epithets={kind: frozenset(words) for kind, words in raw["epithets"].items()},
            titles=frozenset(raw["titles"]),
        )
    except KeyError as missing:
        raise KnowledgeError(f"attribution_words.json lacks {missing}") from missing


def _longest_first(phrases: list[str]) -> tuple[Phrase, ...]:
    return tuple(sorted((tuple(p.split()) for p in phrases), key=len, reverse=True))


def _phrases(by_force: dict[str, list[str]]) -> tuple[tuple[Phrase, str], ...]:
    found = [(tuple(p.split()), force) for force, phrases in by_force.items() for p in phrases]
    return tuple(sorted(found, key=lambda f: len(f[0]), reverse=True))
