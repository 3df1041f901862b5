"""Words in and around the noun phrases of those who say so."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.knowledge.word_file import Phrase, WordFile, read_words


@dataclass(frozen=True, slots=True)
class SpeakerWords:
    """Everything in lower case, as written.

    ``before_verb`` stands between a speaker and the verb ("has also said"), ``phrase_edges`` end the speaker's noun
    phrase, ``links`` go on with it ("of the"), ``behind_head`` follow its head noun; ``heard`` participles tell how a
    speaker was heard ("quoted by"). ``adding`` opens a second clause of speech, ``telling`` and ``speaking_to`` name whom
    it was said to, ``before_rumours`` stands before a noun such as "reports" that is nobody's.

    ``speaking_for`` are offices of those who speak for others, ``abbreviated_offices`` titles of officials;
    ``armed_groups`` have spokesmen who are no officials. ``posts`` on ``platforms`` are social media. ``particles`` stand
    in lower case inside a person's name; ``common`` words keep no capital that only opens a sentence. ``irregular`` maps
    forms of verbs to their lemma.
    """

    source: str
    before_verb: frozenset[str]
    phrase_edges: frozenset[str]
    links: frozenset[str]
    behind_head: frozenset[str]
    heard: frozenset[str]
    adding: frozenset[str]
    telling: frozenset[str]
    speaking_to: tuple[Phrase, ...]
    before_rumours: frozenset[str]
    speaking_for: frozenset[str]
    abbreviated_offices: frozenset[str]
    armed_groups: frozenset[str]
    posts: frozenset[str]
    platforms: frozenset[str]
    particles: frozenset[str]
    common: frozenset[str]
    irregular: dict[str, str]


@cache
def speaker_words() -> SpeakerWords:
    """The built-in words; raises ``KnowledgeError`` where the file does not hold what it must."""
    return read_words(
        SpeakerWords,
        WordFile("speaker_words.json"),
        speaking_to=lambda phrases: tuple(tuple(phrase.split()) for phrase in phrases),
        irregular=lambda verbs: {form: lemma for lemma, forms in verbs.items() for form in forms.split()},
    )
