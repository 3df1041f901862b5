"""Words by which a text says who says so: cues by the force they have, and nouns for those who are quoted."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.word_file import Phrase, WordFile, longest_first, read_words, words_by_group

FORCES = ("said", "doubt", "deny", "intend", "fear", "retract")
"""What a cue does to its content: relays it, casts doubt on it, denies it, wills it, thinks it possible, takes it back."""


@dataclass(frozen=True, slots=True)
class AttributionWords:
    """Everything in lower case, as written unless said otherwise.

    ``verbs`` maps each form of a reporting verb to its lemma, ``forces`` a lemma to its force; ``weak`` lemmas report
    only with a clause or a quotation behind or before them; ``object_verbs`` also with a plain object ("confirmed the
    attack"). ``inner`` phrases name a further source of the one who speaks ("citing"), ``outer`` phrases the medium
    through which he speaks ("quoted by"). ``kinds`` maps source nouns and phrases to the kind of source. ``of_verbs``
    relate with "of" ("spoke of ten dead"); ``no_speech`` holds the words behind a lemma with which it says nothing
    ("called in"). ``denying_nouns`` name what is denied ("the accusation"), ``part_nouns`` and ``parting_verbs`` the
    part in an event that is denied ("involvement"); ``naming_verbs`` say what someone calls a thing, of which the words
    ``called_untrue`` are a denial.
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
    part_nouns: frozenset[str]
    parting_verbs: frozenset[str]
    naming_verbs: frozenset[str]
    called_untrue: frozenset[str]
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
    of_verbs: frozenset[str]
    no_speech: dict[str, frozenset[str]]


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
    """The built-in words of attribution; raises ``KnowledgeError`` where the file does not hold what it must."""
    raw = WordFile("attribution_words.json")
    verbs, irregular, nouns = raw.take("verbs"), raw.take("irregular"), raw.take("source_nouns")
    raw["forces"] = _first_group({force: verbs[force] for force in FORCES})
    raw["verbs"] = {form: lemma for lemma in raw["forces"] for form in _forms(lemma, irregular)}
    raw["kinds"] = _first_group(nouns)
    return read_words(
        AttributionWords,
        raw,
        phrases=_phrases,
        official_marks=tuple,
        **dict.fromkeys(("inner", "outer", "untrue"), longest_first),
        **dict.fromkeys(("adverbs", "passives", "nominal", "pronouns"), words_by_group),
        **dict.fromkeys(("epithets", "no_speech"), _sets),
    )


def _first_group(groups: dict[str, list[str]]) -> dict[str, str]:
    """Each word with the name of the first group it is listed in."""
    return {word: group for group, words in reversed(groups.items()) for word in words}


def _forms(lemma: str, irregular: dict[str, list[str]]) -> tuple[str, ...]:
    return (lemma, *irregular[lemma]) if lemma in irregular else inflect(lemma)


def _sets(groups: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in groups.items()}


def _phrases(by_force: dict[str, list[str]]) -> tuple[tuple[Phrase, str], ...]:
    found = [(tuple(p.split()), force) for force, phrases in by_force.items() for p in phrases]
    return tuple(sorted(found, key=lambda f: len(f[0]), reverse=True))
